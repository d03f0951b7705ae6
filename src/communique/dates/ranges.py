"""Joins expressions that stand side by side: an hour with its day, the two ends of a range."""

from __future__ import annotations

import re

from msgspec.structs import replace

from communique.dates.expression import Expression
from communique.knowledge.fold import small_letters

RANGE_ENDS = frozenset(
    {"date", "weekday", "month", "year", "day_of_month", "named", "deictic", "season", "quarter"}
)

TIME_JOIN = re.compile(r",?\s*(?:(?:on|late|early|of)\s+)?(?:the\s+)?$")

DAY_JOIN = re.compile(
    r",?\s*\(?(?:at|around|about|by|from|shortly\s+after|shortly\s+before|just\s+after|just\s+before|after|before)\s*(?:about\s+|around\s+)?$"
)

RANGE_JOIN = re.compile(
    r"\s*(?:-|–|—|to|through|until|till|and|or|thru|up\s+to|into)\s*(?:the\s+|late\s+|early\s+)?(?:(?:dawn|noon|midnight|dusk|nightfall)\s+(?:on\s+|of\s+)?)?$"
)

DAY_TAIL = re.compile(
    r"\s?(?:[-–—]|to|and|or|&|through|until)\s?(?:the\s+)?(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:.]?\d)(?:,?\s+(?P<y>(?:19|20)\d\d)\b)?(?!\s+(?:people|states|countries|leaders|ministers|years|days|[ap]\.?m\b))"
)

DAY_HEAD = re.compile(
    r"(?<![\d.,/])(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s?(?:[-–—/]|to|and|or|&|through|until)\s?(?:the\s+)?$"
)
MOVED = re.compile(  # "moved from Thursday to Friday" tells two days
    r"\b(?:moved|shifted|switched|changed|rescheduled|postponed|delayed|(?:brought|put|pushed|moved) (?:forward|back|off))"
    r" from (?:the )?$"
)
FROM_NOW = re.compile(r"\b(?:between\s+now\s+and|from\s+now\s+(?:until|till|to))\s+(?:the\s+)?$")
DAYS_TO = re.compile(
    r"\b(?:in\s+|over\s+|during\s+)?the\s+(?P<n>two|three|four|five|six|seven|[2-7])\s+days\s+(?:up\s+)?to\s+(?:the\s+)?$"
)

OVERNIGHT_JOIN = re.compile(r"\s+(?:on\s+)?(?:the\s+)?$")
YEAR_JOIN = re.compile(r",?\s+(?:of\s+|in\s+)?$")
WEEK_JOIN = re.compile(r",?\s*(?:on\s+|in\s+)?")


def join_times(text: str, singles: list[Expression]) -> list[Expression]:
    """ "at 10 p.m. in Washington on Tuesday" and "on Tuesday at 10 p.m." become one expression of an hour."""
    found: list[Expression] = []
    for one in singles:
        last = found[-1] if found else None
        between = text[last.end : one.start] if last else ""
        if (
            last
            and last.cls == "time"
            and one.cls in {"date", "weekday", "deictic", "day_of_month", "named"}
            and TIME_JOIN.fullmatch(between)
        ):
            found[-1] = widened(text, one, last.start, one.end, last)
        elif (
            last
            and one.cls == "time"
            and last.cls in {"date", "weekday", "deictic", "day_of_month"}
            and not last.time
            and DAY_JOIN.fullmatch(between)
        ):
            found[-1] = widened(text, last, last.start, one.end, one)
        elif (
            last
            and last.cls == "period"
            and not last.part
            and WEEK_JOIN.fullmatch(between)
            and (inner := within_period(text, last, one))
        ):
            found[-1] = inner
        elif last and (dated := dated_in(text, last, one)):
            found[-1] = dated
        elif (
            last
            and last.modifier == "overnight"
            and one.cls in {"weekday", "date"}
            and OVERNIGHT_JOIN.fullmatch(between)
        ):
            found[-1] = replace(one, start=last.start, text=text[last.start : one.end], part="overnight")
        elif last and one.modifier == "overnight" and last.cls in {"weekday", "date"} and between == " ":
            found[-1] = replace(last, end=one.end, text=text[last.start : one.end], part="overnight")
        else:
            found.append(one)
    return [one for one in found if one.cls != "time"]


def dated_in(text: str, day: Expression, year: Expression) -> Expression | None:
    """ "June 14 last year", "14 June of this year" as one date."""
    if day.cls != "date" or day.year or year.cls != "period" or year.unit != "year" or year.part:
        return None
    which = {-1: "last", 0: "this", 1: "next"}.get(year.count or 0)
    if (
        which is None
        or not YEAR_JOIN.fullmatch(text[day.end : year.start])
        or "'" in year.text
        or "’" in year.text
    ):
        return None
    return replace(day, end=year.end, text=text[day.start : year.end], modifier=f"year {which}")


