"""What fits a query at a glance, counted exactly: in all, by kind, status, level and channel, by month, over the years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from sqlalchemy import Connection, func, select

from communique.ledger import schema
from communique.ledger.bits import Bits, both, either, size, size_of_both, without
from communique.ledger.choosing import choose_latest
from communique.ledger.fitting import days_of, find_fitting, latest_days
from communique.ledger.gathering import BESIDE
from communique.ledger.places import FACTS, find_places
from communique.ledger.portable import among
from communique.ledger.query import Query
from communique.ledger.sets import load_all_of, load_sets

FACETS, FLAGS = FACTS, ("disputed", "conflicts")
# So many of the latest contacts are looked into for names, and for the longest silence of who is never silent for long.
LATEST = 300
_LATEST_DAYS = 1000
_CAME_ABOUT = ("status:held", "status:ongoing")
_ALL = Query()


@dataclass(frozen=True, kw_only=True, slots=True)
class Sketch:
    """How many fit a query, and how many of these have each kind, status, level and channel.

    `facets`: a facet by which the query chooses is counted as if it did not choose by it; under "flags" how many are
    disputed or in conflict. `latest`: ids of the latest few hundred.
    """

    count: int
    facets: dict[str, dict[str, int]]
    latest: tuple[str, ...]


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
    chosen = choose_latest(connection, query, fitting, LATEST)
    latest = tuple(row.contact for row in connection.execute(chosen))
    return Sketch(count=size(fit), facets=facets, latest=latest)


def count_with(connection: Connection, actor: str, others: Iterable[str]) -> dict[str, int]:
    """How many contacts the actor and each of the others deal with each other in, most first."""
    names = {actor, *others}
    sets = load_sets(connection, [f"{name}{each}" for each in names for name in ("party:", BESIDE)])
    dealing = {each: without(sets.get(f"party:{each}", {}), sets.get(BESIDE + each, {})) for each in names}
    numbers = {each: size_of_both(dealing[each], dealing[actor]) for each in names - {actor}}
    return dict(sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0])))


def count_months(connection: Connection, query: Query, letters: int = 7) -> list[tuple[str, str, int]]:
    """Month (or year, with 4 letters), kind and number of the dated contacts that fit, in order of time."""
    under = _tallied_under(connection, query)
    if under is not None:
        return _from_tally(connection, under, letters)
    fit = find_fitting(connection, query).fit()
    name = "month:" if letters == 7 else "year:"
    kinds = {
        under.partition(":")[2]: both(bits, fit) for under, bits in load_all_of(connection, "kind:").items()
    }
    counted = [
        (period, kind, size_of_both(bits, held))
        for period, bits in _periods(connection, fit, name)
        for kind, held in sorted(kinds.items())
    ]
    return [each for each in counted if each[2]]


def count_periods(connection: Connection, query: Query, most: int) -> list[tuple[str, str, int]]:
    """By month and kind, or by year where more than `most` months lie between the first contact and the last."""
    years = [year for year, _ in _periods(connection, find_fitting(connection, query).fit(), "year:")]
    wide = bool(years) and (int(years[-1]) - int(years[0]) + 1) * 12 > most
    return count_months(connection, query, 4 if wide else 7)


def _periods(connection: Connection, fit: Bits, name: str) -> list[tuple[str, Bits]]:
    """The periods ("2021-03" of "month:", "2021" of "year:") with those that fit in them, in order of time."""
    held = load_all_of(connection, name)
    met = ((under.partition(":")[2], both(bits, fit)) for under, bits in sorted(held.items()))
    return [(period, bits) for period, bits in met if period and bits]


def count_topic_years(
    connection: Connection, query: Query, names: Iterable[str]
) -> list[tuple[str, str, int]]:
    """Topic, year and number of the dated contacts that fit, for the topics of these contacts (by id)."""
    row = schema.contact_topic.c
    topics = sorted(connection.scalars(select(row.topic).where(among(row.contact, names)).distinct()))
    sets = load_sets(connection, [f"topic:{topic}" for topic in topics])
    fit = find_fitting(connection, query).fit()
    years = _periods(connection, fit, "year:")
    counted = [
        (topic, year, size_of_both(bits, sets.get(f"topic:{topic}", {})))
        for topic in topics
        for year, bits in years
    ]
    return [each for each in counted if each[2]]


def trace_course(connection: Connection, query: Query) -> Course:
    """The contacts that fit, over the years."""
    fit = find_fitting(connection, query).fit()
    sets = load_sets(connection, _CAME_ABOUT)
    held = both(fit, either(sets.values()))
    dated = without(fit, load_sets(connection, ["month:"]).get("month:", {}))
    months = _periods(connection, dated, "month:")
    ends = [min(days_of(connection, months[0][1])), max(days_of(connection, months[-1][1]))] if months else []
    return Course(
        first=ends[0] if ends else None,
        last=ends[1] if ends else None,
        silence=_longest_silence(connection, held, [(month, both(bits, held)) for month, bits in months]),
        channels=_channels(connection, held),
    )


def _channels(connection: Connection, held: Bits) -> tuple[tuple[str, str, int], ...]:
    ways = {
        under.partition(":")[2]: both(bits, held)
        for under, bits in load_all_of(connection, "channel:").items()
    }
    return tuple(
        (year, way, number)
        for year, bits in _periods(connection, held, "year:")
        for way, those in sorted(ways.items())
        if (number := size_of_both(bits, those))
    )


def _longest_silence(
    connection: Connection, held: Bits, months: Iterable[tuple[str, Bits]]
) -> Silence | None:
    """The longest time between two held contacts that follow each other; None of fewer than two days."""
    met = [(_month_number(month), bits) for month, bits in months if bits]
    longest = max((later - earlier for (earlier, _), (later, _) in pairwise(met)), default=0)
    latest = longest <= 3 and size(held) > _LATEST_DAYS
    if longest > 3:
        # A longer time lies between months further apart: by two at the most, as months are not of one length.
        near = [pair for pair in pairwise(met) if pair[1][0] - pair[0][0] >= longest - 2]
        gaps = [
            (max(days_of(connection, one)), min(days_of(connection, other))) for (_, one), (_, other) in near
        ]
    else:
        gaps = list(pairwise(latest_days(connection, held, _LATEST_DAYS)))
    told = [(date.fromisoformat(end) - date.fromisoformat(start), start, end) for start, end in gaps]
    if not told:
        return None
    length, start, end = max(told)
    return Silence(start=start, end=end, days=length.days, latest=latest)


def _month_number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7])


def _tallied_under(connection: Connection, query: Query) -> str | None:
    """Under what the tally has the months of the query: all contacts, or one party's."""
    if replace(query, party=(), limit=None) != _ALL or len(query.party) > 1:
        return None
    unders = [under for place in find_places(connection, query) for under in place.unders] or [""]
    return unders[0] if len(unders) == 1 else None


def _from_tally(connection: Connection, under: str, letters: int) -> list[tuple[str, str, int]]:
    row = schema.tally.c
    month = func.substr(row.month, 1, letters).label("period")
    number = func.sum(row.number).label("number")
    wanted = (
        select(month, row.kind, number)
        .where(row.under == under, row.month != "")
        .group_by(month, row.kind)
        .having(number > 0)
        .order_by(month, row.kind)
    )
    return [(each.period, each.kind, int(each.number)) for each in connection.execute(wanted)]
