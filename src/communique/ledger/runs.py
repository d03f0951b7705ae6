"""Runs of `read`: what each took in full, so that the same bytes are not read twice, and its manifest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from communique.ledger import schema
from communique.ledger.portable import among, insert_once
from communique.records import Reading


@dataclass(frozen=True, kw_only=True, slots=True)
class Parcel:
    """What is kept in one transaction.

    `asides` are (source, place, why, remedy, input), `sources` the sources that were read, `taken` the keys of
    what was read in full with the report that it is, None for a page that was passed over.
    """

    readings: tuple[Reading, ...] = ()
    asides: tuple[tuple[str, ...], ...] = ()
    sources: tuple[str, ...] = ()
    taken: Mapping[str, str | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One `read` of many inputs: ISO times, the end None where it was interrupted, and its manifest."""

    id: int
    started: str
    ended: str | None
    manifest: Mapping[str, Any]


def load_taken(connection: Connection, keys: Iterable[str]) -> dict[str, str | None]:
    """Of the keys those that were taken, with the reports' ids."""
    row = schema.taken.c
    return {
        each.key: each.report
        for each in connection.execute(select(row.key, row.report).where(among(row.key, keys)))
    }


def write_taken(connection: Connection, taken: Mapping[str, str | None], recorded: str) -> None:
    """Remember what was read in full."""
    rows = [{"key": key, "report": report, "recorded": recorded} for key, report in sorted(taken.items())]
    insert_once(connection, schema.taken, rows)


def write_run(connection: Connection, manifest: Mapping[str, Any], recorded: str) -> int:
    """A new run; gives its number."""
    row = {"started": recorded, "manifest": json.dumps(manifest, sort_keys=True)}
    key = connection.execute(insert(schema.run), row).inserted_primary_key
    assert key is not None
    return int(key[0])


def end_run(connection: Connection, number: int, manifest: Mapping[str, Any], recorded: str) -> None:
    """The run is complete."""
    values = {"ended": recorded, "manifest": json.dumps(manifest, sort_keys=True)}
    connection.execute(update(schema.run).where(schema.run.c.id == number).values(values))


def load_runs(connection: Connection) -> list[Run]:
    """All runs, first to last."""
    rows = connection.execute(select(schema.run).order_by(schema.run.c.id))
    return [
        Run(id=row.id, started=row.started, ended=row.ended, manifest=json.loads(row.manifest))
        for row in rows
    ]
