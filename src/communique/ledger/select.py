"""Chooses contacts, statements, doubts and reports by a Query, in an order that never depends on arrival."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from communique.ledger import schema
from communique.ledger.choosing import choose_names
from communique.ledger.codec import decode
from communique.ledger.decisions import load_decisions
from communique.ledger.names import contacts_of
from communique.ledger.portable import among
from communique.ledger.query import Query
from communique.ledger.said import make_test, of_the_contact
from communique.ledger.search import holding_words
from communique.records import Contact, Doubt, Statement

_FAR = "9999-12-31"
# A doubt may stand in several readings; of so many at the most only one counts.
_READINGS_OF_ONE = 4
contact = schema.contact


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A statement with the contact that its account belongs to, if any.

    `copy_of` is the same statement in the text of which its report is a copy, where that was looked for.
    """

    statement: Statement
    contact: str | None
    copy_of: str | None = None


def select_contacts(connection: Connection, query: Query) -> list[Contact]:
    """The contacts that fit, by day (undated last) and slug; of more than `limit` the latest."""
    rows = connection.execute(_ordered(connection, select(contact.c.record), query))
    return [decode(Contact, row.record) for row in rows]


def select_slugs(connection: Connection, query: Query) -> dict[str, str]:
    """Ids and slugs of the contacts that fit, in the same order."""
    rows = connection.execute(_ordered(connection, select(contact.c.id, contact.c.slug), query))
    return {row.id: row.slug for row in rows}


def _ordered(connection: Connection, wanted: Select[Any], query: Query) -> Select[Any]:
    if query.limit is None:
        wanted = wanted.where(*conditions(query))
    else:
        # The latest are chosen by an index first; nothing is asked again of those chosen.
        chosen = choose_names(connection, query, query.limit)
        wanted = wanted.where(among(contact.c.id, chosen))
    return wanted.order_by(contact.c.day == "", contact.c.day, contact.c.slug)


def conditions(query: Query) -> Iterator[ColumnElement[bool]]:
    """What the query asks of a row of `contact`, where all that fit are wanted."""
    yield from (contacts_of(name, dealing=True) for name in query.between)
    yield from (contacts_of(name) for name in query.party)
    if query.since or query.until:
        yield contact.c.start.is_not(None) | contact.c.end.is_not(None)
    if query.since:
        yield func.coalesce(contact.c.end, _FAR) >= query.since
    if query.until:
        yield func.coalesce(contact.c.start, "") <= query.until
    for column, wanted in (
        (contact.c.kind, query.kind),
        (contact.c.status, query.status),
        (contact.c.level, query.level),
        (contact.c.channel, query.channel),
    ):
        if wanted:
            yield column.in_(wanted)
    if query.conflicts:
        yield contact.c.conflicts > 0
    if query.disputed:
        yield contact.c.disputed.is_(True)
    yield from _by_content(query)


def _by_content(query: Query) -> Iterator[ColumnElement[bool]]:
    if query.topic:
        topics = [topic.lower().replace(" ", "-").replace("_", "-") for topic in query.topic]
        held = select(schema.contact_topic.c.contact).where(schema.contact_topic.c.topic.in_(topics))
        yield contact.c.id.in_(held)
    told = select(schema.contact_account.c.contact)
    for outlet in query.outlet:
        by = select(schema.report.c.id).where(func.lower(schema.report.c.outlet) == outlet.lower())
        yield contact.c.id.in_(told.where(schema.contact_account.c.report.in_(by)))
    for side in query.side:
        theirs = select(schema.account.c.id).where(schema.account.c.side == side)
        yield contact.c.id.in_(told.where(schema.contact_account.c.account.in_(theirs)))
    if query.words:
        yield contact.c.id.in_(holding_words(query.words))
    if query.reports is not None:
        yield contact.c.id.in_(told.where(among(schema.contact_account.c.report, query.reports)))
    if query.contacts is not None:
        yield among(contact.c.id, query.contacts)


def select_statements(connection: Connection, query: Query) -> list[Said]:
    """The statements of current readings that fit, by report and place in it.

    Speaker, side, topic, outlet and days are asked of the statement itself (its own topics or its contact's, who
    published or passed it on, its contact's days or else the day of publication), all else of its contact.
    """
    statement, reading, member = schema.statement, schema.reading, schema.contact_account
    wanted = (
        select(
            statement.c.record,
            member.c.contact,
            contact.c.start,
            contact.c.end,
            reading.c.published,
            schema.report.c.outlet,
        )
        .join(schema.report, schema.report.c.id == statement.c.report)
        .join(reading, (reading.c.id == statement.c.reading) & reading.c.current)
        .outerjoin(member, (member.c.account == statement.c.account) & (statement.c.account.is_not(None)))
        .outerjoin(contact, contact.c.id == member.c.contact)
        .order_by(statement.c.report, statement.c.position)
    )
    if query.reports is not None:
        wanted = wanted.where(among(statement.c.report, query.reports))
    if query.contacts is not None:
        # From the accounts of these contacts on, not from all that was ever said.
        theirs = select(member.c.account).where(among(member.c.contact, query.contacts))
        wanted = wanted.where(statement.c.account.in_(theirs))
    about = list(conditions(of_the_contact(query)))
    if about:
        wanted = wanted.where(member.c.contact.in_(select(contact.c.id).where(*about)))
    fits = make_test(connection, query)
    said = ((decode(Statement, row.record), row) for row in connection.execute(wanted))
    chosen = (Said(statement=each, contact=row.contact) for each, row in said if fits(each, row))
    return list(islice(chosen, query.limit))


def select_doubts(connection: Connection, query: Query) -> list[Doubt]:
    """The doubts of current readings and of merging that nobody has settled, by id."""
    doubt, reading = schema.doubt, schema.reading
    current = select(reading.c.id).where(reading.c.id == doubt.c.reading, reading.c.current).exists()
    wanted = select(doubt.c.id, doubt.c.record).where((doubt.c.reading == "") | current).order_by(doubt.c.id)
    if query.reports is not None:
        told = schema.contact_account
        theirs = select(told.c.contact).where(among(told.c.report, query.reports))
        wanted = wanted.where(among(doubt.c.report, query.reports) | doubt.c.contact.in_(theirs))
    if query.contacts is not None:
        wanted = wanted.where(among(doubt.c.contact, query.contacts))
    settled = {each.subject for each in load_decisions(connection) if each.kind == "settle"}
    if query.limit is not None:
        wanted = wanted.limit(_READINGS_OF_ONE * query.limit + len(settled))
    records = {row.id: row.record for row in connection.execute(wanted) if row.id not in settled}
    return [decode(Doubt, record) for record in islice(records.values(), query.limit)]
