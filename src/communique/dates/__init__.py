"""When: time expressions found, anchored with their derivation, and reports dated from inside."""

from communique.dates.anchor import anchor_expression
from communique.dates.counting_back import count_back
from communique.dates.event_words import day_of_event
from communique.dates.expression import Anchor, Expression
from communique.dates.find import find_expressions
from communique.dates.narrative import find_whens
from communique.dates.undated import date_report, find_date_doubts

__all__ = [
    "Anchor",
    "Expression",
    "anchor_expression",
    "count_back",
    "date_report",
    "day_of_event",
    "find_date_doubts",
    "find_expressions",
    "find_whens",
]
