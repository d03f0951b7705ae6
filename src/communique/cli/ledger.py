"""`communique ledger`: care of the ledger."""

from __future__ import annotations

import sys
from typing import Any

import click

from communique.cli.judge import author_option, reason_option
from communique.cli.options import format_option, ledger_option

_EXIT_FAULTY = 1
_EDITION = ("id", "program", "recorded", "readings", "current", "beside")


@click.group("ledger")
def command() -> None:
    """Check, rebuild, dump, load, copy and migrate the ledger; forget reports; adopt an edition.

    \b
    communique ledger check
    communique ledger backup communique-friday.db
    communique ledger dump -o ledger.jsonl
    """


@command.command("check")
@ledger_option
def check(ledger: str) -> None:
    """Check every invariant: the file, hashes, evidence at its place, contacts against accounts and decisions.

    Exit status 1 where something is wrong; each fault is named with its place and remedy.

    \b
    communique ledger check --ledger communique.db
    """
    from communique.cli.output import counted, note
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        faults = opened.check()
        reports, contacts = len(opened.reports()), len(opened.slugs())
    for fault in faults:
        click.echo(f"{fault.where}: {fault.what}; {fault.remedy}")
    held = f"{counted(reports, 'report')}, {counted(contacts, 'contact')}"
    note(f"{held}: {'nothing wrong' if not faults else counted(len(faults), 'fault')}")
    if faults:
        sys.exit(_EXIT_FAULTY)


@command.command("verify")
@click.argument("pack", metavar="PACK")
def verify(pack: str) -> None:
    """Check a pack (HTML or JSON): its digest, hashes, evidence, and its record against one built anew from it.

    \b
    communique ledger verify call.html
    """
    from communique.cli.output import note
    from communique.export.pack_check import find_pack_faults, read_pack

    faults = find_pack_faults(read_pack(pack))
    for fault in faults:
        click.echo(f"{pack}: {fault}")
    note(f"{pack}: {'nothing wrong' if not faults else f'{len(faults)} faults'}")
    if faults:
        sys.exit(_EXIT_FAULTY)


@command.command("rebuild")
@ledger_option
def rebuild(ledger: str) -> None:
    """Derive all contacts again from accounts and decisions; of a damaged file, save what can be read.

    A damaged file is kept beside as FILE.damaged, and what was lost is named.

    \b
    communique ledger rebuild
    """
    from communique.cli.output import note
    from communique.errors import LedgerError
    from communique.ledger import Ledger
    from communique.ledger.caring import salvage

    try:
        with Ledger.open(ledger, create=False) as opened:
            if any(fault.where == "file" for fault in opened.check()):
                raise LedgerError("the file is damaged", where=ledger)
            opened.rebuild()
            note(f"{len(opened.slugs())} contacts derived again")
    except LedgerError as error:
        if not any(word in error.what for word in ("damaged", "malformed", "corrupt")):
            raise
        broken, lost = salvage(ledger)
        note(f"saved into {ledger}; the damaged file is {broken}")
        note(f"lost: {'; '.join(lost)}; read the inputs again to make good" if lost else "nothing was lost")


@command.command("dump")
@ledger_option
@click.option("--output", "-o", metavar="FILE", help="Write there instead of to standard output.")
@click.option("--times", is_flag=True, help="With the times at which this ledger learned it, and old names.")
@click.option("--without-text", is_flag=True, help="Without articles; such a dump cannot be loaded.")
def dump(ledger: str, output: str | None, times: bool, without_text: bool) -> None:
    """Everything as lines of JSON in a fixed order: equal for equal content.

    \b
    communique ledger dump | sha256sum
    communique ledger dump --times -o ledger.jsonl
    """
    from communique.cli.output import write_text
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        lines = opened.dump(times=times, without_text=without_text)
        write_text("".join(f"{line}\n" for line in lines), output)


@command.command("load")
@click.argument("dump", metavar="DUMP")
@ledger_option
def load(dump: str, ledger: str) -> None:
    """Add the content of a dump, or of a folder of readings, to the ledger, which is made where there is none.

    \b
    communique ledger load ledger.jsonl --ledger copy.db
    communique ledger load shards/
    """
    from pathlib import Path

    from communique.cli.output import note
    from communique.errors import InputError
    from communique.ledger import Ledger

    if not Path(dump).exists():
        raise InputError("no such file", where=dump, remedy="make one: communique ledger dump -o FILE")
    with Ledger.open(ledger) as opened:
        if Path(dump).is_dir():
            from communique.engines.batch import load_readings

            load_readings(opened, dump)
        else:
            with Path(dump).open(encoding="utf-8") as lines:
                opened.load((line for line in lines if line.strip()), dump)
        note(f"{ledger} holds {len(opened.reports())} reports, {len(opened.slugs())} contacts")


