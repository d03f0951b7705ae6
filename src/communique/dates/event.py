"""A widely known event: its days, and the words that name it."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

MOST = 6  # places of one word that are weighed


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """A widely known event with its day: `groups` are alternatives of which each group must occur in its naming.

    `closing`: it came at midnight at the end of its day. `gathering`: it is an edition of a regular gathering.
    `unsure_start`, `unsure_end`: the day only bounds the first or last one. `told` is the day on which the event was
    made known, where that is sure: the death of a ruler that was kept for two days. `unless` are words with which something
    else is meant: the first round of a vote. `near`: how many code points its words may take.
    `loose`: it has no word of a kind, and its own words alone tell of it.
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
        return any(max(b for _, b in told) - min(a for a, _ in told) <= self.near for told in product(*found))


@functools.cache
def group_pattern(group: str) -> re.Pattern[str]:
    """A group's alternatives, compiled at the first use: most runs name few events."""
    return re.compile(rf"\b(?:{group})", re.IGNORECASE)


AS_WRITTEN = "(?-i:"  # capital letters count
LETTERS = re.compile(r"(?!\d*[?*{])[A-Za-z\d]{2,3}(?![?*{])")


def beginnings(group: str) -> frozenset[str] | None:
    """The first two or three letters of whatever a group may match, in small letters; None where they cannot be told.

    "kor" and "nor" of "(?:North )?Korea": a text without a word that begins so need not be searched.
    """
    found: set[str] = set()
    for alternative in alternatives(group):
        those = _beginnings(alternative)
        if those is None:
            return None
        found |= those
    return frozenset(found)


def _beginnings(alternative: str) -> frozenset[str] | None:
    if alternative.startswith(AS_WRITTEN):
        alternative = f"(?:{alternative.removeprefix(AS_WRITTEN)}"
    if alternative.startswith("(?:"):
        end = closing(alternative)
        inner, behind = alternative[3:end], alternative[end + 1 :]
        if behind[:1] in {"*", "{"}:
            return None
        first = beginnings(inner)
        if first is None or behind[:1] != "?":
            return first
        second = _beginnings(behind[1:])
        return None if second is None else first | second
    letters = LETTERS.match(alternative)
    return frozenset({letters.group().lower()}) if letters else None


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern: those of a group within it are not parted."""
    found, depth, start = [], 0, 0
    for place, character in parts(pattern):
        depth += (character == "(") - (character == ")")
        if character == "|" and depth == 0:
            found.append(pattern[start:place])
            start = place + 1
    return [*found, pattern[start:]]


def closing(pattern: str) -> int:
    """The place of the bracket that closes the group with which a pattern begins."""
    depth = 0
    for place, character in parts(pattern):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return place
    raise ValueError(f"no bracket closes {pattern!r}")


def parts(pattern: str) -> Iterator[tuple[int, str]]:
    """The signs of a pattern with their places, without those in classes and those that a stroke makes plain."""
    place, inside = 0, False
    while place < len(pattern):
        character = pattern[place]
        if character == "\\":
            place += 1
        elif inside:
            inside = character != "]"
        elif character == "[":
            inside = True
        else:
            yield place, character
        place += 1
