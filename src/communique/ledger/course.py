"""Contacts over the years: the first and the last day, the longest silence, channels by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

import numpy as np
from sqlalchemy import Connection, select

from communique.ledger.bits import both, either
from communique.ledger.by_period import column
from communique.ledger.counting import Fit, Numbers, count_by
from communique.ledger.fitting import find_fitting
from communique.ledger.portable import within_numbers
from communique.ledger.query import Query
from communique.ledger.schema import numbered
from communique.ledger.sets import load_sets

# Who has more held contacts and is never silent for months is looked at in so many of the latest.
_LATEST_DAYS = 500
_MONTHS = 3
_CAME_ABOUT = ("status:held", "status:ongoing")


@dataclass(frozen=True, kw_only=True, slots=True)
class Silence:
    """The longest time without a held contact: between two days, so many days apart.

    `latest`: it was looked for among the latest contacts alone, who has very many being never silent for long.
    """

    start: str
    end: str
    days: int
    latest: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """Contacts over the years: the first and the last day, the longest silence, channels of held ones by year.

    `channels`: ("2021", "phone", 12) and so on, in order of years.
    """

    first: str | None
    last: str | None
    silence: Silence | None
    channels: tuple[tuple[str, str, int], ...]


def trace_course(connection: Connection, query: Query) -> Course:
    """The contacts that fit, over the years."""
    fit = find_fitting(connection, query).fit()
    came_about = either(load_sets(connection, _CAME_ABOUT).values())
    members, held = Fit(fit).members, Fit(both(fit, came_about)).members
    ends = _at_ends(connection, _months(connection, members))
    channels = count_by(held, [column(connection, "year"), column(connection, "channel")])
    return Course(
        first=ends[0] if ends else None,
        last=ends[-1] if ends else None,
        silence=_longest_silence(connection, _months(connection, held)),
        channels=tuple((year, way, number) for (year, way), number in sorted(channels.items())),
    )


@dataclass(frozen=True, kw_only=True)
class Months:
    """Contacts with the places of their months among all `names`; those without a day are left out."""

    members: Numbers
    places: Numbers
    names: list[str]

    @cached_property
    def numbers(self) -> Numbers:
        """How many contacts each of the months has."""
        return np.bincount(self.places, minlength=len(self.names))

    @property
    def met(self) -> list[int]:
        """The places of the months that have any, in order."""
        found: list[int] = np.flatnonzero(self.numbers).tolist()
        return found

    def within(self, places: Iterable[int]) -> Numbers:
        """The contacts of these months."""
        wanted = np.zeros(len(self.names), dtype=np.bool_)
        wanted[list(places)] = True
        return self.members[wanted[self.places]]


def _months(connection: Connection, members: Numbers) -> Months:
    names, codes = column(connection, "month")
    places = codes[members]
    dated = places >= 0
    return Months(members=members[dated], places=places[dated].astype(np.int64), names=names)


def _at_ends(connection: Connection, months: Months) -> list[str]:
    """The days of the contacts in the first month and in the last."""
    met = months.met
    return _days_of(connection, months.within((met[0], met[-1]))) if met else []


def _longest_silence(connection: Connection, held: Months) -> Silence | None:
    """The longest time between two held contacts that follow each other; None of fewer than two days."""
    met = [(int(held.names[at][:4]) * 12 + int(held.names[at][5:7]), at) for at in held.met]
    longest = max((later - earlier for (earlier, _), (later, _) in pairwise(met)), default=0)
    latest = longest <= _MONTHS and len(held.members) > _LATEST_DAYS
    if longest > _MONTHS:
        # A longer time lies between months further apart: by two at the most, as months are not of one length.
        near = [(one, other) for (early, one), (late, other) in pairwise(met) if late - early >= longest - 2]
        days = _days_of(connection, held.within(at for pair in near for at in pair))
        gaps = _between(days, [(held.names[one], held.names[other]) for one, other in near])
    else:
        chosen = _latest_whole_months(held) if latest else held.members
        gaps = list(pairwise(_days_of(connection, chosen)))
    told = [(date.fromisoformat(end) - date.fromisoformat(start), start, end) for start, end in gaps]
    if not told:
        return None
    length, start, end = max(told)
    return Silence(start=start, end=end, days=length.days, latest=latest)


def _between(days: list[str], months: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """From the last day in one month to the first in the other."""
    by_month: dict[str, list[str]] = {}
    for day in days:
        by_month.setdefault(day[:7], []).append(day)
    return [(by_month[one][-1], by_month[other][0]) for one, other in months]


def _latest_whole_months(held: Months) -> Numbers:
    """The contacts of so many of the last months as have _LATEST_DAYS at the least."""
    after = np.cumsum(held.numbers[::-1])[::-1]
    first = int(np.flatnonzero(after >= _LATEST_DAYS)[-1])
    return held.within(range(first, len(held.names)))


def _days_of(connection: Connection, members: Numbers) -> list[str]:
    """The days by which these contacts are listed, each once, in order."""
    row = numbered.c
    wanted = select(row.day).where(within_numbers(row.number, members.tolist()), row.day != "").distinct()
    return sorted(connection.scalars(wanted))
