"""Whether two sides live far enough apart for one moment to be two days on the wall."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from communique.knowledge.load import LEXICON, read_toml

FAR = 6.0  # hours: a call late in one's evening is early in the other's next day
NEW_YEAR = datetime(2020, 1, 1, tzinfo=UTC)


@functools.cache
def offsets() -> dict[str, float]:
    """Hours east of Greenwich of each state's capital, in January."""
    found = {}
    for entry in read_toml(LEXICON / "states.toml").get("state", ()):
        try:
            offset = NEW_YEAR.astimezone(ZoneInfo(entry["timezone"])).utcoffset()
        except (KeyError, ValueError, ZoneInfoNotFoundError):
            continue
        if offset is not None:
            found[entry["id"]] = offset.total_seconds() / 3600
    return found


@functools.cache
def is_state(side: str) -> bool:
    """Whether a side is a state by its code of three capitals, which no organisation of the lexicon has."""
    return len(side) == len("DEU") and side.isascii() and side.isupper() and side not in bodies()


@functools.cache
def bodies() -> frozenset[str]:
    """The ids of all organisations of the lexicon: "WTO"."""
    entries = read_toml(LEXICON / "organisations.toml").get("organisation", ())
    return frozenset(entry["id"] for entry in entries)


@functools.lru_cache(maxsize=16_384)
def hours_apart(sides: tuple[str, ...]) -> float:
    """How many hours lie between the clocks of the outermost capitals: 13 between Washington and Beijing."""
    return spread(offsets()[side] for side in sides if side in offsets())


@functools.lru_cache(maxsize=16_384)
def far_apart(sides: tuple[str, ...]) -> bool:
    """Whether the capitals of any two of the sides are six hours or more apart: Washington and Beijing
    are.
    """
    return hours_apart(sides) >= FAR


def spread(hours: Iterable[float]) -> float:
    """The distance of the outermost."""
    known = list(hours)
    return max(known) - min(known) if known else 0.0
