"""Keeps `listing` and `tally`: every contact under all that lists choose by, and how many are under each; and the sets.

A contact of Xi and Putin in January 2025 stands under "" (all), "kind:video_call", "status:held", "level:leaders",
"channel:video", "party:xi-jinping", "party:CHN", "pair:CHN RUS", "topic:ukraine", "outlet:the turku post" and so on.
The rows are made by the database out of the contact's other tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Integer,
    Select,
    Subquery,
    and_,
    case,
    cast,
    delete,
    distinct,
    func,
    insert,
    literal,
    or_,
    select,
    tuple_,
    union_all,
)

from communique.ledger import schema
from communique.ledger.gathering import gather, gather_all, scatter
from communique.ledger.portable import add_to, among

contact, party, listing, tally = schema.contact, schema.contact_party, schema.listing, schema.tally
DEALING = ("party", "delegation_lead")
# A contact of more who deal with each other is not under each pair of them, but under each as one of a crowd.
MOST_PAIRED = 6
# An interval that ends in a later month than this many after its first is found by a walk of its own.
NARROW_MONTHS = 3
# Such a contact stands under "~party:CHN" as well as under "party:CHN".
WIDE = "~"
_COLUMNS = ("kind", "status", "level", "channel", "disputed", "conflicts", "pair", "start", "end")


def list_contacts(connection: Connection, names: Iterable[str] | None = None) -> None:
    """Put contacts (by id; all, where none are named) under what lists choose by, and count them."""
    chosen = None if names is None else sorted(set(names))
    if chosen is None:
        rows = _rows(chosen).order_by("under", "day", "slug")
        connection.execute(insert(listing).from_select([column.name for column in listing.columns], rows))
        gather_all(connection)
    else:
        made = connection.execute(_rows(chosen)).all()
        if made:
            connection.execute(insert(listing), [row._asdict() for row in made])
        gather(connection, made)
    _count(connection, chosen, 1)


def unlist_contacts(connection: Connection, names: Iterable[str]) -> None:
    """Take contacts out again, before anything else of them is changed."""
    chosen = sorted(set(names))
    _count(connection, chosen, -1)
    scatter(connection, connection.execute(_rows(chosen)).all())
    keys = _rows(chosen).subquery()
    place = tuple_(listing.c.under, listing.c.day, listing.c.slug)
    connection.execute(delete(listing).where(place.in_(select(keys.c.under, keys.c.day, keys.c.slug))))


def _rows(names: list[str] | None) -> Select[Any]:
    found = _unders(names)
    once = (
        select(found.c.contact, found.c.under, func.max(found.c.dealing).label("dealing"))
        .group_by(found.c.contact, found.c.under)
        .subquery()
    )
    row, wide = contact.c, _wide()
    twice = union_all(select(literal(0).label("again")), select(literal(1))).subquery()
    under = case((twice.c.again == 1, literal(WIDE) + once.c.under), else_=once.c.under)
    return (
        select(
            *(under.label("under"), row.day, row.slug, row.id.label("contact")),
            *(row[name] for name in _COLUMNS),
            *(wide.label("wide"), once.c.dealing),
        )
        .join_from(once, contact, row.id == once.c.contact)
        .join(twice, twice.c.again <= wide)
    )


def _wide() -> Any:
    start, end = contact.c.start, contact.c.end
    is_open = and_(or_(start.is_(None), end.is_(None)), or_(start.is_not(None), end.is_not(None)))
    return case((is_open, 1), (_month(end) - _month(start) > NARROW_MONTHS, 1), else_=0)


def _month(day: Any) -> Any:
    return cast(func.substr(day, 1, 4), Integer) * 12 + cast(func.substr(day, 6, 2), Integer)


def _unders(names: list[str] | None) -> Subquery:
    """Contact, what it is under, and whether as one of those who deal with each other; some rows twice."""
    arms = [*_by_facts(), *_by_parties(names), *_by_accounts()]
    if names is not None:
        # Of each arm the first column is the contact's id.
        arms = [arm.where(among(arm.selected_columns[0].element, names)) for arm in arms]
    return union_all(*arms).subquery("unders")


def _by_facts() -> list[Select[Any]]:
    row, topic = contact.c, schema.contact_topic.c
    facets = [_arm(row.id, f"{name}:", row[name]) for name in ("kind", "status", "level", "channel")]
    return [
        _arm(row.id, ""),
        *facets,
        _arm(row.id, "disputed").where(row.disputed.is_(True)),
        _arm(row.id, "conflicts").where(row.conflicts > 0),
        _arm(topic.contact, "topic:", topic.topic),
    ]


def _by_accounts() -> list[Select[Any]]:
    told, report, account = schema.contact_account, schema.report, schema.account
    by = _arm(told.c.contact, "outlet:", func.lower(report.c.outlet)).where(report.c.outlet.is_not(None))
    own = _arm(told.c.contact, "side:", account.c.side).where(account.c.side.is_not(None))
    return [
        by.join_from(told, report, report.c.id == told.c.report),
        own.join_from(told, account, account.c.id == told.c.account),
    ]


def _by_parties(names: list[str] | None) -> list[Select[Any]]:
    deals = case((party.c.role.in_(DEALING), 1), else_=0)
    parties = [
        _three(party.c.contact, literal("party:") + name, deals).where(name.is_not(None))
        for name in (party.c.actor, party.c.state)
    ]
    one, other = _dealing(names), _dealing(names)
    crowds = select(one.c.contact).group_by(one.c.contact).having(
        func.count(distinct(one.c.actor)) > MOST_PAIRED
    )  # fmt: skip
    both = and_(one.c.contact == other.c.contact, one.c.side != other.c.side)
    pairs = [
        _arm(one.c.contact, "pair:", one.c[name] + " " + other.c[name])
        .join_from(one, other, and_(both, one.c[name] < other.c[name]))
        .where(one.c.contact.not_in(crowds))
        for name in ("side", "actor")
    ]
    several = [
        _arm(one.c.contact, "crowd:", one.c[name]).where(one.c.contact.in_(crowds))
        for name in ("side", "actor")
    ]
    return [*parties, *pairs, *several]


def _dealing(names: list[str] | None) -> Subquery:
    """Those who deal with each other, with the state or organisation that each stands for."""
    side = func.coalesce(func.nullif(party.c.state, ""), party.c.actor).label("side")
    rows = select(party.c.contact, party.c.actor, side).where(party.c.role.in_(DEALING)).distinct()
    return (rows if names is None else rows.where(among(party.c.contact, names))).subquery()


def _arm(name: Any, under: str, value: Any = None) -> Select[Any]:
    place = literal(under) if value is None else literal(under) + value
    return _three(name, place, literal(1))


def _three(name: Any, under: Any, dealing: Any) -> Select[Any]:
    return select(name.label("contact"), under.label("under"), dealing.label("dealing"))


def _count(connection: Connection, names: list[str] | None, step: int) -> None:
    """Add the contacts to the tally, or take them from it."""
    rows = listing if names is None else _rows(names).subquery()
    in_all: Select[Any] = select(rows.c.under, literal(""), literal(""), func.count() * step)
    month = func.substr(rows.c.day, 1, 7)
    by_month: Select[Any] = (
        select(rows.c.under, month, rows.c.kind, func.count() * step)
        .where(rows.c.day != "", or_(rows.c.under == "", rows.c.under.startswith("party:")))
        .group_by(rows.c.under, month, rows.c.kind)
    )
    counted: CompoundSelect[Any] = union_all(in_all.group_by(rows.c.under), by_month)
    add_to(connection, tally, counted, "number")
