"""How often a pair could have been reported on: reports of a period that name both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from communique.knowledge import Knowledge
from communique.records import Report

_STANDS_FOR_STATE = ("state", "demonym", "capital", "metonym")


def sides_named(report: Report, knowledge: Knowledge) -> frozenset[str]:
    """States and organisations that the report's text names, by name, capital, people or office-holder.

    Names that also mean something else ("Georgia") do not count; a person stands for whom he or she served on the
    day of publication, where that is known.
    """
    found: set[str] = set()
    day = report.dated.date
    for hit in knowledge.index.find(report.body):
        for name in hit.names:
            if name.weak:
                continue
            if name.category in _STANDS_FOR_STATE or name.category == "organisation":
                found.add(name.id)
            elif name.category == "person":
                tenures = knowledge.tenures_of.get(name.id, ())
                found.update(each.of for each in tenures if day is None or each.covers(day))
    return frozenset(found)


def count_exposure(
    reports: Iterable[Report], sides: frozenset[str], knowledge: Knowledge, letters: int
) -> Counter[tuple[str, str, str]]:
    """Reports by the two sides (in order of the alphabet) and the period, which is `letters` of an ISO day.

    A report without a date is exposed to no period.
    """
    told: Counter[tuple[str, str, str]] = Counter()
    for report in reports:
        if report.dated.date:
            told.update(_pairs(sides_named(report, knowledge) & sides, report.dated.date[:letters]))
    return told


def _pairs(named: frozenset[str], period: str) -> Iterator[tuple[str, str, str]]:
    for one, other in combinations(sorted(named), 2):
        yield one, other, period
