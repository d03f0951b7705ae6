"""Finds the contact that a user's reference means, wherever it is now."""

from __future__ import annotations

from sqlalchemy import Connection, select

from communique.errors import NotFoundError
from communique.ledger.anchors import successors
from communique.ledger.portable import among
from communique.ledger.schema import account, contact, contact_account, contact_alias, report
from communique.ledger.standing import withdrawn_reports

# Shorter beginnings of an id are accidents.
_LEAST_PREFIX = 4


def resolve_contact(connection: Connection, reference: str) -> str:
    """The id of the contact meant by an id or slug, new or old, an account's id, or a beginning.

    Raises NotFoundError where none or several fit, with the several as remedy.
    """
    found = _exactly(connection, reference) or _formerly(connection, reference)
    if found:
        return found
    several = _beginning(connection, reference) if len(reference) >= _LEAST_PREFIX else {}
    if len(several) == 1:
        return next(iter(several))
    if several:
        slugs = ", ".join(sorted(several.values())[:5])
        raise NotFoundError(
            f"{reference!r} begins {len(several)} contacts",
            where="ledger",
            remedy=f"give more of it: {slugs}",
        )
    raise NotFoundError(
        f"no contact {reference!r}", where="ledger", remedy="`communique contacts` lists their slugs"
    )


def _exactly(connection: Connection, reference: str) -> str | None:
    for wanted in (
        select(contact.c.id).where(contact.c.id == reference),
        select(contact.c.id).where(contact.c.slug == reference),
        select(contact_account.c.contact).where(contact_account.c.account == reference).order_by("contact"),
    ):
        found = connection.scalar(wanted)
        if found is not None:
            return str(found)
    return None


def _formerly(connection: Connection, reference: str) -> str | None:
    """Where most of the accounts are now that the reference once stood for; of equals the least id.

    Raises NotFoundError, saying why, where the reference was given once and nothing of it is left.
    """
    stood_for = _stood_for(connection, reference)
    if not stood_for:
        return None
    now = _contacts_now(connection, stood_for)
    if now:
        return min(now, key=lambda name: (-now.count(name), name))
    raise NotFoundError(
        f"{reference!r} was withdrawn: {'; '.join(why_withdrawn(connection, stood_for))}",
        where="ledger",
        remedy="see it as it stood: communique show --as-of DAY, and communique changes --since DAY",
    )


def _stood_for(connection: Connection, reference: str) -> list[str]:
    """The accounts that an id or slug was given to: those of the contact that had it, or the account itself."""
    row = contact_alias.c
    named = list(connection.scalars(select(row.account).where(row.alias == reference).order_by(row.account)))
    own = connection.scalar(select(account.c.id).where(account.c.id == reference))
    return list(dict.fromkeys([*named, *([own] if own else [])]))


def _contacts_now(connection: Connection, accounts: list[str]) -> list[str]:
    """The contact of each account, wherever a re-read has moved it."""
    moved = successors(connection, accounts)
    row = contact_account.c
    rows = connection.execute(select(row.account, row.contact).where(among(row.account, moved.values())))
    owner = {each.account: each.contact for each in rows}
    return [owner[moved[name]] for name in accounts if moved.get(name) in owner]


def why_withdrawn(connection: Connection, accounts: list[str]) -> list[str]:
    """Why accounts make no contact any more, each reason once."""
    withdrawn = withdrawn_reports(connection)
    rows = connection.execute(
        select(account.c.report, report.c.source).join(report).where(among(account.c.id, accounts)).distinct()
    ).all()
    told = {f"{row.source} was {withdrawn[row.report]}" for row in rows if row.report in withdrawn}
    told |= {f"{row.source} no longer tells of it" for row in rows if row.report not in withdrawn}
    return sorted(told) or ["its reports were forgotten"]


def led_elsewhere(connection: Connection, reference: str) -> list[str]:
    """Contacts other than the one it means now to which a slug once led: two contacts had it, one after the other."""
    here = resolve_contact(connection, reference)
    return sorted(set(_contacts_now(connection, _stood_for(connection, reference))) - {here})


def _beginning(connection: Connection, reference: str) -> dict[str, str]:
    begins = contact.c.id.startswith(reference, autoescape=True) | contact.c.slug.startswith(
        reference, autoescape=True
    )
    member = select(contact_account.c.contact).where(
        contact_account.c.account.startswith(reference, autoescape=True)
    )
    rows = connection.execute(select(contact.c.id, contact.c.slug).where(begins | contact.c.id.in_(member)))
    return {row.id: row.slug for row in rows}


def resolve_report(connection: Connection, reference: str) -> str:
    """The id of the report meant by its id, the beginning of one, its source or its address.

    Raises NotFoundError where none or several fit.
    """
    row = report.c
    exact = (row.id == reference) | (row.source == reference) | (row.url == reference)
    wanted = select(row.id).order_by(row.id)
    found = list(connection.scalars(wanted.where(exact | (row.canonical_url == reference))))
    if not found and len(reference) >= _LEAST_PREFIX:
        found = list(connection.scalars(wanted.where(row.id.startswith(reference, autoescape=True))))
    if len(found) == 1:
        return str(found[0])
    what = f"no report {reference!r}" if not found else f"{reference!r} means {len(found)} reports"
    remedy = f"give an id: {', '.join(found[:5])}" if found else "`communique reports` lists them"
    raise NotFoundError(what, where="ledger", remedy=remedy)
