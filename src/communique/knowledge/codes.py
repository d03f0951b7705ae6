"""The codes that other data sets give to states, with the days on which each held, and how contacts are coded."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import Any

from communique.errors import LexiconError
from communique.knowledge.load import LEXICON, read_rows, read_toml
from communique.record_type import Record

SYSTEMS = ("iso2", "iso3", "cow", "gw", "fips", "cameo")


class Code(Record, frozen=True, kw_only=True):
    """A state's code in one system: Serbia is 345 in Gleditsch-Ward to 2006-06-04 and 340 afterwards.

    `start` and `end` are as exact as is known ("1991", "1991-12-26"); an empty one leaves that end unstated.
    """

    state: str
    system: str
    code: str
    start: str = ""
    end: str = ""

    def covers(self, day: str) -> bool:
        """Whether the code held on an ISO day."""
        return (not self.start or self.start <= day) and (not self.end or day <= self.end)


@functools.cache
def state_codes() -> dict[tuple[str, str], tuple[Code, ...]]:
    """All codes by state and system, oldest first. Raises LexiconError for a system that nobody knows."""
    held: dict[tuple[str, str], list[Code]] = defaultdict(list)
    for place, row in read_rows(LEXICON / "codes.csv"):
        if row["system"] not in SYSTEMS:
            raise LexiconError(
                f'no system "{row["system"]}"', where=place, remedy=f"write {', '.join(SYSTEMS)}"
            )
        held[row["state"], row["system"]].append(Code(**row))
    return {key: tuple(sorted(codes, key=lambda each: each.start)) for key, codes in held.items()}


def code_of(state: str | None, system: str, day: str | None = None) -> str | None:
    """The state's code in the system on an ISO day, the latest where no day is given; None where it has none.

    >>> code_of("SRB", "gw", "2003-05-01"), code_of("SRB", "gw"), code_of("XSL", "cow")
    ('345', '340', None)
    """
    codes = state_codes().get((state or "", system), ())
    fitting = [each for each in codes if day is None or each.covers(day)]
    return fitting[-1].code if fitting else None


@functools.cache
def coding() -> dict[str, Any]:
    """The tables of coding.toml: events, CAMEO codes, sectors, groups, contexts."""
    return read_toml(LEXICON / "coding.toml")
