"""Tells somebody in office from others who bear the name: by calling, by age, by first name, by who was introduced."""

from __future__ import annotations

import re

from communique.actors.words import ROLES
from communique.records import Span

CALLING = "|".join(sorted((re.escape(word) for word in ROLES["callings"]), key=len, reverse=True))
CALLED = re.compile(
    rf",? (?:who is )?an? (?:[a-z][a-z-]+ ){{0,3}}(?P<calling>{CALLING})\b(?! turned|-turned)"
)
CALLED_BEFORE = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+) (?:[a-z][a-z-]+ )?(?P<calling>{CALLING}),? $"
)
LAST_WORDS = frozenset(word.split()[-1] for word in ROLES["callings"])
PAST = re.compile(r"\b(?:former|onetime|one-time|trained|ex|by training|qualified)\b")
AGED = re.compile(r", (?:aged )?(?P<age>\d\d)(?:,|\.| )(?! (?:per|percent|million|years))")
SLACK = 2  # years by which a told age may miss the lexicon's year of birth


def other_person(body: str, span: Span, born: int | None, day: str) -> str | None:
    """Why a full name is not the office-holder's: "Vladimir Putin, a dentist from Rostov"; None where nothing says so."""
    goes_on = body[span.end : span.end + 1] in {",", " "}
    behind = CALLED.match(body, span.end) if goes_on else None
    if behind and not PAST.search(behind.group()):
        return f"is called a {behind.group('calling')}"
    called = body[max(0, span.start - 50) : span.start].rstrip(", ").rpartition(" ")[2] in LAST_WORDS
    before = CALLED_BEFORE.search(body, max(0, span.start - 50), span.start) if called else None
    if before and not PAST.search(before.group()):
        return f"is called a {before.group('calling')}"
    aged = AGED.match(body, span.end) if goes_on and born and day else None
    if aged and born and abs(int(day[:4]) - born - int(aged.group("age"))) > SLACK:
        return f"is said to be {aged.group('age')}"
    return None
