"""`communique changes`: what changed in the ledger, and why."""

from __future__ import annotations

import click

from communique.cli.options import format_option, ledger_option
from communique.errors import UsageError


@click.command("changes")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@click.option("--since", metavar="TIME", help="What was recorded after this year, month, day or time (UTC).")
@click.option("--until", metavar="TIME", help="What was recorded by then, the day included.")
@click.option(
    "--edition", metavar="EDITION", help="What this edition, kept beside, would change: an id, or latest."
)
def command(ledger: str, shape: str, since: str | None, until: str | None, edition: str | None) -> None:
    """Tell what changed in the ledger between two times, and why: which report, decision or edition.

    With --edition: what adopting that edition would change, before it is adopted.

    \b
    communique changes --since 2026-03-01
    communique changes --since 2026-03-01T12:00 --until 2026-03-08 --format jsonl
    communique changes --edition latest
    """
    from communique.cli.output import write_objects, write_rows
    from communique.export.changes import COLUMNS, change_object, change_rows
    from communique.ledger import Ledger
    from communique.ledger.history import time_of

    if not (since or until or edition):
        raise UsageError(
            "changes takes --since, --until or --edition", remedy="communique changes --since 2026-03-01"
        )
    with Ledger.open(ledger, create=False) as opened:
        found = opened.changes(
            since=time_of(since) if since else None, until=time_of(until) if until else None, edition=edition
        )
    if shape in ("json", "jsonl"):
        write_objects(map(change_object, found), shape)
    else:
        write_rows(COLUMNS, change_rows(found), shape)
