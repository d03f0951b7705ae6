"""What one piece of evidence says of a report's day."""

from __future__ import annotations

import datetime as dt

from communique.record_type import Record

EARLIEST = 1990  # a known event told with "today" in a report of ours


class Proof(Record, frozen=True, kw_only=True):
    """The first and the last day on which a report can have come out by one piece of evidence, and why.

    With `news`, the first day is that of the deed that is told: "landed on Tuesday". Proofs of one `source` are alternatives: "the NATO summit in Brussels opened today" may be that of any of six years.
    """

    first: dt.date
    last: dt.date
    why: str
    source: str = ""
    news: bool = False

    @property
    def exact(self) -> bool:
        """Whether the evidence allows one day only."""
        return self.first == self.last


def on_day(*, day: dt.date, why: str) -> Proof:
    """A proof of one day."""
    return Proof(first=day, last=day, why=why)
