"""Reads records back from the rows that hold them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from communique.ledger.codec import decode, from_plain
from communique.ledger.schema import account, fact, reading, statement, version
from communique.records import Account, Doubt, Fact, Mention, Reading, Report, Statement, When


@dataclass(frozen=True, kw_only=True, slots=True)
class Margin:
    """What a reading keeps beside accounts and statements: "Beijing" at 10-17 is China."""

    mentions: tuple[Mention, ...] = ()
    whens: tuple[When, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def load_reports(connection: Connection, *conditions: ColumnElement[bool]) -> dict[str, Report]:
    """Current reports by id, as their current reading labelled them, in the order of their ids."""
    rows = connection.execute(
        select(reading.c.report, reading.c.labels, version.c.body)
        .join(version, version.c.id == reading.c.version)
        .where(reading.c.current, *conditions)
        .order_by(reading.c.report)
    )
    return {row.report: _report(row.labels, row.body) for row in rows}


def load_readings(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[Reading]:
    """Current readings, in the order of their reports' ids."""
    chosen = select(reading.c.id).where(reading.c.current, *conditions)
    accounts = load_accounts(connection, account.c.reading.in_(chosen))
    statements = _load_statements(connection, chosen)
    rows = connection.execute(
        select(reading.c.id, reading.c.edition, reading.c.labels, reading.c.record, version.c.body)
        .join(version, version.c.id == reading.c.version)
        .where(reading.c.current, *conditions)
        .order_by(reading.c.report)
    )
    for row in rows:
        margin = decode(Margin, row.record)
        yield Reading(
            report=_report(row.labels, row.body),
            edition=row.edition,
            mentions=margin.mentions,
            whens=margin.whens,
            doubts=margin.doubts,
            accounts=tuple(accounts.get(row.id, ())),
            statements=tuple(statements.get(row.id, ())),
        )


def load_accounts(connection: Connection, *conditions: ColumnElement[bool]) -> Mapping[str, list[Account]]:
    """Accounts with their facts by reading, in the order in which the reading gave them."""
    facts: dict[tuple[str, str], list[Fact]] = {}
    wanted = (
        select(fact)
        .join(account, (account.c.reading == fact.c.reading) & (account.c.id == fact.c.account))
        .where(*conditions)
        .order_by(fact.c.reading, fact.c.account, fact.c.position)
    )
    for row in connection.execute(wanted):
        facts.setdefault((row.reading, row.account), []).append(decode(Fact, row.record))
    told: dict[str, list[Account]] = {}
    rows = connection.execute(
        select(account).where(*conditions).order_by(account.c.reading, account.c.position)
    )
    for row in rows:
        own = tuple(facts.get((row.reading, row.id), ()))
        told.setdefault(row.reading, []).append(replace(decode(Account, row.record), facts=own))
    return told


def _load_statements(connection: Connection, chosen: Select[Any]) -> dict[str, list[Statement]]:
    said: dict[str, list[Statement]] = {}
    rows: Iterable[Row[Any]] = connection.execute(
        select(statement)
        .where(statement.c.reading.in_(chosen))
        .order_by(statement.c.reading, statement.c.position)
    )
    for row in rows:
        said.setdefault(row.reading, []).append(decode(Statement, row.record))
    return said


def _report(labels: str, body: str) -> Report:
    return from_plain(Report, {**json.loads(labels), "body": body})
