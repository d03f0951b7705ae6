"""A time expression as the words tell it, and what it is anchored against."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from communique.record_type import Record
from communique.records import When

Tense = Literal["past", "future", "none"]


class Expression(Record, frozen=True, kw_only=True):
    """A time expression in a text: "late Wednesday" is cls weekday, weekday 2, part "late".

    `text` is `text[start:end]` of what was searched. `cls` is the class by which it is anchored; `duration`, `habit`
    and `name` have no date. `base` is the expression that this one hangs on ("two days after" -> "April 17"),
    or the first end of a range, whose last is `other`. `count` counts `unit`s; None is "some".
    """

    start: int
    end: int
    text: str
    cls: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    count: int | None = None
    unit: str | None = None
    modifier: str | None = None
    part: str | None = None
    name: str | None = None
    time: str | None = None
    zone: str | None = None
    base: Expression | None = None
    other: Expression | None = None


class Anchor(Record, frozen=True, kw_only=True):
    """What an expression is anchored against.

    `day` is the report's ISO date or None, `tense` that of the governing clause, `previous` the anchored times of the
    narrative so far, the latest last ("the next day" hangs on it), `zone` the IANA zone of the report's place,
    `around` the words of the sentences in which the last day was told, `context` those that tell whom the report is about.
    """

    day: str | None
    tense: Tense = "none"
    previous: tuple[When, ...] = ()
    zone: str | None = None
    around: str = ""
    context: str = ""

    def date(self) -> dt.date | None:
        """The report's day as a date, or None where it is unknown or no date."""
        try:
            return dt.date.fromisoformat(self.day[:10]) if self.day else None
        except ValueError:
            return None
