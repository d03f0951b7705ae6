"""`communique statements`: what was said, by whom, through whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from communique.cli.options import format_option, ledger_option, query_options

if TYPE_CHECKING:
    from communique.ledger import Ledger, Query


@click.command("statements")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@click.option("--speaker", metavar="NAME", help="Said by: words of a name, or an id.")
@click.option("--side", multiple=True, metavar="SIDE", help="Said for this state or organisation.")
@click.option("--contact", multiple=True, metavar="ID", help="About this contact: a slug or an id.")
@query_options
def command(ledger: str, shape: str, contact: tuple[str, ...], query: Query) -> None:
    """List what was said, by whom, through whom.

    --topic, --outlet, --since and --until are asked of the words: their topics or those of their contact, who
    published or passed them on, the contact's days or else the day of publication. The other conditions are on
    the contact that they belong to.

    \b
    communique statements --speaker ushakov
    communique statements --side russia --topic ukraine --since 2022
    communique statements --contact 2025-01-21-putin-xi-video-call --format jsonl
    """
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        if contact:
            query = replace(query, contacts=tuple(opened.contact(each).id for each in contact))
        write_statements(opened, query, shape)


def write_statements(ledger: Ledger, query: Query, shape: str) -> None:
    """The statements that fit, as a list for people, a flat table, or objects of the interchange."""
    from communique.cli import objects, output
    from communique.export import brief, tables

    if shape in ("json", "jsonl"):
        output.write_objects(objects.chosen_objects(ledger, query, ("statements",)), shape)
    elif shape == "csv":
        rows = tables.statement_rows(objects.statements(ledger, query))
        output.write_rows(tables.COLUMNS["statements"], rows, shape)
    else:
        said = ledger.statements(query)
        reports = ledger.reports({each.statement.report for each in said})
        slugs = ledger.slugs()
        lines = [brief.statement_line(each, reports[each.statement.report], slugs) for each in said]
        output.write_rows(brief.STATEMENT, lines, shape)
