"""`communique who`: one actor's offices and record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import format_option, ledger_option
from communique.errors import NotFoundError, UsageError
from communique.periods import first_day

if TYPE_CHECKING:
    from communique.ledger import Ledger
    from communique.records import Participant

_OFFICES: tuple[str, ...] = ("name", "office", "of", "start", "end")
_UNKNOWN: tuple[str, ...] = ("name", "as named", "of", "reports", "contacts", "id")
_TO_FILL: tuple[str, ...] = (
    "name", "aliases", "sex", "born", "of", "office", "start", "end", "known_until", "as named", "reports", "contacts",
)  # fmt: skip


@click.command("who")
@click.argument("name", required=False)
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@click.option("--on", metavar="DAY", help="Offices held on this day.")
@click.option(
    "--unknown", is_flag=True, help="Rank the persons met whom the lexicon does not know, by reports."
)
def command(name: str | None, ledger: str, shape: str, on: str | None, unknown: bool) -> None:
    """Show the offices of one actor and the contacts that the ledger holds.

    \b
    communique who lavrov --on 2025-03-14
    communique who "Nora Vale"
    communique who --unknown --format csv > names.csv

    The CSV of --unknown ranks by reports and has the columns that `lexicon import` reads, to be filled in.
    """
    from communique.cli.output import write_objects, write_rows
    from communique.export.offices import offices_of

    columns = _OFFICES if not unknown else _TO_FILL if shape == "csv" else _UNKNOWN
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
    """Names that the lexicon does not know, those of most reports first; the empty columns are those of an import."""
    from communique.ledger import Ledger

    with Ledger.open(path, create=False) as opened:
        met = _met(opened)
    ranked = sorted(met.items(), key=lambda pair: (-len(pair[1].reports), -pair[1].contacts, pair[0]))
    return [
        {
            "type": "unknown", "name": one.name, "aliases": "", "sex": "", "born": "", "of": one.of,
            "office": one.office, "start": "", "end": "", "known_until": "", "as named": one.named,
            "reports": len(one.reports), "contacts": one.contacts, "id": actor,
        }
        for actor, one in ranked
    ]  # fmt: skip


@dataclass(kw_only=True)
class _Unknown:
    """One person met and not known: as the first report names him, in how many reports and contacts."""

    name: str
    named: str
    of: str
    office: str
    reports: set[str] = field(default_factory=set)
    contacts: int = 0


def _met(ledger: Ledger) -> dict[str, _Unknown]:
    met: dict[str, _Unknown] = {}
    for contact in ledger.contacts():
        here: set[str] = set()
        for account in contact.accounts:
            for each in account.participants:
                if each.actor.known or each.actor.type != "person":
                    continue
                one = met.setdefault(each.actor.id, _of(each))
                one.of, one.office = one.of or each.actor.state or "", one.office or each.actor.office or ""
                one.reports.add(account.report)
                here.add(each.actor.id)
        for actor in here:
            met[actor].contacts += 1
    return met


def _of(each: Participant) -> _Unknown:
    actor = each.actor
    return _Unknown(name=actor.name, named=each.as_named, of=actor.state or "", office=actor.office or "")
