"""Quotations of a report, and who says them: "I" is the speaker, "you" the hearer, "we" the speaker's side."""

from __future__ import annotations

import re

from communique.record_type import Record
from communique.records import Span

MARK = re.compile(r"[\"“”]|\n")
LONGEST = 2000  # code points of one quotation; what is longer lacks its closing mark


class Quotation(Record, frozen=True, kw_only=True):
    """A stretch between quotation marks, the marks included."""

    span: Span


def find_quotations(body: str) -> tuple[Quotation, ...]:
    """The quotations of a body in order; an opening mark without a closing one ends with its paragraph."""
    found: list[Quotation] = []
    start: int | None = None
    for match in MARK.finditer(body):
        mark, place = match.group(), match.start()
        if mark == "\n":
            note(found, start, place)
            start = None
        elif start is None:
            start = place if mark != "”" else None
        elif mark != "“":
            note(found, start, place + 1)
            start = None
    note(found, start, len(body))
    return tuple(found)


def note(found: list[Quotation], start: int | None, end: int) -> None:
    """Notes a quotation that ends here."""
    if start is not None and end - start <= LONGEST:
        found.append(Quotation(span=Span(start=start, end=end)))
