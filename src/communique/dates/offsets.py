"""Deictics and offsets: so many days from the report's day, or from what was told before."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from communique.dates import calendars as c
from communique.dates.calendars import Days
from communique.dates.expression import Anchor, Expression
from communique.dates.words import number_of
from communique.records import When

Found = tuple[Days, str]
LONGEST = 31  # days of an event after which "the next day" still makes sense
DAY_WORDS = ("yesterday", "tomorrow")  # "a week ago yesterday" counts from that day
VAGUE = {
    "minute": (0, 1),
    "hour": (0, 1),
    "day": (1, 13),
    "week": (7, 62),
    "month": (28, 366),
    "year": (366, 3660),
}


def count_of(word: str | None) -> int | None:
    """A number's value."""
    return number_of(word) if word else None


def anchor_deictic(expression: Expression, anchor: Anchor) -> Found | None:
    """ "yesterday", "tonight", "overnight"."""
    today = anchor.date()
    if today is None:
        return None
    if expression.modifier == "overnight":
        return Days(
            c.shift(today, -1), today, "interval"
        ), f"overnight: {c.shift(today, -1).isoformat()} and {today.isoformat()}"
    count = expression.count or 0
    if expression.part == "night" and anchor.tense == "past" and "last" in expression.text.lower():
        count = -1
    found = c.shift(today, count)
    return (
        c.day(found),
        f"{expression.text.lower()}: publication day {today.isoformat()} {count:+d} days"
        if count
        else f"the publication day {today.isoformat()}",
    )


def calendar_shift(base: dt.date, unit: str, count: int, exact: bool) -> Days | None:
    """So many units on: the day for days, else the calendar week, month or year that holds it, unless exact."""
    if unit == "day":
        return c.day(c.shift(base, count))
    if unit in {"minute", "hour"}:
        whole, rest = divmod(abs(count), 24) if unit == "hour" else (0, 1)
        sign = 1 if count > 0 else -1
        one, other = c.shift(base, sign * whole), c.shift(base, sign * (whole + bool(rest)))
        return Days(min(one, other), max(one, other), "day")
    if unit == "week":
        moved = c.shift(base, 7 * count)
        return c.day(moved) if exact else c.week(moved)
    if unit == "month":
        moved = c.add_months(base, count)
        return c.day(moved) if exact else c.month(moved.year, moved.month)
    if unit == "year":
        moved = c.add_years(base, count)
        return c.day(moved) if exact else c.year(moved.year)
    return None


def vague_shift(base: dt.date, unit: str, sign: int) -> Days | None:
    """ "days ago", "weeks later": an interval wide enough."""
    if unit not in VAGUE:
        return None
    near, far = VAGUE[unit]
    one, other = c.shift(base, sign * near), c.shift(base, sign * far)
    return Days(min(one, other), max(one, other), "interval")


def shifted(base: dt.date, expression: Expression, sign: int) -> Days | None:
    """The base moved by an expression's count and unit."""
    unit = expression.unit or "day"
    if expression.count is None:
        return vague_shift(base, unit, sign)
    days = calendar_shift(base, unit, sign * expression.count, expression.part == "exact")
    step = expression.other
    if step and step.count and days and days.start:
        towards = 1 if expression.cls == "ago" and expression.text.lower().endswith(DAY_WORDS) else sign
        return calendar_shift(days.start, step.unit or "day", towards * step.count, exact=True)
    return days


def anchor_ago(expression: Expression, anchor: Anchor) -> Found | None:
    """ "three days ago", "two months ago" (that calendar month)."""
    today = anchor.date()
    days = shifted(today, expression, -1) if today else None
    return (
        (days, f"publication day {anchor.day} - {expression.count or 'some'} {expression.unit}s")
        if days
        else None
    )


