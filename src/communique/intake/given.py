"""The day that metadata or a header line gives: "2026-02-05T10:32:00Z", "Feb. 5, 2026", "Thu, 05 Feb
2026".
"""

from __future__ import annotations

import datetime as dt
import re

from communique.records import ReportDate

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
"""A month as English news writes it, for other patterns: "Feb.", "September", "Sept."."""

WRITTEN_DAY = re.compile(
    rf"""(?ix)(?<![\w/.-])(?:
      (?P<iso_year>\d{{4}})[-/.](?P<iso_month>\d{{1,2}})[-/.](?P<iso_day>\d{{1,2}})
        (?:(?=[T\s,;:|)\].])|$|(?=[^\w/.-]))
    | (?P<packed>(?:19|20)\d{{6}})(?:(?=T\d)|(?!\w))
    | (?P<month_name>{MONTH})\s*(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<year_us>\d{{4}})(?!\w)
    | (?P<day_before>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month_name_uk>{MONTH})
        [\s,-]+(?P<year_uk>\d{{4}})(?!\w)
    | (?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.](?P<year_slash>\d{{4}})(?!\w)
    )"""
)
"""A day written out with its year, anywhere in a text."""

_ABSENT = frozenset(
    [
        "none",
        "null",
        "nan",
        "nat",
        "n/a",
        "na",
        "unknown",
        "undefined",
        "undated",
        "no date",
        "-",
        "0000-00-00",
    ]
)
"""What tables write where they know no date."""
_FIRST_YEAR, _LAST_YEAR = 1800, 2199
_MILLISECONDS_FROM = 10**11


def given_date(value: object) -> ReportDate:
    """What a metadata value says about the day of publication.

    "2026-02-05T10:32:00Z" gives 2026-02-05. "banana" and "04/05/2026" give no date and a doubt that quotes
    them.
    Numbers are seconds (or milliseconds) since 1970 in UTC.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return ReportDate(date=None, basis="none", why="no date given")
    if isinstance(value, dt.date):
        return _given(value, value.isoformat())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_epoch(value)
    written = " ".join(str(value).split())[:80]
    if written.casefold() in _ABSENT:
        return ReportDate(date=None, basis="none", why=f"the given date says {written!r}, which is no date")
    found = WRITTEN_DAY.search(written)
    day = day_of(found) if found else None
    if day is not None:
        return _given(day, written)
    return ReportDate(date=None, basis="none", why="the given date is none", doubt=_doubt(found, written))


def day_of(found: re.Match[str]) -> dt.date | None:
    """The day that a match of `WRITTEN_DAY` names; None where no such day exists or "04/05/2026" leaves
    two.
    """
    part = found.groupdict()
    if part["iso_year"]:
        return _day(part["iso_year"], part["iso_month"], part["iso_day"])
    if part["packed"]:
        return _day(part["packed"][:4], part["packed"][4:6], part["packed"][6:])
    if part["year_us"]:
        return _day(part["year_us"], month_number(part["month_name"]), part["day_after"])
    if part["year_uk"]:
        return _day(part["year_uk"], month_number(part["month_name_uk"]), part["day_before"])
    first, second = int(part["first"]), int(part["second"])
    days = {_day(part["year_slash"], *pair) for pair in ((first, second), (second, first))} - {None}
    return days.pop() if len(days) == 1 else None


def month_number(name: str) -> int:
    """1 for "January", "Jan", "JAN."."""
    return _MONTHS[name.lower().rstrip(".")]


def _day(year: str, month: str | int, day: str | int) -> dt.date | None:
    try:
        date = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return date if _FIRST_YEAR <= date.year <= _LAST_YEAR else None


def _from_epoch(value: float) -> ReportDate:
    seconds = value / 1000 if abs(value) >= _MILLISECONDS_FROM else value
    try:
        moment = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=seconds)
    except (OverflowError, ValueError):
        doubt = f"the given date {value!r} is no day that can be read"
        return ReportDate(date=None, basis="none", why="the given date is none", doubt=doubt)
    return _given(moment.date(), f"{value} seconds since 1970, UTC")


def _given(day: dt.date, written: str) -> ReportDate:
    if isinstance(day, dt.datetime):
        day = day.date()
    return ReportDate(date=day.isoformat(), basis="given", why=f"given with the report: {written}")


def _doubt(found: re.Match[str] | None, written: str) -> str:
    if found and found["year_slash"]:
        return f"the given date {written!r} may have the day or the month first"
    return f"the given date {written!r} is no day that can be read"
