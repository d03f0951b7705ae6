"""A ledger on a PostgreSQL server, shared by many: `--ledger postgresql://user@host/name` (extra `postgres`)."""

from __future__ import annotations

from importlib.util import find_spec

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, select

from communique.errors import LedgerError
from communique.ledger import schema
from communique.ledger.portable import put

# "cmqe" in ASCII, as in the files: whoever writes holds this lock, one at a time, as in a file.
_WRITING = 0x636D7165
_SCHEMA = "schema"


def open_server(address: str) -> Engine:
    """An engine on the ledger in the database of this address; its tables are made where there are none.

    Raises LedgerError where the driver is missing or the schema is another one.
    """
    if find_spec("psycopg") is None:
        raise LedgerError(
            "the driver is missing", where="postgresql", remedy="pip install 'communique[postgres]'"
        )
    engine = create_engine(make_url(address).set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    event.listen(engine, "begin", _begin)
    with engine.connect() as connection:
        held = _schema_held(connection)
    if held == 0:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            if _schema_held(connection) == 0:
                _create(connection)
    elif held != schema.SCHEMA_VERSION:
        raise LedgerError(
            f"the ledger has schema {held}, this program knows {schema.SCHEMA_VERSION}",
            where="postgresql",
            remedy="install the newer communique"
            if held > schema.SCHEMA_VERSION
            else "load a dump into a new database",
        )
    return engine


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITING})")


def _schema_held(connection: Connection) -> int:
    if not inspect(connection).has_table(schema.state_of.name):
        return 0
    row = schema.state_of.c
    return int(connection.scalar(select(row.value).where(row.name == _SCHEMA)) or 0)


def _create(connection: Connection) -> None:
    schema.metadata.create_all(connection)
    connection.exec_driver_sql(schema.TEXT_INDEX)
    put(connection, schema.state_of, {"name": _SCHEMA, "value": str(schema.SCHEMA_VERSION)})
