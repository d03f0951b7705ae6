"""Weekdays and dates: which day a weekday or a month and day without a year means."""

from __future__ import annotations

import datetime as dt

from communique.dates import calendars as c
from communique.dates.calendars import Days
from communique.dates.expression import Anchor, Expression

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEAR = 120  # days ahead within which a date without a year and without a verb's direction is taken as still to come
JUST_GONE = 7  # days: a plan for a day so short ago is an old one, not one for next year


NARRATED = frozenset(
    {"following", "the following", "the next", "that", "that same", "the same", "the previous"}
)  # weekdays that hang on what was told
SOON = 21  # days ahead: nearer than a year ago whatever the verb, for news tells an old date with its year


def said(date: dt.date) -> str:
    """ "Thursday 2026-02-05"."""
    return f"{NAMES[date.weekday()]} {date.isoformat()}"


def latest_weekday(date: dt.date, weekday: int) -> dt.date:
    """The last such weekday not after the date."""
    return c.shift(date, -((date.weekday() - weekday) % 7))


def next_weekday(date: dt.date, weekday: int) -> dt.date:
    """The first such weekday not before the date."""
    return c.shift(date, (weekday - date.weekday()) % 7)


def anchor_weekday(expression: Expression, anchor: Anchor) -> tuple[Days, str] | None:
    """ "Wednesday" looking back or ahead; "last", "next", "this", "Monday week", "Tuesday of last week"."""
    today = anchor.date()
    if expression.weekday is None:
        return None
    told = next((w for w in reversed(anchor.previous) if w.start and w.precision in {"day", "hour"}), None)
    if expression.modifier in NARRATED and told and told.start:
        base = dt.date.fromisoformat(told.start)
        if expression.modifier == "the previous":
            found = latest_weekday(c.shift(base, -1), expression.weekday)
        elif "following" in expression.modifier or expression.modifier == "the next":
            found = next_weekday(c.shift(base, 1), expression.weekday)
        else:
            found = next_weekday(base, expression.weekday)
        return c.day(found), f"{expression.modifier} {NAMES[expression.weekday]}, counted from {said(base)}"
    if today is None:
        return None
    if expression.modifier == "ago":
        weeks = (expression.count or 1) - 1
        found = c.shift(latest_weekday(c.shift(today, -1), expression.weekday), -7 * weeks)
        return c.day(found), f"{expression.count} {NAMES[expression.weekday]}s before {said(today)}"
    found, how = choose_weekday(
        today, expression.weekday, expression.modifier or "", anchor.tense, expression.count or 1
    )
    return c.day(found), f"{NAMES[expression.weekday]} {how} {said(today)}"


def choose_weekday(  # noqa: C901  the cases of one grammar stand together
    today: dt.date, weekday: int, modifier: str, tense: str, count: int = 1
) -> tuple[dt.date, str]:
    """The day, and where it lies from the report's day."""
    monday = c.shift(today, -today.weekday())
    weeks = {
        "last week": -1,
        "previous week": -1,
        "next week": 1,
        "following week": 1,
        "coming week": 1,
        "past week": -1,
        "week before last": -2,
        "week after next": 2,
        "this week": 0,
        "next": 1,
        "this": 0,
    }
    if modifier in weeks:
        number = weeks[modifier]
        return c.shift(monday, 7 * number + weekday), f"{number:+d} weeks from that of"
    if modifier == "week":
        modifier = "plus week" if tense == "future" else "minus week"
    if modifier in {"last", "previous", "the previous"}:
        return latest_weekday(c.shift(today, -1), weekday), "before"
    if modifier == "before last":
        return latest_weekday(c.shift(today, -8), weekday), "a week before the last one, seen from"
    if modifier == "after next":
        return c.shift(next_weekday(today, weekday), 7), "a week after the next one, seen from"
    if modifier in {"this past", "past", "the past"}:
        return latest_weekday(today, weekday), "not after"
    if modifier in {"this coming", "coming", "the coming", "following", "the following", "the next"}:
        return next_weekday(today, weekday), "not before"
    if modifier in {"plus week", "plus fortnight", "minus week"}:
        if modifier == "minus week":
            return c.shift(
                latest_weekday(today, weekday), -7 * count
            ), "a week before the last one, seen from"
        weeks_on = 2 if modifier == "plus fortnight" else 1
        return c.shift(
            next_weekday(today, weekday), 7 * weeks_on
        ), f"{weeks_on} week(s) after the coming one, seen from"
    if tense == "future":
        return next_weekday(today, weekday), "after" if today.weekday() != weekday else "on"
    return latest_weekday(today, weekday), "before" if today.weekday() != weekday else "on"


