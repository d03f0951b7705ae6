"""Reads reports one after the other, or in a pool of processes; the order of what comes out means nothing."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import replace
from itertools import islice

from communique.errors import CommuniqueError
from communique.intake import SetAside
from communique.records import Reading, Report

# Reports that travel to a worker together, and parcels under way for each worker: enough that none waits.
_PARCEL, _UNDER_WAY = 8, 3


def read_all(
    reports: Iterator[Report], workers: int, *, every_statement: bool = False
) -> Iterator[Reading | SetAside]:
    """A Reading of each report, without its sentences, or why there is none.

    One bad report never ends the run; a parcel of reports whose worker died is named, too.
    """
    if workers <= 1:
        for report in reports:
            yield read_one(report, every_statement=every_statement)
        return
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawn, initializer=_prepare) as pool:
        under_way: dict[Future[list[Reading | SetAside]], tuple[Report, ...]] = {}
        while True:
            while len(under_way) < workers * _UNDER_WAY and (parcel := tuple(islice(reports, _PARCEL))):
                under_way[pool.submit(_read_parcel, parcel, every_statement)] = parcel
            if not under_way:
                return
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                yield from _outcome(future, under_way.pop(future))


def read_one(report: Report, *, every_statement: bool = False) -> Reading | SetAside:
    """The reading of one report, or why there is none."""
    from communique.knowledge import load_knowledge
    from communique.reading import read

    try:
        return replace(read(report, load_knowledge(), every_statement=every_statement), sentences=())
    except CommuniqueError as error:
        return SetAside.of(report.source, error)
    except Exception as error:  # noqa: BLE001  a fault of the program on one report must not lose the others
        why = f"the program failed on this report ({type(error).__name__}: {error})"
        return SetAside(
            source=report.source, place=report.source, why=why, remedy="send the report to the maintainers"
        )


def _prepare() -> None:
    from communique.knowledge import load_knowledge

    load_knowledge()


def _read_parcel(parcel: tuple[Report, ...], every_statement: bool) -> list[Reading | SetAside]:
    return [read_one(report, every_statement=every_statement) for report in parcel]


def _outcome(
    future: Future[list[Reading | SetAside]], parcel: tuple[Report, ...]
) -> list[Reading | SetAside]:
    error = future.exception()
    if error is None:
        return future.result()
    why = f"the process that read it ended ({type(error).__name__})"
    remedy = "read it again with --workers 1"
    return [SetAside(source=each.source, place=each.source, why=why, remedy=remedy) for each in parcel]
