"""Counts how many contacts of one set are in each of many others, by year and month, too: fast enough for every page.

A set is held as what is counted quickest: the numbers of its members in order where they are few, else its bits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.ledger.bits import PART, Bits, octets_kept, size

# A member takes four octets by its number, and one bit in each set of bits.
_FEW = 32
# What so few fit is looked up one by one in sets of bits.
_LOOKED_UP = 4000
_BIT = (1 << np.arange(8, dtype=np.uint8)).astype(np.uint8)
Octets = NDArray[np.uint8]
Numbers = NDArray[np.int64]
# Names, and for each number the place of its name among them; -1 for none.
Column = tuple[list[str], NDArray[np.int16]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Countable:
    """A set made ready to be counted: `members` in order where they are few, else `octets` with a bit for each number."""

    members: NDArray[np.uint32] | None
    octets: Octets | None

    @property
    def weight(self) -> int:
        """The octets of memory that it takes."""
        return sum(each.nbytes for each in (self.members, self.octets) if each is not None)


class Fit:
    """The contacts that fit a question, made ready to be counted within sets."""

    def __init__(self, bits: Bits) -> None:
        self.size = size(bits)
        self._octets = octets_of(bits)

    @cached_property
    def members(self) -> Numbers:
        """The numbers, in order."""
        return np.flatnonzero(self._flags)

    @cached_property
    def _flags(self) -> NDArray[np.bool_]:
        return np.unpackbits(self._octets, bitorder="little").view(np.bool_)

    def within(self, other: Countable) -> int:
        """How many of them are in the set."""
        if other.members is not None:
            return int(np.count_nonzero(self._flags[_below(other.members, len(self._flags))]))
        assert other.octets is not None
        if self.size <= _LOOKED_UP:
            return int(np.count_nonzero(self._looked_up(other.octets)))
        last = min(len(self._octets), len(other.octets))
        shared = self._octets[:last].view(np.uint64) & other.octets[:last].view(np.uint64)
        return int(np.bitwise_count(shared).sum())

    def _looked_up(self, octets: Octets) -> NDArray[np.bool_]:
        near = _below(self.members, 8 * len(octets))
        found: NDArray[np.bool_] = (octets[near >> 3] & _BIT[near & 7]) != 0
        return found


def make_countable(parts: Mapping[int, bytes]) -> Countable:
    """The set, whose parts are as they are kept, in the form that is counted quickest."""
    told = [(part * PART // 8, *octets_kept(kept)) for part, kept in sorted(parts.items())]
    pieces = [(start + first, np.frombuffer(octets, dtype=np.uint8)) for start, first, octets in told]
    end = (max(parts, default=-1) + 1) * PART // 8
    if sum(int(np.bitwise_count(piece).sum()) for _, piece in pieces) * _FEW >= 8 * end:
        many = np.zeros(end, dtype=np.uint8)
        for first, piece in pieces:
            many[first : first + len(piece)] = piece
        return Countable(members=None, octets=many)
    found = [
        (np.flatnonzero(np.unpackbits(piece, bitorder="little")) + 8 * first).astype(np.uint32)
        for first, piece in pieces
    ]
    return Countable(members=np.concatenate(found) if found else np.zeros(0, dtype=np.uint32), octets=None)


def members_of(bits: Bits) -> Numbers:
    """The numbers of the set, in order."""
    found = [_members(held) + part * PART for part, held in sorted(bits.items())]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def octets_of(bits: Bits) -> Octets:
    """The bits of the set from number 0 on, eight to an octet."""
    made = np.zeros((max(bits, default=-1) + 1) * PART // 8, dtype=np.uint8)
    for part, held in bits.items():
        first = part * PART // 8
        made[first : first + PART // 8] = np.frombuffer(held.to_bytes(PART // 8, "little"), dtype=np.uint8)
    return made


def column_of(sets: Mapping[str, Bits]) -> Column:
    """Names of sets of which a contact is in one at most, and for each number that of its name; -1 in none.

    {"2020": {3}, "2021": {0}} is ["2020", "2021"] and [1, -1, -1, 0, ...].
    """
    names = sorted(sets)
    last = max((part for bits in sets.values() for part in bits), default=-1)
    column = np.full((last + 1) * PART, -1, dtype=np.int16)
    for at, name in enumerate(names):
        column[members_of(sets[name])] = at
    return names, column


def count_by(members: Numbers, columns: Sequence[Column]) -> dict[tuple[str, ...], int]:
    """How many of the numbers have each combination of names: ("2021", "visit") 12; those without a name are left out."""
    codes, told = np.zeros(len(members), dtype=np.int64), np.ones(len(members), dtype=np.bool_)
    for names, column in columns:
        # Numbers beyond a column are in none of its sets.
        met = np.full(len(members), -1, dtype=np.int64)
        here = column[_below(members, len(column))]
        met[: len(here)] = here
        told &= met >= 0
        codes = codes * len(names) + met
    counted = np.bincount(codes[told])
    return {_named(int(code), columns): int(counted[code]) for code in np.flatnonzero(counted)}


def _named(code: int, columns: Sequence[Column]) -> tuple[str, ...]:
    found: list[str] = []
    for names, _ in reversed(columns):
        code, at = divmod(code, len(names))
        found.append(names[at])
    return tuple(reversed(found))


def _members(held: int) -> Numbers:
    octets = np.frombuffer(held.to_bytes(PART // 8, "little"), dtype=np.uint8)
    return np.flatnonzero(np.unpackbits(octets, bitorder="little"))


def _below(members: NDArray[Any], end: int) -> NDArray[Any]:
    """Those of the numbers, which are in order, that are less than the end."""
    return members if not len(members) or members[-1] < end else members[: np.searchsorted(members, end)]
