"""`communique table`: flat tables for analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import ledger_option, query_options

if TYPE_CHECKING:
    from communique.ledger import Query

_NAMES = ("contacts", "participants", "accounts", "facts", "statements", "reports", "dyads", "trips")


@click.command("table")
@click.argument("name", type=click.Choice(_NAMES))
@ledger_option
@click.option(
    "--output", "-o", metavar="FILE", help="Write there: .csv, .parquet or .dta; else CSV to standard output."
)
@click.option(
    "--by", type=click.Choice(("day", "month", "year")), default="month", show_default=True,
    help="The period of a row of dyads.",
)  # fmt: skip
@click.option("--directed", is_flag=True, help="Dyads in both directions, with who asked and who came.")
@query_options
def command(name: str, ledger: str, output: str | None, query: Query, **given: Any) -> None:
    """Write a flat table: contacts, participants, accounts, facts, statements, reports, dyads or trips.

    Rows join by their keys: participants, accounts and statements have `contact`, facts have `account`,
    accounts and statements have `report`. The conditions choose contacts; reports are those that tell of
    them, or all. dyads has a row for each pair of sides in each period, zeros and exposure included; trips a
    row for each journey. communique codebook says what each column holds.

    \b
    communique table contacts -o contacts.csv
    communique table facts --since 2025 --conflicts
    communique table dyads --by month --level leaders -o dyads.parquet
    communique table trips --party france -o trips.dta
    """
    from communique.cli.output import note, write_text
    from communique.export.csv import csv_parts
    from communique.export.dyads import Panel
    from communique.export.table import table_of, write_table
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        table = table_of(opened, name, query, Panel(**given))
        if table.left_out:
            note(table.left_out)
        if output:
            write_table(table, output)
            return
        for part in csv_parts(table.columns, table.rows):
            write_text(part)
