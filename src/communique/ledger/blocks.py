"""Which accounts hang together, kept beside them: a new account is compared with its neighbours in time and
parties alone, and only what it hangs together with is merged anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select

from communique.ledger.anchors import Placed, people_judgements
from communique.ledger.codec import decode, from_plain
from communique.ledger.corrections import correct_readings
from communique.ledger.portable import among
from communique.ledger.schema import account, block, fact, reading, version
from communique.ledger.standing import withdrawn_reports
from communique.ledger.stored import load_accounts
from communique.merge.blocks import block_keys, bundle_members, early_day, late_day
from communique.merge.compare import NEARLY, compare
from communique.merge.members import Member, make_members
from communique.records import Account, Fact, Reading, Report

_NOBODY = ""  # the key of an account that is compared with none


def keep_blocks(
    connection: Connection,
    members: Iterable[Member],
    parts: Iterable[Sequence[str]],
    gone: Iterable[str] = (),
) -> None:
    """Keep where each member is looked up, and its part, in the place of what was kept of it and of `gone`."""
    label = {name: part[0] for part in parts for name in part}
    members = list(members)
    names = [*(member.id for member in members), *gone]
    connection.execute(delete(block).where(among(block.c.account, names)))
    rows = [row for member in members for row in _rows(member, label[member.id])]
    if rows:
        connection.execute(insert(block), rows)


def _rows(member: Member, part: str) -> Iterator[dict[str, str | int]]:
    days = {"early": early_day(member), "late": late_day(member)}
    for key in _keys(member):
        yield {"account": member.id, "key": key, "report": member.account.report, "part": part, **days}


def _keys(member: Member) -> list[str]:
    return sorted({" ".join(key) for key in block_keys(member)}) or [_NOBODY]


def kept_places(connection: Connection) -> Iterator[tuple[str, str, int, int]]:
    """Where each account is looked up: (account, key, first day, last day), in order."""
    columns = (block.c.account, block.c.key, block.c.early, block.c.late)
    for row in connection.execute(select(*columns).order_by(*columns)):
        yield row.account, row.key, row.early, row.late


def has_blocks(connection: Connection) -> bool:
    """Whether parts are kept at all; an older ledger has none."""
    return connection.scalar(select(block.c.account).limit(1)) is not None


def empty_blocks(connection: Connection) -> None:
    """Forget where accounts are looked up."""
    connection.execute(delete(block))


def find_touched(
    connection: Connection, reports: Sequence[str], placed: Sequence[Placed]
) -> tuple[list[Member], set[str]]:
    """(members to merge anew, ids of accounts that were in their parts) when something about reports changed.

    What is new is compared with its neighbours. Where something went away, or people judged, others may stand
    for it in comparing, and what these are like is looked up, too. `placed` are people's decisions.
    """
    fresh = make_members(load_tellings(connection, reports, placed))
    old = set(connection.scalars(select(block.c.account).where(among(block.c.report, reports))))
    people = people_judgements(placed)
    alone = frozenset(name for each in people for name in (each.one, each.other))
    names = old | {member.id for member in fresh}
    names |= {
        name
        for each in people
        if not names.isdisjoint((each.one, each.other))
        for name in (each.one, each.other)
    }
    names |= find_like(connection, fresh, placed)
    members, held, wanted = _load_parts(connection, reports, fresh, names, placed)
    bundles = bundle_members(members, alone)
    new = {member.id for member in fresh}
    if old or wanted & alone or any(len(each.members) > 1 and each.first.id in new for each in bundles):
        firsts = [bundle.first for bundle in bundles]
        names |= find_like(connection, firsts, placed) - wanted
        members, held, _ = _load_parts(connection, reports, fresh, names, placed)
    return members, held


def _load_parts(
    connection: Connection,
    reports: Sequence[str],
    fresh: Sequence[Member],
    names: set[str],
    placed: Sequence[Placed],
) -> tuple[list[Member], set[str], set[str]]:
    """(members of all parts in which these accounts are, accounts that were in them, accounts that are now)."""
    held, others = _whole_parts(connection, names)
    wanted = held | {member.id for member in fresh}
    loaded = make_members(load_tellings(connection, {*reports, *others}, placed))
    return [member for member in loaded if member.id in wanted], held, wanted


def _whole_parts(connection: Connection, names: Iterable[str]) -> tuple[set[str], set[str]]:
    """(accounts, reports) of all parts in which these accounts are."""
    parts = select(block.c.part).where(among(block.c.account, names))
    rows = connection.execute(select(block.c.account, block.c.report).where(block.c.part.in_(parts))).all()
    return {row.account for row in rows}, {row.report for row in rows}


def load_tellings(
    connection: Connection, reports: Iterable[str], placed: Iterable[Placed]
) -> Iterable[Reading]:
    """The readings of reports as merging is given them, without what it does not ask for."""
    current = _current_readings(connection, reports)
    told = load_accounts(connection, among(account.c.reading, current))
    rows = connection.execute(
        select(reading.c.id, reading.c.labels, version.c.body)
        .join(version, version.c.id == reading.c.version)
        .where(among(reading.c.id, current))
        .order_by(reading.c.report)
    )
    withdrawn = withdrawn_reports(connection)
    readings = [
        Reading(
            report=from_plain(Report, {**json.loads(row.labels), "body": row.body}),
            edition="",
            accounts=tuple(told.get(row.id, ())),
        )
        for row in rows
    ]
    return correct_readings([each for each in readings if each.report.id not in withdrawn], placed)


def _current_readings(connection: Connection, reports: Iterable[str]) -> list[str]:
    """The readings of reports that count; which do is asked of each, for most of a ledger's readings count."""
    rows = connection.execute(
        select(reading.c.id, reading.c.current, reading.c.accounts).where(among(reading.c.report, reports))
    )
    return [row.id for row in rows if row.current and row.accounts]


