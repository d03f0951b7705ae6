"""The cue phrases of `lexicon/furniture.toml`, compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal, cast

from communique.body.lines import fold_line
from communique.errors import LexiconError
from communique.record_type import Record
from communique.records import FurnitureKind

Layout = Literal["start", "whole", "end", "list"]
_FILE = "furniture.toml"
_LONGEST = 220
_END_REACH = 240


class Cue(Record, frozen=True, kw_only=True):
    """One cue: "Sign up for our weekly newsletter" is a prompt by the cue `newsletter`."""

    id: str
    kind: FurnitureKind
    layout: Layout
    pattern: str
    example: str
    counter: str | None = None
    longest: int = _LONGEST
    cased: bool = False
    hints: tuple[str, ...] = ()


class Cues(Record, frozen=True, kw_only=True):
    """All cues, in one pattern for each way of matching; groups bear the numbers of the cues."""

    cues: tuple[Cue, ...]
    start: re.Pattern[str]
    cased: re.Pattern[str]
    whole: re.Pattern[str]
    end: re.Pattern[str]
    agencies: frozenset[str]
    places: frozenset[str]
    hints: tuple[str, ...]
    longest: int

    def match(self, text: str) -> Cue | None:
        """The cue that makes the whole line furniture, or None."""
        if len(text) > self.longest:
            return None
        folded = fold_line(text)
        return (
            self._fits(self.start.match(folded), text)
            or self._fits(self.cased.match(text), text)
            or self._fits(self.whole.fullmatch(folded), text)
            or self._match_end(folded[-_END_REACH:], text)
        )

    def _match_end(self, folded: str, text: str) -> Cue | None:
        """Searching is dear, so one of the cues' own literal words must be there first."""
        if not any(map(folded.__contains__, self.hints)):
            return None
        return self._fits(self.end.search(folded), text)

    def _fits(self, found: re.Match[str] | None, text: str) -> Cue | None:
        if found is None or found.lastgroup is None:
            return None
        cue = self.cues[int(found.lastgroup[1:])]
        return cue if len(text) <= cue.longest else None


@cache
def load_cues() -> Cues:
    """The cues of the package; raises `LexiconError` for an entry that is no cue."""
    table = tomllib.loads(files("communique.lexicon").joinpath(_FILE).read_text(encoding="utf-8"))
    cues = tuple(read_cues(table))
    return Cues(
        cues=cues,
        start=_join(cues, ("start",), "", cased=False),
        cased=_join(cues, ("start",), "", cased=True),
        whole=_join(cues, ("whole", "list"), "", cased=False),
        end=_join(cues, ("end",), r"\s*$", cased=False),
        agencies=frozenset(table["agencies"]),
        places=frozenset(name.casefold() for name in table["dateline_places"]),
        hints=tuple(sorted({hint for cue in cues for hint in cue.hints})),
        longest=max(cue.longest for cue in cues),
    )


@lru_cache(maxsize=64)
def cue_of(line: str) -> Cue | None:
    """The cue that makes a whole line furniture; head and tail both ask for the line with which the prose begins."""
    return load_cues().match(line)


def read_cues(table: dict[str, Any]) -> Iterator[Cue]:
    """The entries of a cue file."""
    for number, entry in enumerate(table["cue"], start=1):
        try:
            cue = Cue(**{**entry, "hints": tuple(entry.get("hints", ()))})
            re.compile(cue.pattern)
            if cue.layout == "end" and not cue.hints:
                raise TypeError('layout "end" needs hints')
        except (TypeError, re.error) as error:
            where = f"{_FILE}: cue {number}"
            raise LexiconError(
                f"not a cue: {error}", where=where, remedy="see the head of the file"
            ) from error
        yield cue


def _join(cues: Iterable[Cue], layouts: tuple[str, ...], ending: str, *, cased: bool) -> re.Pattern[str]:
    parts = (
        f"(?P<c{number}>{cue.pattern})"
        for number, cue in enumerate(cues)
        if cue.layout in layouts and cue.cased == cased
    )
    return re.compile(f"(?:{'|'.join(parts)}){ending}")


def place_known(name: str, knowledge: object) -> bool:
    """Whether a dateline may name this place: the cue file's list, or the knowledge's places where there
    are any.
    """
    if name.casefold() in load_cues().places:
        return True
    places = getattr(knowledge, "places", None)
    return places is not None and name in cast("Any", places)
