"""What a Query asks of a statement itself: its speaker and the speaker's side, its topics, its outlet, its day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from communique.ledger import schema
from communique.ledger.names import folded_words, meant_by
from communique.ledger.query import Query
from communique.records import Link, Statement

_FAR = "9999-12-31"


def of_the_contact(query: Query) -> Query:
    """What is left of a query for the contact that a statement belongs to."""
    from dataclasses import replace

    return replace(
        query,
        reports=None,
        limit=None,
        speaker=None,
        topic=(),
        outlet=(),
        side=(),
        since=None,
        until=None,
    )


def make_test(connection: Connection, query: Query) -> Callable[[Statement, Any], bool]:
    """The test whether a statement fits; its row tells `start`, `end`, `published`, `outlet` and `contact`."""
    topics = {topic.lower().replace(" ", "-").replace("_", "-") for topic in query.topic}
    about = _contacts_about(connection, topics) if topics else frozenset()
    sides = [_side_test(connection, side) for side in query.side]
    outlets = [folded_words(outlet) for outlet in query.outlet]

    def fits(statement: Statement, row: Any) -> bool:
        if not spoken_by(statement, query.speaker):
            return False
        if topics and not (topics & set(statement.topics) or row.contact in about):
            return False
        if any(not side(statement.speaker) for side in sides):
            return False
        if outlets and not set(outlets) & set(_carriers(statement, row.outlet)):
            return False
        return _within(query, row)

    return fits


def spoken_by(statement: Statement, name: str | None) -> bool:
    """Whether the speaker's id is `name`, or its name has all of its words."""
    if name is None:
        return True
    speaker = statement.speaker
    if speaker is None:
        return False
    return speaker.id == name or set(folded_words(name).split()) <= set(folded_words(speaker.name).split())


def _within(query: Query, row: Any) -> bool:
    """Whether the contact's days overlap the query's; without a contact, the day of publication."""
    if query.since is None and query.until is None:
        return True
    start, end = row.start or row.end, row.end or (_FAR if row.start else None)
    if start is None and end is None:
        start = end = row.published
    if start is None:
        return False
    return str(end) >= (query.since or "") and str(start) <= (query.until or _FAR)


def _contacts_about(connection: Connection, topics: Iterable[str]) -> frozenset[str]:
    held = schema.contact_topic.c
    return frozenset(connection.scalars(select(held.contact).where(held.topic.in_(sorted(topics)))))


def _carriers(statement: Statement, outlet: object) -> Iterable[str]:
    """The names of who published or passed on the words."""
    yield folded_words(str(outlet or ""))
    for link in statement.chain:
        yield folded_words(link.name)
        yield folded_words(link.id or "")


def _side_test(connection: Connection, side: str) -> Callable[[Link | None], bool]:
    """Whether a speaker speaks for a side: itself, its people, its ministries' outlets, "a Russian official"."""
    codes = set(meant_by(folded_words(side))) & _sides() | ({side} & _sides()) or {side}
    party = schema.contact_party.c
    ids = codes | set(connection.scalars(select(party.actor).where(party.state.in_(sorted(codes)))))
    for code in codes:
        ids |= _people_of(code)

    def speaks(link: Link | None) -> bool:
        if link is None:
            return False
        return link.id in ids if link.id else bool(_described_sides(link.name) & codes)

    return speaks


@cache
def _sides() -> frozenset[str]:
    from communique.knowledge import load_knowledge

    knowledge = load_knowledge()
    return frozenset(knowledge.states) | frozenset(knowledge.organisations)


@cache
def _people_of(code: str) -> frozenset[str]:
    """Who held an office of a side at any time, and the outlets that speak for it."""
    from communique.knowledge import load_knowledge

    knowledge = load_knowledge()
    people = {tenure.person for tenure in knowledge.tenures if tenure.of == code}
    return frozenset(
        people | {outlet.id for outlet in knowledge.outlets.values() if outlet.speaks_for == code}
    )


@cache
def _described_sides(name: str) -> frozenset[str]:
    """The states whose adjective or name a description has: "a Russian official"."""
    from communique.knowledge import load_knowledge

    kinds = ("state", "demonym", "metonym", "capital")
    return frozenset(
        code for hit in load_knowledge().index.find(name) if hit.has(*kinds) for code in hit.ids(*kinds)
    )