def find_like(connection: Connection, members: Iterable[Member], placed: Iterable[Placed]) -> set[str]:
    """Kept accounts that are nearly like one of the members or more; of each part one."""
    found: set[str] = set()
    for member in members:
        near: dict[str, list[str]] = {}
        for row in connection.execute(_near(member)):
            near.setdefault(row.part, []).append(row.account)
        for part in near.values():
            if found.isdisjoint(part):
                found |= _first_like(connection, member, part, placed)
    return found


def _near(member: Member) -> Select[Any]:
    keys = [key for key in _keys(member) if key != _NOBODY]
    days = block.c.early <= late_day(member), block.c.late >= early_day(member)
    return select(block.c.account, block.c.part).where(among(block.c.key, keys), *days).distinct()


def _first_like(
    connection: Connection, member: Member, near: list[str], placed: Iterable[Placed]
) -> set[str]:
    """One account of a part that is like the member; one is enough, for the whole part is merged anew."""
    former = _former_days(connection, near)
    rows = connection.execute(
        select(account.c.id, account.c.record, reading.c.labels, reading.c.current, reading.c.version)
        .join(reading, reading.c.id == account.c.reading)
        .where(among(account.c.id, near))
        .order_by(account.c.id)
    )
    for row in rows:
        if not row.current:
            continue
        kept = replace(decode(Account, row.record), facts=former.get(row.id, ()))
        # Only of a call the words count here: "the two spoke" may have been in one room.
        body = _body_of(connection, row.version) if kept.kind == "call" else ""
        report = from_plain(Report, {**json.loads(row.labels), "body": body})
        told = Reading(report=report, edition="", accounts=(kept,))
        for other in make_members(correct_readings([told], placed)):
            if compare(member, other).score >= NEARLY:
                return {other.id}
    return set()


def _former_days(connection: Connection, names: list[str]) -> dict[str, tuple[Fact, ...]]:
    """Of each account that tells of a contact which was moved, the days from which it was."""
    rows = connection.execute(
        select(fact.c.account, fact.c.record).where(among(fact.c.account, names), fact.c.fact == "moved_from")
    )
    return {row.account: (decode(Fact, row.record),) for row in rows}


def _body_of(connection: Connection, name: str) -> str:
    return connection.scalar(select(version.c.body).where(version.c.id == name)) or ""