def anchor_date(expression: Expression, anchor: Anchor) -> tuple[Days, str] | None:
    """A stated date; without a year the one nearest in the verb's direction, a weekday beside it deciding."""
    assert expression.month is not None
    assert expression.day is not None
    if expression.year is not None:
        found = c.make_date(expression.year, expression.month, expression.day)
        if found is None:
            return None
        return with_alternative(expression, found, anchor)
    today = anchor.date()
    if today is None:
        return None
    if expression.modifier and expression.modifier.startswith("year "):
        step = {"last": -1, "this": 0, "next": 1}[expression.modifier.removeprefix("year ")]
        told = c.make_date(today.year + step, expression.month, expression.day)
        return (c.day(told), f"{said(told)}, of the year {step:+d} from {today.year}") if told else None
    candidates = [
        d
        for y in range(today.year - 8, today.year + 9)
        if (d := c.make_date(y, expression.month, expression.day))
    ]
    if expression.weekday is not None:
        near = [d for d in candidates if d.weekday() == expression.weekday and abs(d.year - today.year) <= 1]
        candidates = near or candidates
    found = nearest(candidates, today, anchor.tense, narrative_year(anchor))
    return (c.day(found), f"{said(found)}, seen from {said(today)}") if found else None


def with_alternative(expression: Expression, found: dt.date, anchor: Anchor) -> tuple[Days, str]:
    """ "03/04/2012" may be two days: both, as an interval, are all that is sure."""
    other = expression.other
    second = (
        c.make_date(other.year, other.month, other.day)
        if other and other.year and other.month and other.day
        else None
    )
    today = anchor.date()
    if second and today and anchor.tense != "none":
        possible = [d for d in (found, second) if (d <= today if anchor.tense == "past" else d >= today)]
        if len(possible) == 1:
            return c.day(
                possible[0]
            ), f"{said(possible[0])}, the one order of day and month that fits the verb"
    if second is None:
        return c.day(found), f"{said(found)} as stated"
    return Days(
        min(found, second), max(found, second), "interval"
    ), f"{found.isoformat()} or {second.isoformat()}, by the order of day and month"


def narrative_year(anchor: Anchor) -> int | None:
    """The year of the same sentence's flashback, if one was told: see narrative."""
    return next(
        (
            int(w.start[:4])
            for w in reversed(anchor.previous)
            if w.relation == "same_sentence_year" and w.start
        ),
        None,
    )


def nearest(candidates: list[dt.date], today: dt.date, tense: str, year: int | None = None) -> dt.date | None:
    """The candidate in the verb's direction; without one the last, unless the next is much nearer."""
    if year is not None:
        return next((d for d in candidates if d.year == year), None)
    past = [d for d in candidates if d <= today]
    ahead = [d for d in candidates if d >= today]
    if tense == "future" and ahead:
        gone = past and (today - past[-1]).days <= JUST_GONE and (ahead[0] - today).days > 365 - 2 * JUST_GONE
        return past[-1] if gone else ahead[0]  # "was due to last until 22 August", told on the 23rd
    if ahead and past and (ahead[0] - today).days <= SOON and (today - past[-1]).days > 365 - SOON - 2:
        return ahead[0]
    if (
        tense == "none"
        and ahead
        and (not past or ((ahead[0] - today).days <= NEAR and (today - past[-1]).days > 2 * NEAR))
    ):
        return ahead[0]
    return past[-1] if past else (ahead[0] if ahead else None)


def anchor_day_of_month(expression: Expression, anchor: Anchor) -> tuple[Days, str] | None:
    """ "the 22nd" in the verb's direction; "the 4th of next month"."""
    today = anchor.date()
    if today is None or expression.day is None:
        return None
    if expression.modifier:
        start = c.month(
            today.year, today.month + {"this": 0, "last": -1, "next": 1}[expression.modifier]
        ).start
        assert start is not None
        found = c.make_date(start.year, start.month, expression.day)
    else:
        step = 1 if anchor.tense == "future" else -1
        months = [c.month(today.year, today.month + step * i).start for i in range(4)]
        days = [d for m in months if m and (d := c.make_date(m.year, m.month, expression.day))]
        found = next((d for d in days if (d - today).days * step >= 0), None)
    return (c.day(found), f"{said(found)}, seen from {said(today)}") if found else None


def anchor_nth_weekday(expression: Expression, anchor: Anchor) -> tuple[Days, str] | None:
    """ "the first Monday in May"."""
    today = anchor.date()
    years = (
        [expression.year] if expression.year else list(range(today.year - 1, today.year + 2)) if today else []
    )
    if expression.modifier and today and expression.weekday is not None and expression.count:
        start = c.month(
            today.year, today.month + {"this": 0, "last": -1, "next": 1}[expression.modifier]
        ).start
        day = c.nth_weekday(start.year, start.month, expression.weekday, expression.count) if start else None
        return (c.day(day), f"{said(day)} by count") if day else None
    if not years or not expression.month or expression.weekday is None or not expression.count:
        return None
    days = [
        d for y in years if (d := c.nth_weekday(y, expression.month, expression.weekday, expression.count))
    ]
    found = (
        nearest(days, today, anchor.tense) if today and not expression.year else (days[0] if days else None)
    )
    return (c.day(found), f"{said(found)} by count") if found else None
