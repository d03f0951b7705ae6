"""Adds readings to a ledger: append-only, one transaction a batch, and nothing twice."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as insert_once

from communique.ledger import schema
from communique.ledger.codec import digest_of, encode, to_plain
from communique.ledger.stored import Margin, among
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
    reports = {each.report.id: _report_row(each, recorded) for each in fresh.values()}
    versions = {each.report.version: _version_row(each, recorded) for each in fresh.values()}
    editions = {each.edition: _edition_row(each, recorded) for each in fresh.values()}
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


def reading_id(reading: Reading) -> str:
    """A hash of all that the reading says: the same text read by the same edition is the same reading."""
    bare = replace(reading, sentences=(), report=replace(reading.report, body=""))
    return digest_of(reading.report.version, reading.edition, encode(bare))


def _held(connection: Connection, table: Table, names: Iterable[str]) -> set[str]:
    return set(connection.scalars(select(table.c.id).where(among(table.c.id, names))))


def _report_row(reading: Reading, recorded: str) -> dict[str, Any]:
    report = reading.report
    return {
        "id": report.id,
        "source": report.source,
        "outlet": report.outlet,
        "url": report.url,
        "canonical_url": report.canonical_url,
        "recorded": recorded,
    }


def _version_row(reading: Reading, recorded: str) -> dict[str, Any]:
    report = reading.report
    return {
        "id": report.version,
        "report": report.id,
        "body": report.body,
        "body_sha256": sha256(report.body.encode("utf-8", "surrogatepass")).hexdigest(),
        "title": report.title,
        "byline": report.byline,
        "retrieved": report.retrieved,
        "modified": report.modified,
        "recorded": recorded,
    }


def _edition_row(reading: Reading, recorded: str) -> dict[str, Any]:
    from communique import __version__

    return {"id": reading.edition, "program": __version__, "recorded": recorded}


def _write_reading(connection: Connection, name: str, reading: Reading, recorded: str) -> None:
    report = reading.report
    labels = to_plain(replace(report, body=""))
    labels.pop("body", None)
    row = {
        "id": name,
        "version": report.version,
        "report": report.id,
        "edition": reading.edition,
        "published": report.dated.date,
        "dated_basis": report.dated.basis,
        "language": report.language,
        "text_kind": report.text_kind,
        "labels": encode(labels),
        "record": encode(Margin(mentions=reading.mentions, whens=reading.whens, doubts=reading.doubts)),
        "accounts": len(reading.accounts),
        "current": False,
        "recorded": recorded,
    }
    connection.execute(insert(schema.reading), row)
    origin = {"reading": name, "report": report.id}
    _insert_all(connection, schema.account, [{**origin, **each} for each in _account_rows(reading, recorded)])
    _insert_all(connection, schema.fact, [{"reading": name, **each} for each in _fact_rows(reading)])
    _insert_all(
        connection, schema.statement, [{**origin, **each} for each in _statement_rows(reading, recorded)]
    )
    _insert_all(
        connection,
        schema.doubt,
        [
            {**origin, "id": each.id, "contact": None, "record": encode(each)}
            for each in _once(reading.doubts)
        ],
    )


def _account_rows(reading: Reading, recorded: str) -> list[dict[str, Any]]:
    return [
        {
            "id": account.id,
            "position": position,
            "kind": account.kind,
            "status": account.status,
            "start": account.when.start if account.when else None,
            "end": account.when.end if account.when else None,
            "side": account.side,
            "reading_confidence": account.reading_confidence,
            "record": encode(replace(account, facts=())),
            "recorded": recorded,
        }
        for position, account in enumerate(_once(reading.accounts))
    ]


def _fact_rows(reading: Reading) -> list[dict[str, Any]]:
    return [
        {"account": account.id, "position": position, "fact": fact.fact, "record": encode(fact)}
        for account in _once(reading.accounts)
        for position, fact in enumerate(account.facts)
    ]


def _statement_rows(reading: Reading, recorded: str) -> list[dict[str, Any]]:
    return [
        {
            "id": statement.id,
            "position": position,
            "account": statement.account,
            "kind": statement.kind,
            "polarity": statement.polarity,
            "speaker": statement.speaker.id if statement.speaker else None,
            "record": encode(statement),
            "recorded": recorded,
        }
        for position, statement in enumerate(_once(reading.statements))
    ]


def _once(records: Iterable[Any]) -> list[Any]:
    """The records with the first of each id only."""
    first: dict[str, Any] = {}
    for record in records:
        first.setdefault(record.id, record)
    return list(first.values())


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
    connection: Connection, asides: Iterable[tuple[str, str, str, str]], read: Iterable[str], recorded: str
) -> None:
    """Keep what could not be read, (source, place, why, remedy), in the place of what was kept of it before.

    `read` names the sources that were read this time: what once stood against them no longer does.
    """
    asides = list(asides)
    tried = {*read, *(source for source, *_ in asides)}
    connection.execute(delete(schema.aside).where(among(schema.aside.c.source, tried)))
    rows = [
        {"source": source, "place": place, "why": why, "remedy": remedy, "recorded": recorded}
        for source, place, why, remedy in asides
    ]
    if rows:
        connection.execute(insert_once(schema.aside).on_conflict_do_nothing(), rows)


def forget_derived(connection: Connection) -> None:
    """Empty what is made again from accounts and judgements."""
    for table in schema.DERIVED:
        connection.execute(delete(table))
    connection.execute(delete(schema.doubt).where(schema.doubt.c.reading == ""))
    connection.execute(text("DELETE FROM words WHERE kind = 'contact'"))
