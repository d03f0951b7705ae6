"""From inputs to a ledger: intake, reading, keeping. The Python twin of `communique read`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from os import PathLike, fspath

from communique.engines.pool import read_all
from communique.intake import IntakeOptions, SetAside, read_inputs
from communique.ledger import Ledger
from communique.records import Reading, Report

# Readings that are kept in one transaction; an interruption loses at most so many.
_BATCH = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadOptions:
    """How to read: `published` and `outlet` for reports that state none, `field_map` for tables' columns.

    `every_statement` reads what is said in reports without a contact, too; `allow_local` lets addresses of this
    machine's own network be fetched, `full_pages` fetches the page behind each item of a feed.
    """

    published: str | None = None
    outlet: str | None = None
    field_map: Mapping[str, str] = field(default_factory=dict)
    workers: int = 1
    every_statement: bool = False
    allow_local: bool = False
    full_pages: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What came of a run: ids of the reports read, of those new to the ledger, and what was not read."""

    reports: tuple[str, ...]
    new_reports: tuple[str, ...]
    new_contacts: tuple[str, ...]
    asides: tuple[SetAside, ...]


def read(*paths: str | PathLike[str], ledger: str = ":memory:", options: ReadOptions | None = None) -> Ledger:
    """Read files, folders or globs into a ledger, and give it back open.

    >>> with communique.read("reports/") as ledger:                    # doctest: +SKIP
    ...     ledger.contacts()
    """
    opened = Ledger.open(ledger)
    read_into(opened, [fspath(path) for path in paths], options or ReadOptions())
    return opened


def read_into(
    ledger: Ledger,
    inputs: Sequence[str],
    options: ReadOptions,
    progress: Callable[[int], None] = lambda _: None,
) -> Outcome:
    """Read all inputs into the ledger, batch by batch; `progress` is told how many reports are done.

    What comes of it depends neither on the order of the inputs nor on the number of workers.
    """
    before = set(ledger.slugs())
    asides: list[SetAside] = []
    seen: dict[str, str] = {}
    fresh: set[str] = set()
    batch: list[Reading] = []
    reports = _reports(inputs, options, asides)
    for one in read_all(reports, options.workers, every_statement=options.every_statement):
        if isinstance(one, SetAside):
            asides.append(one)
            continue
        batch.append(one)
        seen[one.report.id] = one.report.source
        progress(len(seen))
        if len(batch) >= _BATCH:
            fresh.update(ledger.write(batch).reports)
            batch.clear()
    fresh.update(ledger.write(batch).reports)
    asides.sort(key=str)
    ledger.set_aside([(each.source, each.place, each.why, each.remedy) for each in asides], seen.values())
    return Outcome(
        reports=tuple(sorted(seen)),
        new_reports=tuple(sorted(fresh)),
        new_contacts=tuple(sorted(set(ledger.slugs()) - before)),
        asides=tuple(asides),
    )


def _reports(inputs: Sequence[str], options: ReadOptions, asides: list[SetAside]) -> Iterator[Report]:
    """The reports of the inputs; what intake sets aside goes to `asides`."""
    intake = IntakeOptions(
        published=options.published,
        outlet=options.outlet,
        field_map=options.field_map,
        allow_local=options.allow_local,
        full_pages=options.full_pages,
    )
    for one in read_inputs(inputs, intake):
        if isinstance(one, SetAside):
            asides.append(one)
        else:
            if lost := _lost_date(one):
                asides.append(lost)
            yield one


def _lost_date(report: Report) -> SetAside | None:
    """The note that a report was read without the day that its metadata meant to give: "date": "banana"."""
    dated = report.dated
    why = dated.doubt or (dated.why if dated.why.startswith("the given date") else None)
    if why is None:
        return None
    remedy = "write the day as 2026-03-14, or give it with --published"
    return SetAside(source=report.source, place=report.source, why=why, remedy=remedy, partial=True)
