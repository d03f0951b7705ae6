"""Phrases of a body that name actors, by sentence: what can be read without a parse."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.actors.halves import with_halves
from communique.actors.phrase import Phrase
from communique.actors.phrases import read_phrases
from communique.knowledge import Knowledge
from communique.knowledge.index import Hit
from communique.records import Report, Sentence, Span


def find_phrases(
    report: Report, sentences: Sequence[Sentence], knowledge: Knowledge
) -> dict[int, list[Phrase]]:
    """Phrases of the body that name actors, by sentence: what can be read without a parse."""
    hits = with_halves(report.body, knowledge.index.find(report.body))
    starts = [hit.start for hit in hits]
    grouped: dict[int, list[Phrase]] = {}
    for sentence in sentences:
        first, last = (
            bisect.bisect_left(starts, sentence.span.start),
            bisect.bisect_left(starts, sentence.span.end),
        )
        at = sentence.span.start
        inside = [
            Hit(hit.start - at, hit.end - at, hit.names)
            for hit in hits[first:last]
            if hit.end <= sentence.span.end
        ]
        if inside:
            grouped[sentence.index] = [
                shifted(phrase, at) for phrase in read_phrases(sentence.span.of(report.body), inside)
            ]
    return grouped


def shifted(phrase: Phrase, by: int) -> Phrase:
    """A phrase read from a sentence, at its place in the body."""
    if not by:
        return phrase
    span = Span(start=phrase.span.start + by, end=phrase.span.end + by)
    head = span if phrase.head == phrase.span else moved(phrase.head, by)
    return replace(phrase, span=span, head=head, owner=phrase.owner and moved(phrase.owner, by))


def moved(span: Span, by: int) -> Span:
    """A span so many code points on."""
    return Span(start=span.start + by, end=span.end + by)


def name_spans(phrases: Mapping[int, Sequence[Phrase]]) -> dict[int, list[Span]]:
    """The spans of persons' names with their titles, by sentence, which a parser may see as one word."""
    return {
        index: [p.span for p in found if p.form in {"name", "title"} and (" " in p.name or p.form == "title")]
        for index, found in phrases.items()
    }
