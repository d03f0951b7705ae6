"""From inputs to a ledger: intake, reading, keeping. The Python twin of `communique read`."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from os import PathLike, fspath
from pathlib import Path

from communique.engines.keeping import Keeper
from communique.engines.manifest import Counts, manifest
from communique.engines.pool import read_all
from communique.engines.shards import load_shard, shard_of
from communique.engines.tasks import Done, Task, task_key
from communique.engines.worker import Orders
from communique.errors import UsageError
from communique.intake import IntakeOptions, Meter, SetAside, Source, find_sources, take_inputs
from communique.ledger import Ledger
from communique.records import Report

# Things that are looked up together: whether the ledger holds them already.
_LOOK_UP = 100
# Inputs as the user named them that a manifest repeats.
_NAMED = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadOptions:
    """How to read: `published` and `outlet` for reports that state none, `field_map` for tables' columns.

    `every_statement` reads what is said in reports without a contact, too; `allow_local` lets addresses of this
    machine's own network be fetched, `full_pages` fetches the page behind each item of a feed. `every_page` reads
    an archive's pages whole that a first look would pass over. `sources` names the only ones to read, each `alone`
    in a process of its own. `engine` is "local" or "ray", which writes a file of readings for each input into the
    folder `readings` and then loads them; what the folder holds already is not read again. Contacts are then merged
    on the cluster, too.
    """

    published: str | None = None
    outlet: str | None = None
    field_map: Mapping[str, str] = field(default_factory=dict)
    workers: int = 1
    every_statement: bool = False
    allow_local: bool = False
    full_pages: bool = False
    every_page: bool = False
    sources: frozenset[str] | None = None
    alone: bool = False
    engine: str = "local"
    readings: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What came of a run: ids of the reports in it, of those new to the ledger, what was not read, and the counts.

    `interrupted` says that it was stopped before its end: what was kept stays, and the same run again goes on there.
    """

    reports: tuple[str, ...]
    new_reports: tuple[str, ...]
    new_contacts: tuple[str, ...]
    asides: tuple[SetAside, ...]
    counts: Counts
    interrupted: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """How far a run has come: reports done, and bytes of the input files done of all."""

    done: int
    bytes_done: int
    bytes_total: int


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
    progress: Callable[[Progress], None] = lambda _: None,
) -> Outcome:
    """Read all inputs into the ledger, batch by batch; `progress` is told how far it is.

    What comes of it depends neither on the order of the inputs nor on the number of workers, nor on whether it was
    interrupted and begun again: what the ledger holds of the same bytes under the same edition is not read twice.
    """
    from communique.knowledge import load_knowledge

    edition = load_knowledge().edition
    meter = Meter()
    told = {**_told(options), "inputs": list(inputs[:_NAMED])}
    keeper = Keeper(ledger)
    before = set(ledger.slugs())
    number = ledger.begin_run(manifest(edition, told, (), keeper.counts))
    interrupted = False
    try:
        for done in _read(inputs, options, edition, meter, keeper):
            keeper.take(done)
            progress(Progress(done=keeper.counts.seen, bytes_done=meter.done, bytes_total=meter.total))
    except KeyboardInterrupt:
        interrupted = True
    keeper.write()
    if options.engine == "ray" and not interrupted:
        _merge_on_cluster(ledger)
    if not interrupted:
        ledger.end_run(number, manifest(edition, told, meter.paths, keeper.counts))
    return Outcome(
        reports=tuple(sorted(keeper.reports)),
        new_reports=tuple(sorted(keeper.fresh)),
        new_contacts=tuple(sorted(set(ledger.slugs()) - before)),
        asides=tuple(sorted(keeper.asides, key=str)),
        counts=keeper.counts,
        interrupted=interrupted,
    )


def load_readings(ledger: Ledger, folder: str) -> Counts:
    """Keep the readings that a cluster wrote into a folder, in the order of their files' names.

    Raises InputError where a file in it is none of readings; what came before it is kept.
    """
    keeper = Keeper(ledger)
    seen: set[str] = set()
    for path in sorted(Path(folder).glob("readings-*.parquet")):
        for done in _once(load_shard(str(path)), seen, keeper):
            keeper.take(done)
    keeper.write()
    return keeper.counts


