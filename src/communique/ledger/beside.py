"""What stands beside a list: topics, outlets, sides, persons and states, each with how many of all that fit have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from communique.ledger import schema
from communique.ledger.counting import Fit
from communique.ledger.fitting import find_fitting
from communique.ledger.lines import Line
from communique.ledger.portable import among
from communique.ledger.query import Query
from communique.ledger.sets import load_countable, names_between, once

# So many of each sort are counted beside a list.
BESIDE = 24
# Of a sort of which the ledger knows no more than these, all are counted, and those that most have are shown.
FEW = 500
Counts = dict[str, int]


def count_beside(connection: Connection, query: Query, lines: Sequence[Line]) -> dict[str, Counts]:
    """Topics, outlets, sides with accounts of their own, actors and states, with how many that fit have them, most first.

    Actors and states are those of the lines; so are the others where the ledger has very many of them. Topics are
    counted as if none were chosen.
    """
    fitting = find_fitting(connection, query)
    fit = Fit(fitting.fit())
    loose = Fit(fitting.fit(but="topic")) if query.topic else fit
    parties = [each for line in lines for each in {(each.id, each.state) for each in line.participants}]
    actors, states = (_most(names) for names in zip(*parties, strict=True)) if parties else ([], [])
    topics = few_of(connection, "topic") or _most(topic for line in lines for topic in line.topics)
    sides = few_of(connection, "side") or _sides_in(connection, lines)
    outlets = few_of(connection, "outlet") or _outlets_in(connection, lines)
    by_outlet = _counted(connection, fit, "outlet", outlets)
    return {
        "topic": _counted(connection, loose, "topic", topics),
        "actor": _counted(connection, fit, "party", actors),
        "state": _counted(connection, fit, "party", states),
        "side": _counted(connection, fit, "side", sides),
        "outlet": {_outlet_name(connection, folded): number for folded, number in by_outlet.items()},
    }


def count_topics(connection: Connection, query: Query, most: int) -> list[str]:
    """The topics that most of the contacts that fit have, no more than `most`."""
    fit = Fit(find_fitting(connection, query).fit())
    return list(_counted(connection, fit, "topic", _all_of(connection, "topic")))[:most]


def _counted(connection: Connection, fit: Fit, prefix: str, values: Iterable[str]) -> Counts:
    """How many of the contacts have each value, most first, no more than are shown; values of none are left out."""
    sets = load_countable(connection, [f"{prefix}:{value}" for value in values])
    counted = ((under.partition(":")[2], fit.within(ready)) for under, ready in sets.items())
    met = [pair for pair in counted if pair[1]]
    return dict(sorted(met, key=lambda pair: (-pair[1], pair[0]))[:BESIDE])


def _most(values: Iterable[str | None]) -> list[str]:
    """The values that come most often, no more than are shown."""
    told = Counter(value for value in values if value is not None)
    return sorted(told, key=lambda value: (-told[value], value))[:BESIDE]


def _all_of(connection: Connection, prefix: str) -> list[str]:
    return [under.partition(":")[2] for under in names_between(connection, f"{prefix}:", f"{prefix}:~")]


def few_of(connection: Connection, prefix: str) -> list[str]:
    """All values of the sort, where there are few."""
    values = _all_of(connection, prefix)
    return values if len(values) <= FEW else []


def _sides_in(connection: Connection, lines: Sequence[Line]) -> list[str]:
    told, account = schema.contact_account.c, schema.account.c
    wanted = select(account.side).join(schema.contact_account, told.account == account.id)
    return _most(connection.scalars(wanted.where(among(told.contact, [line.id for line in lines]))))


def _outlets_in(connection: Connection, lines: Sequence[Line]) -> list[str]:
    told, report = schema.contact_account.c, schema.report.c
    wanted = select(func.lower(report.outlet)).join(schema.contact_account, told.report == report.id)
    return _most(connection.scalars(wanted.where(among(told.contact, [line.id for line in lines]))))


def _outlet_name(connection: Connection, folded: str) -> str:
    """ "the turku post" is written "The Turku Post" by one of its reports, that of the least id."""
    row = schema.report.c
    wanted = select(row.outlet).where(func.lower(row.outlet) == folded).order_by(row.id).limit(1)
    return once(connection, ("outlet", folded), lambda: connection.scalar(wanted) or folded, lasting=True)
