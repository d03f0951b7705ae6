"""`communique table`: flat tables for analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import ledger_option, query_options

if TYPE_CHECKING:
    from communique.ledger import Ledger, Query

_NAMES = ("contacts", "participants", "accounts", "facts", "statements", "reports")


@click.command("table")
@click.argument("name", type=click.Choice(_NAMES))
@ledger_option
@click.option("--output", "-o", metavar="FILE", help="Write there instead of to standard output.")
@query_options
def command(name: str, ledger: str, output: str | None, query: Query) -> None:
    """Write a flat table as CSV: contacts, participants, accounts, facts, statements or reports.

    Rows join by their keys: participants, accounts and statements have `contact`, facts have `account`,
    accounts and statements have `report`. The conditions choose contacts; reports are those that tell of
    them, or all.

    \b
    communique table contacts -o contacts.csv
    communique table facts --since 2025 --conflicts
    communique table participants --party france > participants.csv
    """
    from communique.cli.output import write_text
    from communique.export.csv import export_csv
    from communique.export.tables import COLUMNS
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        write_text(export_csv(COLUMNS[name], _rows(opened, name, query)), output)


def _rows(ledger: Ledger, name: str, query: Query) -> Any:
    from communique.cli import objects
    from communique.export import tables
    from communique.ledger import Query as AnyQuery

    if name == "statements":
        return tables.statement_rows(objects.statements(ledger, query))
    if name == "reports":
        told = None if query == AnyQuery() else tuple(ledger.reports_of(ledger.contacts(query)))
        return tables.report_rows(objects.reports(ledger, AnyQuery(reports=told)))
    makers = {
        "contacts": tables.contact_rows,
        "participants": tables.participant_rows,
        "accounts": tables.account_rows,
        "facts": tables.fact_rows,
    }
    return makers[name](objects.contacts(ledger, query))
