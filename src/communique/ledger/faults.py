"""`find_faults`: every invariant of a ledger, each breach named with its place and remedy."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, func, select

from communique.ledger import schema
from communique.ledger.bits import unpack
from communique.ledger.codec import decode
from communique.ledger.gathering import is_gathered
from communique.records import Account, Contact, Fact

_REBUILD = "communique ledger rebuild"
_COPY = "restore a copy, or load a dump: communique ledger load"
_AGAIN = "read the report again"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """A breach: "the text is not what its hash says", in "version r1-v1", and what mends it."""

    what: str
    where: str
    remedy: str


def find_faults(connection: Connection) -> Iterator[Fault]:
    """What is wrong in the rows, derived contacts aside: those are compared with ones derived anew by the caller."""
    yield from _file(connection)
    yield from _texts(connection)
    yield from _evidence(connection)
    yield from _readings(connection)
    yield from _contacts(connection)
    yield from _sets(connection)
    yield from _index(connection)
    yield from _forgotten(connection)


def _file(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name != "sqlite":
        return
    for row in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield Fault(what=f"the file is damaged: {row[0]}", where="file", remedy=f"{_REBUILD}, or {_COPY}")
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Fault(what=f"a row refers to none in {row[2]}", where=f"{row[0]} {row[1]}", remedy=_COPY)


def _texts(connection: Connection) -> Iterator[Fault]:
    version = schema.version.c
    for row in connection.execute(select(version.id, version.body, version.body_sha256).order_by(version.id)):
        if sha256(row.body.encode("utf-8", "surrogatepass")).hexdigest() != row.body_sha256:
            yield Fault(what="the text is not what its hash says", where=f"version {row.id}", remedy=_COPY)


def _evidence(connection: Connection) -> Iterator[Fault]:
    """Facts whose words are not those at their span, accounts whose evidence lies outside of the text."""
    account, fact, reading, version = schema.account, schema.fact, schema.reading, schema.version
    joined = (
        select(fact.c.record, fact.c.account, version.c.body)
        .join(reading, reading.c.id == fact.c.reading)
        .join(version, version.c.id == reading.c.version)
    )
    for row in connection.execute(joined.order_by(fact.c.reading, fact.c.account, fact.c.position)):
        told = decode(Fact, row.record)
        if told.span.of(row.body) != told.text:
            what = f"the words of {told.fact} are not at their place"
            yield Fault(what=what, where=f"account {row.account}", remedy=_AGAIN)
    rows = connection.execute(
        select(account.c.id, account.c.record, func.length(version.c.body).label("length"))
        .join(reading, reading.c.id == account.c.reading)
        .join(version, version.c.id == reading.c.version)
        .order_by(account.c.reading, account.c.id)
    )
    for row in rows:
        evidence = decode(Account, row.record).evidence
        if not 0 <= evidence.start < evidence.end <= row.length:
            yield Fault(
                what="the evidence lies outside of the text", where=f"account {row.id}", remedy=_AGAIN
            )


def _readings(connection: Connection) -> Iterator[Fault]:
    """A report has one reading that counts, unless all of its readings lie beside; an account stands in one."""
    reading, account = schema.reading, schema.account
    counted = func.count().filter(reading.c.current)
    adopted = func.count(reading.c.adopted)
    rows = connection.execute(
        select(reading.c.report, counted.label("counting"), adopted.label("adopted"))
        .group_by(reading.c.report)
        .order_by(reading.c.report)
    )
    for row in rows:
        if row.counting > 1 or (row.counting == 0 and row.adopted):
            what = f"{row.counting} of its readings count"
            yield Fault(what=what, where=f"report {row.report}", remedy=_REBUILD)
    twice = (
        select(account.c.id)
        .join(reading, (reading.c.id == account.c.reading) & reading.c.current)
        .group_by(account.c.id)
        .having(func.count() > 1)
        .order_by(account.c.id)
    )
    for name in connection.scalars(twice):
        yield Fault(what="it stands in two current readings", where=f"account {name}", remedy=_AGAIN)


def _contacts(connection: Connection) -> Iterator[Fault]:
    """A contact's columns, accounts and names follow from its record; an account is in one contact."""
    contact, member, alias = schema.contact, schema.contact_account, schema.contact_alias
    members: dict[str, set[str]] = {}
    for row in connection.execute(select(member.c.contact, member.c.account)):
        members.setdefault(row.contact, set()).add(row.account)
    names = {(row.alias, row.account) for row in connection.execute(select(alias.c.alias, alias.c.account))}
    seen: set[str] = set()
    for row in connection.execute(select(contact).order_by(contact.c.id)):
        record = decode(Contact, row.record)
        own = {account.id for account in record.accounts}
        if (record.id, record.slug, record.kind, record.status) != (row.id, row.slug, row.kind, row.status):
            yield Fault(
                what="its columns are not those of its record", where=f"contact {row.id}", remedy=_REBUILD
            )
        if own != members.get(row.id, set()) or own & seen:
            yield Fault(
                what="its accounts are not those of its record", where=f"contact {row.id}", remedy=_REBUILD
            )
        if any((name, account) not in names for name in (row.id, row.slug) for account in own):
            yield Fault(what="a name of it does not lead to it", where=f"contact {row.id}", remedy=_REBUILD)
        seen |= own


def _sets(connection: Connection) -> Iterator[Fault]:
    """The sets by which contacts are counted hold as many as the lists."""
    row, kept = schema.tally.c, schema.gathered.c
    wanted = select(row.under, row.number).where(row.month == "", row.kind == "", row.number > 0)
    listed = {each.under: each.number for each in connection.execute(wanted) if is_gathered(each.under)}
    held: Counter[str] = Counter()
    for each in connection.execute(select(kept.under, kept.bits)):
        if is_gathered(each.under):
            held[each.under] += unpack(each.bits).bit_count()
    for under in sorted(listed.keys() | held.keys()):
        if listed.get(under, 0) != held[under]:
            what = f"{held[under]} contacts are counted of the {listed.get(under, 0)} that are listed"
            yield Fault(what=what, where=f"lists {under or 'of all'}", remedy=_REBUILD)


def _index(connection: Connection) -> Iterator[Fault]:
    """The index holds the current text of each report once, and a passage of each contact."""
    reading, passage, contact = schema.reading.c, schema.passage.c, schema.contact.c
    for kind, wanted in (
        ("report", select(reading.report).where(reading.current)),
        ("contact", select(contact.id)),
    ):
        told = sorted(connection.scalars(wanted))
        held = sorted(connection.scalars(select(passage.key).where(passage.kind == kind)))
        if told != held:
            yield Fault(what=f"the index does not hold every {kind} once", where="index", remedy=_REBUILD)


def _forgotten(connection: Connection) -> Iterator[Fault]:
    stone, report = schema.tombstone.c, schema.report.c
    for name in connection.scalars(
        select(stone.id).join(schema.report, report.id == stone.id).order_by(stone.id)
    ):
        yield Fault(
            what="it was forgotten and is held", where=f"report {name}", remedy="communique ledger forget"
        )
    for row in connection.execute(select(schema.decision.c.id, schema.decision.c.record)):
        try:
            json.loads(row.record)
        except ValueError:
            yield Fault(what="its record cannot be read", where=f"decision {row.id}", remedy=_COPY)
