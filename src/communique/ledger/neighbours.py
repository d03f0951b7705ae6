"""What changes beside contacts that are made anew: relations that lead to them, and endings of slugs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, func, select

from communique.ledger import schema
from communique.ledger.codec import decode
from communique.ledger.contact_rows import contact_pair
from communique.ledger.portable import among
from communique.merge.agree import derive_when
from communique.merge.members import day_number, day_text, make_member
from communique.merge.relations import LONGEST, MET, WHOLES, relate_contacts
from communique.merge.slugs import slug_of, with_slugs
from communique.records import Account, Contact, Report, ReportDate, When

Settle = Callable[[Contact], Contact]


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """Contacts made anew in their place among the others, and the others that change with them."""

    fresh: tuple[Contact, ...]
    moved: tuple[Contact, ...]


def place_contacts(
    connection: Connection, before: Sequence[Contact], fresh: Sequence[Contact], settled: Settle
) -> Placed:
    """Relates `fresh`, which take the place of `before`, to all other contacts, and names them.

    `settled` puts what people corrected into a contact's record.
    """
    gone = {contact.id for contact in before}
    leading = find_leading(connection, before, fresh)
    changing = [*fresh, *bare_contacts(connection, leading, settled)]
    known = gone | {contact.id for contact in changing}
    around = bare_contacts(connection, find_around(connection, changing, known), settled)
    ids = {contact.id for contact in changing}
    related = [contact for contact in relate_contacts([*changing, *around]) if contact.id in ids]
    same = _of_same_slug(connection, [*before, *leading, *related], gone | ids)
    was = {contact.id: contact for contact in [*leading, *same]}
    named = with_slugs([*related, *same])
    mine = {contact.id for contact in fresh}
    return Placed(
        fresh=tuple(contact for contact in named if contact.id in mine),
        moved=tuple(each for each in named if each.id not in mine and each != was[each.id]),
    )


def load_contacts(connection: Connection, names: Iterable[str]) -> list[Contact]:
    """Derived contacts by their ids, sorted."""
    kept = schema.contact.c
    rows = connection.scalars(select(kept.record).where(among(kept.id, names)).order_by(kept.id))
    return [decode(Contact, record) for record in rows]


def find_leading(
    connection: Connection, before: Sequence[Contact], fresh: Sequence[Contact]
) -> list[Contact]:
    """Other contacts that were or may now be related to those made anew: told in one report, or near a visit or summit."""
    signs = [{(c.id, c.kind, c.status, c.when, c.participants) for c in side} for side in (before, fresh)]
    differing = [c for c in [*before, *fresh] if (c.id, c.kind, c.status, c.when, c.participants) not in
                 signs[0] & signs[1]]  # fmt: skip
    gone = {contact.id for contact in [*before, *fresh]}
    accounts = {account.id for contact in differing for account in contact.accounts}
    reports = {account.report for contact in differing for account in contact.accounts}
    row = schema.contact_account.c
    told = load_contacts(
        connection, set(connection.scalars(select(row.contact).where(among(row.report, reports)))) - gone
    )
    found = {c.id: c for c in told if any(not accounts.isdisjoint(named_by(a)) for a in c.accounts)}
    for whole in differing:
        if whole.kind in WHOLES:
            found |= {c.id: c for c in _near(connection, whole, MET) if c.id not in gone}
    found |= {c.id: c for c in _firsts_among(connection, differing) if c.id not in gone}
    return [found[name] for name in sorted(found)]


def _firsts_among(connection: Connection, contacts: Iterable[Contact]) -> list[Contact]:
    """Later contacts of the same sides as one of these that are told to be the first since a day or month."""
    kept, first = schema.contact.c, dict[str, str]()
    for contact in contacts:
        if contact.when and contact.when.start:
            pair = contact_pair(contact)
            first[pair] = min(first.get(pair, contact.when.start), contact.when.start)
    told, ids = kept.record.like('%"first_since":"%'), set[str]()
    for pair, start in sorted(first.items()):
        ids |= set(connection.scalars(select(kept.id).where(kept.pair == pair, kept.start > start, told)))
    return load_contacts(connection, ids)


def _since(contact: Contact) -> ColumnElement[bool]:
    kept, told = schema.contact.c, contact.first_since or ""
    return (kept.pair == contact_pair(contact)) & (kept.start >= told) & (kept.start < f"{told}~")


def find_around(connection: Connection, contacts: Sequence[Contact], known: set[str]) -> list[Contact]:
    """Further contacts that relations of these may lead to."""
    told = {name for c in contacts for a in c.accounts for name in named_by(a)}
    row = schema.contact_account.c
    ids = set(connection.scalars(select(row.contact).where(among(row.account, told))))
    for contact in contacts:
        if contact.first_since:
            ids |= set(connection.scalars(select(schema.contact.c.id).where(_since(contact))))
        if contact.kind in MET:
            ids |= {whole.id for whole in _near(connection, contact, WHOLES)}
    return load_contacts(connection, ids - known)


def _near(connection: Connection, contact: Contact, kinds: frozenset[str]) -> list[Contact]:
    """Contacts of these kinds with one of the participants, within days."""
    days = (
        [n for n in (day_number(contact.when.start), day_number(contact.when.end)) if n]
        if contact.when
        else []
    )
    if not days:
        return []
    party, kept = schema.contact_party.c, schema.contact.c
    actors = select(party.contact).where(among(party.actor, [p.actor.id for p in contact.participants]))
    ids = connection.scalars(
        select(kept.id).where(
            kept.id.in_(actors),
            kept.kind.in_(sorted(kinds)),
            func.coalesce(kept.end, kept.start) >= day_text(max(1, min(days) - LONGEST)),
            func.coalesce(kept.start, kept.end) <= day_text(max(days) + LONGEST),
        )
    )
    return load_contacts(connection, ids)


def bare_contacts(connection: Connection, contacts: Sequence[Contact], settled: Settle) -> list[Contact]:
    """The contacts as merging makes them, before relations to others date them or lead from them."""
    dated = [contact for contact in contacts if contact.after]
    reports = {account.report for contact in dated for account in contact.accounts}
    row = schema.reading.c
    rows = connection.execute(
        select(row.report, row.published, row.current).where(among(row.report, reports))
    )
    published = {each.report: each.published for each in rows if each.current}
    bare = [_unrelated(contact) for contact in contacts if not contact.after]
    bare += [settled(replace(_unrelated(each), when=_own_when(each, published))) for each in dated]
    return bare


def named_by(account: Account) -> tuple[str, ...]:
    """The accounts of its own report that an account names in its relations."""
    ones = (account.part_of, account.planned_in, account.first_since_account)
    return (*account.after, *(name for name in ones if name))


def _unrelated(contact: Contact) -> Contact:
    return replace(contact, part_of=None, planned_in=None, first_since_contact=None, after=())


def _own_when(contact: Contact, published: dict[str, str | None]) -> When | None:
    members = [
        make_member(
            account,
            Report(
                id=account.report,
                version="",
                source="",
                body="",
                dated=ReportDate(date=published.get(account.report), basis="given", why=""),
            ),
        )
        for account in contact.accounts
    ]
    return derive_when(members)[0]


def _of_same_slug(connection: Connection, contacts: Sequence[Contact], known: set[str]) -> list[Contact]:
    """Further contacts whose slug is that of one of these but for the ending that tells them apart."""
    plain = sorted({slug_of(contact) for contact in contacts})
    kept = schema.contact.c
    ids = set(connection.scalars(select(kept.id).where(among(kept.slug, plain))))
    for slug in plain:
        # All that begin with the slug and a hyphen; "." comes after it.
        ending = (kept.slug >= f"{slug}-") & (kept.slug < f"{slug}.")
        ids |= set(connection.scalars(select(kept.id).where(ending)))
    others = load_contacts(connection, ids - known)
    return [contact for contact in others if slug_of(contact) in set(plain)]
