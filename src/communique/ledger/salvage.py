"""Saves what can be read of a damaged file into a new one, and names what could not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Table, insert, select

from communique.ledger import schema
from communique.ledger.portable import among
from communique.ledger.schema import metadata

# What follows from the rest is made again and not saved.
_MADE_AGAIN = {table.name for table in (*schema.DERIVED, schema.passage, schema.judgement, schema.state_of)}
# Beyond so many rows in a row that cannot be read a table is given up.
_FARTHEST = 1 << 20


def salvage_rows(path: str, target: Connection) -> list[str]:
    """Copy every row that can be read into an empty ledger; says what was lost, in words."""
    lost: list[str] = []
    source = sqlite3.connect(Path(path).absolute().as_uri() + "?mode=ro", uri=True)
    source.row_factory = sqlite3.Row
    try:
        for table in metadata.sorted_tables:
            if table.name not in _MADE_AGAIN:
                missing = _copy_table(source, target, table)
                if missing:
                    lost.append(f"{missing} of {table.name}")
    finally:
        source.close()
    return lost


def _copy_table(source: sqlite3.Connection, target: Connection, table: Table) -> int:
    """The number of unreadable places, and of rows whose parent was lost."""
    gaps = 0
    for row in _readable(source, table.name):
        if row is None:
            gaps += 1
            continue
        values = {name: row[name] for name in table.c.keys() if name in row.keys()}  # noqa: SIM118
        if _has_parents(target, table, values):
            target.execute(insert(table), values)
        else:
            gaps += 1
    return gaps


def _has_parents(target: Connection, table: Table, values: dict[str, object]) -> bool:
    return all(
        values[key.parent.name] is None
        or target.scalar(select(key.column).where(among(key.column, [str(values[key.parent.name])])))
        is not None
        for key in table.foreign_keys
        # A key of a table's own definition always has its constraint.
        if len(key.constraint.columns) == 1  # type: ignore[union-attr]
    )


def _readable(source: sqlite3.Connection, name: str) -> Iterator[sqlite3.Row | None]:
    """The rows in the order of their numbers; None for each place at which some could not be read."""
    last, step = -1, 1
    while step <= _FARTHEST:
        wanted = f"SELECT rowid AS _row, * FROM {name} WHERE rowid > ? ORDER BY rowid"  # noqa: S608
        try:
            for row in source.execute(wanted, (last,)):
                last, step = row["_row"], 1
                yield row
        except sqlite3.DatabaseError:
            yield None
            last, step = last + step, step * 2
        else:
            return
