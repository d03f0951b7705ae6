"""One thing to read, and what came of it; both travel between processes."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.engines.together import failed, read_together
from communique.intake import IntakeOptions, Page, SetAside, open_page
from communique.records import Reading, Report

_KEY_BYTES = 16


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A report, or a page that holds one. `key` tells equal bytes read alike, `input` what the user named."""

    key: str
    item: Report | Page
    input: str = ""

    @property
    def source(self) -> str:
        """The report's own name."""
        return self.item.source

    @property
    def place(self) -> str:
        """Where it lies, for messages."""
        return self.item.place if isinstance(self.item, Page) else self.item.source

    @property
    def size(self) -> int:
        """How much there is to read, in bytes of a page or characters of a report."""
        return len(self.item.raw) if isinstance(self.item, Page) else len(self.item.body)


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What came of a task: its reading, what was set aside, or nothing: a page that the first look passed over."""

    key: str
    source: str
    input: str = ""
    reading: Reading | None = None
    asides: tuple[SetAside, ...] = ()

    @classmethod
    def of(cls, task: Task, reading: Reading | None = None, asides: tuple[SetAside, ...] = ()) -> Done:
        """The outcome of a task, which is known by its key, source and input."""
        return cls(key=task.key, source=task.source, input=task.input, reading=reading, asides=asides)

    @property
    def passed_over(self) -> bool:
        """Whether the first look found nothing in it."""
        return self.reading is None and not self.asides


def task_key(item: Report | Page, salt: bytes) -> str:
    """The same for what would be read alike: every field and byte counts, and the edition and options in `salt`."""
    return hashlib.blake2b(pickle.dumps(item, protocol=5), digest_size=_KEY_BYTES, key=salt[:64]).hexdigest()


def read_tasks(
    tasks: Sequence[Task], options: IntakeOptions, *, every_statement: bool = False
) -> Iterator[Done | None]:
    """What came of each task, in order: pages are taken apart and reports read; never raises for what is in them.

    The parser takes the sentences of all at a time. None is given each time that it has come a step further.
    """
    opened = []
    for task in tasks:
        opened.append(_open(task, options))
        yield None
    reports = [report for report, _ in opened if report is not None]
    readings = read_together(reports, every_statement=every_statement)
    for task, (report, asides) in zip(tasks, opened, strict=True):
        if report is None:
            yield Done.of(task, asides=asides)
            continue
        while (one := next(readings)) is None:
            yield None
        if isinstance(one, SetAside):
            yield Done.of(task, asides=(*asides, one))
        else:
            lost = _lost_date(report)
            yield Done.of(task, one, (*asides, lost) if lost else asides)


def _open(task: Task, options: IntakeOptions) -> tuple[Report | None, tuple[SetAside, ...]]:
    """The report of a task, and what intake has to say of it."""
    try:
        found = open_page(task.item, options) if isinstance(task.item, Page) else (task.item,)
    except Exception as error:  # noqa: BLE001  as for what is read
        return None, (failed(task.source, task.place, error),)
    report = next((one for one in found if isinstance(one, Report)), None)
    return report, tuple(one for one in found if isinstance(one, SetAside))


def _lost_date(report: Report) -> SetAside | None:
    """The note that a report was read without the day that its metadata meant to give: "date": "banana"."""
    dated = report.dated
    why = dated.doubt or (dated.why if dated.why.startswith("the given date") else None)
    if why is None:
        return None
    remedy = "write the day as 2026-03-14, or give it with --published"
    return SetAside(source=report.source, place=report.source, why=why, remedy=remedy, partial=True)
