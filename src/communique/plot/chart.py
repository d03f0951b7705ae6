"""What a picture shows, apart from how it is drawn: frozen records that every renderer understands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["points", "bars", "network", "cells"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One contact on a line of time: `lane` is its row, `start` and `end` its first and last ISO day.

    "2021-12-07", a video call of Biden and Putin, in the lane "Russia – United States".
    """

    lane: str
    start: str
    end: str
    kind: str
    status: str
    label: str
    href: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """How many contacts of a kind fall into a period: "2021-12", video_call, 2; `panel` is a small multiple."""

    panel: str
    period: str
    kind: str
    number: int
    href: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """An actor in a network at `x`, `y` between 0 and 1, with the number of its contacts."""

    id: str
    label: str
    x: float
    y: float
    number: int
    href: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Tie:
    """How many contacts two actors had, and the kind that most of them are of."""

    one: str
    other: str
    number: int
    kind: str
    href: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """One cell of a matrix: what a column tells on a subject, and how it stands to the others."""

    row: str
    column: str
    state: str
    told: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """One picture: its words and its marks; which of the marks are filled follows from `form`.

    `lanes` orders rows of points, panels of bars or rows of cells; `columns` orders periods or columns of cells.
    `caption` names the ledger's date and the number of contacts drawn.
    """

    form: Form
    title: str
    subtitle: str = ""
    caption: str = ""
    lanes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    bars: tuple[Bar, ...] = ()
    nodes: tuple[Node, ...] = ()
    ties: tuple[Tie, ...] = ()
    cells: tuple[Cell, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of contact that occur, in the order of the palette."""
        from communique.plot.palette import KINDS

        met = {mark.kind for marks in (self.points, self.bars, self.ties) for mark in marks}
        return tuple(kind for kind in KINDS if kind in met)
