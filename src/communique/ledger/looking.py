"""What pages and pictures ask of many contacts at once: days, topics by year, initiators, pairs, unsure judgements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

from sqlalchemy import Connection, func, or_, select

from communique.ledger import schema
from communique.ledger.anchors import people_judgements
from communique.ledger.choosing import choose
from communique.ledger.lines import Party
from communique.ledger.listing import DEALING
from communique.ledger.portable import among, names_of
from communique.ledger.query import Query
from communique.ledger.standing import standing_decisions
from communique.records import Judgement

contact = schema.contact
# So many contacts are looked at one by one.
MOST = 10_000
# A judgement counts as unsure up to this far from even odds.
UNSURE = 0.15


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """One contact on the line of time: the first or only day that is known, and what it was."""

    day: str
    kind: str
    status: str
    channel: str


def select_moments(connection: Connection, query: Query, cap: int) -> list[Moment]:
    """The dated contacts that fit, in order of time; of more than `cap` the latest."""
    some = choose(connection, query, cap).subquery()
    wanted = select(some.c.day, some.c.kind, some.c.status, some.c.channel).where(some.c.day != "")
    wanted = wanted.order_by(some.c.day.desc(), some.c.slug.desc())
    rows = connection.execute(wanted).all()
    return [
        Moment(day=row.day, kind=row.kind, status=row.status, channel=row.channel) for row in reversed(rows)
    ]


def count_pairs(
    connection: Connection, query: Query, by: Literal["side", "actor"], cap: int
) -> list[tuple[str, str, str, int]]:
    """One, other, kind and number of contacts, among the latest `cap` that fit; by states, or by persons."""
    find = _groups_of_sides if by == "side" else _groups_of_actors
    counted: Counter[str] = Counter()
    for group, number in find(connection, query, cap):
        *actors, kind = group.split(" ")
        # As one text each: texts are counted and put in order faster than tuples of them.
        if len(actors) == 2:
            counted[group] += number
        else:
            counted.update([f"{one} {other} {kind}" for one, other in combinations(actors, 2)] * number)
    found = sorted(counted)
    found.sort(key=counted.__getitem__, reverse=True)
    split = ((pair.split(" "), counted[pair]) for pair in found)
    return [(one, other, kind, number) for (one, other, kind), number in split]


def _groups_of_sides(connection: Connection, query: Query, cap: int) -> Iterable[Any]:
    """Those who deal with each other, sorted, and the kind, as one text, with the number of contacts."""
    some = choose(connection, query, cap, seen=("pair", "kind")).subquery()
    group = func.coalesce(some.c.pair, "") + " " + some.c.kind
    return connection.execute(select(group, func.count()).group_by(group))


def _groups_of_actors(connection: Connection, query: Query, cap: int) -> Iterable[Any]:
    some = choose(connection, query, cap, seen=("contact", "kind")).subquery()
    party = schema.contact_party.c
    wanted = (
        select(party.contact, party.actor, some.c.kind)
        .join(some, some.c.contact == party.contact)
        .where(party.role.in_(DEALING))
    )
    met: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, actor, kind in connection.execute(wanted):
        met[name, kind].add(actor)
    return Counter(" ".join((*sorted(actors), kind)) for (_, kind), actors in met.items()).items()


def find_party(connection: Connection, actor: str) -> Party | None:
    """The actor as some contact knows it, None where no contact does; the office is not told."""
    row = schema.contact_party.c
    wanted = select(row.actor, row.name, row.type, row.role, row.state).where(row.actor == actor).limit(1)
    found = connection.execute(wanted).first()
    if found is None:
        return None
    return Party(
        id=found.actor, name=found.name, type=found.type, role=found.role, office=None, state=found.state
    )


def find_names(connection: Connection, actors: Iterable[str]) -> dict[str, str]:
    """The names by which contacts know these actors; those of no contact are left out."""
    row = schema.contact_party.c
    asked = names_of(actors)
    known = select(row.name).where(row.actor == asked.c.value).limit(1).scalar_subquery()
    found = connection.execute(select(asked.c.value, known))
    return {actor: name for actor, name in found if name is not None}


def find_slugs(connection: Connection, accounts: Iterable[str]) -> dict[str, str]:
    """The slugs of the contacts that these accounts are in; a contact's id is the id of its first account, too."""
    told, kept = schema.contact_account.c, contact.c
    wanted = select(told.account, kept.slug).join(contact, kept.id == told.contact)
    return {row.account: row.slug for row in connection.execute(wanted.where(among(told.account, accounts)))}


def select_unsure(connection: Connection, limit: int) -> list[Judgement]:
    """The program's judgements nearest to even odds that no person has judged, the least sure first."""
    row = schema.judgement.c
    judged = {frozenset((each.one, each.other)) for each in _of_people(connection)}
    most = limit + len(judged)
    # From even odds on, up and down along the index of scores.
    sides = (
        (row.score.between(0.5, 0.5 + UNSURE), row.score),
        ((row.score >= 0.5 - UNSURE) & (row.score < 0.5), row.score.desc()),
    )
    found: list[Judgement] = []
    for near, order in sides:
        wanted = select(*_columns(row)).where(row.undone.is_(None), near)
        rows = connection.execute(wanted.order_by(order, row.id).limit(most))
        found += [Judgement(**each._mapping) for each in rows]  # noqa: SLF001
    found.sort(key=lambda each: (abs(each.score - 0.5), each.one, each.other))
    return [each for each in found if frozenset((each.one, each.other)) not in judged][:limit]


def select_judged(connection: Connection, accounts: Iterable[str]) -> list[Judgement]:
    """The judgements that stand and name one of the accounts, people's first."""
    row, named = schema.judgement.c, set(accounts)
    people = [each for each in _of_people(connection) if named & {each.one, each.other}]
    wanted = (
        select(*_columns(row))
        .where(or_(among(row.one, named), among(row.other, named)), row.undone.is_(None))
        .order_by(row.one, row.other, row.id)
    )
    return people + [Judgement(**each._mapping) for each in connection.execute(wanted)]  # noqa: SLF001


def _of_people(connection: Connection) -> tuple[Judgement, ...]:
    return people_judgements(standing_decisions(connection))


def _columns(row: Any) -> list[Any]:
    return [getattr(row, name) for name in ("one", "other", "same", "score", "reason", "author", "recorded")]
