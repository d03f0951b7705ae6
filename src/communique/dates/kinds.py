"""The classes of expressions that have days of their own."""

from __future__ import annotations

ANCHORED = frozenset(
    {
        "date",
        "weekday",
        "month",
        "quarter",
        "half",
        "months_of",
        "season",
        "year",
        "decade",
        "deictic",
        "period",
        "week_of",
        "this_time",
        "ago_month",
        "ago_period",
        "recent",
        "ago",
        "ahead",
        "day_of_month",
        "named",
        "anniversary",
        "range",
        "event",
        "nth_weekday",
        "hang_period",
        "same",
        "event_date",
        "span",
        "hang",
        "hang_season",
    }
)
