"""Makes the contacts again from accounts and judgements; their older names keep leading to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select

from communique.ledger import schema
from communique.ledger.anchors import people_judgements
from communique.ledger.codec import encode
from communique.ledger.corrections import settling
from communique.ledger.judgements import keep_judgements
from communique.ledger.names import folded_words
from communique.ledger.portable import insert_once, put
from communique.ledger.standing import load_told, standing_decisions
from communique.ledger.write import forget_derived
from communique.records import Contact, Doubt

if TYPE_CHECKING:
    from sqlalchemy import Table

_DERIVED = "contacts derived"


def mark_derived(connection: Connection, done: bool) -> None:
    """Note whether the contacts follow from everything that was written."""
    put(connection, schema.state_of, {"name": _DERIVED, "value": "yes" if done else "no"})


def is_derived(connection: Connection) -> bool:
    """Whether the contacts follow from everything that was written; an empty ledger's do."""
    kept = select(schema.state_of.c.value).where(schema.state_of.c.name == _DERIVED)
    return connection.scalar(kept) != "no"


def derive_contacts(connection: Connection, recorded: str) -> None:
    """Merge all accounts that stand anew under people's decisions and keep what follows."""
    from communique.merge import merge_accounts

    placed = standing_decisions(connection)
    readings = load_told(connection, placed)
    merged = merge_accounts(readings, people_judgements(placed), settling(placed))
    forget_derived(connection)
    reports = {account.id: account.report for reading in readings for account in reading.accounts}
    contacts = sorted(merged.contacts, key=lambda contact: contact.id)
    _write_contacts(connection, contacts, reports)
    _write_aliases(connection, contacts, recorded)
    _write_doubts(connection, contacts, merged.doubts, reports)
    keep_judgements(connection, merged.judgements, recorded)
    mark_derived(connection, done=True)


def contact_pair(contact: Contact) -> str:
    """The parties' states or organisations, sorted: "CHN RUS"; an actor of neither stands for itself."""
    dealing = [each.actor for each in contact.participants if each.role in ("party", "delegation_lead")]
    return " ".join(sorted({actor.state or actor.id for actor in dealing}))


def _write_contacts(connection: Connection, contacts: list[Contact], reports: dict[str, str]) -> None:
    members = [(contact.id, account.id) for contact in contacts for account in contact.accounts]
    _insert(connection, schema.contact, (_contact_row(contact) for contact in contacts))
    _insert(
        connection,
        schema.contact_account,
        ({"contact": contact, "account": each, "report": reports[each]} for contact, each in members),
    )
    _insert(connection, schema.contact_party, (row for contact in contacts for row in _party_rows(contact)))
    _insert(
        connection,
        schema.contact_topic,
        ({"contact": each.id, "topic": topic} for each in contacts for topic in sorted(set(each.topics))),
    )
    _insert(connection, schema.actor_name, _actor_rows(contacts))
    words = (
        {"kind": "contact", "key": each.id, "title": each.slug, "text": _words(each)} for each in contacts
    )
    _insert(connection, schema.passage, words)


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


def _write_aliases(connection: Connection, contacts: list[Contact], recorded: str) -> None:
    rows = [
        {"alias": alias, "account": account.id, "contact": contact.id, "recorded": recorded}
        for contact in contacts
        for alias in (contact.id, contact.slug)
        for account in contact.accounts
    ]
    insert_once(connection, schema.contact_alias, rows)


def _write_doubts(
    connection: Connection, contacts: list[Contact], loose: Iterable[Doubt], reports: dict[str, str]
) -> None:
    owned = [(each, contact.id) for contact in contacts for each in contact.doubts]
    owners = {account.id: contact.id for contact in contacts for account in contact.accounts}
    owners |= {contact.id: contact.id for contact in contacts}
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