def anchor_ago_month(expression: Expression, anchor: Anchor) -> Found | None:
    """ "seven years ago this January": that month, so many years before this year's."""
    today = anchor.date()
    if today is None or not expression.month or not expression.count or expression.unit != "year":
        return None
    return c.month(
        today.year - expression.count, expression.month
    ), f"{expression.count} years before {today.year}-{expression.month:02d}"


def anchor_ago_period(expression: Expression, anchor: Anchor) -> Found | None:
    """ "ten years ago this week", "a year ago this month": the week or month that holds the day so long ago."""
    today = anchor.date()
    days = shifted(today, replace(expression, part="exact"), -1) if today else None
    if days is None or days.start is None:
        return None
    held = c.week(days.start) if expression.part == "week" else c.month(days.start.year, days.start.month)
    return held, f"the {expression.part} of {days.start.isoformat()}"


def anchor_this_time(expression: Expression, anchor: Anchor) -> Found | None:
    """ "this time last week" is the day a week before, "this time last year" the month a year before."""
    today, count = anchor.date(), expression.count or 0
    if today is None:
        return None
    if expression.unit == "year" and expression.part in {"day", "week"}:
        day = c.add_years(today, count)
        return (
            c.day(day) if expression.part == "day" else c.week(day)
        ), f"{count:+d} year from {today.isoformat()}"
    if expression.unit == "week":
        return c.day(c.shift(today, 7 * count)), f"{7 * count:+d} days from {today.isoformat()}"
    if expression.unit == "month":
        return c.month(today.year, today.month + count), f"a month {count:+d} from {today.isoformat()}"
    return c.month(today.year + count, today.month), f"the month of {today.isoformat()}, {count:+d} year"


def anchor_ahead(expression: Expression, anchor: Anchor) -> Found | None:
    """ "in four days" where the verb looks ahead, "in two weeks' time", "ten days from now"."""
    today = anchor.date()
    if today is None or (expression.modifier == "in" and anchor.tense == "past"):
        return None
    days = shifted(today, expression, 1)
    return (
        (days, f"publication day {anchor.day} + {expression.count or 'some'} {expression.unit}s")
        if days
        else None
    )


def last_told(anchor: Anchor) -> When | None:
    """What the narrative told last with both ends known."""
    return next((w for w in reversed(anchor.previous) if w.start and w.end), None)


def last_day_told(anchor: Anchor) -> When | None:
    """The single day that the narrative told last."""
    return next((w for w in reversed(anchor.previous) if w.start and w.start == w.end), None)


def base_days(when: When) -> Days:
    """A When's interval as dates."""
    return Days(
        dt.date.fromisoformat(when.start) if when.start else None,
        dt.date.fromisoformat(when.end) if when.end else None,
        when.precision,
    )


def anchor_same(expression: Expression, anchor: Anchor) -> Found | None:
    """ "the same day", "the next morning", "a day earlier", against what was told last."""
    told = last_day_told(anchor) or last_told(anchor)
    if (
        told is not None
        and (onward := stepped_past(told, anchor)) is not None
        and expression.count is not None
    ):
        days = base_days(onward)
        assert days.start is not None
        assert days.end is not None
        first, last = c.shift(days.start, expression.count), c.shift(days.end, expression.count)
        return Days(
            first, last, "interval"
        ), f"{expression.count:+d} days from {onward.start} to {onward.end}"
    ahead = expression.part == "later" and anchor.tense == "future" and anchor.day is not None
    if ahead and (told is None or (told.start or "") < str(anchor.day)) and (today := anchor.date()):
        return c.day(today), f"still to come on the publication day {today.isoformat()}"
    if told is None:
        return before_the_news(expression, anchor)
    days, count = base_days(told), expression.count or 0
    if told.precision not in {"day", "hour"} and days.start != days.end:
        if days.start is None or days.end is None or (days.end - days.start).days > LONGEST:
            return None
        return moved_interval(days, count), f"{count:+d} days from {told.start} to {told.end}"
    assert days.start is not None
    found = c.shift(days.end if count > 0 and days.end else days.start, count)
    return c.day(found), f"{told.start} {count:+d} days" if count else f"the day told before, {told.start}"


