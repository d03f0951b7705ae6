"""What a text tells as still to come bounds its day: who "met on Tuesday" and "leaves on Thursday" is told of before Thursday."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from communique.dates import calendars as c
from communique.dates.expression import Expression
from communique.dates.tense import find_tense

WEEK = 7
SATURDAY = 5
NEWS = 3  # sentences: what follows them may tell of anything
HAD = re.compile(r"\b(?:had|before|ahead\s+of)\b[^,;.]*$")
Told = Sequence[tuple[str, list[Expression]]]


def before_what_comes(days: set[dt.date], told: Told, *, news: bool) -> set[dt.date]:
    """Of the days on which a report can be, those before the first day that it tells as still to come.

    Weekdays count from the first of the days where that is the day of the `news`: "landed on Tuesday", "will be received
    on Wednesday".
    """
    ends = [
        day
        for text, found in told[:NEWS]
        for one in found
        if (news or one.cls == "date") and (day := coming_day(text, one, min(days)))
    ]
    kept = {day for day in days if all(day < end for end in ends)}
    return kept or days


def coming_day(text: str, one: Expression, news: dt.date) -> dt.date | None:
    """The day on which something told as still to come begins, by the day of what is news: a weekday, a weekend, a date."""
    if one.modifier not in {None, "the", "this"} or find_tense(text, one) != "future":
        return None
    if one.cls == "weekday" and one.weekday is not None:
        return next_weekday(news, one.weekday)
    if one.cls == "period" and one.unit == "weekend" and one.count == 0:
        return next_weekday(news, SATURDAY)
    if one.cls == "date" and one.month and one.day:
        years = [one.year] if one.year else [news.year, news.year + 1]
        days = [d for year in years if (d := c.make_date(year, one.month, one.day)) and d > news]
        return min(days, default=None)
    return None


def next_weekday(day: dt.date, weekday: int) -> dt.date:
    """The first such weekday after a day."""
    return c.shift(day, (weekday - day.weekday() - 1) % WEEK + 1)


def after_what_was(days: set[dt.date], told: Told) -> set[dt.date]:
    """Of the days from that of the news on, those that another weekday of the first sentence leaves.

    "Lula, who beat Bolsonaro on Sunday, took a call on Monday" is told on that Monday at the earliest.
    """
    text, found = told[0]
    news = min(days)
    told_at = next((e.start for e in found if e.cls == "weekday" and e.weekday == news.weekday()), 0)
    others = [
        next_weekday(news, one.weekday)
        for one in found
        if one.cls == "weekday"
        and one.weekday is not None
        and one.weekday != news.weekday()
        and not one.modifier
        and one.start >= told_at
        if find_tense(text, one) == "past" and not HAD.search(text, 0, one.start)
    ]
    return {day for day in days if all(day >= other for other in others)} or days


def since_what_was(days: set[dt.date], told: Told) -> set[dt.date]:
    """Of the days within which an office was held, those from which the first sentence can look back to it.

    "Spoke last night" of somebody who took office on the sixth is told on the seventh at the earliest; "on Thursday" from
    the first Thursday of the office on.
    """
    if not told or not days:
        return days
    text, found = told[0]
    first = min(days)
    for one in found:
        if find_tense(text, one) != "past":
            continue
        if one.cls == "deictic" and (one.count or 0) < 0:
            first = max(first, c.shift(min(days), -(one.count or 0)))
        elif one.cls == "weekday" and one.weekday is not None and not one.modifier:
            first = max(first, c.shift(min(days), (one.weekday - min(days).weekday()) % WEEK))
    return {day for day in days if day >= first}
