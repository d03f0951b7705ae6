"""Lays a generated ledger on a PostgreSQL server, row by row as it stands: for measuring pages there.

`python benchmarks/on_server.py hundred.db postgresql://tester@localhost/hundred`. The database is empty before.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import time

from sqlalchemy import Boolean, Table

from communique.ledger import schema
from communique.ledger.opening import open_engine


def lay(path: str, address: str) -> None:
    """All tables, those that others name first; then what the server should know of their sizes."""
    engine = open_engine(address)
    source = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    raw = engine.raw_connection()
    try:
        with raw.cursor() as cursor:
            names = ", ".join(f'"{table.name}"' for table in schema.metadata.sorted_tables)
            cursor.execute(f"TRUNCATE {names}")
            for table in schema.metadata.sorted_tables:
                copy_rows(source, cursor, table)
            # The server keeps its schema in this table, the file in its head.
            cursor.execute(
                "INSERT INTO state_of (name, value) VALUES ('schema', %s)", (str(schema.SCHEMA_VERSION),)
            )
            for table in schema.metadata.sorted_tables:
                for column in table.primary_key.columns:
                    if table.autoincrement_column is column:
                        counted = f'SELECT setval(pg_get_serial_sequence(%s, %s), max("{column.name}")) FROM "{table.name}"'
                        cursor.execute(counted, (table.name, column.name))
        raw.commit()
    finally:
        raw.close()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")


def copy_rows(source: sqlite3.Connection, cursor: object, table: Table) -> None:
    """The rows of one table."""
    names = [column.name for column in table.columns]
    quoted = ", ".join(f'"{name}"' for name in names)
    truths = [at for at, column in enumerate(table.columns) if isinstance(column.type, Boolean)]
    with cursor.copy(f'COPY "{table.name}" ({quoted}) FROM STDIN') as copy:  # type: ignore[attr-defined]
        for row in source.execute(f'SELECT {quoted} FROM "{table.name}"'):
            told = list(row)
            for at in truths:
                told[at] = bool(told[at])
            copy.write_row(told)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("path")
    ask.add_argument("address")
    given = ask.parse_args()
    begun = time.perf_counter()
    lay(given.path, given.address)
    print(json.dumps({"seconds": round(time.perf_counter() - begun, 1)}))


if __name__ == "__main__":
    main()
