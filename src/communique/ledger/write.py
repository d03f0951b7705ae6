"""Adds readings to a ledger: append-only, one transaction a batch, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from communique.ledger import schema
from communique.ledger.codec import encode
from communique.ledger.currents import choose_current
from communique.ledger.portable import among, insert_once
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
from communique.records import Reading


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """What a batch brought that was not held: ids of reports, versions and readings, each sorted."""

    reports: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


def write_readings(
    connection: Connection, readings: Iterable[Reading], recorded: str, *, adopt: bool = True
) -> Written:
    """Keep what is new of the readings; `recorded` is the ISO time at which this ledger learns it.

    Without `adopt` a reading of a text that is read already is kept beside and changes no contact.
    """
    batch = dict(sorted((reading_id(reading), reading) for reading in readings))
    batch = _unforgotten(connection, batch, recorded)
    held = _held(connection, schema.reading, batch)
    fresh = {name: reading for name, reading in batch.items() if name not in held}
    if not fresh:
        return Written()
    reports = {each.report.id: report_row(each, recorded) for each in fresh.values()}
    versions = {each.report.version: version_row(each, recorded) for each in fresh.values()}
    named = {each.edition for each in fresh.values()}
    unknown = sorted(named - _held(connection, schema.edition, named))
    editions = {name: edition_row(name, recorded) for name in unknown}
    written = Written(
        reports=tuple(sorted(set(reports) - _held(connection, schema.report, reports))),
        versions=tuple(sorted(set(versions) - _held(connection, schema.version, versions))),
        readings=tuple(sorted(fresh)),
    )
    for table, rows in ((schema.report, reports), (schema.version, versions), (schema.edition, editions)):
        insert_once(connection, table, list(rows.values()))
    beside = frozenset() if adopt else _held(connection, schema.version, versions) - set(written.versions)
    _write_all(connection, fresh, recorded, beside)
    choose_current(connection, reports, set(reports) - set(written.reports))
    return written


def _held(connection: Connection, table: Table, names: Iterable[str]) -> set[str]:
    return set(connection.scalars(select(table.c.id).where(among(table.c.id, names))))


def _unforgotten(connection: Connection, batch: dict[str, Reading], recorded: str) -> dict[str, Reading]:
    """The readings of reports that nobody had forgotten; the others are set aside, never kept again."""
    reports = {each.report.id for each in batch.values()}
    row = schema.tombstone.c
    wanted = select(row.id, row.reason, row.author, row.recorded).where(among(row.id, reports))
    forgotten = {each.id: each for each in connection.execute(wanted)}
    asides = []
    for each in batch.values():
        if stone := forgotten.get(each.report.id):
            why = f"forgotten on {stone.recorded[:10]} by {stone.author}: {stone.reason}"
            source = each.report.source
            asides.append((source, source, why, "it is not kept again; leave it out of the input"))
    if asides:
        write_asides(connection, asides, (), recorded)
    return {name: each for name, each in batch.items() if each.report.id not in forgotten}


def _write_all(
    connection: Connection, fresh: dict[str, Reading], recorded: str, beside: AbstractSet[str]
) -> None:
    """The rows of the readings and of all that is within them; those of the versions `beside` are not adopted."""
    rows: dict[Table, list[dict[str, Any]]] = {
        table: [] for table in (schema.reading, schema.account, schema.fact, schema.statement, schema.doubt)
    }
    for name, reading in fresh.items():
        adopted = None if reading.report.version in beside else recorded
        origin = {"reading": name, "report": reading.report.id}
        doubts = ({"id": each.id, "contact": None, "record": encode(each)} for each in once(reading.doubts))
        rows[schema.reading].append({**reading_row(name, reading, recorded), "adopted": adopted})
        rows[schema.account] += [{**origin, **each} for each in account_rows(reading, recorded)]
        rows[schema.fact] += [{"reading": name, **each} for each in fact_rows(reading)]
        rows[schema.statement] += [{**origin, **each} for each in statement_rows(reading, recorded)]
        rows[schema.doubt] += [{**origin, **each} for each in doubts]
    for table, some in rows.items():
        _insert_all(connection, table, some)


def _insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


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
    insert_once(connection, schema.aside, rows)


def forget_derived(connection: Connection) -> None:
    """Empty what is made again from accounts and judgements."""
    for table in schema.DERIVED:
        connection.execute(delete(table))
    connection.execute(delete(schema.doubt).where(schema.doubt.c.reading == ""))
    connection.execute(delete(schema.passage).where(schema.passage.c.kind == "contact"))
