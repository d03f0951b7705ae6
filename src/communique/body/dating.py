"""The report's own date, from what the report says of it: given > header > dateline > a line at its end."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from msgspec.structs import replace

from communique.body.head import Head
from communique.intake import WRITTEN_DAY, day_of, given_date
from communique.records import Report, ReportDate

_TOLERANCE = dt.timedelta(days=2)
"""Print and web, and the two sides of the date line, lie up to two days apart without contradiction."""
_ADDRESS_DAY = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2]|[1-9])[/-]?(0[1-9]|[12]\d|3[01]|[1-9])(?=[/_.-]|$)"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|originally published|issued|date)\b[^\n]{0,30}?(?=\d|"
    r"\b[A-Z][a-z]{2})",
    re.IGNORECASE,
)
_NONE = ReportDate(date=None, basis="none", why="the report does not say")


def date_body(report: Report, head: Head, closing_lines: Sequence[str]) -> tuple[ReportDate, str | None]:
    """The date of publication, and the day of the last change where a header tells one.

    A given date that a header or dateline contradicts by more than two days stays and carries a doubt.
    """
    own = _of_header(head) or _of_dateline(report, head)
    changed = min((header.changed for header in head.headers if header.changed), default=None)
    modified = changed.isoformat() if changed else None
    given = report.dated if report.dated.date else _of_address(report)
    if given is not None and given.date is not None:
        return _with_doubt(given, own), modified
    found = own or _of_closing(closing_lines) or _NONE
    partial = head.dateline.date if head.dateline and found.date is None else None
    why = f"the dateline says {partial}, without a year" if partial else found.why
    if found is _NONE and report.dated.why.startswith("the given date"):
        why = report.dated.why
    return replace(found, why=why, doubt=report.dated.doubt), modified


def _of_header(head: Head) -> ReportDate | None:
    issued = [header.issued for header in head.headers if header.issued]
    changed = [header.changed for header in head.headers if header.changed]
    if issued:
        return ReportDate(date=min(issued).isoformat(), basis="header", why="the header's date")
    if changed:
        return ReportDate(
            date=min(changed).isoformat(), basis="header", why="the header's date of the last change"
        )
    return None


def _of_dateline(report: Report, head: Head) -> ReportDate | None:
    """The dateline's day, with its own year, or the year of the address or of the given date nearest to
    it.
    """
    written = head.dateline.date if head.dateline else None
    if written is None:
        return None
    if _YEAR.search(written):
        date = given_date(written).date
        return ReportDate(date=date, basis="dateline", why=f"the dateline says {written}") if date else None
    if report.dated.date:
        year = int(report.dated.date[:4])
        candidates = [
            given_date(
                f"{written}, {year + step}" if written[0].isalpha() else f"{written} {year + step}"
            ).date
            for step in (-1, 0, 1)
        ]
        reference = dt.date.fromisoformat(report.dated.date)
        near = min(
            (day for day in candidates if day),
            key=lambda day: abs(dt.date.fromisoformat(day) - reference),
            default=None,
        )
        return ReportDate(date=near, basis="dateline", why=f"the dateline says {written}") if near else None
    return None


def _of_address(report: Report) -> ReportDate | None:
    found = _ADDRESS_DAY.search(report.url or "")
    if found is None:
        return None
    day = given_date("-".join(found.groups())).date
    why = f"the address says {found.group().strip('/')}"
    return ReportDate(date=day, basis="given", why=why, doubt=report.dated.doubt) if day else None


def _of_closing(lines: Sequence[str]) -> ReportDate | None:
    for text in lines:
        label = _PUBLISHED.search(text)
        found = WRITTEN_DAY.search(text, label.end()) if label else None
        day = day_of(found) if found else None
        if day is not None:
            return ReportDate(
                date=day.isoformat(), basis="text", why=f"a line below the article: {text[:60]}"
            )
    return None


def _with_doubt(given: ReportDate, own: ReportDate | None) -> ReportDate:
    if own is None or own.date is None or given.date is None or given.doubt:
        return given
    apart = abs(dt.date.fromisoformat(own.date) - dt.date.fromisoformat(given.date))
    if apart <= _TOLERANCE:
        return given
    return replace(given, doubt=f"the {own.basis} says {own.date}, {apart.days} days apart")
