"""The content of a ledger as lines of JSON in a fixed order, recorded times left out."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, Table, select

from communique.ledger import schema

_TABLES = (
    schema.report,
    schema.version,
    schema.edition,
    schema.reading,
    schema.account,
    schema.fact,
    schema.statement,
    schema.contact,
    schema.contact_account,
    schema.contact_party,
    schema.contact_topic,
    schema.doubt,
    schema.aside,
)
# Times of this ledger, and numbers that count arrivals.
_LEFT_OUT = frozenset({"recorded", "undone"})


def dump_rows(connection: Connection) -> Iterator[str]:
    """One line a row: {"table": "report", ...}; tables in their order, rows by their values."""
    for table in _TABLES:
        yield from _lines(connection, table, _LEFT_OUT | ({"id"} if table is schema.aside else set()))
    yield from _standing_judgements(connection)


def _lines(connection: Connection, table: Table, left_out: frozenset[str] | set[str]) -> Iterator[str]:
    kept = [column for column in table.columns if column.name not in left_out]
    keys = [column for column in table.primary_key if column.name not in left_out] or kept
    for row in connection.execute(select(*kept).order_by(*keys)):
        yield _line(table.name, dict(row._mapping))  # noqa: SLF001


def _standing_judgements(connection: Connection) -> Iterator[str]:
    row = schema.judgement.c
    wanted = select(row.one, row.other, row.same, row.score, row.reason, row.author).where(
        row.undone.is_(None)
    )
    ordered = wanted.order_by(row.one, row.other, row.author, row.same, row.reason)
    for each in connection.execute(ordered):
        yield _line("judgement", dict(each._mapping))  # noqa: SLF001


def _line(table: str, row: dict[str, object]) -> str:
    return json.dumps({"table": table, **row}, ensure_ascii=False)
