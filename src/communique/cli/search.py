"""`communique search`: words in reports and contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import format_option, ledger_option

if TYPE_CHECKING:
    from communique.ledger import Ledger, Passage


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most so many."
)
def command(words: tuple[str, ...], ledger: str, shape: str, limit: int) -> None:
    """Search reports and contacts for words, all of which must occur; "quoted words" stand together.

    \b
    communique search grain corridor
    communique search '"strategic value"' --limit 5
    """
    from communique.cli.output import write_objects, write_rows
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        passages = opened.search(" ".join(words), limit)
        rows = [_row(opened, passage) for passage in passages]
    if shape in ("json", "jsonl"):
        write_objects(rows, shape)
    else:
        write_rows(("found in", "name", "day", "passage"), rows, shape)


def _row(ledger: Ledger, passage: Passage) -> dict[str, Any]:
    from communique.export.brief import contact_line, report_line

    row: dict[str, Any] = {"type": "passage", "found in": passage.kind, "id": passage.key}
    if passage.kind == "contact":
        line = contact_line(ledger.contact(passage.key))
        return {
            **row,
            "name": line["slug"],
            "day": line["day"],
            "passage": f"{line['parties']}: {line['kind']}",
        }
    line = report_line(ledger.reports([passage.key])[passage.key])
    return {**row, "name": line["source"], "day": line["published"], "passage": passage.text}