def stepped_past(told: When, anchor: Anchor) -> When | None:
    """What the narrative has gone on to since its last single day, if to no single day: "Two weeks later ... The next day"."""
    last = last_told(anchor)
    if last is None or last.basis != "relative_event" or last.start == last.end:
        return None
    days = base_days(last)
    if days.start is None or days.end is None or (days.end - days.start).days > LONGEST:
        return None
    return last if (told.end or "") < (last.start or "") else None


def before_the_news(expression: Expression, anchor: Anchor) -> Found | None:
    """ "The previous day he had met Li", with no day told before: the day before news of the report's day, or of the day before."""
    today = anchor.date()
    if today is None or expression.count != -1 or anchor.tense != "past":
        return None
    first, last = c.shift(today, -2), c.shift(today, -1)
    return Days(first, last, "interval"), f"the day before news of {last.isoformat()} or {today.isoformat()}"


def moved_interval(days: Days, count: int) -> Days:
    """An interval of days, moved; the day after a visit follows its end."""
    assert days.start is not None
    assert days.end is not None
    if count > 0:
        return c.day(c.shift(days.end, count))
    return c.day(c.shift(days.start, count)) if count < 0 else days


def anchor_hang(expression: Expression, anchor: Anchor) -> Found | None:
    """ "two days later", "four years later", "within three weeks", against what was told last."""
    told, today = last_told(anchor), anchor.date()
    if expression.modifier == "within" and anchor.tense == "future" and today:
        return moved(c.day(today), expression) or c.day(today), f"within that time of {today.isoformat()}"
    if told is None:
        return None
    days = moved(base_days(told), expression)
    return (days, f"{' '.join(expression.text.lower().split())}: counted from {told.start}") if days else None


def moved(days: Days, expression: Expression) -> Days | None:
    """An event's days moved by an offset: "after" counts from its last day known, "before" from its first."""
    direction = expression.modifier
    if expression.weekday is not None and days.start and days.end:
        base = c.shift(days.end, 1) if direction == "after" else c.shift(days.start, -1)
        step = (
            (expression.weekday - base.weekday()) % 7
            if direction == "after"
            else -((base.weekday() - expression.weekday) % 7)
        )
        return c.day(c.shift(base, step))
    if direction == "within before":
        first = shifted(days.start, _exact(expression), -1) if days.start else None
        return Days(first.start, days.end, "interval") if first else None
    if direction == "within":
        end = shifted(days.end, _exact(expression), 1) if days.end else None
        return Days(days.start, end.end, "interval") if days.start and end else None
    ahead = direction in {"after", "later"}
    if days.start is None or days.end is None:
        return None
    if expression.unit in {"day", "hour", "minute"} and (days.end - days.start).days > LONGEST:
        return None  # "in 1962 ...; thirteen days earlier": of a year nothing is counted in days
    one, other = (
        shifted(days.start, expression, 1 if ahead else -1),
        shifted(days.end, expression, 1 if ahead else -1),
    )
    if one is None or other is None:
        return None
    if days.start == days.end:
        return one
    if days.precision in {"month", "year", "week", "quarter"} and expression.unit == days.precision:
        return one
    if (
        expression.unit in {"day", "hour", "minute"}
        and days.precision == "interval"
        and (days.end - days.start).days <= 14
    ):
        return other if ahead else one
    return Days(one.start, other.end, "interval" if one != other else one.precision)


def _exact(expression: Expression) -> Expression:
    return replace(expression, part="exact")


def clipped(days: Days, anchor: Anchor, base: Days) -> Days:
    """A wide offset that was told as past ends with the report's day, never before its base."""
    today = anchor.date()
    if (
        today is None
        or anchor.tense == "future"
        or days.precision != "interval"
        or not days.start
        or not days.end
    ):
        return days
    if days.start <= today < days.end and base.start and base.start <= today:
        return Days(days.start, today, days.precision)
    return days
