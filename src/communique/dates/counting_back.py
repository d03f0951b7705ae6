"""`count_back`: the days of what an amount of time is counted from, seen from what came so much later."""

from __future__ import annotations

import datetime as dt

from communique.dates import calendars as c
from communique.dates.calendars import Days
from communique.dates.expression import Expression
from communique.dates.find import find_expressions
from communique.dates.offsets import calendar_shift, vague_shift
from communique.dates.whens import made_when
from communique.records import When


def count_back(words: str, later: When) -> When | None:
    """When the event was that "two days after it" counts from, of which `later` is the day so told.

    "two days after", seen from Friday 2021-06-18, is 2021-06-16; "a week after" the calendar week before, "hours after"
    that day or the one before. None where the words are no such amount, or the later day is not known at both ends.
    """
    one = next(iter(find_expressions(words)), None)
    if one is None or one.cls != "offset" or not (later.start and later.end):
        return None
    sign = -1 if (one.modifier or "").endswith("after") or one.modifier == "within" else 1
    first = moved(dt.date.fromisoformat(later.start), one, sign)
    last = moved(dt.date.fromisoformat(later.end), one, sign)
    if first is None or last is None:
        return None
    days = Days(first.start, last.end, first.precision if first == last else "interval")
    return made_when(one, days, "relative_event", f"{one.text}: counted back from {later.start}")


def moved(day: dt.date, one: Expression, sign: int) -> Days | None:
    """A day moved by an amount; by "within" or "less than" an amount, all days up to it."""
    if one.unit is None:
        return None
    if one.count is None:
        return vague_shift(day, one.unit, sign)
    if (one.modifier or "").startswith("within"):
        far = calendar_shift(day, one.unit, sign * one.count, exact=True)
        ends = sorted(d for d in (day, far.start if far else None, far.end if far else None) if d)
        return Days(ends[0], ends[-1], "interval") if far else None
    if one.unit == "week" and one.part == "exact":
        return c.day(c.shift(day, sign * 7 * one.count))
    return calendar_shift(day, one.unit, sign * one.count, one.part == "exact")
