"""Datelines that run into a report's first words, as in the feeds of agencies: "GENEVA, March 23 Annan will travel"."""

from __future__ import annotations

import re

from communique.records import Sentence, When

DATELINE = re.compile(
    r"[A-Z][A-Z .'/-]{2,40}, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}) (?=[A-Z])"
)


def without_dateline(sentence: Sentence, text: str, inside: list[When]) -> list[When]:
    """The dates of a sentence without that of its dateline, where it has others: a dateline's day is that of writing."""
    match = DATELINE.match(text) if sentence.index <= 1 and len(inside) > 1 else None
    if match is None:
        return inside
    first = sentence.span.start + match.end()
    return [when for when in inside if when.span and when.span.start >= first]
