"""`communique export pack`: one contact whole, so that another can read it, check it and build it again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from communique.errors import UsageError
from communique.export.formats import Wanted
from communique.export.jsonl import contact_object, report_object, statement_object
from communique.export.pack_page import pack_page
from communique.ledger import Ledger, Query
from communique.ledger.codec import to_plain
from communique.records import Contact, Reading, Report

PACK_VERSION = 1


def export(wanted: Wanted) -> Iterator[str]:
    """A page of HTML that needs nothing else, or the JSON alone for a file that ends in .json.

    Raises UsageError where the query does not choose exactly one contact.
    """
    chosen = wanted.ledger.slugs(replace(wanted.query, limit=2))
    if len(chosen) != 1:
        fits = "no contact fits" if not chosen else "several contacts fit"
        raise UsageError(f"a pack holds one contact, {fits}", remedy="name it: communique export pack SLUG")
    pack = build_pack(wanted.ledger, next(iter(chosen)), without_text=wanted.without_text)
    yield pack_text(pack) if wanted.suffix == ".json" else pack_page(pack, pack_text(pack))


def build_pack(ledger: Ledger, reference: str, *, without_text: bool = False) -> dict[str, Any]:
    """The contact, what was said, the reports with hashes, their readings, and people's decisions on them.

    `without_text` leaves out articles and what can only be checked with them; evidence sentences stay.
    """
    contact = ledger.contact(reference)
    reports = ledger.reports_of([contact])
    said = ledger.with_repeated(ledger.statements(Query(contacts=(contact.id,))))
    readings = ledger.readings(reports)
    pack: dict[str, Any] = {
        "type": "pack",
        "schema_version": PACK_VERSION,
        "contact": contact_object(contact, reports),
        "names": sorted(ledger.names_of(contact)),
        "statements": [statement_object(each, reports[each.statement.report]) for each in said],
        "reports": [_report(report, without_text) for _, report in sorted(reports.items())],
        "readings": [_reading(reading, contact, without_text) for reading in readings],
        "decisions": [to_plain(each.decision) for each in ledger.decisions(contact)],
    }
    return {**pack, "sha256": digest_of_pack(pack)}


def digest_of_pack(pack: dict[str, Any]) -> str:
    """SHA-256 of the pack's content without its own digest, as JSON with sorted keys."""
    content = {name: value for name, value in pack.items() if name != "sha256"}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def pack_text(pack: dict[str, Any]) -> str:
    """The pack as indented JSON."""
    return json.dumps(pack, ensure_ascii=False, indent=1) + "\n"


def _report(report: Report, without_text: bool) -> dict[str, Any]:
    shown = report_object(report)
    if without_text:
        del shown["body"]
    return shown


def _reading(reading: Reading, contact: Contact, without_text: bool) -> dict[str, Any]:
    """The reading without its report's body, which stands among the reports; its margin needs the article."""
    kept = replace(reading, report=replace(reading.report, body=""))
    if without_text:
        own = tuple(each for each in reading.accounts if each in contact.accounts)
        kept = replace(kept, accounts=own, mentions=(), whens=(), statements=(), doubts=())
    plain: dict[str, Any] = to_plain(kept)
    return plain
