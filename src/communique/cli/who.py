"""`communique who`: one actor's offices and record."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import format_option, ledger_option
from communique.errors import NotFoundError, UsageError
from communique.periods import first_day

if TYPE_CHECKING:
    from communique.ledger import Ledger

_OFFICES: tuple[str, ...] = ("name", "office", "of", "start", "end")
_UNKNOWN: tuple[str, ...] = ("name", "as named", "contacts", "id")


@click.command("who")
@click.argument("name", required=False)
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@click.option("--on", metavar="DAY", help="Offices held on this day.")
@click.option("--unknown", is_flag=True, help="Rank the names met that the lexicon does not know.")
def command(name: str | None, ledger: str, shape: str, on: str | None, unknown: bool) -> None:
    """Show the offices of one actor and the contacts that the ledger holds.

    \b
    communique who lavrov --on 2025-03-14
    communique who "Nora Vale"
    communique who --unknown
    """
    from communique.cli.output import write_objects, write_rows
    from communique.export.offices import offices_of

    columns = _UNKNOWN if unknown else _OFFICES
    if unknown:
        rows = _unknown(ledger)
    elif name:
        rows = offices_of(name, first_day(on))
    else:
        raise UsageError("who takes a name, or --unknown", remedy="communique who lavrov")
    if shape in ("json", "jsonl"):
        write_objects(rows, shape)
    elif rows:
        write_rows(columns, rows, shape)
    if name and not unknown:
        _write_record(name, ledger, shape, known=bool(rows))


def _write_record(name: str, path: str, shape: str, *, known: bool) -> None:
    """The contacts of the actor, where there is a ledger."""
    from pathlib import Path

    from communique.cli.contacts import write_contacts
    from communique.ledger import Ledger, Query

    if not Path(path).exists():
        if not known:
            raise NotFoundError(
                f"the lexicon does not know {name!r}", where="lexicon", remedy="read reports first"
            )
        return
    with Ledger.open(path, create=False) as opened:
        query = Query(party=(name,))
        if not known and not opened.contacts(query):
            raise NotFoundError(f"nobody is called {name!r}", where=path, remedy="try a surname or an id")
        if shape == "table":
            write_contacts(opened, query, shape)


def _unknown(path: str) -> list[dict[str, Any]]:
    from communique.ledger import Ledger

    with Ledger.open(path, create=False) as opened:
        met = _met(opened)
    return [
        {"type": "unknown", "name": name, "as named": named, "contacts": count, "id": actor}
        for (actor, name, named), count in sorted(met.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _met(ledger: Ledger) -> Counter[tuple[str, str, str]]:
    met: Counter[tuple[str, str, str]] = Counter()
    for contact in ledger.contacts():
        unknown = {each.actor.id: each for each in contact.participants if not each.actor.known}
        met.update((actor, each.actor.name, each.as_named) for actor, each in unknown.items())
    return met
