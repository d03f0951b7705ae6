"""Evidence of a report's day by years gone by: "today, the second anniversary of ...", "fell 25 years ago today"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from communique.dates import calendars as c
from communique.dates.clues import shift_of
from communique.dates.event_words import most_specific, told_in
from communique.dates.expression import Expression
from communique.dates.find import find_expressions
from communique.dates.lexicon import load_names
from communique.dates.named import anniversary_of
from communique.dates.proof import Proof, on_day
from communique.dates.tense import find_tense

WEEK = 7
WISHED = re.compile(
    r"\b(?:congratulat\w+|felicitat\w+|greet\w*|wish\w*|messages?|telegrams?|letters?)\b[^.;]{0,120}$",
    re.IGNORECASE,
)  # sent for an anniversary, before it or after
MONTHS = 12
AT_THE_START = 3  # code points: an anniversary that opens its sentence
TO_THE_DAY = re.compile(r"\s+(?:(?:to\s+the\s+day\s+)?today|to\s+the\s+day)\b", re.IGNORECASE)


def anniversary_proofs(text: str, expressions: Sequence[Expression], *, opening: bool) -> list[Proof]:
    """ "Today, the second anniversary of ...", "twenty years after ... today", "50 days to go", "25 years ago today"."""
    shifts = {s for e in expressions if (s := shift_of(e)) is not None and e.cls == "deictic"}
    proofs: list[Proof] = []
    for one in expressions:
        if one.cls == "anniversary":
            proofs += of_anniversary(text, (one, expressions), shifts, opening=opening)
        elif one.cls == "offset" and one.unit == "year" and one.modifier == "after" and shifts == {0}:
            proofs += years_after(one, text)
        elif one.cls == "offset" and one.unit == "day" and "to go" in one.text.lower():
            proofs += days_to_go(one)
        elif one.cls == "ago" and one.unit in {"year", "month"} and is_to_the_day(text, one):
            proofs += ago_today(text, one, expressions)
    return proofs


def of_anniversary(
    text: str, told: tuple[Expression, Sequence[Expression]], shifts: set[int], *, opening: bool
) -> list[Proof]:
    """An anniversary told of today, on its eve, at the start of a sentence, or on the weekday that it was."""
    one, expressions = told
    day = day_of_anniversary(one, text)
    if day is None or WISHED.search(text, 0, one.start):
        return []
    why = f"{one.text}: {day.isoformat()}"
    days = [e for e in expressions if e.cls in {"weekday", "date"}]
    if any(e.cls == "offset" and e.base == one for e in expressions):
        return [on_day(day=c.shift(day, -1), why=why)]
    if len(shifts) == 1:
        return [on_day(day=c.shift(day, -next(iter(shifts))), why=why)]
    if shifts or not opening:
        return []
    if kept_on(text, days, day):
        return [Proof(first=day, last=c.shift(day, WEEK - 1), why=f"{why}, told with its weekday", news=True)]
    return [on_day(day=day, why=why)] if one.start <= AT_THE_START and not days else []


def day_of_anniversary(one: Expression, text: str = "") -> dt.date | None:
    """The day of an anniversary of a known event, or of a day that its words state: "of the quake of 6 April 2009".

    What it names only in part, "of the massacre", may be named by the `text` around it: Srebrenica's.
    """
    if not one.name or not one.count:
        return None
    stated = [day for e in find_expressions(one.name) if (day := full_day(e))]
    if len(stated) == 1:
        return c.add_years(stated[0], one.count)
    found = anniversary_of(one.name, one.count, None)
    if found is None and text and one.text.lower().startswith("on the"):
        events = [e for e in load_names().event_named(text) if told_in(e, one.name)]
        days = {c.add_years(e.date, one.count) for e in most_specific(events, text)}
        return days.pop() if len(days) == 1 else None
    return found[0] if found else None


def kept_on(text: str, days: Sequence[Expression], day: dt.date) -> bool:
    """Whether the one weekday that a sentence tells, looking back, is that of an anniversary."""
    if len(days) != 1 or days[0].cls != "weekday" or days[0].modifier:
        return False
    return days[0].weekday == day.weekday() and find_tense(text, days[0]) == "past"


def years_after(one: Expression, text: str) -> list[Proof]:
    """ "Twenty years after the attacks of September 11, 2001", told of today; what it names in part its sentence may name."""
    if not one.count:
        return []
    words = one.name or ""
    named = load_names().event_named(words) or [
        e for e in most_specific(load_names().event_named(text), text) if words and told_in(e, words)
    ]
    days = {c.add_years(e.date, one.count) for e in named}
    if one.base is not None and (stated := full_day(one.base)):
        days = {c.add_years(stated, one.count)}
    return [on_day(day=day, why=f'"{one.text}", told of today') for day in sorted(days)]


def days_to_go(one: Expression) -> list[Proof]:
    """ "Fifty days to go until 1 July 2013"."""
    end = c.make_date(b.year, b.month or 1, b.day or 1) if (b := one.base) and b.year else None
    if end is None or not one.count or b is None or b.cls != "date":
        return []
    return [on_day(day=c.shift(end, -one.count), why=f'"{one.text}"')]


def is_to_the_day(text: str, one: Expression) -> bool:
    """Whether years or months ago are told of this very day: "25 years ago today"."""
    words = one.text.lower()
    exact = one.part == "exact" and "to the day" in words
    return bool(one.count) and (words.endswith("today") or exact or bool(TO_THE_DAY.match(text, one.end)))


def ago_today(text: str, one: Expression, expressions: Sequence[Expression]) -> list[Proof]:
    """The day by what happened so long ago: the one full date of the sentence, else the events that it names."""
    months = (one.count or 0) * (MONTHS if one.unit == "year" else 1)
    stated = [(e.text, day) for e in expressions if (day := full_day(e))]
    if len(stated) == 1:
        words, day = stated[0]
        return [on_day(day=c.add_months(day, months), why=f'"{one.text}", of {words}')]
    days = {c.add_months(e.date, months) for e in load_names().event_named(text)}
    return [on_day(day=day, why=f'"{one.text} today"') for day in sorted(days)]


def full_day(one: Expression) -> dt.date | None:
    """The day of a date with its year."""
    if one.cls not in {"date", "event_date"} or not (one.year and one.month and one.day):
        return None
    return c.make_date(one.year, one.month, one.day)
