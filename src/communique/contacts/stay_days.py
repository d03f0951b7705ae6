"""The days of a stay that is told by its first or last day and its length."""

from __future__ import annotations

import datetime
import re

from msgspec.structs import replace

from communique.contacts.time_words import time_pattern
from communique.contacts.triggers import Trigger
from communique.dates.words import SMALL
from communique.records import When

LONGEST = 14  # days
FROM = frozenset({"from", "starting", "beginning", "opening", "commencing"})


def for_days(trigger: Trigger, when: When | None) -> When | None:
    """The days of a visit of which the first or last is told with its length: "began a four-day visit on Sunday".

    A day that is neither ("met Kishida on Wednesday during a three-day visit") stays as it is.
    """
    if when is None or not when.start or when.start != when.end:
        return when
    if trigger.family != "visit":
        return for_own_days(trigger, when)
    text = trigger.scene.doc.text
    found = LENGTH.search(text)
    ends, begins = ENDING.search(text) is not None, BEGINNING.search(text) is not None
    if (
        found is None
        or ends == begins
        or CUT_SHORT.search(text)
        or trigger.status in {"declined", "cancelled"}
    ):
        return when
    more = DAYS[(found["n"] or found["of"] or found["for"]).lower()] - 1
    other = datetime.date.fromisoformat(when.start) + datetime.timedelta(days=-more if ends else more)
    return replace(
        when,
        start=other.isoformat() if ends else when.start,
        end=when.end if ends else other.isoformat(),
        precision="interval",
        derivation=f"{when.derivation}, the {'last' if ends else 'first'} of {more + 1} days",
    )


def for_own_days(trigger: Trigger, when: When) -> When:
    """The days of a gathering told by its length and its first day: "a two-day meeting in Bonn from Thursday"."""
    length = next((c for c in trigger.token.children if c.lower_ == "day" and c.i < trigger.token.i), None)
    token = trigger.scene.token_at(when.span) if when.span and length is not None else None
    if length is None or token is None or token.head.lower_ not in FROM or token.i < trigger.token.i:
        return when
    more = DAYS.get(next((c.lower_ for c in length.children if c.dep_ == "nummod"), ""), 1) - 1
    last = datetime.date.fromisoformat(when.start or "") + datetime.timedelta(days=more)
    told = f"{when.derivation}, the first of {more + 1} days"
    return replace(when, end=last.isoformat(), precision="interval", derivation=told) if more else when


def under_way(trigger: Trigger, when: When | None, status: str, day: str | None) -> bool:
    """Whether a visit that has begun lasts beyond the report's day: "began a four-day visit on Sunday", told on Monday.

    Or is told in the present: "the four-day visit ends on Tuesday".
    """
    begun = status == "held" or (status == "planned" and trigger.status == "present")
    if when is None or day is None or not begun or trigger.family != "visit":
        return False
    return bool(
        when.start and when.end and when.start <= day < when.end and LENGTH.search(trigger.scene.doc.text)
    )


def is_one_stay(trigger: Trigger, when: When, told: Trigger, other: When) -> bool:
    """Whether two words tell the two ends of one visit: "arrived on Monday", "cut short his visit on Tuesday"."""
    if trigger.family != "visit" or told.family != "visit" or not (when.end and other.start and other.end):
        return False
    ends = [ENDING.search(each.scene.doc.text) is not None for each in (trigger, told)]
    if ends[0] == ends[1] or not when.start:
        return False
    first, last = (other.start, when.end) if ends[0] else (when.start, other.end)
    apart = datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)
    return 0 < apart.days <= LONGEST


def whole_stay(one: When, other: When) -> When:
    """The days of a visit from one of its ends to the other."""
    first, last = sorted((one, other), key=lambda when: when.start or "")
    return replace(
        first,
        end=last.end,
        precision="interval",
        derivation=f"from {first.derivation} to {last.derivation}",
    )


CUT_SHORT = re.compile(r"\bcut(?:s|ting)? short\b", re.IGNORECASE)
DAYS = {str(n): n for n in range(2, LONGEST)} | {word: n for word, n in SMALL.items() if 1 < n < LONGEST}
STAY = time_pattern("stay").pattern
LENGTH = re.compile(
    rf"\b(?P<n>{'|'.join(DAYS)})[- ]day(?= (?:\w+ ){{0,2}}{STAY})|{STAY} (?:of|lasting) (?P<of>{'|'.join(DAYS)}) days\b|\bfor (?P<for>{'|'.join(DAYS)}) days\b",
    re.IGNORECASE,
)
BEGINNING = time_pattern("beginning")
ENDING = time_pattern("ending", re.NOFLAG)
