"""Makes the `When` of an expression: its basis, hour and zone, or what it hangs by where it has no date."""

from __future__ import annotations

import datetime as dt

from communique.dates.calendars import Days
from communique.dates.expression import Expression
from communique.dates.lexicon import load_names
from communique.records import Basis, Span, When

ON_NARRATIVE = frozenset({"same", "hang", "hang_period", "hang_season"})
ON_EVENT = frozenset({"offset", "bound", "anniversary", "event", "since_event", "days_from"})


def basis_of(expression: Expression) -> Basis:
    """How an expression came by its day."""
    if expression.cls in ON_NARRATIVE or expression.cls in ON_EVENT:
        return "relative_event"
    stated = expression.year is not None and expression.cls in {
        "date",
        "month",
        "year",
        "season",
        "quarter",
        "half",
        "months_of",
        "decade",
        "nth_weekday",
        "named",
    }
    return "stated" if stated else "relative_publication"


def made_when(
    expression: Expression, days: Days, basis: Basis, derivation: str, relation: str | None = None
) -> When:
    """A When over the expression's span; the hour and its zone are kept where told."""
    timed = expression.time is not None and days.start == days.end
    return When(
        start=iso(days.start),
        end=iso(days.end),
        precision="hour" if timed else days.precision,
        basis=basis,
        derivation=derivation,
        span=Span(start=expression.start, end=expression.end),
        text=expression.text,
        time_of_day=expression.time or expression.part
        if expression.cls in {"date", "weekday", "deictic", "same", "named", "day_of_month"}
        else None,
        zone=zone_of(expression),
        relation=relation,
    )


def iso(date: dt.date | None) -> str | None:
    """ISO form, or None for an open end."""
    return date.isoformat() if date else None


def zone_of(expression: Expression) -> str | None:
    """The IANA zone of an hour's place ("Tokyo time", "GMT")."""
    if not expression.zone or expression.cls == "season":
        return None
    zones = load_names().zones
    return zones.get(expression.zone) or zones.get(expression.zone.removesuffix(" time"))


def hanging(expression: Expression) -> When:
    """A time that hangs on something without a date: open ends, and what it hangs by."""
    words = " ".join(expression.text.split())
    if expression.count == 1 and (
        expression.cls == "same" or (expression.unit == "day" and expression.modifier in {"after", "later"})
    ):
        relation = "next_day"
    elif expression.cls in {"same", "hang_period"}:
        relation = "same_day" if not expression.count else "before"
    else:
        relation = {"later": "after", "earlier": "before", "within": "after", "within before": "before"}.get(
            expression.modifier or "", expression.modifier or "after"
        )
    return When(
        start=None,
        end=None,
        precision="interval",
        basis="relative_event",
        derivation=f"hangs on an undated event: {words}",
        span=Span(start=expression.start, end=expression.end),
        text=expression.text,
        relation=relation,
    )
