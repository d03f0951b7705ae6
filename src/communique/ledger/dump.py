"""The content of a ledger as lines of JSON in a fixed order, by default without the times of this ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

from communique.ledger import schema

# What was read and decided, then what follows from it; a ledger is loaded from the first alone.
KEPT = (
    schema.report,
    schema.version,
    schema.edition,
    schema.reading,
    schema.account,
    schema.fact,
    schema.statement,
    schema.doubt,
    schema.aside,
    schema.tombstone,
    schema.adoption,
)
FOLLOWS = (schema.contact, schema.contact_account, schema.contact_party, schema.contact_topic)
# Times of this ledger, and the long list of an edition's entries; numbers that count arrivals are left out, too.
TIMES = frozenset({"recorded", "undone", "adopted", "entries"})
_COUNTED = (schema.aside, schema.adoption)
# Columns that hold words of articles beyond the evidence.
_ARTICLES = {"version": ("body",), "reading": ("record",)}


def dump_rows(connection: Connection, *, times: bool = False, without_text: bool = False) -> Iterator[str]:
    """One line a row: {"table": "report", ...}; tables in their order, rows by their values.

    `times` adds when this ledger learned it, and names that contacts had; `without_text` leaves out articles, so
    that the lines cannot be loaded.
    """
    for table in (*KEPT, *FOLLOWS):
        yield from _lines(connection, table, times=times, without_text=without_text)
    yield from _decisions(connection, times=times)
    yield from _judgements(connection)
    if times:
        yield from _lines(connection, schema.contact_alias, times=True, without_text=False)


def _lines(connection: Connection, table: Table, *, times: bool, without_text: bool) -> Iterator[str]:
    left_out = set() if times else set(TIMES)
    if table in _COUNTED:
        left_out.add("id")
    if without_text:
        left_out.update(_ARTICLES.get(table.name, ()))
    kept = [column for column in table.columns if column.name not in left_out]
    keys = [column for column in table.primary_key if column.name not in left_out] or kept
    wanted = select(*kept).order_by(*keys)
    if table is schema.adoption and not times:
        return
    for row in connection.execute(wanted):
        yield _line(table.name, dict(row._mapping))  # noqa: SLF001


def _decisions(connection: Connection, *, times: bool) -> Iterator[str]:
    """What people decided: what stands, by its content; with times all, by their order."""
    row = schema.decision
    wanted = select(row) if times else select(row).where(row.c.undone.is_(None))
    lines: list[dict[str, Any]] = []
    for each in connection.execute(wanted.order_by(row.c.recorded, row.c.id)):
        record = json.loads(each.record)
        if not times:
            lines.append(
                {"record": {name: record[name] for name in sorted(record) if name not in ("id", "recorded")}}
            )
        else:
            undone = {name: getattr(each, name) for name in ("undone", "undone_by", "undone_why")}
            lines.append({"record": record, **undone})
    if not times:
        lines.sort(key=lambda line: json.dumps(line, sort_keys=True))
    yield from (_line("decision", line) for line in lines)


def _judgements(connection: Connection) -> Iterator[str]:
    """The program's judgements that stand."""
    row = schema.judgement.c
    wanted = select(row.one, row.other, row.same, row.score, row.reason).where(row.undone.is_(None))
    ordered = wanted.order_by(row.one, row.other, row.same, row.reason)
    for each in connection.execute(ordered):
        yield _line("judgement", dict(each._mapping))  # noqa: SLF001


def _line(table: str, row: dict[str, Any]) -> str:
    return json.dumps({"table": table, **row}, ensure_ascii=False)
