"""Words that point from a report's day to an event: "today", "two days after", "on Tuesday", "ten days left until"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from communique.dates import calendars as c
from communique.dates.clues import shift_of
from communique.dates.expression import Expression
from communique.dates.tense import find_tense
from communique.dates.words import number_of
from communique.record_type import Record

WOKE = re.compile(r"\b(?:woke|wakes?|waking|awoke)\b", re.IGNORECASE)
MIDNIGHT = re.compile(r"\b(?:at|from|after|since)\s+(?:the\s+stroke\s+of\s+)?midnight\b", re.IGNORECASE)
LAST_NIGHT = re.compile(r"[^,;.]{0,40}\blast\s+night\b", re.IGNORECASE)
TO_COME = re.compile(
    r"\b(?:will|would|is|are|was|were)\s+(?:due\s+)?(?:to\s+)?(?:\w+\s+){1,3}(?:at|from|after)\s+midnight\b|\bmidnight\s+(?:on|tomorrow)\b",
    re.IGNORECASE,
)
SOON = re.compile(r"\b[Ii]n\s+(?:a\s+few|\w+)\s+hours\b|\bmidnight\s+tonight\b|\btonight\s+at\s+midnight\b")
TONIGHT = re.compile(r"\bmidnight\s+tonight\b|\btonight\s+at\s+midnight\b", re.IGNORECASE)
EVE_OF = re.compile(r"\bthe\s+(?:very\s+)?eve\s+of\b", re.IGNORECASE)
LEFT = re.compile(
    r"\b(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty)\s+(?P<unit>days?|weeks?)\s+"
    r"(?:left\s+(?:until|till|before|to)|to\s+go\s+(?:until|till|to|for)|remain(?:ing)?\s+(?:until|before)|away\s+from|until|left\s+before|left\s+to(?!\s+go\b)|to\s+go\s+before)\b",
    re.IGNORECASE,
)
NUMBER = (
    r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty"
)
SINCE = re.compile(
    rf"\b(?:in\s+the\s+(?:(?P<n>{NUMBER})\s+)?|(?:it\s+(?:is|has\s+been)|it['’]s(?:\s+been)?)\s+(?:just\s+|only\s+|barely\s+)?(?P<m>an?|{NUMBER})\s+)"
    r"(?P<unit>days?|weeks?)\s+(?:that\s+(?:have|has)\s+passed\s+)?since\b",
    re.IGNORECASE,
)
HAD_THEN = re.compile(
    r"\bhad\s+(?:\w+\s+)?\w+(?:[^,;.]{0,60}?)\s(?P<then>in\s+the\s+(?:early\s+)?(?:morning|afternoon|evening)|earlier\s+(?:in\s+the|that)\s+day|"
    r"(?:that|the\s+same)\s+(?:morning|afternoon|evening|day)|(?:only\s+)?(?:minutes|hours)\s+(?:earlier|before))(?!\s+(?:of|that|the)\b)",
    re.IGNORECASE,
)  # "which had broken up over Texas in the morning"
SAME_DAY = re.compile(r"\b(?:today|tonight|this\s+(?:afternoon|evening))\b", re.IGNORECASE)
NOW = re.compile(
    r"\b(?:are|is)\s+(?:meeting|gathering|gathered|under\s?way|holding|assembled)\b", re.IGNORECASE
)
UNDATED = frozenset({"deictic", "duration", "habit", "name", "since_event"})
WEEK = 7
TODAY = re.compile(r",?\s+(?:to\s+the\s+day\s+)?today\b", re.IGNORECASE)
INTO = re.compile(r"(?:\S+\s+){1,2}into\b", re.IGNORECASE)  # "two days into the job" counts from the job
HOURS = 12  # "hours after" an event is that day or the next
WORDS_BEFORE = re.compile(r".*?\b(?:after|before|following|since|from|prior to)\b", re.IGNORECASE)


class Pointer(Record, frozen=True, kw_only=True):
    """Words that point from the report's day to an event: days, a calendar week or month, or a weekday.

    With `unit` day the event lies `low` to `high` days after the report; with week or month it lies in the calendar
    unit `low` after the report's; with weekday it was, or will be (`ahead`), on that weekday. With `on`, so much is
    counted to that weekday of the week before the report: "met on Friday, two days after the earthquake". `had`: they
    belong to what had happened on the day that the sentence tells.
    """

    start: int
    end: int
    low: int
    high: int
    unit: str = "day"
    ahead: bool = False
    counted: bool = False
    on: int | None = None
    had: bool = False

    def days(self, told: dt.date) -> tuple[dt.date, dt.date] | None:
        """The first and last day that the report can be of, for an event of a day; None where the two do not meet."""
        if self.unit == "day" and self.on is not None:
            days = (c.shift(told, -step) for step in range(self.low, self.high + 1))
            fitting = [day for day in days if day.weekday() == self.on]
            return (fitting[0], c.shift(fitting[0], WEEK - 1)) if len(fitting) == 1 else None
        if self.unit == "day":
            return c.shift(told, -self.high), c.shift(told, -self.low)
        if self.unit == "week":
            first = c.shift(told, -told.weekday() - WEEK * self.low)
            if self.on is not None:  # "two weeks after ... on Monday": the Monday that lies nearest
                near = c.shift(told, -WEEK * self.low - WEEK // 2)
                news = c.shift(near, (self.on - near.weekday()) % WEEK)
                return news, c.shift(news, WEEK - 1)
            return first, c.shift(first, WEEK - 1)
        if self.unit == "month":
            first = c.add_months(told.replace(day=1), -self.low)
            return first, c.shift(c.add_months(first, 1), -1)
        if told.weekday() != self.low:
            return None
        return (c.shift(told, 1 - WEEK), c.shift(told, -1)) if self.ahead else (told, c.shift(told, WEEK - 1))


def pointing(text: str, expressions: list[Expression], opening: bool) -> Iterator[Pointer]:
    """Words that point from the report's day to an event."""
    told = [e for e in expressions if e.cls in {"weekday", "date"}]
    on = weekday_told(text, told)
    for one in expressions:
        shift = shift_of(one)
        if shift is not None:
            if shift == 0 and TONIGHT.search(text):
                continue
            if shift == 0 and WOKE.search(text):
                shift = -1
            yield Pointer(start=one.start, end=one.end, low=shift, high=shift)
            if one.cls == "ago" and TODAY.match(text, one.end):
                return  # "a hundred days ago today": the day that is told is not today
        elif (around := close_by(one)) is not None:
            yield Pointer(start=one.start, end=one.end, low=around[0], high=around[1])
        elif one.cls == "period" and one.unit in {"week", "month"} and one.count is not None and not one.part:
            yield Pointer(start=one.start, end=one.end, low=one.count, high=one.count, unit=one.unit)
        elif one.cls == "weekday" and one.weekday is not None and not one.modifier:
            ahead = find_tense(text, one) == "future"
            yield Pointer(
                start=one.start, end=one.end, low=one.weekday, high=one.weekday, unit="weekday", ahead=ahead
            )
        elif one.cls == "offset" and (
            counted := counted_from(one, opening=opening and (not told or on is not None or one.base in told))
        ):
            same = counted.low == -1 and counted.high == 0 and SAME_DAY.search(text) is not None
            yield replace(counted, low=0) if same and on is None else replace(counted, on=on)
    yield from days_before(expressions, on if opening else None)
    yield from same_day(text, expressions)
    yield from counting_down(text, opening=opening and not tells_yesterday(expressions))


