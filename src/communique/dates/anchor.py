"""`anchor_expression`: the interval that an expression means, seen from a report's day and what was told before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from msgspec.structs import replace

from communique.dates import calendar_days, hung_periods, offsets, periods, years
from communique.dates import calendars as c
from communique.dates.calendars import Days
from communique.dates.expression import Anchor, Expression
from communique.dates.named import anchor_anniversary, anchor_event, anchor_named, anchor_since_event
from communique.dates.recalled import told_of
from communique.dates.whens import ON_NARRATIVE, basis_of, hanging, made_when
from communique.records import When

Resolver = Callable[[Expression, Anchor], "tuple[Days, str] | None"]


def anchor_week_of(expression: Expression, anchor: Anchor) -> tuple[Days, str] | None:
    """ "the week of March 12" is its calendar week, "the week beginning 3 May" seven days from it."""
    base = whole(expression.base, anchor)
    if base is None or not base.start or base.start != base.end:
        return None
    day = dt.date.fromisoformat(base.start)
    if expression.modifier == "holding":
        return c.week(day), f"the calendar week of {base.start}"
    first = day if expression.modifier == "beginning" else c.shift(day, -6)
    return Days(first, c.shift(first, 6), "week"), f"seven days {expression.modifier} with {base.start}"


def anchor_bound_period(expression: Expression, anchor: Anchor) -> tuple[Days, str] | None:
    """ "before the year is out": until its last day."""
    today = anchor.date()
    days = periods.calendar_unit(today, expression.unit or "", 0) if today else None
    return (Days(None, days.end, "interval"), f"not after {days.end}") if days else None


RESOLVERS: dict[str, Resolver] = {
    "date": calendar_days.anchor_date,
    "event_date": calendar_days.anchor_date,
    "day_of_month": calendar_days.anchor_day_of_month,
    "weekday": calendar_days.anchor_weekday,
    "nth_weekday": calendar_days.anchor_nth_weekday,
    "month": periods.anchor_month,
    "season": periods.anchor_season,
    "quarter": years.anchor_quarter,
    "half": years.anchor_quarter,
    "months_of": years.anchor_months_of,
    "year": years.anchor_year,
    "decade": years.anchor_decade,
    "period": periods.anchor_period,
    "recent": periods.anchor_recent,
    "span": periods.anchor_span,
    "deictic": offsets.anchor_deictic,
    "ago": offsets.anchor_ago,
    "ahead": offsets.anchor_ahead,
    "ago_month": offsets.anchor_ago_month,
    "ago_period": offsets.anchor_ago_period,
    "this_time": offsets.anchor_this_time,
    "week_of": anchor_week_of,
    "bound_period": anchor_bound_period,
    "same": offsets.anchor_same,
    "hang": offsets.anchor_hang,
    "hang_period": hung_periods.anchor_hang_period,
    "hang_season": hung_periods.anchor_hang_season,
    "named": anchor_named,
    "anniversary": anchor_anniversary,
    "event": anchor_event,
    "since_event": anchor_since_event,
}
DEFINITE = re.compile(
    r"(?:that|this|those|these|which|it)\b", re.IGNORECASE
)  # "two days after the talks", told of before


NEARING = frozenset(
    {
        "ahead of",
        "before",
        "in the run-up to",
        "in the runup to",
        "in the lead-up to",
        "in the leadup to",
        "pending",
    }
)  # of what may still be to come, whatever the verb


def anchor_expression(expression: Expression, anchor: Anchor) -> When | None:
    """The interval of days that an expression means, or None where it has no date.

    "late Wednesday" in a report of Thursday 2026-02-05 is 2026-02-04. A time that hangs on an event without a date
    ("hours after the talks") comes out with open ends and its `relation`. Never raises.
    """
    if expression.cls == "range":
        return anchor_range(expression, anchor)
    if expression.cls == "either":
        return anchor_either(expression, anchor)
    if expression.cls == "offset":
        return anchor_offset(expression, anchor)
    if expression.cls == "bound":
        return anchor_bound(expression, anchor)
    if expression.cls == "bound_told":
        return anchor_told_bound(expression, anchor)
    if expression.cls == "days_from":
        return anchor_days_from(expression, anchor)
    resolver = RESOLVERS.get(expression.cls)
    found = resolver(expression, anchor) if resolver else None
    if found is None:
        return hanging(expression) if expression.cls in ON_NARRATIVE and not anchor.previous else None
    days, derivation = found
    return made_when(expression, days, basis_of(expression), derivation)


def whole(expression: Expression | None, anchor: Anchor) -> When | None:
    """An inner expression anchored to at least one known end."""
    when = anchor_expression(expression, anchor) if expression else None
    return when if when and (when.start or when.end) else None


def days_of(when: When) -> Days:
    """The interval of a When as dates."""
    return Days(
        dt.date.fromisoformat(when.start) if when.start else None,
        dt.date.fromisoformat(when.end) if when.end else None,
        when.precision,
    )


def anchor_range(expression: Expression, anchor: Anchor) -> When | None:
    """ "from 29 December to 3 January": the first end before the last, whatever year each alone would take."""
    first, last = expression.base, expression.other
    assert first is not None
    assert last is not None
    if first.year is None and last.year is not None and first.cls in {"date", "month"}:
        year = last.year - 1 if (first.month or 0) > (last.month or 12) else last.year
        first = replace(first, year=year)
    if anchor.tense == "future" or first.part == "now":
        anchor = replace(anchor, tense="future")
        start = whole(first, anchor)
        end = whole(last, replace(anchor, day=start.start) if start and start.start else anchor)
    else:
        end = whole(last, anchor)
        start = whole(
            first,
            replace(anchor, day=end.end, tense="past") if end and end.end and first.year is None else anchor,
        )
        if start and end and start.start and end.end and start.start > end.end:
            end = whole(last, replace(anchor, day=start.start, tense="future"))
    if not (start and end and start.start and end.end and start.start <= end.end):
        return None
    return made_when(
        expression,
        Days(days_of(start).start, days_of(end).end, "interval"),
        basis_of(first),
        f"from {start.start} to {end.end}",
    )


def anchor_either(expression: Expression, anchor: Anchor) -> When | None:
    """ "two or three weeks ago": from the first of both to the last of both."""
    ends = [whole(expression.base, anchor), whole(expression.other, anchor)]
    days = [d for w in ends if w for d in (w.start, w.end) if d]
    if None in ends or len(days) != 4:
        return None
    first, last = dt.date.fromisoformat(min(days)), dt.date.fromisoformat(max(days))
    return made_when(
        expression,
        Days(first, last, "day" if first == last else "interval"),
        basis_of(expression.base or expression),
        f"from {first.isoformat()} to {last.isoformat()}",
    )


def anchor_bound(expression: Expression, anchor: Anchor) -> When | None:
    """ "since 1994" begins with 1994 and is open at its end; "until November 25" ends with it."""
    inner = expression.base
    if inner and expression.modifier == "since" and anchor.tense == "none":
        anchor = replace(anchor, tense="past")
    if inner and inner.year is None and expression.name in NEARING:
        if inner.cls == "date":
            anchor = replace(anchor, tense="none")
        elif inner.cls == "month" and anchor.tense == "none":
            anchor = replace(anchor, tense="future")
    base = whole(inner, anchor)
    if base is None:
        return None
    days = days_of(base)
    if expression.modifier == "since":
        return (
            made_when(
                expression, Days(days.start, None, "interval"), base.basis, f"since {base.start}", "since"
            )
            if days.start
            else None
        )
    return (
        made_when(expression, Days(None, days.end, "interval"), base.basis, f"not after {base.end}", "until")
        if days.end
        else None
    )


def anchor_told_bound(expression: Expression, anchor: Anchor) -> When | None:
    """ "since then": from what was told last, open at its end."""
    last = offsets.last_told(anchor)
    if last is None:
        return None
    days = days_of(last)
    since = expression.modifier == "since"
    bounds = Days(days.start, None, "interval") if since else Days(None, days.end, "interval")
    return made_when(
        expression, bounds, "relative_event", f"{expression.text.lower()}: {last.start}", expression.modifier
    )


def anchor_days_from(expression: Expression, anchor: Anchor) -> When | None:
    """ "over two days starting Friday"."""
    base = whole(expression.base, anchor)
    count = offsets.count_of(expression.name)
    if base is None or count is None or not base.start:
        return None
    start = dt.date.fromisoformat(base.start)
    if expression.part == "to":
        days, told = Days(c.shift(start, 1 - count), start, "interval"), f"{count} days to {base.start}"
    else:
        days, told = Days(start, c.shift(start, count - 1), "interval"), f"{count} days from {base.start}"
    return made_when(expression, days, base.basis, told)


def nearest_base(inner: Expression | None, anchor: Anchor) -> When | None:
    """What an offset counts from: a date without a year is then the one nearest to the report, whatever the verb."""
    today = anchor.date()
    if inner is None or inner.cls != "date" or inner.year or anchor.tense != "future" or today is None:
        return whole(inner, anchor)
    both = [whole(inner, replace(anchor, tense=tense)) for tense in ("future", "past")]
    near = [w for w in both if w and w.start]
    return min(near, key=lambda w: abs((dt.date.fromisoformat(w.start or "") - today).days), default=None)


def years_too_late(days: Days, expression: Expression, anchor: Anchor) -> bool:
    """Whether "eight years after the April 17 accord" comes out ahead, because the accord's year was not told."""
    inner, today = expression.base, anchor.date()
    if inner is None or inner.cls != "date" or inner.year or expression.unit != "year" or today is None:
        return False
    return bool(expression.count and anchor.tense != "future" and days.start and days.start > today)


