"""Plain text: one file, one report. Every input that is nothing else is a text."""

from __future__ import annotations

from collections.abc import Iterator

from communique.intake.assemble import Fields, make_report
from communique.intake.decode import decode_bytes
from communique.intake.opened import Opened
from communique.intake.options import IntakeOptions, SetAside
from communique.records import Report


def read_text(opened: Opened, options: IntakeOptions) -> Iterator[Report | SetAside]:
    """The one report of the file, and a partial `SetAside` where characters were lost."""
    decoded = decode_bytes(opened.whole(options.limit_bytes), where=opened.place, declared=opened.declared)
    known = Fields(source=opened.name, text=decoded.text, place=opened.place, url=opened.address)
    yield make_report(known, options)
    if decoded.loss:
        yield lost(opened.name, opened.place, decoded.loss)


def lost(source: str, place: str, loss: str) -> SetAside:
    """The note that a report was read with characters replaced."""
    remedy = "save the file as UTF-8 again from its origin"
    return SetAside(source=source, place=place, why=loss, remedy=remedy, partial=True)
