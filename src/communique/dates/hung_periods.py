"""Weeks, months, years and seasons that hang on what was told before: "that same week", "the following spring"."""

from __future__ import annotations

import datetime as dt

from communique.dates import calendars as c
from communique.dates.calendars import Days
from communique.dates.expression import Anchor, Expression
from communique.dates.offsets import Found, base_days, last_told
from communique.dates.periods import calendar_unit, part_of_month, part_of_year


def years_before(expression: Expression, today: dt.date) -> Found | None:
    """ "The previous year had seen nine such meetings", where nothing was told before: the year before the report's."""
    if not expression.text.lower().startswith(("the previous", "the year before")):
        return None
    days = calendar_unit(today, "year", -1)
    return (days, f"calendar year before that of {today.isoformat()}") if days else None


def anchor_hang_period(expression: Expression, anchor: Anchor) -> Found | None:
    """ "that same week", "the following month", "the year before", against what was told last."""
    told = last_told(anchor)
    if told is None and expression.modifier == "next" and (today := anchor.date()):
        days = calendar_unit(today, expression.unit or "", 1)
        return (days, f"calendar {expression.unit} after that of {today.isoformat()}") if days else None
    if told is None and expression.count == -1 and expression.unit == "year" and (today := anchor.date()):
        return years_before(expression, today)
    if told is None or not told.start:
        return None
    base, unit, count = dt.date.fromisoformat(told.start), expression.unit or "", expression.count or 0
    days = calendar_unit(base, unit, count)
    if days is None or days.start is None:
        return None
    if expression.part in {"later", "earlier"} and days.end:
        ends = base_days(told)
        whole = (
            days
            if told.precision in {"year", "month"}
            else Days(ends.start, days.end, "interval")
            if expression.part == "later"
            else Days(days.start, ends.end, "interval")
        )
        return whole, f"{expression.part} in the calendar {unit} of {told.start}"
    if expression.part and unit == "month":
        days = part_of_month(days, expression.part)
    if expression.part and unit == "year" and days.start is not None:
        days = part_of_year(days.start.year, expression.part)
    return days, f"calendar {unit} {count:+d} from that of {told.start}"


def anchor_hang_season(expression: Expression, anchor: Anchor) -> Found | None:
    """ "that autumn", "the following spring", against what was told last."""
    told, modifier, month = last_told(anchor), expression.modifier or "", expression.month
    if not month:
        return None
    if told is None:
        return season_from_today(modifier, month, anchor.date())
    if not told.start or not told.end:
        return None
    base = dt.date.fromisoformat(told.start)
    if "following" in modifier or "next" in modifier:
        days = season_after(base, month)
    elif "previous" in modifier:
        days = season_before(base, month)
    else:
        days = c.season(base.year - (month == 12 and base.month <= 2), month)
    return (days, f"{modifier} season, counted from {told.start}") if days else None


def season_from_today(modifier: str, month: int, today: dt.date | None) -> Found | None:
    """ "The next spring", "the previous winter", where nothing was told before: the one beside the report's day."""
    if today is None or modifier not in {"the next", "the previous"}:
        return None
    after = modifier == "the next"
    days = season_after(today, month) if after else season_before(today, month)
    return (days, f"the season {'after' if after else 'before'} {today.isoformat()}") if days else None


def season_after(day: dt.date, month: int) -> Days | None:
    """The first season from a month on that begins after a day."""
    seasons = (c.season(year, month) for year in (day.year, day.year + 1))
    return next((s for s in seasons if s.start and s.start > day), None)


def season_before(day: dt.date, month: int) -> Days | None:
    """The last season from a month on that ended before a day."""
    seasons = (c.season(year, month) for year in range(day.year, day.year - 3, -1))
    return next((s for s in seasons if s.end and s.end < day), None)
