"""Pairs of sides by period, zeros included: what a study of who deals with whom counts.

A contact counts in a period only where its days lie within it. One whose days are known less well is `uncertain` in
each period that it may have been in, and one without both bounds in none: no day is made up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, permutations
from typing import Any

from communique.errors import UsageError
from communique.export.coding import visit_sides
from communique.export.exposure import count_exposure
from communique.knowledge import load_knowledge
from communique.knowledge.codes import code_of
from communique.ledger import Ledger, Query
from communique.records import Contact

LETTERS = {"day": 10, "month": 7, "year": 4}
# A panel of all states by month over a century has some 25 million rows; nobody means to write that.
MOST_ROWS = 5_000_000
_DEALING = ("party", "delegation_lead")
_GROUPS = {
    "calls": ("phone_call", "video_call", "call"),
    "meetings": ("meeting", "talks", "summit"),
    "visits": ("visit",),
    "messages": ("message",),
    "signings": ("signing",),
}
_STATUSES = {
    "held": "contacts", "ongoing": "contacts", "planned": "planned", "proposed": "planned",
    "declined": "refused", "cancelled": "refused",
}  # fmt: skip

Cell = tuple[str, str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """How the pairs are laid out: by day, month or year, each once or in both directions."""

    by: str = "month"
    directed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Dyads:
    """The rows, which can be walked once, and how many of the contacts are in no period: their days have no bounds."""

    rows: Iterator[dict[str, Any]]
    unplaced: int


def dyads_of(ledger: Ledger, query: Query, panel: Panel) -> Dyads:
    """A row a pair and period, of all sides that deal in the chosen contacts, from the first period to the last.

    The periods reach from `since` to `until` where these are given. Raises UsageError for a panel beyond measure.
    """
    contacts = ledger.contacts(query)
    letters = LETTERS[panel.by]
    sides = sorted({side for contact in contacts for side in _sides(contact)})
    periods = _periods(_days(contacts, query), letters)
    pairs = list((permutations if panel.directed else combinations)(sides, 2))
    if len(pairs) * len(periods) > MOST_ROWS:
        raise UsageError(
            f"{len(pairs)} pairs in {len(periods)} periods are more than {MOST_ROWS} rows",
            remedy="choose fewer sides with --party or --between, fewer days with --since, or --by year",
        )
    counts = _counted(contacts, periods, letters)
    named = count_exposure(ledger.reports().values(), frozenset(sides), load_knowledge(), letters)
    cells = ((*pair, period) for pair in pairs for period in periods)
    return Dyads(
        rows=(_row(cell, counts, named) for cell in cells),
        unplaced=sum(not (each.when and each.when.start and each.when.end) for each in contacts),
    )


def _row(cell: Cell, counts: dict[Cell, Counter[str]], named: Counter[Cell]) -> dict[str, Any]:
    one, other, period = cell
    first, second = sorted((one, other))
    held = counts.get((first, second, period), Counter())
    last = f"{period}-12-31"[:10] if len(period) == 4 else f"{period}-28"[:10]
    return {
        "period": period,
        "side_a": one,
        "side_b": other,
        **{
            f"{system}_{name}": code_of(side, system, last)
            for name, side in (("a", one), ("b", other))
            for system in ("cow", "gw")
        },
        **{name: held[name] for name in ("contacts", *_GROUPS, "leaders", "planned", "refused")},
        "disputed": held["disputed"],
        "uncertain": held["uncertain"],
        "exposure": named[first, second, period],
        "initiated": held[f"initiated by {one}"],
        "visited": held[f"visited by {one}"],
    }


def _counted(contacts: Iterable[Contact], periods: list[str], letters: int) -> dict[Cell, Counter[str]]:
    known = set(periods)
    counts: dict[Cell, Counter[str]] = {}
    for contact in contacts:
        when = contact.when
        if when is None or not when.start or not when.end:
            continue
        sides, told = _sides(contact), _told(contact)
        within = when.start[:letters] == when.end[:letters]
        met = [when.start[:letters]] if within else _periods((when.start, when.end), letters)
        for one, other in combinations(sides, 2):
            for period in met:
                if period in known:
                    held = counts.setdefault((one, other, period), Counter())
                    held.update(told if within else ["uncertain"] if "contacts" in told else [])
    return counts


def _told(contact: Contact) -> list[str]:
    column = _STATUSES.get(contact.status)
    told = [column] if column else []
    if column == "contacts":
        told += [name for name, kinds in _GROUPS.items() if contact.kind in kinds]
        told += ["leaders"] if contact.level == "leaders" else []
        of = {each.actor.id: each.actor.state or each.actor.id for each in contact.participants}
        told += [f"initiated by {of[contact.initiator]}"] if contact.initiator in of else []
        told += [f"visited by {side}" for side in sorted({of[name] for name in visit_sides(contact)[0]})]
    return [*told, "disputed"] if contact.disputed else told


def _sides(contact: Contact) -> list[str]:
    dealing = (each.actor for each in contact.participants if each.role in _DEALING)
    return sorted({actor.state or actor.id for actor in dealing})


def _days(contacts: Iterable[Contact], query: Query) -> tuple[str, str] | None:
    met = [each.when for each in contacts if each.when and each.when.start and each.when.end]
    first = query.since or min((each.start or "" for each in met), default=None)
    last = query.until or max((each.end or "" for each in met), default=None)
    return (first, last) if first and last else None


def _periods(days: tuple[str, str] | None, letters: int) -> list[str]:
    """Every period from the one day to the other: 2025-11, 2025-12, 2026-01."""
    if days is None:
        return []
    first, last = (_day(each) for each in days)
    if letters == LETTERS["day"]:
        return [(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]
    if letters == LETTERS["year"]:
        return [str(year) for year in range(first.year, last.year + 1)]
    months = range(12 * first.year + first.month - 1, 12 * last.year + last.month)
    return [f"{month // 12}-{month % 12 + 1:02d}" for month in months]


def _day(written: str) -> date:
    """The day; the last day of a February that is written as its 29th in a year without one."""
    return date.fromisoformat(written if not written.endswith("-02-29") else f"{written[:4]}-03-01") - (
        timedelta(days=1) if written.endswith("-02-29") else timedelta()
    )
