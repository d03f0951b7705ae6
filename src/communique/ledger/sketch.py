"""What fits a query at a glance, counted exactly: in all, by kind, status, level and channel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from communique.ledger.bits import size, size_of_both, without
from communique.ledger.fitting import find_fitting
from communique.ledger.gathering import BESIDE
from communique.ledger.places import FACTS
from communique.ledger.query import Query
from communique.ledger.sets import load_all_of, load_countable, load_sets

FACETS, FLAGS = FACTS, ("disputed", "conflicts")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sketch:
    """How many fit a query, and how many of these have each kind, status, level and channel.

    `facets`: a facet by which the query chooses is counted as if it did not choose by it; under "flags" how many are
    disputed or in conflict.
    """

    count: int
    facets: dict[str, dict[str, int]]


def sketch_contacts(connection: Connection, query: Query) -> Sketch:
    """What fits at a glance."""
    fitting = find_fitting(connection, query)
    fit = fitting.fit()
    values = load_all_of(connection, *(f"{name}:" for name in FACETS))
    facets: dict[str, dict[str, int]] = {name: {} for name in FACETS}
    loose = {name: fitting.fit(but=name) if getattr(query, name) else fit for name in FACETS}
    for under, bits in sorted(values.items()):
        name, _, value = under.partition(":")
        if number := size_of_both(bits, loose[name]):
            facets[name][value] = number
    flagged = load_sets(connection, FLAGS)
    facets["flags"] = {flag: size_of_both(flagged.get(flag, {}), fit) for flag in FLAGS}
    return Sketch(count=size(fit), facets=facets)


def count_with(connection: Connection, actor: str, others: Iterable[str]) -> dict[str, int]:
    """How many contacts the actor and each of the others deal with each other in, most first."""
    from communique.ledger.counting import Fit

    names = set(others) - {actor}
    own = load_sets(connection, [f"party:{actor}", BESIDE + actor])
    dealing = Fit(without(own.get(f"party:{actor}", {}), own.get(BESIDE + actor, {})))
    sets = load_countable(connection, [f"{sort}{each}" for each in names for sort in ("party:", BESIDE)])
    # Who only hosts, helps or mediates takes part, too.
    numbers = {
        each: dealing.within(sets[f"party:{each}"]) - dealing.within(sets[BESIDE + each]) for each in names
    }
    return dict(sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0])))
