"""Quarters, halves, years and decades."""

from __future__ import annotations

from communique.dates import calendars as c
from communique.dates.calendars import Days
from communique.dates.expression import Anchor, Expression
from communique.dates.periods import RELATIVE, Found, part_of_year, year_told


def anchor_quarter(expression: Expression, anchor: Anchor) -> Found | None:
    """ "the second quarter of 2019", "last quarter", "the first half of last year"."""
    today, size = anchor.date(), 3 if expression.cls == "quarter" else 6
    if expression.modifier in {"last", "this", "next"} and expression.count is None:
        if today is None:
            return None
        number = (today.month - 1) // 3 + 1 + RELATIVE[expression.modifier]
        return c.quarter(
            today.year, number
        ), f"calendar quarter {RELATIVE[expression.modifier]:+d} from that of {today.isoformat()}"
    year = year_told(expression, anchor)
    count = expression.count or 1
    if year is None:
        if today is None:
            return None
        year = today.year
        told = c.months(year, size * (count - 1) + 1, size * count)
        if anchor.tense == "past" and told.start and told.start > today:
            year -= 1
        elif anchor.tense == "future" and told.end and told.end < today:
            year += 1
    if size * count > 12:
        return None
    days = c.months(year, size * (count - 1) + 1, size * count, "quarter" if size == 3 else "interval")
    return days, f"{expression.cls} {count} of {year}"


def anchor_months_of(expression: Expression, anchor: Anchor) -> Found | None:
    """ "the first three months of 2007"."""
    year, count = year_told(expression, anchor), expression.count
    if year is None or not count or count > 12:
        return None
    first, last = (1, count) if expression.part == "first" else (13 - count, 12)
    whole_quarter = count == 3
    return c.months(
        year, first, last, "quarter" if whole_quarter else "interval"
    ), f"{expression.part} {count} months of {year}"


def anchor_year(expression: Expression, _anchor: Anchor) -> Found | None:
    """ "in 2011", "late 2019"."""
    assert expression.year is not None
    return part_of_year(
        expression.year, expression.part
    ), f"{expression.part + ' in ' if expression.part else ''}the year {expression.year}"


def anchor_decade(expression: Expression, _anchor: Anchor) -> Found | None:
    """ "the 1990s", "the early 2000s"."""
    assert expression.year is not None
    first, last = {"early": (0, 3), "start": (0, 3), "mid": (3, 6), "late": (6, 9), "end": (6, 9)}.get(
        expression.part or "", (0, 9)
    )
    return Days(
        c.year(expression.year + first).start, c.year(expression.year + last).end, "interval"
    ), f"the {expression.year}s"
