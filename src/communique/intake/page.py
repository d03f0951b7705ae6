"""A page as it came: taken from its archive or file, not yet taken apart. That may happen in another process."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.errors import InputError
from communique.intake.assemble import Fields, make_report
from communique.intake.decode import decode_bytes
from communique.intake.html import page_fields
from communique.intake.options import IntakeOptions, SetAside
from communique.intake.text import lost
from communique.records import Report


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """The bytes of one page and what is known of it.

    `source` is its name, an archive's page's address; `place` where it lies, for messages; `declared` the encoding
    that a server named; `address` and `retrieved` where and when it was fetched. `text_only` is no HTML.
    `archived` pages come in crowds: the first look may pass them over, and lost characters make no note.
    """

    source: str
    place: str
    raw: bytes
    declared: str | None = None
    address: str | None = None
    retrieved: str | None = None
    text_only: bool = False
    archived: bool = False


def open_page(page: Page, options: IntakeOptions) -> tuple[Report | SetAside, ...]:
    """The page's report, a note of lost characters after it; or why there is none.

    Nothing where `options.first_look` passes the page over, which counts it.
    """
    look = options.first_look
    if page.archived and look is not None and not look.finds(page.raw):
        return ()
    try:
        return _read(page, options)
    except InputError as error:
        return (SetAside.of(page.source, error),)


def _read(page: Page, options: IntakeOptions) -> tuple[Report | SetAside, ...]:
    decoded = decode_bytes(page.raw, where=page.place, declared=page.declared)
    known = Fields(source=page.source, text="", place=page.place, url=page.address, retrieved=page.retrieved)
    fields = replace(known, text=decoded.text) if page.text_only else page_fields(decoded.text, known)
    report = make_report(fields, options)
    if decoded.loss and not page.archived:
        return report, lost(page.source, page.place, decoded.loss)
    return (report,)
