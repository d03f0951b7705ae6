"""The editions under which reports were read: what each holds, which counts, and taking one that lies beside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from communique.errors import NotFoundError, UsageError
from communique.ledger import schema
from communique.ledger.currents import choose_current
from communique.ledger.decisions import Word

edition, reading, adoption = schema.edition, schema.reading, schema.adoption
LATEST = "latest"


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """A version of program, lexicon and options: its readings, how many of them count, how many lie beside.

    `rules` and `entries` are the fingerprint of its lexicon, None where that was not at hand.
    """

    id: str
    program: str
    recorded: str
    readings: int
    current: int
    beside: int
    rules: str | None = None
    entries: Mapping[str, str] | None = None


def load_editions(connection: Connection) -> list[Edition]:
    """All editions, oldest first."""
    adopted = set(connection.scalars(select(adoption.c.edition)))
    rows = connection.execute(
        select(edition.c.id, edition.c.program, edition.c.recorded, edition.c.rules, edition.c.entries)
        .add_columns(
            func.count(reading.c.id).label("readings"),
            func.count().filter(reading.c.current).label("current"),
            func.count().filter(reading.c.id.is_not(None), reading.c.adopted.is_(None)).label("beside"),
        )
        .outerjoin(reading, reading.c.edition == edition.c.id)
        .group_by(edition.c.id)
        .order_by(edition.c.recorded, edition.c.id)
    )
    return [
        Edition(
            id=row.id,
            program=row.program,
            recorded=row.recorded,
            readings=row.readings,
            current=row.current,
            beside=0 if row.id in adopted else row.beside,
            rules=row.rules,
            entries=json.loads(row.entries) if row.entries else None,
        )
        for row in rows
    ]


def find_edition(connection: Connection, reference: str) -> str:
    """The id of the edition meant by its id, a beginning, or "latest". Raises NotFoundError."""
    held = [each.id for each in load_editions(connection)]
    fits = held[-1:] if reference == LATEST else [each for each in held if each.startswith(reference)]
    if len(fits) != 1:
        what = f"no edition {reference!r}" if not fits else f"{reference!r} begins {len(fits)} editions"
        raise NotFoundError(what, where="ledger", remedy="`communique ledger editions` lists them")
    return fits[0]


def adopt_edition(connection: Connection, reference: str, word: Word, recorded: str) -> str:
    """Let the readings of an edition count for their reports from now on; gives its id. Raises UsageError."""
    if not word.author.strip() or not word.reason.strip():
        raise UsageError("adopting an edition needs author and reason", remedy="say who and why")
    chosen = find_edition(connection, reference)
    row = {"edition": chosen, "author": word.author, "reason": word.reason, "recorded": recorded}
    connection.execute(insert(adoption), row)
    reports = set(connection.scalars(select(reading.c.report).where(reading.c.edition == chosen)))
    choose_current(connection, reports, reports)
    return chosen
