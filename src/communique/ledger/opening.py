"""Opens the file of a ledger: its settings, its schema, and what to say when it is not one."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool, StaticPool

from communique.errors import LedgerError
from communique.ledger.schema import APPLICATION_ID, FULL_TEXT, SCHEMA_VERSION, metadata
from communique.ledger.views import VIEWS

MEMORY = ":memory:"
# A writer holds the file for one batch; readers never wait for it in WAL mode, a second writer does.
BUSY_SECONDS = 30
_WRITER_CACHE_KIB = 65_536
_LOG_PAGES = 8_000
"""What a writer keeps of the file in memory, and how many pages wait in the log until they are put into the file:
keys are hashes, so that a batch touches pages all over the file, many of them again and again."""


def is_server(path: str) -> bool:
    """Whether the ledger lies on a server: "postgresql://localhost/diplomacy"."""
    return path.startswith(("postgresql://", "postgresql+psycopg://"))


def open_engine(path: str, *, create: bool = True) -> Engine:
    """An engine on the ledger at `path`, made there when `create` and nothing is there yet.

    An older ledger is brought to this program's schema, a copy of it kept beside as "FILE.schema-1". Raises
    LedgerError for a file that is missing, not a ledger, or newer than this program.
    """
    if is_server(path):
        from communique.ledger.server import open_server

        with naming_faults(path):
            return open_server(path)
    if path != MEMORY and not create and not Path(path).exists():
        raise LedgerError(
            "no ledger here",
            where=path,
            remedy="read something first: communique read PATH... --ledger " + path,
        )
    engine = _make_engine(path)
    with naming_faults(path):
        with engine.connect() as connection:
            held = _check_kind(connection, path)
        if held < SCHEMA_VERSION:
            _use_write_ahead_log(engine)
            if held:
                from communique.ledger.migrations import keep_copy

                keep_copy(path, held)
            with writing(engine) as connection:
                _create_or_migrate(connection)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: it takes the write lock at once, and commits at the end or not at all."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def schema_of(path: str) -> int:
    """The schema of the ledger at `path`, 0 where there is none; a newer one is told, too. Raises LedgerError."""
    if not Path(path).exists():
        return 0
    with naming_faults(path):
        raw = sqlite3.connect(path)
        try:
            return int(raw.execute("PRAGMA user_version").fetchone()[0])
        finally:
            raw.close()


def compact(engine: Engine) -> None:
    """Let the file hold nothing but what is kept: no words of what was removed, in pages, index or log."""
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("INSERT INTO words (words) VALUES ('rebuild')")
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        raw.close()


@contextmanager
def naming_faults(path: str) -> Iterator[None]:
    """Turns the driver's errors into LedgerErrors that name the file and the remedy."""
    where = re.sub(r"(?<=://)[^/@]*@", "", path)  # no password in a message
    try:
        yield
    except OperationalError as error:
        raise LedgerError(str(error.orig), where=where, remedy=_remedy(str(error.orig))) from error
    except DatabaseError as error:
        raise LedgerError(str(error.orig), where=where, remedy=_remedy(str(error.orig))) from error
    except sqlite3.Error as error:
        raise LedgerError(str(error), where=path, remedy=_remedy(str(error))) from error


def _make_engine(path: str) -> Engine:
    pool: Any = StaticPool if path == MEMORY else QueuePool
    engine = create_engine(
        _address(path),
        poolclass=pool,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _address(path: str) -> str:
    """What SQLite opens; a file in a folder that may not be written is opened as one that nobody changes."""
    if path == MEMORY:
        return "sqlite://"
    file = Path(path).absolute()
    if file.exists() and not os.access(file.parent, os.W_OK) and not Path(f"{file}-wal").exists():
        return f"sqlite:///{file.as_uri()}?immutable=1&uri=true"
    return f"sqlite:///{path}"


def _set_up(dbapi: sqlite3.Connection, _record: Any) -> None:
    # Transactions are begun by `_begin`, so that a writer takes its lock before it reads.
    dbapi.isolation_level = None
    dbapi.execute("PRAGMA foreign_keys = ON")
    dbapi.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    dbapi.execute("PRAGMA synchronous = NORMAL")
    dbapi.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    if writes:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{_WRITER_CACHE_KIB}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _check_kind(connection: Connection, path: str) -> int:
    """The schema of the ledger; 0 where nothing is there yet."""
    found = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if tables and found != APPLICATION_ID:
        raise LedgerError("not a ledger of communique", where=path, remedy="name another file with --ledger")
    held = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if held > SCHEMA_VERSION:
        raise LedgerError(
            f"the ledger has schema {held}, this program knows {SCHEMA_VERSION}",
            where=path,
            remedy="install the newer communique",
        )
    return int(held)


def _create_or_migrate(connection: Connection) -> None:
    """Makes what is not there yet; another program may have done it while this one waited for the lock."""
    held = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if held:
        from communique.ledger.migrations import migrate

        migrate(connection, held)
        return
    metadata.create_all(connection)
    for statement in (*FULL_TEXT, *VIEWS):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _use_write_ahead_log(engine: Engine) -> None:
    """Lets readers go on while a writer writes; kept in the file."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _remedy(said: str) -> str:
    if "connection" in said:
        return "check that the server runs, and its address, user and password"
    if "locked" in said:
        return "another program is writing to it; wait until it has ended"
    if "disk I/O" in said:
        return (
            "check that the disk has space and that the file may be written; nothing of this batch was kept"
        )
    if "readonly" in said or "unable to open" in said:
        return "check that the file and its folder may be written, or name another with --ledger"
    if "not a database" in said:
        return "name another file with --ledger"
    if "full" in said:
        return "free some space on the disk; nothing of this batch was kept"
    if "malformed" in said or "corrupt" in said:
        return "save what can be read: communique ledger rebuild; or put a copy in its place"
    return "communique ledger check names what is wrong; restore a copy, or read the reports again"
