"""One report: its text with every span marked by layer, each mark explaining itself."""

from __future__ import annotations

from typing import Any

from communique.errors import NotFoundError
from communique.export.jsonl import report_object, span_object
from communique.ledger import Query
from communique.records import Reading
from communique.web.asking import address
from communique.web.marks import LAYERS, Mark, Piece, cut, paragraphs, report_marks
from communique.web.shown import Ask, Page
from communique.web.told import title_of

LAYER_WORDS = {
    "actors": "Actors",
    "dates": "Dates",
    "contacts": "Contacts",
    "statements": "Statements",
    "furniture": "Page clutter",
}


def show(ask: Ask) -> Page:
    """The page at `/reports/{id}`; `layers=actors,dates` shows these only. Raises NotFoundError."""
    name = ask.part("report")
    readings = ask.ledger.readings([name])
    if not readings:
        raise NotFoundError(f"no report {name!r}", remedy="`communique reports` lists them")
    reading = readings[0]
    contacts = {
        account.id: contact.slug
        for contact in ask.ledger.contacts(Query(reports=(name,)))
        for account in contact.accounts
        if account.report == name
    }
    marks = report_marks(reading, contacts)
    layers = _layers(ask)
    public = ask.settings.public
    text = excerpts(reading, marks) if public else paragraphs(reading.report.body, marks)
    copies = ask.ledger.copies_of(reading.report)
    return Page(
        template="report.html",
        title=title_of(reading.report),
        shown={
            "reading": reading,
            "report": reading.report,
            "text": text,
            "marks": marks,
            "layers": layers,
            "switches": [_switch(name, layer, layers, marks) for layer in LAYERS],
            "all_address": address(ask.request.url.path),
            "none_address": address(ask.request.url.path, layers="none"),
            "slugs": sorted(set(contacts.values())),
            "excerpts": public,
            "copies": copies,
        },
        twin=lambda: {
            **_twin(reading, marks, contacts, public=public),
            "copy_of": copies.origin.id if copies.origin else None,
            "same_text": [each.id for each in copies.others],
        },
    )


def excerpts(reading: Reading, marks: list[Mark]) -> list[list[Piece]]:
    """Only the sentences that tell of a contact: what others may see of a report."""
    body = reading.report.body
    spans = sorted({account.evidence for account in reading.accounts})
    return [cut(body, marks, span.start, span.end) for span in spans]


def _layers(ask: Ask) -> tuple[str, ...]:
    asked = ask.param("layers")
    if not asked:
        return LAYERS
    return tuple(layer for layer in LAYERS if layer in asked.split(","))


def _switch(name: str, layer: str, on: tuple[str, ...], marks: list[Mark]) -> dict[str, Any]:
    wanted = [each for each in LAYERS if (each in on) != (each == layer)]
    href = address(
        f"/reports/{name}", layers="" if len(wanted) == len(LAYERS) else ",".join(wanted) or "none"
    )
    number = sum(mark.layer == layer for mark in marks)
    return {"layer": layer, "words": LAYER_WORDS[layer], "on": layer in on, "number": number, "href": href}


def _twin(reading: Reading, marks: list[Mark], slugs: dict[str, str], *, public: bool) -> dict[str, Any]:
    told = report_object(reading.report)
    if public:
        spans = sorted({account.evidence for account in reading.accounts})
        told = {**told, "body": None, "excerpts": [span.of(reading.report.body) for span in spans]}
    return {
        **told,
        "edition": reading.edition,
        "contacts": sorted(set(slugs.values())),
        "marks": [
            {"layer": mark.layer, "kind": mark.kind, "span": span_object(mark.span), "says": mark.says}
            for mark in marks
        ],
    }
