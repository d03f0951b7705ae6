"""The day on which a report was written, where its dateline tells one that lies before its publication."""

from __future__ import annotations

import datetime as dt

from communique.dates.anchor import anchor_expression
from communique.dates.expression import Anchor, Expression
from communique.dates.find import find_expressions
from communique.records import Report

LATEST = 3  # days that a report may lie before it is printed
FROM_THE_DAY = frozenset({"deictic", "ago", "ago_period", "this_time"})


def written_day(report: Report) -> str | None:
    """The dateline's day, for a report that came out a day or a few later; None where both are one, or none is told.

    "AQABA, June 4 - The two met here today", published on June 5, tells of June 4.
    """
    if report.dated.date is None or report.dated.doubt:
        return None
    text = next((f.span.of(report.body) for f in report.furniture if f.kind == "dateline"), "")
    days = {
        when.start
        for one in find_expressions(text)
        if one.cls in {"date", "event_date"}
        and (when := anchor_expression(one, Anchor(day=report.dated.date, tense="past")))
        and when.start == when.end
    }
    day = days.pop() if len(days) == 1 else None
    if day is None:
        return None
    apart = (dt.date.fromisoformat(report.dated.date[:10]) - dt.date.fromisoformat(day)).days
    return day if 0 < apart <= LATEST else None


def counts_from_it(one: Expression) -> bool:
    """Whether an expression counts from the day on which it was written: "today", "yesterday", "three days ago"."""
    return one.cls in FROM_THE_DAY