def same_day(text: str, expressions: Sequence[Expression]) -> Iterator[Pointer]:
    """ "In the morning", "earlier in the day" beside the one day that a sentence tells: "rang on Saturday night ... had died in the morning"."""
    days = [e for e in expressions if e.cls in {"weekday", "deictic"} and not e.modifier]
    if len(days) != 1 or any(e.cls == "date" for e in expressions) or find_tense(text, days[0]) != "past":
        return
    for then in HAD_THEN.finditer(text):
        one, low = days[0], days[0].count if days[0].cls == "deictic" else days[0].weekday
        unit = "day" if one.cls == "deictic" else "weekday"
        if low is not None and then.start() > one.end:
            yield Pointer(start=then.start(), end=then.end(), low=low, high=low, unit=unit, had=True)


def tells_yesterday(expressions: Sequence[Expression]) -> bool:
    """Whether a sentence tells of a day gone by: "met on the eve of the summit, which ended yesterday"."""
    return any(e.cls == "deictic" and (e.count or 0) < 0 for e in expressions)


def days_before(expressions: Sequence[Expression], weekday: int | None) -> Iterator[Pointer]:
    """ "The evening before" the weekday that a sentence tells."""
    for one in expressions if weekday is not None else ():
        if one.cls == "same" and one.count == -1 and one.modifier == "before":
            yield Pointer(start=one.start, end=one.end, low=-1, high=-1, on=weekday)


