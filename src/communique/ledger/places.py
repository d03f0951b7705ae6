"""The conditions of a query as places in the lists: "China takes part" is to stand under "party:CHN"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from communique.ledger import schema
from communique.ledger.names import ids_meant, sides_of
from communique.ledger.portable import among
from communique.ledger.query import Query
from communique.ledger.search import find_holding

FACTS = ("kind", "status", "level", "channel")


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A condition: to stand under one of these; `dealing`: as one of those who deal with each other."""

    unders: tuple[str, ...]
    dealing: bool = False
    # "China and Russia deal with each other": under their pair; in a crowd, under one of them, the other asked for.
    crowd: str | None = None
    other: str | None = None


def find_places(connection: Connection, query: Query) -> Iterator[Place]:
    """The conditions of the query that are places in `listing`; contacts fit that stand in each."""
    yield from _between(connection, query)
    yield from (Place(unders=_under("party", ids_meant(connection, name))) for name in query.party)
    for name in FACTS:
        if wanted := getattr(query, name):
            yield Place(unders=_under(name, wanted))
    if query.disputed:
        yield Place(unders=("disputed",))
    if query.conflicts:
        yield Place(unders=("conflicts",))
    if query.topic:
        topics = [topic.lower().replace(" ", "-").replace("_", "-") for topic in query.topic]
        yield Place(unders=_under("topic", topics))
    for outlet in query.outlet:
        yield Place(unders=(f"outlet:{connection.scalar(select(func.lower(outlet)))}",))
    yield from (Place(unders=(f"side:{side}",)) for side in query.side)


def _under(name: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{name}:{value}" for value in sorted(set(values)))


def _between(connection: Connection, query: Query) -> Iterator[Place]:
    meant = [ids_meant(connection, name) for name in query.between]
    if len(meant) == 2 and all(len(ids) == 1 for ids in meant):
        (one,), (other,) = meant
        sides = [sides_of(connection, name) for name in (one, other)]
        # Pairs are kept of two sides, and of two persons (or organisations) of different sides.
        if not sides[0] & sides[1] and (one in sides[0]) == (other in sides[1]):
            pair = " ".join(sorted((one, other)))
            yield Place(unders=(f"pair:{pair}",), crowd=one, other=other)
            return
    yield from (Place(unders=_under("party", ids), dealing=True) for ids in meant)


def named_contacts(connection: Connection, query: Query) -> list[str] | None:
    """Ids of contacts, where the query names them, or reports or words that they are found by."""
    found: set[str] | None = None
    told = schema.contact_account.c
    for wanted in (
        None if query.contacts is None else set(query.contacts),
        None
        if query.reports is None
        else set(connection.scalars(select(told.contact).where(among(told.report, query.reports)))),
        find_holding(connection, query.words) if query.words else None,
    ):
        if wanted is not None:
            found = wanted if found is None else found & wanted
    return None if found is None else sorted(found)
