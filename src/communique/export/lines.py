"""`communique export jsonl`: contacts as lines of the interchange, by id."""

from __future__ import annotations

from collections.abc import Iterator

from communique.export.formats import Wanted
from communique.export.jsonl import contact_object, line_of


def export(wanted: Wanted) -> Iterator[str]:
    """One line a contact; its evidence sentences are part of it, articles never are."""
    contacts = sorted(wanted.ledger.contacts(wanted.query), key=lambda contact: contact.id)
    reports = wanted.ledger.reports_of(contacts)
    for contact in contacts:
        yield line_of(contact_object(contact, reports)) + "\n"