def weekday_told(text: str, told: Sequence[Expression]) -> int | None:
    """The one weekday that a sentence tells, looking back; None where it tells another day, too."""
    if len(told) > 1:  # "flew in on Thursday and will be back on September 1"
        told = [one for one in told if find_tense(text, one) != "future"]
    if len(told) != 1 or told[0].cls != "weekday" or told[0].modifier or find_tense(text, told[0]) != "past":
        return None
    return told[0].weekday


def close_by(one: Expression) -> tuple[int, int] | None:
    """First and last day from the report's of "overnight", "twelve hours ago", "in five days"."""
    if one.cls == "ahead" and one.unit == "day" and one.count and one.modifier == "in":
        return one.count, one.count
    hours_ago = one.cls == "ago" and one.unit == "hour" and 0 < (one.count or 0) <= HOURS
    return (-1, 0) if hours_ago or (one.cls == "deictic" and one.modifier == "overnight") else None


def counted_from(one: Expression, *, opening: bool) -> Pointer | None:
    """ "Two days after ...", "hours after ..." of a report's opening, "ten days to go before ..." anywhere."""
    to_go = "to go" in one.text.lower()
    dated = one.base is not None and (one.base.cls != "date" or one.base.year is not None)
    if not to_go and (not opening or dated):
        return None
    if one.modifier not in {"before", "after"} or INTO.match(one.text):
        return None
    head = WORDS_BEFORE.match(one.text)
    end = one.end if to_go or not head else one.start + head.end()
    sign = 1 if one.modifier == "before" else -1
    if one.unit == "day" and one.count:
        low = high = sign * one.count
    elif one.unit == "week" and one.count and to_go:
        low = high = sign * one.count * WEEK
    elif one.unit in {"hour", "minute"} and (one.count or 0) < HOURS:
        low, high = min(0, sign), max(0, sign)
    elif one.unit == "day":
        low, high = (1, WEEK) if sign > 0 else (-WEEK, -1)
    elif one.unit in {"week", "month"} and one.count:
        return Pointer(
            start=one.start, end=end, low=sign * one.count, high=sign * one.count, unit=one.unit, counted=True
        )
    else:
        return None
    return Pointer(start=one.start, end=end, low=low, high=high, counted=True)


def taking_place(text: str, expressions: Sequence[Expression]) -> Iterator[Pointer]:
    """ "The leaders are meeting in Warsaw", in a sentence that tells no other time."""
    now = NOW.search(text)
    if now is not None and all(e.cls in UNDATED for e in expressions):
        yield Pointer(start=now.start(), end=now.end(), low=0, high=0, counted=True)


def counting_down(text: str, *, opening: bool) -> Iterator[Pointer]:
    """ "At midnight", "on the eve of", "one week to go until", "with ten days left", "at midnight tonight"."""
    if (midnight := MIDNIGHT.search(text)) and not SOON.search(text) and not TO_COME.search(text):
        ago = -1 if LAST_NIGHT.match(text, midnight.end()) else 0
        yield Pointer(start=midnight.start(), end=midnight.end(), low=ago, high=ago)
    soon = SOON.search(text)
    if soon and (MIDNIGHT.search(text) or "midnight" in soon.group().lower()):
        yield Pointer(start=soon.start(), end=soon.end(), low=1, high=1)
    if opening and (eve := EVE_OF.search(text)):
        yield Pointer(start=eve.start(), end=eve.end(), low=1, high=1, counted=True)
    for since in SINCE.finditer(text) if opening else ():
        number = number_of(since["n"] or since["m"] or "one") or 1
        week = since["unit"].lower().startswith("week")
        first, last = (WEEK * number, WEEK * (number - 1) + 1) if week else (number, number)
        if week or since["n"] or since["m"]:
            yield Pointer(start=since.start(), end=since.end(), low=-first, high=-last, counted=True)
    for left in LEFT.finditer(text):
        count = number_of(left["n"])
        if count:
            days = count * (WEEK if left["unit"].lower().startswith("week") else 1)
            yield Pointer(start=left.start(), end=left.end(), low=days, high=days)
