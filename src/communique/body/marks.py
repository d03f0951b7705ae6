"""Collects the labels of one body; a label that would overlap an earlier one is cut or left out."""

from __future__ import annotations

from communique.records import Furniture, FurnitureKind, Span


class Marks:
    """The labels given so far, by what has been decided first."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._labels: list[Furniture] = []
        self.credit: str | None = None
        self.dateline: str | None = None
        self.byline: str | None = None
        self.outlet: str | None = None

    def add(self, kind: FurnitureKind, start: int, end: int) -> None:
        """Labels `body[start:end]` without the white space at its ends, unless a part of it has a label
        already.
        """
        while start < end and self._body[start].isspace():
            start += 1
        while end > start and self._body[end - 1].isspace():
            end -= 1
        span = Span(start=start, end=end)
        if start < end and not any(span.overlaps(label.span) for label in self._labels):
            self._labels.append(Furniture(kind=kind, span=span))

    def has(self, start: int, end: int) -> bool:
        """Whether a label touches `body[start:end]`."""
        span = Span(start=start, end=end)
        return any(span.overlaps(label.span) for label in self._labels)

    def of_kind(self, *kinds: FurnitureKind) -> list[str]:
        """The labelled texts of some kinds, in order."""
        return [label.span.of(self._body) for label in self.furniture() if label.kind in kinds]

    def furniture(self) -> tuple[Furniture, ...]:
        """All labels in the order of the text."""
        return tuple(sorted(self._labels, key=lambda label: label.span))
