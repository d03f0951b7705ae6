"""The status and interval that follow from a contact's date, and the interval of an undated contact."""

from __future__ import annotations

import datetime
import re

from msgspec.structs import replace

from communique.dates import words as w
from communique.records import ReportDate, When

DONE = frozenset({"held", "ongoing"})
SOON = 45  # days ahead within which a day of a month is no day of the year before, which would be told with its year


def settle(status: str | None, when: When | None, day: str | None) -> str | None:
    """The status after the date: "meets on Friday" planned, "met" with a date ahead planned, "" by the date alone."""
    ahead = bool(when and day and when.start and when.start > day)
    past = bool(when and day and when.end and when.end < day)
    if status == "present":
        if ahead or (when and day and when.start == when.end == day):
            return "planned"
        return "held" if past else "ongoing" if when and when.start else None
    if status == "ahead":
        return "held" if past else "planned"
    if status == "before":
        return "planned" if ahead else "held" if past else ""
    if status in {"held", "ongoing"} and ahead:
        return "planned"
    if status == "infinitive":
        return "proposed"
    if status == "gerund":
        return "held"
    return status


def gone_by(when: When | None, day: str | None, weeks: int = 0) -> bool:
    """Whether a date lies wholly before the report's day, by so many weeks."""
    if when is None or not day or not when.end or when.end >= day:
        return False
    if not weeks:
        return True
    return when.end < (datetime.date.fromisoformat(day) - datetime.timedelta(weeks=weeks)).isoformat()


def same_week(when: When | None, status: str | None, day: str | None) -> When | None:
    """A bare weekday on the side of the report's day that the status asks for: "during their call on Tuesday" lies back."""
    if when is None or day is None or not when.start or not when.text:
        return when
    if status in {"planned", "present"} and LATER_TODAY.match(when.text) and (when.end or when.start) < day:
        return replace(
            when, start=day, end=day, basis="relative_publication", derivation=f"{when.text} on {day}"
        )
    if when.basis != "relative_publication":
        return when
    if when.end and (
        when.precision == "month" and MONTH.fullmatch(when.text) or MONTH_DAY.fullmatch(when.text)
    ):
        return same_year(when, status, day)
    if when.precision not in {"day", "hour"}:
        return when
    if not WEEKDAY.search(when.text) or RELATIVE.search(when.text):
        return when
    step = (
        -7
        if status == "held" and when.start > day
        else 7
        if status == "planned" and (when.end or when.start) < day
        else 0
    )
    if not step:
        return when
    moved = [
        (datetime.date.fromisoformat(d) + datetime.timedelta(days=step)).isoformat() if d else None
        for d in (when.start, when.end)
    ]
    return replace(
        when,
        start=moved[0],
        end=moved[1],
        derivation=f"{when.text} {'before' if step < 0 else 'after'} {day}",
    )


LATER_TODAY = re.compile(
    r"later (?:in the day|that day|today)|tonight|this (?:afternoon|evening)", re.IGNORECASE
)
WEEKDAY = re.compile(w.WEEKDAY, re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:next|last|this|coming|week|month|\d)", re.IGNORECASE)
MONTH = re.compile(rf"(?:in |this |early |late |mid-)?{w.MONTH_LONG}", re.IGNORECASE)
MONTH_DAY = re.compile(
    rf"(?:{w.WEEKDAY},? )?(?:(?:on )?{w.MONTH}\s{w.NTH}|{w.NTH}(?: of)? {w.MONTH})", re.IGNORECASE
)


def same_year(when: When, status: str | None, day: str) -> When:
    """A bare month on the side of the report's day that the status asks for: "his trip to China in April" lies ahead."""
    assert when.start is not None
    assert when.end is not None
    step = -1 if status == "held" and when.start > day else 1 if status == "planned" and when.end < day else 0
    if step < 0 and when.precision == "day" and within(when.start, day, SOON):
        return when  # "met today to discuss the June 14 summit"
    if not step:
        return when
    moved = [f"{int(d[:4]) + step}{d[4:]}" for d in (when.start, when.end)]
    if moved[1].endswith("02-29"):
        moved[1] = moved[1][:8] + "28"
    return replace(
        when,
        start=moved[0],
        end=moved[1],
        derivation=f"{when.text} {'before' if step < 0 else 'after'} {day}",
    )


def within(one: str, other: str, days: int) -> bool:
    """Whether two ISO days lie no more than so many days apart."""
    return abs((datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)).days) <= days


def open_when(status: str, day: str | None) -> When | None:
    """The interval of a contact that no date is told of: the past up to the report, or from it on."""
    if day is None:
        return None
    if status == "held":
        return When(
            start=None, end=day, precision="interval", basis="inferred", derivation=f"told as past on {day}"
        )
    if status == "planned":
        return When(
            start=day, end=None, precision="interval", basis="inferred", derivation=f"told as ahead on {day}"
        )
    return None


def open_between(status: str, dated: ReportDate) -> When | None:
    """The interval of an undated contact in a report of which only the first and last day are known."""
    if dated.date is not None or not (dated.earliest and dated.latest):
        return None
    return open_when(status, dated.latest if status == "held" else dated.earliest)


EARLIER = re.compile(r"earlier (?:this|in the) (?:week|month|year)", re.IGNORECASE)


def day_after(day: str) -> str:
    """The ISO date behind another."""
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()


def day_before(day: str) -> str:
    """The ISO date before another."""
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def bounded(when: When | None, status: str, day: str | None) -> When | None:
    """A dated contact that was held cannot end behind the report's day; what was "earlier this month" was before it."""
    if when is None or day is None:
        return when
    if status == "planned" and when.start is None and when.end and when.end >= day:
        return replace(when, start=day)
    if (
        status == "held"
        and when.end == day
        and when.start
        and when.start < day
        and EARLIER.match(when.text or "")
    ):
        return replace(when, end=day_before(day))
    if (
        status == "held"
        and when.start
        and when.start <= day
        and when.end
        and when.end > day
        and when.precision != "day"
    ):
        return replace(when, end=day)
    if status == "held" and when.end is None and (when.start or day) <= day:
        return replace(when, end=day)
    return when
