"""Reads again what a change of program or lexicon can touch, from the texts that the ledger holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from communique.engines.together import read_one
from communique.intake import SetAside
from communique.knowledge import Knowledge, load_knowledge
from communique.knowledge.fingerprint import changed_ids, fingerprint, names_any
from communique.ledger import Edition, Ledger
from communique.ledger.by_hand import EDITION as BY_HAND
from communique.records import Reading, Report, ReportDate

_STATEMENTS = "+statements"
_AT_ONCE = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Stale:
    """What is to be read again, and why: report ids, of how many, and the change in words."""

    reports: tuple[str, ...]
    of: int
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Refreshed:
    """What came of it: reports read again, ids of those that are read differently, what could not be read."""

    read: int
    different: tuple[str, ...]
    asides: tuple[SetAside, ...]


def find_stale(ledger: Ledger) -> Stale:
    """The reports whose current reading is of another edition and can be touched by what has changed since."""
    knowledge = load_knowledge()
    rules = fingerprint(knowledge).rules
    editions = {each.id: each for each in ledger.editions_held()}
    reports = sorted(ledger.editions(ledger.report_ids()).items())
    stale: list[str] = []
    changes: set[str] = set()
    known: dict[str, frozenset[str] | None] = {}
    for some in _portions([(name, at) for name, at in reports if _is_older(at, knowledge)]):
        readings = {each.report.id: each for each in ledger.readings(name for name, _ in some)}
        for name, at in some:
            ids = known.setdefault(at, _changed_since(editions[at], rules, knowledge))
            changes.update({"rules of reading"} if ids is None else ids)
            reading = readings[name]
            if ids is None or names_any(reading.report, reading.mentions, ids, knowledge):
                stale.append(name)
    return Stale(reports=tuple(stale), of=len(reports), why=_told(changes))


def _is_older(edition: str, knowledge: Knowledge) -> bool:
    return edition.removesuffix(_STATEMENTS) not in (knowledge.edition, BY_HAND)


def _changed_since(edition: Edition, rules: str, knowledge: Knowledge) -> frozenset[str] | None:
    """Ids of the entries that changed since the edition; None where any report can be touched."""
    if edition.rules != rules or edition.entries is None:
        return None
    return changed_ids(edition.entries, knowledge)


def _told(changes: set[str]) -> str:
    named = sorted(changes)
    return ", ".join(named[:8]) + (f" and {len(named) - 8} more" if len(named) > 8 else "")


def read_stale(ledger: Ledger, stale: Stale, progress: Callable[[int], None] = lambda _: None) -> Refreshed:
    """Read them again, each as far as it was read before, and keep the readings beside those that count."""
    different: list[str] = []
    asides: list[SetAside] = []
    done = 0
    for some in _portions(list(stale.reports)):
        fresh: list[Reading] = []
        for before in ledger.readings(some):
            again = _again(before)
            done += 1
            progress(done)
            if isinstance(again, SetAside):
                asides.append(again)
                continue
            fresh.append(again)
            if replace(again, edition=before.edition) != before:
                different.append(before.report.id)
        ledger.write(fresh, adopt=False)
    ledger.set_aside([(each.source, each.place, each.why, each.remedy) for each in asides])
    return Refreshed(read=done, different=tuple(sorted(different)), asides=tuple(asides))


def _again(before: Reading) -> Reading | SetAside:
    whole = before.edition.endswith(_STATEMENTS)
    return read_one(unread(before.report), every_statement=whole)


def unread(report: Report) -> Report:
    """The report as intake gave it: what reading found out about it is taken off, what was given stays."""
    dated = report.dated
    if dated.basis != "given":
        dated = ReportDate(date=None, basis="none", why="not read yet")
    return replace(report, furniture=(), text_kind="news", credit=None, dateline=None, dated=dated)


def _portions(things: list[Any]) -> Iterator[list[Any]]:
    listed = iter(things)
    while some := list(islice(listed, _AT_ONCE)):
        yield some
