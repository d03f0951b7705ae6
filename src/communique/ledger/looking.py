"""What pages and pictures ask of many contacts at once: days, topics by year, initiators, pairs, unsure judgements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

from sqlalchemy import Connection, Select, func, or_, select

from communique.ledger import schema
from communique.ledger.anchors import people_judgements
from communique.ledger.lines import OFTEN, OFTEN_COUNTED, Party, listed_day, often_in
from communique.ledger.portable import among, json_field
from communique.ledger.query import Query
from communique.ledger.select import conditions
from communique.ledger.standing import standing_decisions
from communique.records import Judgement

contact = schema.contact
_DEALING = ("party", "delegation_lead")
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
    columns = (contact.c.kind, contact.c.status, contact.c.channel)
    wanted = (
        select(listed_day.label("day"), *columns)
        .where(*conditions(query, often_in(connection, query, OFTEN_COUNTED)), listed_day != "")
        .order_by(listed_day.desc(), contact.c.slug.desc())
        .limit(cap)
    )
    rows = connection.execute(wanted).all()
    return [
        Moment(day=row.day, kind=row.kind, status=row.status, channel=row.channel) for row in reversed(rows)
    ]


def count_topic_years(connection: Connection, names: Sequence[str]) -> list[tuple[str, str, int]]:
    """Topic, year and number of the dated contacts with these ids."""
    topic, year = schema.contact_topic.c, func.substr(listed_day, 1, 4)
    wanted = (
        select(topic.topic, year, func.count())
        .join(contact, contact.c.id == topic.contact)
        .where(among(topic.contact, names), listed_day != "")
        .group_by(topic.topic, year)
        .order_by(topic.topic, year)
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(wanted)]


def count_initiators(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    """Whose wish the contacts with these ids were, by participant, most first."""
    told = connection.scalars(
        select(json_field(contact.c.record, "initiator")).where(among(contact.c.id, names))
    )
    counted = Counter(each for each in told if each is not None)
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def count_pairs(
    connection: Connection, query: Query, by: Literal["side", "actor"], cap: int
) -> list[tuple[str, str, str, int]]:
    """One, other, kind and number of contacts, among the latest `cap` that fit; by states, or by persons."""
    if by == "side":
        some = _latest(connection, query, cap, contact.c.pair, contact.c.kind)
        rows = connection.execute(select(*some.c, func.count().label("number")).group_by(*some.c))
        groups = [((row.pair or "").split(), row.kind, row.number) for row in rows]
    else:
        groups = _groups_of_actors(connection, query, cap)
    counted: Counter[tuple[str, str, str]] = Counter()
    for actors, kind, number in groups:
        for one, other in combinations(sorted(set(actors)), 2):
            counted[one, other, kind] += number
    return [(*key, number) for key, number in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))]


def _groups_of_actors(connection: Connection, query: Query, cap: int) -> list[tuple[list[str], str, int]]:
    some = _latest(connection, query, cap, contact.c.id, contact.c.kind)
    party = schema.contact_party.c
    wanted = (
        select(party.contact, party.actor, some.c.kind)
        .join(some, some.c.id == party.contact)
        .where(party.role.in_(_DEALING))
    )
    groups: dict[str, tuple[list[str], str, int]] = {}
    for row in connection.execute(wanted):
        groups.setdefault(row.contact, ([], row.kind, 1))[0].append(row.actor)
    return list(groups.values())


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


def select_unsure(connection: Connection, limit: int) -> list[Judgement]:
    """The program's judgements nearest to even odds that no person has judged, the least sure first."""
    row = schema.judgement.c
    far = func.abs(row.score - 0.5)
    judged = {frozenset((each.one, each.other)) for each in _of_people(connection)}
    wanted = (
        select(*_columns(row))
        .where(row.undone.is_(None), row.score.between(0.5 - UNSURE, 0.5 + UNSURE))
        .order_by(far, row.one, row.other)
        .limit(limit + len(judged))
    )
    found = [Judgement(**each._mapping) for each in connection.execute(wanted)]  # noqa: SLF001
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


def _latest(connection: Connection, query: Query, cap: int, *columns: Any) -> Any:
    some: Select[Any] = select(*columns).where(*conditions(query, often_in(connection, query, OFTEN)))
    return some.order_by(listed_day.desc(), contact.c.slug.desc()).limit(cap).subquery()