def within_period(text: str, period: Expression, one: Expression) -> Expression | None:
    """ "next week on Friday", "last year in May" as one expression."""
    which = {-1: "last", 0: "this", 1: "next"}.get(period.count or 0)
    if which is None or one.modifier or one.year or period.text.lower().endswith(("’s", "'s")):
        return None
    if period.unit == "week" and one.cls == "weekday":
        return replace(one, start=period.start, text=text[period.start : one.end], modifier=f"{which} week")
    if period.unit == "year" and one.cls == "month":
        return replace(one, start=period.start, text=text[period.start : one.end], modifier=f"year {which}")
    return None


def widened(text: str, day: Expression, start: int, end: int, time: Expression) -> Expression:
    """The day with the time of the other expression, over both spans."""
    start = min(start, day.start)
    return replace(
        day, start=start, end=end, text=text[start:end], time=time.time, zone=time.zone or day.zone
    )


def join_ranges(text: str, singles: list[Expression]) -> list[Expression]:
    """ "May 21-24", "9-10 September", "from Monday to Wednesday", "between 2012 and 2016"."""
    found: list[Expression] = []
    reached = 0
    for one in singles:
        if one.start < reached:
            continue
        one = led_range(text, day_range(text, one))
        reached = one.end
        last = found[-1] if found else None
        if (
            last
            and one.cls in RANGE_ENDS
            and last.cls in RANGE_ENDS
            and compatible(last, one)
            and ranged(text, last, one)
        ):
            start = led_start(text, last.start)
            found[-1] = replace(
                one, cls="range", start=start, text=text[start : one.end], base=last, other=one
            )
        else:
            found.append(one)
    return found


def led_range(text: str, one: Expression) -> Expression:
    """ "Between now and Wednesday" begins with the report's day, "in the four days to Sunday" four days before its end."""
    if one.cls not in RANGE_ENDS or one.modifier:
        return one
    ahead = small_letters(text[max(0, one.start - 40) : one.start])
    if "now" in ahead and (now := FROM_NOW.search(ahead)):
        start = one.start - len(ahead) + now.start()
        today = Expression(
            start=start, end=one.start, text=text[start : one.start], cls="deictic", count=0, part="now"
        )
        return Expression(
            start=start, end=one.end, text=text[start : one.end], cls="range", base=today, other=one
        )
    if "days" in ahead and (days := DAYS_TO.search(ahead)):
        start = one.start - len(ahead) + days.start()
        return Expression(
            start=start,
            end=one.end,
            text=text[start : one.end],
            cls="days_from",
            base=one,
            name=days["n"],
            part="to",
        )
    return one


def compatible(first: Expression, last: Expression) -> bool:
    """Whether two expressions can be the ends of one range."""
    days = {"date", "day_of_month", "weekday", "deictic", "named"}
    return (
        first.cls == last.cls
        or (first.cls in days and last.cls in days)
        or {first.cls, last.cls} <= {"date", "month"}
    )


def ranged(text: str, first: Expression, last: Expression) -> bool:
    """Whether the words around and between tell of a range, and not of two days in a row."""
    between = text[first.end : last.start]
    if not RANGE_JOIN.fullmatch(between):
        return False
    word = between.strip().split(" ")[0] if between.strip() else ""
    lead = text[max(0, first.start - 16) : first.start].lower().rstrip()
    if word == "to" and lead.endswith("from") and MOVED.search(text, max(0, first.start - 40), first.start):
        return False
    if word == "and":
        return lead.endswith(("between", "between the"))
    return word != "until" or lead.endswith("from") or first.cls == "date"


def led_start(text: str, start: int) -> int:
    """Where a range begins together with its "from" or "between"."""
    lead = re.search(r"\b(?:from|between)\s+(?:the\s+)?$", text[max(0, start - 16) : start], re.IGNORECASE)
    return start - len(lead.group()) if lead else start


def day_range(text: str, one: Expression) -> Expression:
    """ "November 3-4" and "the 24th and 25th of April" as ranges of one month."""
    if one.cls != "date" or one.time or one.weekday is not None:
        return one
    if text[one.end - 1].isdigit() or text[one.end - 2 : one.end] in {"st", "nd", "rd", "th"}:
        tail = DAY_TAIL.match(text, one.end) if one.year is None else None
        if tail:
            year = int(tail["y"]) if tail["y"] else None
            first, last = replace(one, year=year), replace(one, year=year, day=int(tail["d"]))
            return range_over(text, one.start, tail.end(), (first, last))
    ahead = text[max(0, one.start - 24) : one.start]
    head = DAY_HEAD.search(ahead)
    if (
        head
        and re.match(r"(?:the\s+)?\d", text[one.start :])
        and not re.search(r"\d[-/.:]$", ahead[: head.start()])
    ):
        return range_over(
            text, one.start - len(ahead) + head.start(), one.end, (replace(one, day=int(head["d"])), one)
        )
    return one


def range_over(text: str, start: int, end: int, ends: tuple[Expression, Expression]) -> Expression:
    """A range between two dates over a span that may hold a "from" too."""
    start = led_start(text, start)
    return Expression(start=start, end=end, text=text[start:end], cls="range", base=ends[0], other=ends[1])
