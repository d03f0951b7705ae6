"""Brings an older ledger to this program's schema: a copy is kept, one transaction does all or nothing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, insert, select, text

from communique.ledger import schema
from communique.ledger.decisions import PROGRAM, Decision, import_decisions
from communique.ledger.gathering import gather_all
from communique.ledger.listing import list_contacts
from communique.ledger.notices import find_notice
from communique.ledger.views import VIEWS


def copy_of(path: str, held: int) -> str:
    """Where the copy of a ledger of schema `held` is kept: "calls.db.schema-1"."""
    return f"{path}.schema-{held}"


def keep_copy(path: str, held: int) -> str:
    """Copy the ledger as it is, whoever reads or writes meanwhile; the copy is whole or not there."""
    kept = copy_of(path, held)
    part = f"{kept}.part-{os.getpid()}"
    source, target = sqlite3.connect(path), sqlite3.connect(part)
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        source.close()
        target.close()
    Path(part).replace(kept)
    return kept


def migrate(connection: Connection, held: int) -> None:
    """Take the schema from `held` to this program's, within the connection's transaction."""
    for number in range(held, schema.SCHEMA_VERSION):
        STEPS[number](connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")


def _to_2(connection: Connection) -> None:
    """Decisions of people beside the program's judgements; readings that lie beside; notices; pages by day."""
    for table in ("contact_account", "contact_party", "contact_topic", "contact", "words"):
        connection.exec_driver_sql(f"DROP TABLE {table}")
    connection.exec_driver_sql("ALTER TABLE version ADD COLUMN notice VARCHAR")
    connection.exec_driver_sql("ALTER TABLE reading ADD COLUMN adopted VARCHAR")
    connection.exec_driver_sql("UPDATE reading SET adopted = recorded")
    connection.exec_driver_sql("ALTER TABLE edition ADD COLUMN rules VARCHAR")
    connection.exec_driver_sql("ALTER TABLE edition ADD COLUMN entries TEXT")
    if "input" not in {row.name for row in connection.exec_driver_sql("PRAGMA table_info(aside)")}:
        connection.exec_driver_sql("ALTER TABLE aside ADD COLUMN input VARCHAR NOT NULL DEFAULT ''")
    schema.metadata.create_all(connection)
    for statement in (*schema.FULL_TEXT, *VIEWS):
        connection.exec_driver_sql(statement)
    _find_notices(connection)
    _index_current(connection)
    _move_judgements(connection)
    connection.execute(text("DELETE FROM doubt WHERE reading = ''"))
    connection.execute(text("DELETE FROM state_of"))
    connection.execute(insert(schema.state_of).values(name="contacts derived", value="no"))


_REPLACED = (
    *("contact_look", "contact_kind", "contact_status"),
    *("ix_account_id", "ix_reading_published", "ix_reading_current"),
)


def _to_3(connection: Connection) -> None:
    """Contacts listed under all that lists choose by, in place of indexes on each."""
    for index in _REPLACED:
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {index}")
    schema.metadata.create_all(connection)
    for table in (schema.reading, schema.account, schema.contact_alias):
        for added in table.indexes:
            added.create(connection, checkfirst=True)
    list_contacts(connection)


def _to_4(connection: Connection) -> None:
    """Sets of contacts beside the lists; a ledger of schema 2 has just been listed with its sets."""
    schema.metadata.create_all(connection)
    if connection.scalar(select(schema.numbered.c.number).limit(1)) is None:
        gather_all(connection)


def _find_notices(connection: Connection) -> None:
    rows = connection.execute(text("SELECT id, title, body FROM version")).all()
    for row in rows:
        if notice := find_notice(row.title, row.body):
            named = {"notice": notice, "id": row.id}
            connection.execute(text("UPDATE version SET notice = :notice WHERE id = :id"), named)


def _index_current(connection: Connection) -> None:
    connection.execute(
        text("""INSERT INTO passage (kind, key, title, text)
            SELECT 'report', version.report, coalesce(version.title, ''), version.body
            FROM version JOIN reading ON reading.version = version.id AND reading.current
            ORDER BY version.report""")
    )


def _move_judgements(connection: Connection) -> None:
    row = schema.judgement.c
    people = connection.execute(select(schema.judgement).where(row.author != PROGRAM).order_by(row.id)).all()
    import_decisions(
        connection,
        [
            Decision(
                kind="same" if each.same else "apart",
                one=(each.one,),
                other=(each.other,),
                author=each.author,
                reason=each.reason or "no reason was recorded",
                id=f"judgement-{each.id}",
                recorded=each.recorded,
                undone=each.undone,
                undone_by=each.author if each.undone else None,
                undone_why="taken back" if each.undone else None,
            )
            for each in people
        ],
    )
    connection.execute(schema.judgement.delete().where(row.author != PROGRAM))


STEPS: dict[int, Callable[[Connection], None]] = {1: _to_2, 2: _to_3, 3: _to_4}
