"""The contacts that fit a query by month or year and kind, and their topics by year."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, func, select

from communique.ledger import schema
from communique.ledger.beside import count_topics
from communique.ledger.bits import both, size_of_both
from communique.ledger.counting import Column, Fit, Numbers, column_of, count_by
from communique.ledger.fitting import find_fitting
from communique.ledger.places import find_places
from communique.ledger.query import Query
from communique.ledger.sets import load_all_of, load_sets, once

_ALL = Query()


def column(connection: Connection, name: str) -> Column:
    """For each contact its value of what it has one of at most: `column(connection, "year")`; no day is no value."""

    def make() -> Column:
        sets = {under.partition(":")[2]: bits for under, bits in load_all_of(connection, f"{name}:").items()}
        return column_of({value: bits for value, bits in sets.items() if value})

    return once(connection, ("column", name), make, lasting=True)


def members_that_fit(connection: Connection, query: Query) -> Numbers:
    """The numbers of the contacts that fit, in order."""
    return Fit(find_fitting(connection, query).fit()).members


def count_months(connection: Connection, query: Query, letters: int = 7) -> list[tuple[str, str, int]]:
    """Month (or year, with 4 letters), kind and number of the dated contacts that fit, in order of time."""
    under = _tallied_under(connection, query)
    if under is not None:
        return _from_tally(connection, under, letters)
    columns = column(connection, "month" if letters == 7 else "year"), column(connection, "kind")
    counted = count_by(members_that_fit(connection, query), columns)
    return [(period, kind, number) for (period, kind), number in sorted(counted.items())]


def count_periods(connection: Connection, query: Query, most: int) -> list[tuple[str, str, int]]:
    """By month and kind, or by year where more than `most` months lie between the first contact and the last."""
    by_year = count_months(connection, query, 4)
    wide = bool(by_year) and (int(by_year[-1][0]) - int(by_year[0][0]) + 1) * 12 > most
    return by_year if wide else count_months(connection, query)


def count_topic_years(connection: Connection, query: Query, most: int) -> list[tuple[str, str, int]]:
    """Topic, year and number of the dated contacts that fit, for the `most` topics that most of them have."""
    topics = sorted(count_topics(connection, query, most))
    sets = load_sets(connection, [f"topic:{topic}" for topic in topics])
    fit = find_fitting(connection, query).fit()
    years = [
        (under.partition(":")[2], both(bits, fit))
        for under, bits in sorted(load_all_of(connection, "year:").items())
    ]
    # A year is one stretch of the numbers, or nearly: of the topic's bits those of other years are not looked at.
    counted = [
        (topic, year, size_of_both(bits, sets.get(f"topic:{topic}", {})))
        for topic in topics
        for year, bits in years
    ]
    return [each for each in counted if each[2]]


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
