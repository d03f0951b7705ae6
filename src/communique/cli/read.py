"""`communique read`: reports into the ledger, and what is new in it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import format_option, ledger_option
from communique.errors import UsageError
from communique.periods import first_day

if TYPE_CHECKING:
    from communique.engines.batch import Outcome, Progress, ReadOptions
    from communique.ledger import Ledger

_TYPES = ("contacts", "statements", "reports", "doubts")
# A tenth of the weight of other programs, where the system has to choose.
_NICE = 10
_EXIT_UNREAD, _EXIT_INTERRUPTED = 3, 130


@click.command(
    "read",
    epilog="Exit status: 0 all read, or within tolerance; 3 something could not be read; 2 wrong usage.",
)
@click.argument("inputs", nargs=-1, metavar="PATH|URL...")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@click.option("--only", default="contacts", metavar="TYPES", help=f"For json and jsonl: {','.join(_TYPES)}.")
@click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read."
)
@click.option(
    "--engine", type=click.Choice(("local", "ray")), default="local", show_default=True, help="Where."
)
@click.option("--readings", metavar="FOLDER", help="Where --engine ray keeps its readings: LEDGER.readings.")
@click.option("--published", metavar="DAY", help="Publication day of reports that state none.")
@click.option("--outlet", metavar="NAME", help="Outlet of reports that state none.")
@click.option(
    "--map", "columns", multiple=True, metavar="FIELD=COLUMN", help="A table's column: text=content."
)
@click.option(
    "--tolerate", default="0", metavar="N|P%", help="So many inputs may fail and the status is still 0."
)
@click.option("--allow-local", is_flag=True, help="Fetch addresses of this machine's own network, too.")
@click.option("--full-pages", is_flag=True, help="Fetch the page behind each item of a feed.")
@click.option("--every-page", is_flag=True, help="Read archived pages whole that a first look passes over.")
@click.option("--retry", is_flag=True, help="Only what was set aside, each in a process of its own.")
@click.option(
    "--stale", is_flag=True, help="Only held reports that a change of edition can touch, kept beside."
)
@click.option("--manifest", metavar="FILE", help="Write what the run was: versions, hashes, counts.")
def command(inputs: tuple[str, ...], ledger: str, shape: str, only: str, **given: Any) -> None:
    """Read reports into the ledger and show what is new.

    PATH is a file, a folder, a glob, "-" for standard input, or "@list.txt" with a path a line. Text, HTML,
    feeds, web archives, tables and packed files are told apart by their content. What is said is read in
    reports without a contact, too, where --only names statements.

    \b
    communique read reports/*.txt
    communique read news.jsonl --workers 4 --tolerate 1%
    cat readout.txt | communique read - --published 2026-03-03 --outlet Chancellery
    communique read reports/ --format jsonl --only contacts,statements --ledger :memory: > all.jsonl
    communique read --retry
    communique read --stale

    What the ledger holds of the same bytes, read by the same edition of the program, is not read again: a run that
    was interrupted goes on where it was when the same command is given again.
    """
    if given["stale"]:
        _read_stale(ledger)
        return
    if not (inputs or given["retry"]):
        raise UsageError("nothing to read", remedy="name files, folders or addresses; communique read --help")
    _give_way()
    types = _types(only)
    tolerated = _tolerance(given["tolerate"])
    options = _options(given, every_statement="statements" in types)
    from communique.engines.batch import read_into
    from communique.ledger import Ledger

    with Ledger.open(ledger) as opened:
        if given["retry"]:
            inputs, options = _again(opened, inputs, options)
        with _progress() as progress:
            outcome = read_into(opened, inputs, options, progress)
        _show(opened, outcome, shape, types)
        _summarise(opened, outcome)
        if given["manifest"]:
            _write_manifest(opened, given["manifest"])
    if outcome.interrupted:
        sys.exit(_EXIT_INTERRUPTED)
    if len(outcome.asides) > tolerated(len(outcome.reports) + len(outcome.asides)):
        sys.exit(_EXIT_UNREAD)


def _give_way() -> None:
    """Let whoever works on this machine meanwhile, at the pages or elsewhere, be served first.

    Reading takes a core for hours and nobody waits for its next report; where nothing else runs it is as fast as ever.
    """
    if hasattr(os, "nice"):
        # No further down than that, and never up again: its workers begin where it stands.
        os.nice(max(0, _NICE - os.nice(0)))


def _read_stale(path: str) -> None:
    """Read again what a change can touch, having said how much; what comes of it lies beside until adopted."""
    from communique.cli.output import counted, note
    from communique.engines.stale import find_stale, read_stale
    from communique.ledger import Ledger

    with Ledger.open(path, create=False) as opened:
        stale = find_stale(opened)
        note(
            f"{len(stale.reports)} of {counted(stale.of, 'report')} can be touched"
            + (f": {stale.why}" if stale.why else "")
        )
        if not stale.reports:
            return
        done = read_stale(opened, stale)
    for aside in done.asides:
        note(f"communique: {aside}")
    note(f"read {counted(done.read, 'report')} again, {len(done.different)} differently")
    if done.different:
        note("see communique changes --edition latest, then communique ledger adopt latest")
    if done.asides:
        sys.exit(_EXIT_UNREAD)


def _again(
    ledger: Ledger, inputs: tuple[str, ...], options: ReadOptions
) -> tuple[tuple[str, ...], ReadOptions]:
    """The inputs that hold what was set aside, and the order to read nothing else of them, each report alone."""
    asides = [each for each in ledger.asides() if each.input and each.input != "-"]
    chosen = [each for each in asides if not inputs or each.input in inputs or each.source in inputs]
    if not chosen:
        raise UsageError(
            "nothing was set aside that can be read again", remedy="see communique reports --aside"
        )
    whole = {each.input for each in chosen if each.place == each.input}
    names = frozenset(each.source for each in chosen)
    only = None if whole else names
    return tuple(sorted({each.input for each in chosen})), replace(options, sources=only, alone=True)


def _write_manifest(ledger: Ledger, path: str) -> None:
    import json

    run = ledger.runs()[-1]
    told = {"started": run.started, "ended": run.ended, **run.manifest}
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(told, indent=2, sort_keys=True) + "\n")


def _options(given: dict[str, Any], *, every_statement: bool) -> ReadOptions:
    from communique.engines.batch import ReadOptions

    day = given["published"]
    if day is not None and first_day(day) != day:
        raise UsageError(f"--published {day} is no day", remedy="write it as 2025-03-14")
    pairs = [pair.partition("=") for pair in given["columns"]]
    if any(not (name and column) for name, _, column in pairs):
        raise UsageError("--map takes FIELD=COLUMN", remedy="for example --map text=content")
    field_map = {name: column for name, _, column in pairs}
    return ReadOptions(
        published=day,
        outlet=given["outlet"],
        field_map=field_map,
        workers=given["workers"],
        every_statement=every_statement,
        allow_local=given["allow_local"],
        full_pages=given["full_pages"],
        every_page=given["every_page"],
        engine=given["engine"],
        readings=given["readings"],
    )


def _types(only: str) -> tuple[str, ...]:
    types = tuple(dict.fromkeys(part.strip() for part in only.split(",") if part.strip()))
    unknown = [name for name in types if name not in _TYPES]
    if unknown or not types:
        raise UsageError(f"--only {only!r} names no type", remedy=f"choose from {', '.join(_TYPES)}")
    return types


def _tolerance(written: str) -> Callable[[int], float]:
    """How many of all inputs may fail: "3", or "1%"."""
    number, percent = written.removesuffix("%"), written.endswith("%")
    try:
        bound = float(number) if percent else int(number)
    except ValueError:
        raise UsageError(f"--tolerate {written!r} is no number", remedy="write 3 or 1%") from None
    return lambda total: total * bound / 100 if percent else bound


@contextmanager
def _progress() -> Iterator[Callable[[Progress], None]]:
    """A bar with rate and time left on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    told = TextColumn("{task.fields[reports]:,} reports, {task.fields[rate]:.0f} a second")
    columns = (
        SpinnerColumn(),
        BarColumn(),
        told,
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, reports=0, rate=0.0)

        def tell(at: Progress) -> None:
            rate = at.done / (bar.tasks[task].elapsed or 1.0)
            total = at.bytes_total or None
            bar.update(task, total=total, completed=at.bytes_done, reports=at.done, rate=rate)

        yield tell


def _show(ledger: Ledger, outcome: Outcome, shape: str, types: tuple[str, ...]) -> None:
    from communique.ledger import Query

    if shape in ("json", "jsonl"):
        from communique.cli.objects import chosen_objects
        from communique.cli.output import write_objects

        write_objects(chosen_objects(ledger, Query(reports=outcome.reports), types), shape)
        return
    from communique.cli.contacts import write_contacts

    if shape == "table" and not outcome.new_contacts:
        return
    write_contacts(ledger, Query(contacts=outcome.new_contacts), shape)


def _summarise(ledger: Ledger, outcome: Outcome) -> None:
    from communique.cli.output import counted, note
    from communique.ledger import Query

    for aside in outcome.asides:
        note(f"communique: {aside}")
    told = len(ledger.slugs(Query(reports=outcome.reports)))
    counts = outcome.counts
    ways = (
        ("with a contact", counts.with_contact),
        ("without", counts.without_contact),
        ("in another language", counts.other_language),
        ("held already", counts.held),
        ("copies", counts.copies),
        ("passed over", counts.passed_over),
        ("set aside", counts.set_aside),
    )
    parts = ", ".join(f"{number:,} {way}" for way, number in ways if number)
    note(f"{counted(counts.seen, 'report')}{': ' + parts if parts else ''}")
    note(f"{counted(told, 'contact')} in them, {len(outcome.new_contacts)} new to the ledger")
    if counts.undated:
        note(
            f"{counted(counts.undated, 'report')} without a day: name it with --published, or a column with --map"
        )
    if outcome.interrupted:
        note("interrupted; what was read is kept, and the same command goes on from there")
