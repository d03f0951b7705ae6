"""A widely known event: its days, and the words that name it."""

from __future__ import annotations

import datetime as dt
import functools
import re
from itertools import product

from communique.knowledge.caseless import AS_WRITTEN, Caseless
from communique.record_type import Record

SHORT_NAME = re.compile(r"(?<![\w\\])[A-Z]{2,5}(?=[|)]|$)")  # "US" is not "use", "INF" not "informed"
DATELINE = re.compile(r"[A-ZÀ-Ý]{3,}[^-–—:.]{0,50}(?:\s[-–—]{1,2}|:)\s")
WHOLE = r"(?:es|s)?(?!\w)"  # what was to be seen is told by whole words: "a Mini" is no "Minister"
ALTERNATIVE_NAME = re.compile(r"(?:^|\|)(?:\(\?:)?\[?[A-Z]")
MOST = 6  # places of one word that are weighed


class Event(Record, frozen=True, kw_only=True):
    """A widely known event with its day: `groups` are alternatives of which each group must occur in its naming.

    `closing`: it came at midnight at the end of its day. `gathering`: it is an edition of a regular gathering.
    `unsure_start`, `unsure_end`: the day only bounds the first or last one. `told` is the day on which the event was
    made known, where that is sure: the death of a ruler that was kept for two days. `unless` are words with which something
    else is meant: the first round of a vote. `near`: how many code points its words may take.
    `loose`: it has no word of a kind, and its own words alone tell of it. `seen`: its words are of what was to be seen
    there, so that no verb of its own need tell of it, and a dateline may hold its place. `hour` is that of the day at which
    it came, where that is sure.
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
    near: int = 0
    loose: bool = False
    seen: bool = False
    hour: int | None = None

    def named_in(self, text: str) -> bool:
        """Whether a text names the event: every group of words occurs."""
        if not all(group_pattern(group).search(text) for group in self.groups):
            return False
        if self.unless and group_pattern(self.unless).search(text) is not None:
            return False
        return not self.near or self.narrowly_named(text)

    def narrowly_named(self, text: str) -> bool:
        """Whether words of all groups stand within `near` code points: "died" and "Thatcher" of one clause."""
        found = [[m.span() for m in group_pattern(group).finditer(text)][:MOST] for group in self.groups]
        found = beyond_dateline(found, text) if self.seen else found
        return bool(found) and any(
            max(b for _, b in told) - min(a for a, _ in told) <= self.near for told in product(*found)
        )


def beyond_dateline(found: list[list[tuple[int, int]]], text: str) -> list[list[tuple[int, int]]]:
    """The places of groups of words but for those that a dateline holds: "BEIRUT - He walked through the dust"."""
    dateline = DATELINE.match(text)
    end = dateline.end() if dateline else 0
    return [spans for spans in found if not spans or spans[0][0] >= end]


@functools.cache
def is_name(group: str) -> bool:
    """Whether some alternatives of a group are names: "Macron|Elysee", not "pool|swam"; what stands twice is read once."""
    group = group.removesuffix(WHOLE)
    written = group[len(AS_WRITTEN) : (len(group) - 1) // 2 + 2] if group.startswith(AS_WRITTEN) else group
    return ALTERNATIVE_NAME.search(written) is not None


@functools.cache
def group_pattern(group: str) -> Caseless:
    """A group's alternatives, compiled at the first use: most runs name few events."""
    words = SHORT_NAME.sub(r"(?-i:\g<0>)(?![A-Za-z])", group)
    return Caseless(rf"\b(?:{words})")
