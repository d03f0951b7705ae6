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
@click.option("--all", "whole", is_flag=True, help="Show what copies of one text say again, too.")
@click.option("--contact", multiple=True, metavar="ID", help="About this contact: a slug or an id.")
@query_options
def command(ledger: str, shape: str, whole: bool, contact: tuple[str, ...], query: Query) -> None:
    """List what was said, by whom, through whom.

    What copies of one text say again is told once, with their number; objects and rows for programs have them
    all, each with the statement that it repeats.

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
        write_statements(opened, query, shape, whole=whole)


def write_statements(ledger: Ledger, query: Query, shape: str, *, whole: bool = False) -> None:
    """The statements that fit, as a list for people, a flat table, or objects of the interchange.

    The list leaves out what copies of a text say again, unless the `whole` is asked for.
    """
    from communique.cli import objects, output
    from communique.export import brief, tables

    if shape in ("json", "jsonl"):
        output.write_objects(objects.chosen_objects(ledger, query, ("statements",)), shape)
    elif shape == "csv":
        rows = tables.statement_rows(objects.statements(ledger, query))
        output.write_rows(tables.COLUMNS["statements"], rows, shape)
    else:
        said = ledger.with_repeated(ledger.statements(query))
        copies = dict.fromkeys((each.statement.id for each in said), 0) if whole else brief.folded(said)
        shown = [each for each in said if whole or each.copy_of is None]
        reports = ledger.reports({each.statement.report for each in shown})
        slugs = ledger.slugs()
        lines = [
            brief.statement_line(each, reports[each.statement.report], slugs, copies[each.statement.id])
            for each in shown
        ]
        output.write_rows(brief.STATEMENT, lines, shape)
