"""`communique contacts`: a list of contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.cli.options import format_option, ledger_option, open_ledger, query_options, view_options

if TYPE_CHECKING:
    from communique.ledger import Ledger, Query, View


@click.command("contacts")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@view_options
@query_options
def command(ledger: str, shape: str, query: Query, view: View | None) -> None:
    """List contacts, by day.

    \b
    communique contacts --between xi putin --since 2025
    communique contacts --party turkey --kind visit --kind meeting --status planned
    communique contacts --conflicts --format csv > conflicts.csv
    communique contacts --between xi putin --as-of 2026-03-01
    """
    with open_ledger(ledger, view) as opened:
        write_contacts(opened, query, shape)


def write_contacts(ledger: Ledger, query: Query, shape: str) -> None:
    """The contacts that fit, as a list for people, a flat table, or objects of the interchange."""
    from communique.cli import objects, output
    from communique.export import brief, tables

    if shape in ("json", "jsonl"):
        output.write_objects(objects.chosen_objects(ledger, query), shape)
    elif shape == "csv":
        rows = tables.contact_rows(objects.contacts(ledger, query))
        output.write_rows(tables.COLUMNS["contacts"], rows, shape)
    else:
        lines = [brief.contact_line(contact) for contact in ledger.contacts(query)]
        output.write_rows(brief.CONTACT, lines, shape)
