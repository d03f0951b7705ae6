"""Stored judgements that two accounts tell of the same contact, or not: added, taken back, never removed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, insert, select, update

from communique.errors import NotFoundError, UsageError
from communique.ledger import schema
from communique.ledger.codec import to_plain
from communique.records import Judgement

PROGRAM = "program"


def load_judgements(connection: Connection, *, program: bool = False) -> tuple[Judgement, ...]:
    """The judgements that stand, of people, or of the program; by the accounts that they name."""
    row = schema.judgement.c
    by = row.author == PROGRAM if program else row.author != PROGRAM
    rows = connection.execute(
        select(row.one, row.other, row.same, row.score, row.reason, row.author, row.recorded)
        .where(by, row.undone.is_(None))
        .order_by(row.one, row.other, row.id)
    )
    return tuple(Judgement(**each._mapping) for each in rows)  # noqa: SLF001


def keep_judgements(connection: Connection, judged: Iterable[Judgement], recorded: str) -> None:
    """Keep the program's judgements as they stand; one that it no longer makes is undone, not removed."""
    row = schema.judgement.c
    standing = {_key(each): each for each in load_judgements(connection, program=True)}
    now = {_key(each): each for each in judged if each.author == PROGRAM}
    for gone in sorted(set(standing) - set(now)):
        same_pair = (row.one == gone[0]) & (row.other == gone[1])
        here = same_pair & (row.author == PROGRAM) & row.undone.is_(None)
        connection.execute(update(schema.judgement).where(here).values(undone=recorded))
    fresh = [_row(each, recorded) for key, each in sorted(now.items()) if key not in standing]
    if fresh:
        connection.execute(insert(schema.judgement), fresh)


def write_judgement(connection: Connection, judgement: Judgement, recorded: str) -> None:
    """Keep a person's judgement; an earlier one of the same two accounts is undone. Raises UsageError."""
    if judgement.author == PROGRAM:
        raise UsageError("a judgement needs a person as author", remedy="name who judges")
    _take_back(connection, judgement.one, judgement.other, recorded)
    connection.execute(insert(schema.judgement), _row(judgement, recorded))


def undo_judgement(connection: Connection, one: str, other: str, recorded: str) -> None:
    """Take back what people judged of two accounts. Raises NotFoundError where nobody did."""
    if not _take_back(connection, one, other, recorded):
        raise NotFoundError(
            f"nobody has judged {one} and {other}", where="ledger", remedy="check the two ids"
        )


def _take_back(connection: Connection, one: str, other: str, recorded: str) -> int:
    row = schema.judgement.c
    pair = ((row.one == one) & (row.other == other)) | ((row.one == other) & (row.other == one))
    people = pair & (row.author != PROGRAM) & row.undone.is_(None)
    return connection.execute(update(schema.judgement).where(people).values(undone=recorded)).rowcount


def _row(judgement: Judgement, recorded: str) -> dict[str, Any]:
    return {**to_plain(judgement), "author": judgement.author, "recorded": recorded}


def _key(judgement: Judgement) -> tuple[str, str, bool, float, str]:
    return judgement.one, judgement.other, judgement.same, judgement.score, judgement.reason
