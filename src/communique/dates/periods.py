"""Months, seasons, quarters, years and other periods, whole or in part."""

from __future__ import annotations

import datetime as dt

from communique.dates import calendars as c
from communique.dates.calendars import Days
from communique.dates.expression import Anchor, Expression

Found = tuple[Days, str]
RECENT_DAYS = {"hour": 1, "day": 7, "week": 42, "month": 183, "year": 5 * 366, "decade": 30 * 366}
NARRATED = frozenset(
    {"that", "that same", "the same", "the following", "following", "the previous", "the next"}
)  # months that hang on what was told
TURN_MONTH = 10  # from October on "the turn of the year" is the one to come
RELATIVE = {
    "last": -1,
    "this": 0,
    "next": 1,
    "year": 0,
    "the same": 0,
    "that": 0,
    "the following": 1,
    "the previous": -1,
}


def year_told(expression: Expression, anchor: Anchor) -> int | None:
    """The year that an expression states, or by "last year" beside it."""
    if expression.year is not None:
        return expression.year
    modifier = expression.modifier or ""
    today = anchor.date()
    told = next((w for w in reversed(anchor.previous) if w.start), None)
    if (
        modifier in {"year that", "year the same", "year the following", "year the previous"}
        and told
        and told.start
    ):
        return int(told.start[:4]) + RELATIVE[modifier.removeprefix("year ")]
    if modifier.startswith("year ") and today:
        return today.year + RELATIVE.get(modifier.removeprefix("year "), 0)
    return None


def part_of_month(days: Days, part: str | None) -> Days:
    """Early is the 1st to the 10th, mid the 11th to the 20th, late the 21st to the end."""
    start = days.start
    assert start is not None
    if part in {"early", "start", "turn"}:
        return Days(start, start.replace(day=10), "interval")
    if part == "mid":
        return Days(start.replace(day=11), start.replace(day=20), "interval")
    if part in {"late", "end"}:
        return Days(start.replace(day=21), days.end, "interval")
    if part == "first half":
        return Days(start, start.replace(day=15), "interval")
    if part == "second half":
        return Days(start.replace(day=16), days.end, "interval")
    if part and part.startswith("week "):
        number = int(part[-1])
        return Days(start.replace(day=7 * number - 6), start.replace(day=7 * number), "interval")
    if part == "last week":
        return Days(c.shift(days.end, -6) if days.end else None, days.end, "interval")
    return days


def part_of_year(number: int, part: str | None) -> Days:
    """The start of a year is January, its end December; early, mid and late are thirds."""
    if part == "turn":
        return Days(dt.date(number - 1, 12, 21), dt.date(number, 1, 10), "interval")
    months = {
        "start": (1, 1),
        "end": (12, 12),
        "early": (1, 4),
        "mid": (5, 8),
        "late": (9, 12),
        "first half": (1, 6),
        "second half": (7, 12),
    }.get(part or "")
    if not months:
        return c.year(number)
    return c.months(number, *months, precision="month" if months[0] == months[1] else "interval")


def anchor_month(expression: Expression, anchor: Anchor) -> Found | None:
    """ "in May", "last August", "May 2006", "late November"."""
    assert expression.month is not None
    year = year_told(expression, anchor)
    if year is None and expression.modifier in NARRATED:
        year = narrated_year(expression, anchor)
    if year is None:
        today = anchor.date()
        if today is None:
            return None
        year = month_year(today, expression, anchor)
    days = part_of_month(c.month(year, expression.month), expression.part)
    return days, f"{expression.part + ' in ' if expression.part else ''}{year}-{expression.month:02d}"


