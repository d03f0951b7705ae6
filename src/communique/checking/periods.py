"""Periods that claims about the record count over: "since November", "this year", "in five years"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from communique.dates import day_of_event

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        start=1,
    )
} | {"an": 1, "one": 1}
_SINCE = "since "
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_SINCE_DAY = re.compile(
    r"since (?:late |early |mid-|last )?(?:(?P<before>\d{1,2}) )?(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?(?!\d))?(?:,? (?:of )?(?P<year>\d{4}|last year|this year))?",
    re.IGNORECASE,
)
_SINCE_YEAR = re.compile(r"since (?:late |early |mid-)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_SINCE_LAST = re.compile(r"since last (?P<unit>week|month|year)\b", re.IGNORECASE)
_THIS = re.compile(r"this (?P<unit>week|month|year)\b", re.IGNORECASE)
_SPAN = re.compile(
    r"in (?P<rough>(?:as many|less than|just over|just|under|the past|the last|more than|over|nearly|almost|about|at least) )?"
    r"(?P<number>[\w-]+ )?(?P<unit>year|month|week|day)s?\b",
    re.IGNORECASE,
)
_ROUGHLY = 0.2  # of the period, by which "nearly a year" may be off
_NAMED_DAY = (
    r"(?:late |early )?(?:(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2}(?!\d))?(?:,? (?:of )?(?:\d{4}|last year|this year))?|(?:19|20)\d\d|last (?:week|month|year))"
)
_TOLD_DAY = re.compile(rf"\b(?:in|on|of|held) (?P<day>{_NAMED_DAY})\b")
_CLOSED = re.compile(rf"(?:in |during )?(?P<day>{_NAMED_DAY})\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """Days from which one counts: the contact before lies in `start` to `end`, or, if `open`, no later than `end`.

    "Since November" of March 2025: 2024-11-01 to 2024-11-30. "In five years": open, up to five years ago.
    "This year": start and end are its first day, and what is counted lies behind. `slack` are days by which the words
    may be off: a fifth of "nearly five years". `event`: counted from something that was no contact of the two, so that
    none behind it proves nothing.
    """

    start: date
    end: date
    open: bool = False
    slack: int = 0
    event: bool = False

    @classmethod
    def of(cls, written: str) -> Self | None:
        """The period of an ISO day, month or year; None for what is none of them."""
        parts = [int(part) for part in written.split("-") if part.isdigit()]
        if not parts or len(parts) > 3:
            return None
        year, month = parts[0], parts[1] if len(parts) > 1 else None
        if month is None:
            return cls(start=date(year, 1, 1), end=date(year, 12, 31))
        if len(parts) == 3:
            return cls(start=date(*parts), end=date(*parts))
        return cls(start=date(year, month, 1), end=date(year, month, monthrange(year, month)[1]))


# All that the ledger holds: "their first ever".
EVER = Period(start=date.min, end=date.min, open=True, event=True)


def period_of(words: str, base: date | None, counted: int = 1) -> Period | None:
    """The period that words name, seen from a day; None where they name an event or nothing that can be counted.

    `counted` is the ordinal before "in as many days". "since the war began" gives None.
    """
    if (match := _SINCE_YEAR.match(words)) is not None:
        return Period.of(match.group("year"))
    match = _SINCE_DAY.match(words)
    if match is not None and (base is not None or (match.group("year") or "").isdigit()):
        return _month(match, base or date.max)
    if base is None:
        return None
    if (match := _SINCE_LAST.match(words)) is not None:
        return _last(match.group("unit").lower(), base)
    if (match := _THIS.match(words)) is not None:
        first = _first_of(match.group("unit").lower(), base)
        return Period(start=first, end=first)
    if (match := _SPAN.match(words)) is not None:
        return _back(match, base, counted)
    return None


def since_event(words: str, day: str | None, around: str) -> Period | None:
    """The period since a widely known event, seen from an ISO day: "since Russia invaded Ukraine", "since the war began".

    What has no name is meant as `around`, the words about it, tell. The contact before lies no later than the event.
    None where no event is named, or several may be meant.
    """
    if day is None or not words.lower().startswith(_SINCE):
        return None
    event = day_of_event(words[len(_SINCE) :], day, around)
    if event is None or event.start is None:
        return None
    start = date.fromisoformat(event.start)
    return Period(start=start, end=start, open=True, event=True)


def _month(match: re.Match[str], base: date) -> Period | None:
    month = _MONTHS[match.group("month").lower()[:3]]
    said = (match.group("year") or "").lower()
    year = int(said) if said.isdigit() else base.year - 1 if said == "last year" else base.year
    if not said and month >= base.month:
        year -= 1
    day = match.group("before") or match.group("after")
    if day is None:
        return Period.of(f"{year}-{month}")
    return Period.of(f"{year}-{month}-{day}") if 0 < int(day) <= monthrange(year, month)[1] else None


def _first_of(unit: str, base: date) -> date:
    if unit == "week":
        return base - timedelta(days=base.weekday())
    return base.replace(day=1) if unit == "month" else base.replace(month=1, day=1)


def _last(unit: str, base: date) -> Period:
    """Last week, month or year."""
    end = _first_of(unit, base) - timedelta(days=1)
    return Period(start=_first_of(unit, end), end=end)


def _back(match: re.Match[str], base: date, counted: int) -> Period | None:
    """So many days, weeks, months or years back."""
    rough, number = (
        (match.group("rough") or "").strip().lower(),
        (match.group("number") or "").strip().lower(),
    )
    units = counted if rough == "as many" else int(number) if number.isdigit() else _NUMBERS.get(number)
    if number == "" and rough in {"the past", "the last"}:
        units = 1
    if units is None:
        return None
    days = units * _DAYS[match.group("unit").lower()]
    day = base - timedelta(days=days)
    return Period(start=day, end=day, open=True, slack=0 if rough == "as many" else int(days * _ROUGHLY))


def since_told_day(words: str, base: date | None) -> Period | None:
    """The day, month or year that stands within words which count from an event: "since they met in Bali in November"."""
    if not words.lower().startswith(_SINCE):
        return None
    told = _TOLD_DAY.search(words)
    return period_of(f"{_SINCE}{told.group('day')}", base) if told else None


def window_of(words: str, base: date | None) -> Period | None:
    """The days in which one counts: "in 2023" to its end, "since November" and "this year" with no end.

    The end of a window that reaches to the day of the text is `date.max`.
    """
    closed = _CLOSED.match(words)
    if closed is not None:
        return period_of(f"{_SINCE}{closed.group('day')}", base)
    period = period_of(re.sub(r"^(?:over|during|within)\b", "in", words), base)
    return Period(start=period.start, end=date.max, slack=period.slack) if period else None


def span_back(words: str, base: date | None) -> Period | None:
    """The period of a silence that is told by its length: "for eight months" of a day, "in more than two years"."""
    if base is None:
        return None
    match = _SPAN.match(re.sub(r"^for\b", "in", words))
    return _back(match, base, 1) if match else None