@command.command("migrate")
@ledger_option
def migrate(ledger: str) -> None:
    """Bring an older ledger to this program's schema, all or nothing; a copy is kept beside as FILE.schema-N.

    Every command does it when it opens an older ledger; this one does nothing else.

    \b
    communique ledger migrate --ledger old.db
    """
    from communique.cli.output import note
    from communique.ledger import Ledger
    from communique.ledger.opening import schema_of
    from communique.ledger.schema import SCHEMA_VERSION

    before = schema_of(ledger)
    with Ledger.open(ledger, create=False):
        pass
    if before == SCHEMA_VERSION:
        note(f"{ledger} has schema {SCHEMA_VERSION} already")
    else:
        note(
            f"{ledger} has schema {SCHEMA_VERSION}; the ledger of schema {before} is kept as {ledger}.schema-{before}"
        )


@command.command("backup")
@click.argument("path", metavar="FILE")
@ledger_option
def backup(path: str, ledger: str) -> None:
    """Copy the ledger into a new file, whoever reads or writes meanwhile.

    \b
    communique ledger backup communique-friday.db
    """
    from communique.cli.output import note
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        opened.backup(path)
    note(f"copied into {path}")


@command.command("forget")
@click.argument("what", metavar="REPORT|OUTLET")
@author_option
@reason_option
@ledger_option
def forget(what: str, author: str, reason: str, ledger: str) -> None:
    """Remove a report, or all of an outlet, for good: text, quotations, index, history.

    A tombstone stays with hash, time, reason and author, and the report is not kept again.

    \b
    communique ledger forget https://post.example/a-call --author Ada --reason "court order 12/26"
    """
    from communique.cli.output import counted, note
    from communique.ledger import Ledger, Word

    with Ledger.open(ledger, create=False) as opened:
        forgotten = opened.forget(what, Word(author=author, reason=reason))
    note(f"{counted(len(forgotten.reports), 'report')} forgotten")
    for path in forgotten.copies:
        note(f"communique: {path} may still hold the text; remove it")


@command.command("aside")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
def aside(ledger: str, shape: str) -> None:
    """What could not be read or is not kept again, and why.

    \b
    communique ledger aside --format csv
    """
    from communique.cli.output import write_objects, write_rows
    from communique.ledger import Ledger

    columns = ("source", "place", "why", "remedy", "recorded")
    with Ledger.open(ledger, create=False) as opened:
        rows: list[dict[str, Any]] = [
            {name: getattr(each, name) for name in columns} for each in opened.asides()
        ]
    if shape in ("json", "jsonl"):
        write_objects([{"type": "aside", **row} for row in rows], shape)
    else:
        write_rows(columns, rows, shape)


@command.command("editions")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
def editions(ledger: str, shape: str) -> None:
    """The editions under which reports were read: how many readings count, how many lie beside.

    \b
    communique ledger editions
    """
    from communique.cli.output import write_objects, write_rows
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        rows = [{name: getattr(each, name) for name in _EDITION} for each in opened.editions_held()]
    if shape in ("json", "jsonl"):
        write_objects([{"type": "edition", **row} for row in rows], shape)
    else:
        write_rows(_EDITION, rows, shape)


@command.command("adopt")
@click.argument("edition", metavar="EDITION")
@author_option
@reason_option
@ledger_option
def adopt(edition: str, author: str, reason: str, ledger: str) -> None:
    """Let the readings of an edition, kept beside, count from now on; `latest` is the newest.

    \b
    communique changes --edition latest
    communique ledger adopt latest --author Ada --reason "checked the changes"
    """
    from communique.cli.output import note
    from communique.ledger import Ledger, Word

    with Ledger.open(ledger, create=False) as opened:
        chosen = opened.adopt(edition, Word(author=author, reason=reason))
    note(f"edition {chosen} counts now; communique changes --since tells what came of it")
