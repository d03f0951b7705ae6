"""Evidence of a report's day by the years of a state: "marked fifty years of independence today", under its capital's dateline."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from communique.dates import calendars as c
from communique.dates.clues import shift_of
from communique.dates.event import DATELINE, Event
from communique.dates.expression import Expression
from communique.dates.lexicon import load_names
from communique.dates.proof import EARLIEST, Proof, on_day
from communique.dates.words import number_of
from communique.knowledge.load import LEXICON, read_states

CENTURIES = {"half a century": 50, "a quarter of a century": 25, "a quarter century": 25, "a century": 100}
SPAN = r"(?P<c>half\s+a\s+century|a\s+quarter(?:\s+of\s+a|-)?\s*century|a\s+century)|(?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)\s+years"
OF_INDEPENDENCE = re.compile(
    rf"\b(?:{SPAN})\s+of\s+(?:[\w’'.-]+\s+){{0,3}}?(?:independence|freedom|statehood|nationhood|self-rule)\b",
    re.IGNORECASE,
)
SINCE_THE_FLAG = re.compile(
    rf"\b(?:{SPAN})\s+to\s+the\s+day\s+(?:after|since)\s+[^;:.!?]{{0,80}}?\b(?:Union\s+Jack|flag|tricolou?r|independen\w+|colonial|free\s+state)\b",
    re.IGNORECASE,
)
EVE = re.compile(r"\b[Oo]n\s+the\s+eve\s+of\b")
OWN = "-independence"


@functools.cache
def states_of_capitals() -> dict[str, str]:
    """The names of states by those of their capitals, in capitals."""
    return {capital.upper(): state.name for state in read_states(LEXICON) for capital in state.capitals}


def jubilee_proofs(text: str, expressions: Sequence[Expression]) -> list[Proof]:
    """The day on which a state had been independent for so many years, told of today, of tomorrow, or to the day."""
    exact = SINCE_THE_FLAG.search(text)
    found = exact or OF_INDEPENDENCE.search(text)
    if found is None:
        return []
    years = CENTURIES.get(" ".join((found["c"] or "").lower().split())) or number_of(
        (found["n"] or "").lower()
    )
    shifts = {shift for e in expressions if (shift := shift_of(e)) is not None}
    if EVE.search(text, 0, found.start()):
        shifts = {1}
    if not years or len(shifts) > 1 or not (shifts or exact):
        return []
    shift = shifts.pop() if shifts else 0
    why = f'"{" ".join(found.group().split())}"'
    days = {c.shift(c.add_years(event.date, years), -shift) for event in began(text)}
    return [on_day(day=day, why=why) for day in days if day.year >= EARLIEST] if len(days) == 1 else []


def began(text: str) -> list[Event]:
    """The independence of the one state that a sentence names, else of that in whose capital it was written."""
    named = of_state(f"{text} independence")
    dateline = DATELINE.match(text)
    if named or dateline is None:
        return named
    place = re.split(r"[,(]|\s[-–—]", dateline.group())[0].strip(" :")
    state = states_of_capitals().get(place)
    return of_state(f"The independence of {state}") if state else []


def of_state(words: str) -> list[Event]:
    """The independence of states that some words name."""
    return [event for event in load_names().event_named(words) if event.id.endswith(OWN)]