def anchor_offset(expression: Expression, anchor: Anchor) -> When | None:
    """ "Three days after the April 17 accord"; without a dated event, what it hangs on stays a relation."""
    base = nearest_base(expression.base, anchor)
    told = base.derivation if base else ""
    days = days_of(base) if base else None
    if days is None and expression.name:
        found = anchor_event(expression, anchor)
        days, told = found or (None, "")
    if (
        days is None
        and (last := offsets.last_told(anchor))
        and last.start == last.end
        and (DEFINITE.match(expression.name or "") or told_of(expression.name or "", anchor.around))
    ):
        days, told = days_of(last), f"what was told before, {last.start}"
    if days is None:
        return hanging(expression)
    moved = offsets.moved(days, expression)
    if moved and years_too_late(moved, expression, anchor) and days.start:
        days = c.day(c.add_years(days.start, -(expression.count or 0)))
        moved, told = offsets.moved(days, expression), f"{days.start}"
    if moved is None:
        return hanging(expression)
    clipped = offsets.clipped(moved, anchor, days)
    words = expression.text if len(expression.text) < 60 else expression.text[:57] + "..."
    return made_when(
        expression,
        clipped,
        "relative_event",
        f"{' '.join(words.split())}: counted from {told or days.start}",
        "before" if "before" in (expression.modifier or "") else "after",
    )