def narrated_year(expression: Expression, anchor: Anchor) -> int | None:
    """The year of "that December" or "the following June", counted from what was told last."""
    told = next((w for w in reversed(anchor.previous) if w.start and w.end), None)
    if told is None or told.start is None or told.end is None or expression.month is None:
        return None
    first, last = dt.date.fromisoformat(told.start), dt.date.fromisoformat(told.end)
    modifier = expression.modifier or ""
    if "following" in modifier or "next" in modifier:
        return last.year + (expression.month <= last.month)
    if "previous" in modifier:
        return first.year - (expression.month >= first.month)
    return first.year


def month_year(today: dt.date, expression: Expression, anchor: Anchor) -> int:
    """The year of a month without one: in the verb's direction, the current month included unless "last" or "next"."""
    month, modifier = expression.month or 1, expression.modifier or ""
    if modifier in {"last", "past", "this past", "before last"}:
        return today.year - (month >= today.month) - (modifier == "before last")
    if modifier == "after next":
        return today.year + (month <= today.month) + 1
    if modifier in {"next", "coming", "this coming", "following", "the next", "the following"}:
        return today.year + (month <= today.month)
    if modifier == "this":
        return today.year
    same = [w for w in anchor.previous if w.relation == "same_sentence_year" and w.start]
    if same and same[-1].start:
        return int(same[-1].start[:4])
    if anchor.tense == "future":
        return today.year + (month < today.month)
    if anchor.tense == "none" and 0 < (month - today.month) % 12 <= 3:
        return today.year + (month < today.month)
    return today.year - (month > today.month)


def anchor_season(expression: Expression, anchor: Anchor) -> Found | None:
    """ "last winter", "the summer of 2015", "this spring"; `zone` marks the southern ones."""
    month, part = expression.month or 3, expression.part
    if expression.zone == "southern":
        month = (month + 5) % 12 + 1
    modifier = expression.modifier or ""
    year = year_told(expression, anchor)
    if year is None:
        today = anchor.date()
        if today is None:
            return None
        year = season_year(today, month, modifier, anchor.tense, expression.count or 1)
    days = c.season(year, month)
    if part and days.start:
        third = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2}.get(part)
        days = c.months(year, month + third, month + third) if third is not None else days
    return days, f"three months from {year}-{month:02d}"


def season_year(today: dt.date, month: int, modifier: str, tense: str, count: int = 1) -> int:
    """The year in which the season meant begins."""
    starts = [(y, c.season(y, month)) for y in range(today.year - 2 - count, today.year + 3)]
    over = [y for y, days in starts if days.end and days.end < today]
    begun = [y for y, days in starts if days.start and days.start <= today]
    ahead = [y for y, days in starts if days.start and days.start > today]
    now = [y for y in begun if y not in over]
    if modifier == "ago":
        return over[-count] if len(over) >= count else today.year - count
    if modifier == "after next":
        return ahead[1]
    if modifier in {"last", "previous"}:
        return over[-1]
    if modifier in {"next", "coming", "this coming", "following", "come"}:
        return ahead[0]
    if modifier in {"past", "this past"}:
        return begun[-1]
    if modifier == "this":
        return now[0] if now else today.year
    if tense == "future" or (tense == "none" and not now and modifier in {"this", "a"}):
        return now[0] if now else ahead[0]
    return begun[-1]


WEEK_PARTS = {
    "early": (0, 1),
    "start": (0, 1),
    "first half": (0, 2),
    "mid": (1, 3),
    "second half": (3, 6),
    "late": (3, 6),
    "end": (4, 6),
}  # first and last day of a part of the week, from Monday 0


def calendar_unit(today: dt.date, unit: str, count: int) -> Days | None:
    """The calendar week, weekend, month or year so many on from that of a day."""
    if unit == "week":
        return c.week(today, count)
    if unit == "fortnight":
        return Days(
            c.week(today, 2 * count if count < 0 else count).start,
            c.week(today, count if count < 0 else 2 * count).end,
            "interval",
        )
    if unit == "weekend":
        return c.weekend(today, count)
    if unit == "month":
        return c.month(today.year, today.month + count)
    return c.year(today.year + count) if unit == "year" else None


