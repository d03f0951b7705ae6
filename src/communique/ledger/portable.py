"""What SQLite and PostgreSQL say differently: rows added once, many names as one parameter."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Table,
    TableValuedAlias,
    bindparam,
    cast,
    func,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class unpacked(FunctionElement[str]):  # noqa: N801  (functions of SQL are in small letters)
    """The texts of a JSON array, one a row."""

    inherit_cache = True
    name = "unpacked"


@compiles(unpacked, "sqlite")
def _unpacked_sqlite(element: Any, compiler: Any, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(unpacked, "postgresql")
def _unpacked_postgres(element: Any, compiler: Any, **options: Any) -> str:
    return f"json_array_elements_text(CAST({compiler.process(element.clauses, **options)} AS json))"


def among(column: ColumnElement[Any] | Any, names: Iterable[str]) -> ColumnElement[bool]:
    """Whether the column is one of the names, however many: they travel as one parameter."""
    within: ColumnElement[bool] = column.in_(select(names_of(names).c.value))
    return within


def names_of(names: Iterable[str]) -> TableValuedAlias:
    """The names as rows with one column, `value`."""
    return unpacked(bindparam(None, json.dumps(sorted(set(names))))).table_valued("value")


def within_numbers(column: ColumnElement[Any] | Any, numbers: Iterable[int]) -> ColumnElement[bool]:
    """Whether the column is one of the numbers, however many: they travel as one parameter."""
    told = unpacked(bindparam(None, json.dumps(list(numbers)))).table_valued("value")
    within: ColumnElement[bool] = column.in_(select(cast(told.c.value, Integer)))
    return within


def insert_once(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add the rows that are not there yet, by any of the table's keys."""
    if rows:
        connection.execute(_insert(connection, table).on_conflict_do_nothing(), rows)


def put(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Add the row, or replace the one of the same primary key."""
    keys = [column.name for column in table.primary_key]
    added = _insert(connection, table).values(row)
    connection.execute(added.on_conflict_do_update(index_elements=keys, set_=dict(row)))


def put_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add the rows, or replace those of the same primary key."""
    if not rows:
        return
    keys = [column.name for column in table.primary_key]
    added = _insert(connection, table)
    others = {column.name: added.excluded[column.name] for column in table.columns if column.name not in keys}
    connection.execute(added.on_conflict_do_update(index_elements=keys, set_=others), rows)


def add_to(connection: Connection, table: Table, counted: Any, number: str) -> None:
    """Add the rows that `counted` selects, all columns in their order, to the numbers that stand under their keys."""
    added = _insert(connection, table).from_select([column.name for column in table.columns], counted)
    keys = [column.name for column in table.primary_key]
    total = table.c[number] + added.excluded[number]
    connection.execute(added.on_conflict_do_update(index_elements=keys, set_={number: total}))


def _insert(connection: Connection, table: Table) -> Any:
    """The dialect's own insert; the other one is not loaded."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)


def count_upto(connection: Connection, wanted: Any, most: int) -> int:
    """How many rows there are; counting stops at `most`."""
    return int(connection.scalar(select(func.count()).select_from(wanted.limit(most).subquery())) or 0)
