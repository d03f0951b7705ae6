"""Adds readings to a ledger: append-only, one transaction a batch, and nothing twice."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as insert_once

from communique.ledger import schema
from communique.ledger.codec import encode
from communique.ledger.rows import (
    account_rows,
    edition_row,
    fact_rows,
    once,
    reading_id,
    reading_row,
    report_row,
    statement_rows,
    version_row,
)
from communique.ledger.stored import among
from communique.records import Reading


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """What a batch brought that was not held: ids of reports, versions and readings, each sorted."""

    reports: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


def write_readings(connection: Connection, readings: Iterable[Reading], recorded: str) -> Written:
    """Keep what is new of the readings; `recorded` is the ISO time at which this ledger learns it."""
    batch = dict(sorted((reading_id(reading), reading) for reading in readings))
    held = _held(connection, schema.reading, batch)
    fresh = {name: reading for name, reading in batch.items() if name not in held}
    if not fresh:
        return Written()
    reports = {each.report.id: report_row(each, recorded) for each in fresh.values()}
    versions = {each.report.version: version_row(each, recorded) for each in fresh.values()}
    editions = {each.edition: edition_row(each, recorded) for each in fresh.values()}
    written = Written(
        reports=tuple(sorted(set(reports) - _held(connection, schema.report, reports))),
        versions=tuple(sorted(set(versions) - _held(connection, schema.version, versions))),
        readings=tuple(sorted(fresh)),
    )
    for table, rows in ((schema.report, reports), (schema.version, versions), (schema.edition, editions)):
        connection.execute(insert_once(table).on_conflict_do_nothing(), list(rows.values()))
    for name, reading in fresh.items():
        _write_reading(connection, name, reading, recorded)
    _choose_current(connection, reports, set(reports) - set(written.reports))
    return written


def _held(connection: Connection, table: Table, names: Iterable[str]) -> set[str]:
    return set(connection.scalars(select(table.c.id).where(among(table.c.id, names))))


def _write_reading(connection: Connection, name: str, reading: Reading, recorded: str) -> None:
    connection.execute(insert(schema.reading), reading_row(name, reading, recorded))
    origin = {"reading": name, "report": reading.report.id}
    _insert_all(connection, schema.account, [{**origin, **each} for each in account_rows(reading, recorded)])
    _insert_all(connection, schema.fact, [{"reading": name, **each} for each in fact_rows(reading)])
    _insert_all(
        connection, schema.statement, [{**origin, **each} for each in statement_rows(reading, recorded)]
    )
    _insert_all(
        connection,
        schema.doubt,
        [{**origin, "id": each.id, "contact": None, "record": encode(each)} for each in once(reading.doubts)],
    )


def _insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _choose_current(connection: Connection, reports: Iterable[str], again: set[str]) -> None:
    """Of a report's readings the one of its newest text, read last, is current; the index holds its text."""
    reading, version = schema.reading, schema.version
    rows = connection.execute(
        select(reading.c.id, reading.c.report, reading.c.published, reading.c.recorded, reading.c.version)
        .add_columns(version.c.modified, version.c.retrieved, version.c.recorded.label("text_recorded"))
        .join(version, version.c.id == reading.c.version)
        .where(among(reading.c.report, reports))
    )
    latest: dict[str, tuple[str, ...]] = {}
    for row in rows:
        stamp = row.modified or row.retrieved or row.published or ""
        rank = (stamp, row.text_recorded, row.version, row.recorded, row.id)
        latest[row.report] = max(latest.get(row.report, ()), rank)
    chosen = [rank[-1] for rank in latest.values()]
    connection.execute(update(reading).where(among(reading.c.report, reports)).values(current=False))
    connection.execute(update(reading).where(among(reading.c.id, chosen)).values(current=True))
    _index_texts(connection, latest, again)


def _index_texts(connection: Connection, reports: Iterable[str], again: set[str]) -> None:
    if again:  # a scan of the index, so only where a report was there before
        names = {"names": json.dumps(sorted(again))}
        gone = "DELETE FROM words WHERE kind = 'report' AND key IN (SELECT value FROM json_each(:names))"
        connection.execute(text(gone), names)
    reading, version = schema.reading, schema.version
    rows = connection.execute(
        select(version.c.report, version.c.title, version.c.body)
        .join(reading, reading.c.version == version.c.id)
        .where(reading.c.current, among(version.c.report, reports))
        .order_by(version.c.report)
    )
    texts = [{"key": row.report, "title": row.title or "", "body": row.body} for row in rows]
    if texts:
        added = "INSERT INTO words (kind, key, title, text) VALUES ('report', :key, :title, :body)"
        connection.execute(text(added), texts)


def write_asides(
    connection: Connection, asides: Iterable[tuple[str, ...]], read: Iterable[str], recorded: str
) -> None:
    """Keep what could not be read, (source, place, why, remedy, input), in the place of what was kept of it before.

    `read` names the sources that were read this time: what once stood against them no longer does.
    """
    asides = list(asides)
    tried = {*read, *(source for source, *_ in asides)}
    connection.execute(delete(schema.aside).where(among(schema.aside.c.source, tried)))
    names = ("source", "place", "why", "remedy", "input")
    rows = [{"input": "", **dict(zip(names, each, strict=False)), "recorded": recorded} for each in asides]
    if rows:
        connection.execute(insert_once(schema.aside).on_conflict_do_nothing(), rows)


def forget_derived(connection: Connection) -> None:
    """Empty what is made again from accounts and judgements."""
    for table in schema.DERIVED:
        connection.execute(delete(table))
    connection.execute(delete(schema.doubt).where(schema.doubt.c.reading == ""))
    connection.execute(text("DELETE FROM words WHERE kind = 'contact'"))
