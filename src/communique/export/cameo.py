"""`communique export cameo`: a row for each direction of each contact, tab-separated with a header."""

from __future__ import annotations

from collections.abc import Iterator

from communique.export.directed import directions_of
from communique.export.formats import Wanted
from communique.export.plover import coded_contacts
from communique.export.tsv import tsv_line

COLUMNS = (
    "date", "source", "source_name", "target", "target_name", "code", "event", "quad_class", "goldstein",
    "auxiliary", "num_sources", "contact",
)  # fmt: skip


def export(wanted: Wanted) -> Iterator[str]:
    """The header, then rows in the ledger's order of contacts, by code and actors within one."""
    yield tsv_line(COLUMNS)
    for contact, event, _ in coded_contacts(wanted):
        for row in directions_of(contact, event):
            yield tsv_line(
                (
                    (event.day or "").replace("-", ""),
                    row.source.cameo or row.source.id,
                    row.source.name,
                    row.target.cameo or row.target.id,
                    row.target.name,
                    row.code,
                    row.name,
                    row.quad_class,
                    str(row.goldstein),
                    "; ".join(event.auxiliary),
                    str(contact.support.origins),
                    contact.id,
                )
            )
