"""A widely known event: its days, and the words that name it."""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """A widely known event with its day: `groups` are alternatives of which each group must occur in its naming.

    `closing`: it came at midnight at the end of its day. `gathering`: it is an edition of a regular gathering.
    `unsure_start`, `unsure_end`: the day only bounds the first or last one. `told` is the day on which the event was
    made known, where that is sure: the death of a ruler that was kept for two days. `unless` are words with which something
    else is meant: the first round of a vote.
    """

    id: str
    date: dt.date
    end: dt.date
    groups: tuple[str, ...]
    closing: bool = False
    gathering: bool = False
    unsure_start: bool = False
    unsure_end: bool = False
    told: dt.date | None = None
    unless: str = ""

    def named_in(self, text: str) -> bool:
        """Whether a text names the event: every group of words occurs."""
        if not all(group_pattern(group).search(text) for group in self.groups):
            return False
        return not self.unless or group_pattern(self.unless).search(text) is None


@functools.cache
def group_pattern(group: str) -> re.Pattern[str]:
    """A group's alternatives, compiled at the first use: most runs name few events."""
    return re.compile(rf"\b(?:{group})", re.IGNORECASE)
