"""The rows by which a ledger keeps its contacts: written, and taken out again, contact by contact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, insert

from communique.ledger import schema
from communique.ledger.codec import encode
from communique.ledger.listing import unlist_contacts
from communique.ledger.names import folded_words
from communique.ledger.portable import among, insert_once
from communique.records import Contact, Doubt

if TYPE_CHECKING:
    from sqlalchemy import Table


def contact_pair(contact: Contact) -> str:
    """The parties' states or organisations, sorted: "CHN RUS"; an actor of neither stands for itself."""
    dealing = [each.actor for each in contact.participants if each.role in ("party", "delegation_lead")]
    return " ".join(sorted({actor.state or actor.id for actor in dealing}))


def write_contacts(connection: Connection, contacts: Sequence[Contact], recorded: str) -> None:
    """Keep contacts that are not kept yet, with all that they are found by save `listing`."""
    members = [(contact.id, account) for contact in contacts for account in contact.accounts]
    _insert(connection, schema.contact, (_contact_row(contact) for contact in contacts))
    _insert(
        connection,
        schema.contact_account,
        ({"contact": contact, "account": each.id, "report": each.report} for contact, each in members),
    )
    _insert(connection, schema.contact_party, (row for contact in contacts for row in _party_rows(contact)))
    _insert(
        connection,
        schema.contact_topic,
        ({"contact": each.id, "topic": topic} for each in contacts for topic in sorted(set(each.topics))),
    )
    insert_once(connection, schema.actor_name, _actor_rows(contacts))
    words = (
        {"kind": "contact", "key": each.id, "title": each.slug, "text": _words(each)} for each in contacts
    )
    _insert(connection, schema.passage, words)
    _write_aliases(connection, contacts, recorded)


def delete_contacts(connection: Connection, names: Iterable[str], *, doubts: bool = True) -> None:
    """Take out derived contacts and all that they are found by, save their older names, and their doubts if not
    `doubts`.
    """
    listed = sorted(set(names))
    unlist_contacts(connection, listed)
    for table in (schema.contact_account, schema.contact_party, schema.contact_topic):
        connection.execute(delete(table).where(among(table.c.contact, listed)))
    if doubts:
        doubt = schema.doubt.c
        connection.execute(delete(schema.doubt).where(doubt.reading == "", among(doubt.contact, listed)))
    passage = schema.passage.c
    connection.execute(delete(schema.passage).where(passage.kind == "contact", among(passage.key, listed)))
    connection.execute(delete(schema.contact).where(among(schema.contact.c.id, listed)))


def _contact_row(contact: Contact) -> dict[str, Any]:
    return {
        "id": contact.id,
        "slug": contact.slug,
        "day": _day(contact),
        "start": contact.when.start if contact.when else None,
        "end": contact.when.end if contact.when else None,
        "kind": contact.kind,
        "status": contact.status,
        "disputed": contact.disputed,
        "level": contact.level,
        "channel": contact.channel,
        "pair": contact_pair(contact),
        "reports": contact.support.reports,
        "origins": contact.support.origins,
        "conflicts": sum(each.verdict == "conflict" for each in contact.verdicts),
        "record": encode(contact),
    }


def _day(contact: Contact) -> str:
    """The day by which contacts are listed: the first, else the last, else none (empty)."""
    when = contact.when
    return (when.start or when.end or "") if when else ""


def _actor_rows(contacts: Iterable[Contact]) -> list[dict[str, Any]]:
    named = {
        (each.actor.id, f" {folded_words(each.actor.name)} ", each.actor.state or "")
        for contact in contacts
        for each in contact.participants
    }
    return [{"actor": actor, "folded": folded, "state": state} for actor, folded, state in sorted(named)]


def _party_rows(contact: Contact) -> Iterable[dict[str, Any]]:
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for each in contact.participants:
        rows[each.actor.id, each.role] = {
            "contact": contact.id,
            "actor": each.actor.id,
            "role": each.role,
            "type": each.actor.type,
            "name": each.actor.name,
            "folded": f" {folded_words(each.actor.name)} ",
            "state": each.actor.state,
        }
    return rows.values()


def _words(contact: Contact) -> str:
    """What a search finds a contact by: who, what, where, about what."""
    people = [f"{each.actor.name} {each.actor.office or ''}" for each in contact.participants]
    parts = [
        contact.kind,
        contact.status,
        contact.occasion or "",
        *people,
        *(each.name for each in contact.places),
    ]
    return " ".join([*parts, *contact.topics, *contact.outcomes]).replace("_", " ").replace("-", " ")


def _write_aliases(connection: Connection, contacts: Sequence[Contact], recorded: str) -> None:
    rows = [
        {"alias": alias, "account": account.id, "contact": contact.id, "recorded": recorded}
        for contact in contacts
        for alias in (contact.id, contact.slug)
        for account in contact.accounts
    ]
    insert_once(connection, schema.contact_alias, rows)


def write_doubts(connection: Connection, contacts: Sequence[Contact], loose: Iterable[Doubt] = ()) -> None:
    """Keep the doubts of contacts, and those about merging their accounts."""
    owned = [(each, contact.id) for contact in contacts for each in contact.doubts]
    owners = {account.id: contact.id for contact in contacts for account in contact.accounts}
    owners |= {contact.id: contact.id for contact in contacts}
    reports = {account.id: account.report for contact in contacts for account in contact.accounts}
    rows = [
        {
            "id": each.id,
            "reading": "",
            "report": reports.get(each.about),
            "contact": contact,
            "record": encode(each),
        }
        for each, contact in [*owned, *((each, owners.get(each.about)) for each in loose)]
    ]
    insert_once(connection, schema.doubt, rows)


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    listed = list(rows)
    if listed:
        connection.execute(insert(table), listed)
