"""`communique statements`: what was said, by whom, through whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.cli.options import format_option, ledger_option, query_options

if TYPE_CHECKING:
    from communique.ledger import Ledger, Query


@click.command("statements")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@click.option("--speaker", metavar="NAME", help="Said by: words of a name, or an id.")
@query_options
def command(ledger: str, shape: str, query: Query) -> None:
    """List what was said, by whom, through whom; the conditions are on the contact that it belongs to.

    \b
    communique statements --speaker ushakov
    communique statements --between russia china --topic ukraine --format jsonl
    """
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
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
