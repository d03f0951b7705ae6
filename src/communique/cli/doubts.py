"""`communique doubts`: what is unsure."""

from __future__ import annotations

import click

from communique.cli.options import format_option, ledger_option

_COLUMNS = ("question", "choices", "why", "about", "id")


@click.command("doubts")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@click.option("--contact", "reference", metavar="ID", help="Only on this contact.")
def command(ledger: str, shape: str, reference: str | None) -> None:
    """List what is unsure, and what would settle it.

    \b
    communique doubts
    communique doubts --contact 2025-01-21-putin-xi-video-call
    """
    from communique.cli.output import write_objects, write_rows
    from communique.export.jsonl import doubt_object
    from communique.ledger import Ledger, Query

    with Ledger.open(ledger, create=False) as opened:
        query = Query(contacts=(opened.contact(reference).id,)) if reference else Query()
        doubts = opened.doubts(query)
        members = {account.id: each.slug for each in opened.contacts() for account in each.accounts}
        sources = {report.id: report.source for report in opened.reports().values()}
    if shape in ("json", "jsonl"):
        write_objects([doubt_object(doubt) for doubt in doubts], shape)
        return
    names = {**sources, **members}
    rows = [
        {
            "question": doubt.question,
            "choices": "; ".join(members.get(choice, choice) for choice in doubt.choices),
            "why": doubt.why,
            "about": names.get(doubt.about, doubt.about),
            "id": doubt.id,
        }
        for doubt in doubts
    ]
    write_rows(_COLUMNS, rows, shape)