def anchor_period(expression: Expression, anchor: Anchor) -> Found | None:
    """ "last week", "earlier this month", "the end of the year", "the weekend"."""
    today, unit, count = anchor.date(), expression.unit or "", expression.count or 0
    if today is None:
        return None
    if unit == "weekend":
        return anchor_weekend(expression, anchor, today)
    if expression.part in {"end", "start", "mid"} and count == 0 and expression.modifier != "this":
        today = narrated_day(anchor, unit) or today
    days = calendar_unit(today, unit, count)
    if days is None or days.start is None or days.end is None:
        return None
    told = f"{expression.part + ' in the ' if expression.part else ''}calendar {unit} {count:+d} from that of {today.isoformat()}"
    part = expression.part
    if part == "earlier":
        return Days(days.start, min(today, days.end), "interval"), told
    if part == "later":
        return Days(max(today, days.start), days.end, "interval"), told
    if unit == "year":
        following = part == "turn" and (anchor.tense == "future" or today.month >= TURN_MONTH)
        return part_of_year(days.start.year + following, part), told
    if unit == "month":
        return part_of_month(days, part), told
    if part and unit == "week":
        first, last = WEEK_PARTS.get(part, (0, 6))
        return Days(c.shift(days.start, first), c.shift(days.start, last), "interval"), told
    return days, told


def narrated_day(anchor: Anchor, unit: str) -> dt.date | None:
    """The day told last where it lies in an earlier unit and the verb looks back: "by the end of the month he left"."""
    told = next((w for w in reversed(anchor.previous) if w.start and w.end), None)
    today = anchor.date()
    if told is None or told.end is None or today is None or anchor.tense == "future":
        return None
    end, now = dt.date.fromisoformat(told.end), calendar_unit(today, unit, 0)
    fits = told.precision in {"day", "hour"} or (unit == "year" and told.precision == "month")
    return end if fits and now and now.start and end < now.start else None


def anchor_weekend(expression: Expression, anchor: Anchor, today: dt.date) -> Found:
    """Looking back the last Saturday and Sunday, ahead the coming; "next weekend" is the one after that."""
    count, modifier = expression.count or 0, expression.modifier or ""
    begun = today.weekday() >= 5
    if count < 0 or count > 0:
        weeks = count
    else:
        back = anchor.tense != "future" and modifier in {"the", "past"}
        weeks = -1 if (back and not begun) or ("past" in modifier and not begun) else 0
    return c.weekend(today, weeks), f"Saturday and Sunday, seen from {today.isoformat()}"


def anchor_recent(expression: Expression, anchor: Anchor) -> Found | None:
    """ "in recent days" is the seven days before, "in recent weeks" 42; "the coming days" the seven after."""
    today = anchor.date()
    if today is None:
        return None
    length = RECENT_DAYS.get(expression.unit or "day", 7)
    ahead = (expression.count or 0) > 0
    days = (
        Days(today, c.shift(today, length), "interval")
        if ahead
        else Days(c.shift(today, -length), today, "interval")
    )
    return days, f"{length} days {'from' if ahead else 'until'} {today.isoformat()}"


def anchor_span(expression: Expression, anchor: Anchor) -> Found | None:
    """ "over the past three days": until the report's day."""
    today, count = anchor.date(), expression.count
    if today is None or count is None:
        return None
    sign = 1 if expression.modifier == "ahead" else -1
    unit = expression.unit
    if unit in {"day", "week"}:
        other = c.shift(today, sign * count * (7 if unit == "week" else 1))
    elif unit in {"month", "year"}:
        other = c.add_months(today, sign * count * (12 if unit == "year" else 1))
    else:
        other = c.shift(today, sign * (1 + (count // 24 if unit == "hour" else 0)))
    return Days(
        min(today, other), max(today, other), "interval"
    ), f"{count} {unit}s {'from' if sign > 0 else 'until'} {today.isoformat()}"
