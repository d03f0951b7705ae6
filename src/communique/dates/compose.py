"""Puts single expressions together: times with days, ranges, bounds ("since"), and what hangs on another."""

from __future__ import annotations

from communique.dates.bounds import bounded
from communique.dates.expression import Expression
from communique.dates.hanging import counted_day, hung, week_of
from communique.dates.kinds import ANCHORED
from communique.dates.ranges import join_ranges, join_times


def compose(text: str, singles: list[Expression]) -> list[Expression]:
    """All expressions of a text from its single ones."""
    joined = join_ranges(text, join_times(text, singles))
    found: list[Expression] = []
    for place, one in enumerate(joined):
        one = counted_day(text, week_of(text, one))
        if one.cls == "offset":
            hanging = hung(text, one, joined[place + 1 :])
            found += [hanging] if hanging.base or hanging.part != "nth" else []
            continue
        bounds = bounded(text, one, joined[place - 1] if place else None) if one.cls in ANCHORED else []
        found += [one, *bounds]
    return [e for e in found if e.cls != "event_date"]
