"""Keeps what came of tasks, parcel by parcel: an interruption loses at most one."""

from __future__ import annotations

import time
from dataclasses import replace

from communique.body import is_readable
from communique.engines.manifest import Counts
from communique.engines.tasks import Done
from communique.intake import SetAside
from communique.ledger import Ledger, Parcel
from communique.records import Reading

_PARCEL, _PARCEL_SECONDS = 200, 20.0
"""Tasks, or seconds, after which what was read is kept."""


class Keeper:
    """Counts, collects and writes. `reports` are the ids of all reports of the run, `fresh` of those new to it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.counts = Counts()
        self.reports: set[str] = set()
        self.fresh: set[str] = set()
        self.asides: list[SetAside] = []
        self._readings: list[Reading] = []
        self._asides: list[SetAside] = []
        self._sources: list[str] = []
        self._taken: dict[str, str | None] = {}
        self._since = time.monotonic()

    def take(self, done: Done) -> None:
        """What came of one task, or of an input that could not be opened, which has no key."""
        if not done.key:
            for aside in done.asides:
                self.set_aside(aside)
            return
        self.counts.seen += 1
        for aside in done.asides:
            self._note(aside, done.input)
        if done.reading is not None:
            self._read(done.reading)
        elif done.passed_over:
            self.counts.passed_over += 1
        else:
            self.counts.set_aside += 1
        if not done.asides:
            report = done.reading.report.id if done.reading is not None else None
            self._taken[done.key] = report
        self._sources.append(done.source)
        if len(self._sources) >= _PARCEL or time.monotonic() - self._since > _PARCEL_SECONDS:
            self.write()

    def set_aside(self, aside: SetAside) -> None:
        """Something that intake could not read."""
        if not aside.partial:
            self.counts.seen += 1
            self.counts.set_aside += 1
        self._note(aside, aside.input)

    def copy(self, report: str | None) -> None:
        """Another one with the same bytes has been met in this run."""
        self.counts.seen += 1
        self.counts.copies += 1
        if report is not None:
            self.reports.add(report)

    def held(self, report: str | None) -> None:
        """The ledger holds it, as it is, under this edition."""
        self.counts.seen += 1
        self.counts.held += 1
        if report is not None:
            self.reports.add(report)

    def write(self) -> None:
        """Keep what was collected, in one transaction."""
        parcel = Parcel(
            readings=tuple(self._readings),
            asides=tuple(
                (each.source, each.place, each.why, each.remedy, each.input) for each in self._asides
            ),
            sources=tuple(self._sources),
            taken=dict(self._taken),
        )
        if parcel.readings or parcel.asides or parcel.taken or parcel.sources:
            self.fresh.update(self.ledger.keep(parcel).reports)
        for collected in (self._readings, self._asides, self._sources, self._taken):
            collected.clear()
        self._since = time.monotonic()

    def _read(self, reading: Reading) -> None:
        self.counts.read += 1
        self.counts.undated += reading.report.dated.date is None
        if not is_readable(reading.report):
            self.counts.other_language += 1
        elif reading.accounts:
            self.counts.with_contact += 1
        else:
            self.counts.without_contact += 1
        self.reports.add(reading.report.id)
        self._readings.append(reading)

    def _note(self, aside: SetAside, named: str) -> None:
        self.asides.append(aside)
        self._asides.append(replace(aside, input=aside.input or named))
