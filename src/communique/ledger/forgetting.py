"""Takes reports out of the ledger for good: text, quotations, index, history; a tombstone stays."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, delete, func, insert, select, update

from communique.errors import UsageError
from communique.ledger import schema
from communique.ledger.codec import decode, encode
from communique.ledger.decisions import Decision, Word
from communique.ledger.portable import among
from communique.ledger.resolve import resolve_report

# What hangs on a report's readings, before what it hangs on.
_BY_READING = (schema.fact, schema.account, schema.statement, schema.doubt)


def reports_to_forget(connection: Connection, reference: str) -> list[str]:
    """The reports of the outlet of this name, else the one report meant. Raises NotFoundError."""
    row = schema.report.c
    named = select(row.id).where(func.lower(row.outlet) == reference.lower()).order_by(row.id)
    return list(connection.scalars(named)) or [resolve_report(connection, reference)]


def forget_reports(connection: Connection, reports: Iterable[str], word: Word, recorded: str) -> None:
    """Remove everything that the reports said; the tombstones keep hashes, time, reason and author."""
    if not word.author.strip() or not word.reason.strip():
        raise UsageError("forgetting needs author and reason", remedy="say who and why")
    names = sorted(set(reports))
    _raise_stones(connection, names, word, recorded)
    _blank_decisions(connection, set(names))
    readings = list(
        connection.scalars(select(schema.reading.c.id).where(among(schema.reading.c.report, names)))
    )
    sources = list(connection.scalars(select(schema.report.c.source).where(among(schema.report.c.id, names))))
    for table in schema.DERIVED:
        connection.execute(delete(table))
    for table in _BY_READING:
        connection.execute(delete(table).where(among(table.c.reading, readings)))
    connection.execute(delete(schema.passage).where(among(schema.passage.c.key, names)))
    connection.execute(delete(schema.aside).where(among(schema.aside.c.source, sources)))
    for table in (schema.taken, schema.reading, schema.version):
        connection.execute(delete(table).where(among(table.c.report, names)))
    connection.execute(delete(schema.report).where(among(schema.report.c.id, names)))


def _raise_stones(connection: Connection, names: list[str], word: Word, recorded: str) -> None:
    version = schema.version.c
    hashes: dict[str, list[str]] = {name: [] for name in names}
    rows = connection.execute(
        select(version.report, version.body_sha256).where(among(version.report, names)).order_by(version.id)
    )
    for row in rows:
        hashes[row.report].append(row.body_sha256)
    stones = [
        {
            "id": name,
            "hashes": json.dumps(hashes[name]),
            "reason": word.reason,
            "author": word.author,
            "recorded": recorded,
        }
        for name in names
    ]
    if stones:
        connection.execute(insert(schema.tombstone), stones)


def _blank_decisions(connection: Connection, names: set[str]) -> None:
    """Decisions keep no words of the reports; an account entered by hand goes whole."""
    row = schema.decision
    for each in connection.execute(select(row.c.id, row.c.record)).all():
        decision = decode(Decision, each.record)
        if decision.kind == "add" and decision.subject in names:
            connection.execute(delete(row).where(row.c.id == each.id))
        elif any(anchor.report in names for anchor in decision.anchors):
            anchors = tuple(
                replace(anchor, text="", source="") if anchor.report in names else anchor
                for anchor in decision.anchors
            )
            bare = encode(replace(decision, anchors=anchors))
            connection.execute(update(row).where(row.c.id == each.id).values(record=bare))
