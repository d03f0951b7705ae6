"""`communique add`: an account entered by hand."""

from __future__ import annotations

from typing import Any

import click

from communique.cli.judge import author_option, reason_option
from communique.cli.options import ledger_option


@click.command("add")
@click.argument("note")
@click.option("--kind", required=True, metavar="KIND", help="phone_call, meeting, visit and so on.")
@click.option(
    "--party",
    "parties",
    multiple=True,
    required=True,
    metavar="NAME",
    help='Took part: a name, an id, a state; "Olga Brandt (Chancellor, DEU)", "Turkey as host".',
)
@click.option("--when", metavar="DAY", default="", help="2026-03-03, 2026-03, or 2026-03-03/2026-03-05.")
@click.option(
    "--status", metavar="STATUS", default="held", show_default=True, help="held, planned, denied and so on."
)
@click.option("--side", metavar="STATE", help="The state or organisation that the source speaks for.")
@click.option(
    "--fact",
    "facts",
    multiple=True,
    metavar="NAME=VALUE",
    help="More that it tells: duration_minutes=40, topics=grain, places=Turku.",
)
@author_option
@reason_option
@ledger_option
def command(note: str, ledger: str, parties: tuple[str, ...], facts: tuple[str, ...], **given: Any) -> None:
    """Enter an account by hand; NOTE says how it is known.

    It stands beside what reports tell, with author, reason and time, and is merged like any account.

    \b
    communique add "press office by phone, 14:20, on background" --kind phone_call --when 2026-03-03 --party "Nora Vale (President, FIN)" --party "Otto Brandt (Chancellor, DEU)" --fact duration_minutes=40 --author Ada --reason "asked them"
    """
    from communique.cli.output import note as say
    from communique.errors import UsageError
    from communique.ledger import Ledger, Word, judging

    pairs = dict(each.partition("=")[::2] for each in facts)
    if not all(pairs) or any("=" not in each for each in facts):
        raise UsageError("--fact takes NAME=VALUE", remedy="for example --fact duration_minutes=40")
    told = {name: given[name] for name in ("kind", "status", "when")}
    told |= {"participants": "; ".join(parties) + (";" if len(parties) == 1 else ""), **pairs}
    with Ledger.open(ledger) as opened:
        word = Word(author=given["author"], reason=given["reason"])
        decision = judging.enter(opened, told, note, word, side=given["side"])
        contact = opened.contact(decision.one[0])
    click.echo(contact.slug)
    say(f"kept as {decision.id}; communique judge undo {decision.id} takes it back")
