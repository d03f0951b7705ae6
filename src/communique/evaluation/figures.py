"""Figures of a gold set with their intervals: counts by passage, measures over their sums, a seeded bootstrap."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Sums = Mapping[str, float]
RESAMPLES = 1000
SEED = 20130927
_LOW, _HIGH = 0.025, 0.975  # the ends of a 95 % interval


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """A figure as a function of counts summed over passages: "recall" is "must met" over "must"."""

    name: str
    of: Callable[[Sums], float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A value with the ends of its 95 % interval; None where the set cannot be drawn anew passage by passage."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Scored:
    """What came of one gold set: counts by passage, what is measured on them, the first measure being the main one.

    `counts` and `set_measures` are of the set as a whole, where its passages cannot be drawn apart. `misses` is empty
    where the set is sealed.
    """

    stage: str
    name: str
    sealed: bool
    passages: tuple[Counter[str], ...]
    measures: tuple[Measure, ...]
    counts: Counter[str] = field(default_factory=Counter)
    set_measures: tuple[Measure, ...] = ()
    misses: tuple[str, ...] = field(default=())


def share(part: str, whole: str) -> Callable[[Sums], float]:
    """The measure that divides one count by another; 0 where there is nothing to divide by."""
    return lambda sums: sums[part] / sums[whole] if sums[whole] else 0.0


def f_one(recall: Callable[[Sums], float], precision: Callable[[Sums], float]) -> Callable[[Sums], float]:
    """The harmonic mean of two measures."""

    def of(sums: Sums) -> float:
        one, other = recall(sums), precision(sums)
        return 2 * one * other / (one + other) if one + other else 0.0

    return of


def figures_of(scored: Scored) -> tuple[Figure, ...]:
    """Every measure's value over all passages, with its interval; the figures of the whole set follow."""
    keys = sorted({key for passage in scored.passages for key in passage})
    table = [[passage[key] for key in keys] for passage in scored.passages]
    drawn = list(_draws(keys, table))
    values = _summed(keys, table)
    found = [_figure(measure, values, drawn) for measure in scored.measures]
    whole = (Figure(name=measure.name, value=measure.of(scored.counts)) for measure in scored.set_measures)
    return (*found, *whole)


def _draws(keys: Sequence[str], table: Sequence[Sequence[float]]) -> list[Counter[str]]:
    """Sums over passages drawn with replacement, the same ones on every run."""
    chance = random.Random(SEED)  # noqa: S311  a bootstrap needs no secrets
    return [_summed(keys, chance.choices(table, k=len(table))) for _ in range(RESAMPLES)] if table else []


def _summed(keys: Sequence[str], rows: Sequence[Sequence[float]]) -> Counter[str]:
    return Counter(dict(zip(keys, map(sum, zip(*rows, strict=True)), strict=False)))


def _figure(measure: Measure, values: Sums, drawn: Sequence[Sums]) -> Figure:
    spread = sorted(measure.of(sums) for sums in drawn)
    if not spread:
        return Figure(name=measure.name, value=measure.of(values))
    low, high = (spread[round(end * (len(spread) - 1))] for end in (_LOW, _HIGH))
    return Figure(name=measure.name, value=measure.of(values), low=low, high=high)