def _read(
    inputs: Sequence[str], options: ReadOptions, edition: str, meter: Meter, keeper: Keeper
) -> Iterator[Done]:
    if options.engine == "ray":
        yield from _read_on_cluster(inputs, options, edition, meter, keeper)
        return
    tasks = _new_tasks(_tasks(inputs, options, edition, meter, keeper), keeper)
    yield from read_all(tasks, options.workers, _orders(options), alone=options.alone)


def _read_on_cluster(
    inputs: Sequence[str], options: ReadOptions, edition: str, meter: Meter, keeper: Keeper
) -> Iterator[Done]:
    from communique.engines.cluster import read_shards

    folder = options.readings or f"{keeper.ledger.path}.readings"
    if folder.startswith(":memory:"):
        raise UsageError(
            "--engine ray keeps its readings in a folder", remedy="name one with --readings FOLDER"
        )
    os.makedirs(folder, exist_ok=True)
    sources = find_sources(inputs, _intake(options, None))
    salt = _salt(options, edition)
    shards = [shard_of(each, folder, salt) for each in sources if isinstance(each, Source)]
    meter.expect(shard.path for shard in shards)
    read_shards(shards, _orders(options), options.workers)
    for each in sources:
        if isinstance(each, SetAside):
            yield Done(key="", source=each.source, asides=(replace(each, input=each.source),))
    seen: set[str] = set()
    for shard in sorted(shards, key=lambda shard: shard.out):
        meter.begin(shard.path)
        yield from _once(load_shard(shard.out), seen, keeper)


def _merge_on_cluster(ledger: Ledger) -> None:
    from communique.engines.cluster import on_cluster

    ledger.merge(on_cluster)


def _once(several: Iterator[Done], seen: set[str], keeper: Keeper) -> Iterator[Done]:
    """Each outcome once; another with the same key is a copy. What could not be opened has no key."""
    for done in several:
        if done.key and done.key in seen:
            keeper.copy(done.reading.report.id if done.reading else None)
        else:
            seen.add(done.key)
            yield done


def _intake(options: ReadOptions, meter: Meter | None) -> IntakeOptions:
    return IntakeOptions(
        published=options.published,
        outlet=options.outlet,
        field_map=options.field_map,
        allow_local=options.allow_local,
        full_pages=options.full_pages,
        meter=meter,
    )


def _orders(options: ReadOptions) -> Orders:
    return Orders(
        intake=_intake(options, None),
        every_statement=options.every_statement,
        first_look=not (options.every_page or options.every_statement),
    )


def _tasks(
    inputs: Sequence[str], options: ReadOptions, edition: str, meter: Meter, keeper: Keeper
) -> Iterator[Task]:
    """The reports and pages of the inputs; what intake sets aside goes to the keeper."""
    salt = _salt(options, edition)
    for one in take_inputs(inputs, _intake(options, meter)):
        if options.sources is not None and one.source not in options.sources:
            continue
        if isinstance(one, SetAside):
            keeper.set_aside(one)
        else:
            yield Task(key=task_key(one, salt), item=one, input=meter.current)


def _new_tasks(tasks: Iterator[Task], keeper: Keeper) -> Iterator[Task]:
    """Those of the tasks that the ledger does not hold, each once."""
    seen: set[str] = set()
    while some := list(islice(tasks, _LOOK_UP)):
        held = keeper.ledger.taken(task.key for task in some)
        for task in some:
            if task.key in seen:
                keeper.copy(task.item.id if isinstance(task.item, Report) else None)
            elif task.key in held:
                keeper.held(held[task.key])
            else:
                yield task
            seen.add(task.key)


def _salt(options: ReadOptions, edition: str) -> bytes:
    """What changes how the same bytes are read, beside themselves."""
    whole = options.every_page or options.every_statement
    columns = sorted(options.field_map.items())
    said = (
        edition,
        options.published,
        options.outlet,
        options.every_statement,
        whole,
        columns,
        options.full_pages,
    )
    return hashlib.blake2b(repr(said).encode(), digest_size=32).digest()


def _told(options: ReadOptions) -> dict[str, object]:
    """The options that a manifest names."""
    return {
        "published": options.published,
        "outlet": options.outlet,
        "field_map": dict(options.field_map),
        "every_statement": options.every_statement,
        "every_page": options.every_page,
        "workers": options.workers,
    }
