"""One thing to read, and what came of it; both travel between processes."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import dataclass, replace

from communique.errors import CommuniqueError
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


def read_task(task: Task, options: IntakeOptions, *, every_statement: bool = False) -> Done:
    """Takes the page apart where it is one, and reads the report; never raises for what is in them."""
    try:
        found = open_page(task.item, options) if isinstance(task.item, Page) else (task.item,)
    except Exception as error:  # noqa: BLE001  as in `read_one`
        return Done.of(task, asides=(_failed(task, error),))
    asides = tuple(one for one in found if isinstance(one, SetAside))
    for report in found:
        if isinstance(report, Report):
            one = read_one(report, every_statement=every_statement)
            lost = _lost_date(report)
            if isinstance(one, SetAside):
                return Done.of(task, asides=(*asides, one))
            return Done.of(task, one, (*asides, lost) if lost else asides)
    return Done.of(task, asides=asides)


def read_one(report: Report, *, every_statement: bool = False) -> Reading | SetAside:
    """The reading of one report, without its sentences, or why there is none."""
    from communique.knowledge import load_knowledge
    from communique.reading import read

    try:
        return replace(read(report, load_knowledge(), every_statement=every_statement), sentences=())
    except CommuniqueError as error:
        return SetAside.of(report.source, error)
    except Exception as error:  # noqa: BLE001  a fault of the program on one report must not lose the others
        return _failed(Task(key="", item=report), error)


def _failed(task: Task, error: Exception) -> SetAside:
    why = f"the program failed on this report ({type(error).__name__}: {error})"
    remedy = "send the report to the maintainers"
    return SetAside(source=task.source, place=task.place, why=why, remedy=remedy)


def _lost_date(report: Report) -> SetAside | None:
    """The note that a report was read without the day that its metadata meant to give: "date": "banana"."""
    dated = report.dated
    why = dated.doubt or (dated.why if dated.why.startswith("the given date") else None)
    if why is None:
        return None
    remedy = "write the day as 2026-03-14, or give it with --published"
    return SetAside(source=report.source, place=report.source, why=why, remedy=remedy, partial=True)
