"""`communique demo`: the sample reports, read into a ledger of their own."""

from __future__ import annotations

import click


@click.command("demo")
@click.option(
    "--ledger", metavar="FILE", default="communique-demo.db", show_default=True, help="Where to keep it."
)
def command(ledger: str) -> None:
    """Read the sample reports into a ledger of their own, list its contacts and show the one with most
    accounts.

    \b
    communique demo
    communique contacts --conflicts --ledger communique-demo.db
    """
    from communique import samples
    from communique.cli.contacts import write_contacts
    from communique.cli.output import counted, note
    from communique.cli.show import print_dossier
    from communique.engines.batch import ReadOptions, read_into
    from communique.export.dossier import build_dossier
    from communique.ledger import Ledger, Query

    with Ledger.open(ledger) as opened:
        outcome = read_into(opened, [str(samples.folder())], ReadOptions())
        for aside in outcome.asides:
            note(f"communique: {aside}")
        write_contacts(opened, Query(), "table")
        told = opened.contacts()
        if told:
            best = min(told, key=lambda each: (-len(each.accounts), -len(each.verdicts), each.id))
            print_dossier(build_dossier(opened, best.id))
    note(f"read {counted(len(outcome.reports), 'sample report')} into {ledger}; look around in it:")
    note(f"  communique contacts --conflicts --ledger {ledger}")
