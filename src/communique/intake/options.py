"""What a caller may say about the inputs, and the record of what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from communique.errors import CommuniqueError, InputError
from communique.intake.meter import Meter

LIMIT_BYTES = 10_000_000
"""The largest single report: a file or a line beyond it is set aside. A long transcript has about 200 kB."""

LIMIT_SECONDS = 30.0
"""The longest time that one address may take to answer in full."""


@dataclass(frozen=True, kw_only=True, slots=True)
class IntakeOptions:
    """What holds for all inputs of one run.

    `published` and `outlet` fill in for reports that carry none of their own ("2026-02-05", "The Daily
    Gazette").
    `field_map` names the columns of a table: {"text": "content", "date": "pubdate"}.
    `follow_links` also reads through symbolic links inside folders.
    `limit_bytes` is the largest report that is read.
    `first_look` decides before a web archive's page is taken apart whether it can tell of a contact.
    `full_pages` fetches the pages that the entries of a feed link to.
    `allow_local` permits addresses within private networks; `limit_seconds` bounds each fetch.
    `meter` is told how far the run has come.
    """

    published: str | None = None
    outlet: str | None = None
    field_map: Mapping[str, str] = field(default_factory=dict)
    follow_links: bool = False
    limit_bytes: int = LIMIT_BYTES
    first_look: FirstLook | None = None
    full_pages: bool = False
    allow_local: bool = False
    limit_seconds: float = LIMIT_SECONDS
    meter: Meter | None = None


class FirstLook(Protocol):
    """A cheap decision on the raw bytes of a page: can anything in it tell of a contact?"""

    def finds(self, raw: bytes) -> bool:
        """Whether the page is worth the full reading."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SetAside:
    """Something that was not read, or not in full: "calls.jsonl:3: not valid JSON; mend or remove the line".

    `source` is the input's own name, `place` says where (`file:line` for a table), `why` and `remedy` are
    sentences.
    `input` is what the user named, for reading it again.
    `partial` is true where a report was read all the same, with a loss (characters that could not be
    decoded).
    """

    source: str
    place: str
    why: str
    remedy: str
    partial: bool = False
    input: str = ""

    @classmethod
    def of(cls, source: str, error: CommuniqueError) -> SetAside:
        """The record for an error that ended the reading of one input."""
        return cls(source=source, place=error.where or source, why=error.what, remedy=error.remedy)

    def __str__(self) -> str:
        return f"{self.place}: {self.why}; {self.remedy}"


_FAILURES_IN_A_ROW = 1000


_Row = TypeVar("_Row")


class Patience:
    """Ends the reading of a table of which row after row fails: it is no table, or not of the kind it seemed."""

    def __init__(self, place: str) -> None:
        self._place, self._failures = place, 0

    def after(self, one: _Row) -> _Row:
        """The same again; raises `InputError` at the thousandth failure without a success between."""
        self._failures = self._failures + 1 if isinstance(one, SetAside) else 0
        if self._failures > _FAILURES_IN_A_ROW:
            why = f"{_FAILURES_IN_A_ROW:,} rows one after the other cannot be read; the rest is left out"
            raise InputError(why, where=self._place, remedy="mend the table, or name its columns with --map")
        return one
