"""`communique contacts`: a list of contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.cli.options import format_option, ledger_option, open_ledger, query_options, view_options

if TYPE_CHECKING:
    from communique.ledger import Ledger, Query, View

# A table shows so many unless --limit says otherwise; contacts are counted up to a cap.
_ON_SCREEN = 100


@click.command("contacts")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@view_options
@query_options
def command(ledger: str, shape: str, query: Query, view: View | None) -> None:
    """List contacts, by day; a table shows the latest 100 unless --limit says otherwise.

    \b
    communique contacts --between xi putin --since 2025
    communique contacts --party turkey --kind visit --kind meeting --status planned
    communique contacts --conflicts --format csv > conflicts.csv
    communique contacts --between xi putin --as-of 2026-03-01
    """
    from dataclasses import replace

    with open_ledger(ledger, view) as opened:
        if shape != "table" or query.limit is not None:
            write_contacts(opened, query, shape)
            return
        write_contacts(opened, replace(query, limit=_ON_SCREEN), shape)
        _tell_more(opened, query)


def _tell_more(ledger: Ledger, query: Query) -> None:
    """Where a list was cut to what a person reads, say of how many."""
    from communique.cli.output import note

    total = ledger.count(query)
    if total > _ON_SCREEN:
        note(f"the latest {_ON_SCREEN} of {total:,} contacts; --limit N shows more, --format csv all")


def write_contacts(ledger: Ledger, query: Query, shape: str) -> None:
    """The contacts that fit, as a list for people, a flat table, or objects of the interchange."""
    from communique.cli import objects, output
    from communique.export import brief

    if shape in ("json", "jsonl"):
        output.write_objects(objects.chosen_objects(ledger, query), shape)
    elif shape == "csv":
        from communique.export import tables

        rows = tables.contact_rows(objects.contacts(ledger, query))
        output.write_rows(tables.COLUMNS["contacts"], rows, shape)
    else:
        lines = [brief.contact_line(contact) for contact in ledger.contacts(query)]
        output.write_rows(brief.CONTACT, lines, shape)
