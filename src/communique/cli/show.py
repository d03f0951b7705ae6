"""`communique show`: one contact's dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.cli.options import format_option, ledger_option, open_ledger, view_options

if TYPE_CHECKING:
    from communique.export.dossier import Dossier
    from communique.ledger import Ledger, View


@click.command("show")
@click.argument("reference", metavar="ID")
@ledger_option
@format_option("table", "json", "jsonl", "markdown")
@view_options
def command(reference: str, ledger: str, shape: str, view: View | None) -> None:
    """Show one contact's dossier: facts, accounts side by side, verdicts, chains, quotes, before and after.

    ID is a slug, an id, an account's id, or an unambiguous beginning of one; what a contact was once called
    still leads to it.

    \b
    communique show 2025-01-21-putin-xi-video-call
    communique show 2025-01-21 --format markdown > dossier.md
    communique show 2025-01-21-putin-xi-video-call --known-by 2025-01-21
    """
    from communique.cli.output import note, write_text
    from communique.export.dossier import build_dossier, export_dossier

    with open_ledger(ledger, view) as opened:
        if shape in ("json", "jsonl"):
            _write_object(opened, reference, shape)
            return
        dossier = build_dossier(opened, reference)
        others = opened.led_elsewhere(reference)
    if others:
        note(f"communique: {reference!r} was once also the name of {', '.join(others)}")
    if shape == "markdown":
        write_text(export_dossier(dossier))
    else:
        print_dossier(dossier)


def _write_object(ledger: Ledger, reference: str, shape: str) -> None:
    import json

    from communique.cli.output import write_text
    from communique.export.jsonl import contact_object, line_of

    contact = ledger.contact(reference)
    shown = contact_object(contact, ledger.reports_of([contact]))
    write_text(
        (line_of(shown) if shape == "jsonl" else json.dumps(shown, ensure_ascii=False, indent=2)) + "\n"
    )


def print_dossier(dossier: Dossier) -> None:
    """The dossier for people."""
    from rich.text import Text

    from communique.cli.output import console, write_rows
    from communique.export.dossier import sections

    screen = console()
    screen.print(Text(dossier.heading, style="bold"))
    screen.print(Text(dossier.contact.slug))
    for title, columns, rows in sections(dossier):
        screen.print()
        screen.print(Text(title, style="bold underline"))
        write_rows(columns, rows, "table")
    for doubt in dossier.doubts:
        screen.print(Text(f"unsure: {doubt}"))
