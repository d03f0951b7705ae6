"""Reads a dump back into a ledger; the dump of what was loaded equals the one that it came from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, select

from communique.errors import InputError
from communique.ledger import schema
from communique.ledger.codec import from_plain
from communique.ledger.currents import choose_current
from communique.ledger.decisions import Decision, import_decisions
from communique.ledger.dump import FOLLOWS, KEPT
from communique.ledger.portable import insert_once

_TABLES = {table.name: table for table in (*KEPT, schema.contact_alias)}
_PASSED_OVER = {"judgement", *(table.name for table in FOLLOWS)}
_AT_ONCE = 1000


def load_rows(connection: Connection, lines: Iterable[str], source: str, recorded: str) -> None:
    """Add what the lines hold and the ledger does not; contacts are to be derived afterwards.

    Raises InputError with the line and the remedy for what is no line of a dump, or of one without its texts.
    """
    decisions: list[Decision] = []
    batch: list[dict[str, Any]] = []
    table: Table | None = None
    for row, place in _rows(lines, source):
        name = row.pop("table")
        if name in _PASSED_OVER:
            continue
        if name == "decision":
            decisions.append(
                from_plain(Decision, {**row["record"], **{k: v for k, v in row.items() if k != "record"}})
            )
            continue
        if name not in _TABLES or ("body" not in row and name == "version"):
            what = f"no table {name!r}" if name not in _TABLES else "the text is left out"
            raise InputError(what, where=place, remedy="load a dump made without --without-text")
        if table is not None and (_TABLES[name] is not table or len(batch) >= _AT_ONCE):
            insert_once(connection, table, batch)
            batch = []
        table = _TABLES[name]
        batch.append(_timed(table, row, recorded))
    if table is not None:
        insert_once(connection, table, batch)
    import_decisions(connection, decisions)
    reports = list(connection.scalars(select(schema.report.c.id)))
    choose_current(connection, reports, reports)


def _rows(lines: Iterable[str], source: str) -> Iterator[tuple[dict[str, Any], str]]:
    for number, line in enumerate(lines, 1):
        place = f"{source}:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"not valid JSON: {error}", where=place, remedy="load a whole dump") from error
        if not isinstance(row, dict) or "table" not in row:
            raise InputError("not a line of a dump", where=place, remedy="make one: communique ledger dump")
        yield row, place


def _timed(table: Table, row: dict[str, Any], recorded: str) -> dict[str, Any]:
    """The row with times where the dump has none: what counted then counts now, the rest came a moment before."""
    if "recorded" in table.c and "recorded" not in row:
        counts = row.get("current", True)
        earlier = (datetime.fromisoformat(recorded) - timedelta(seconds=1)).isoformat()
        row["recorded"] = recorded if counts else earlier
        if table is schema.reading:
            row["adopted"] = recorded if counts else None
    return row
