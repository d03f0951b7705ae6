"""The program's own judgements that two accounts tell of the same contact: added, undone, never removed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, insert, select, update

from communique.ledger import schema
from communique.ledger.codec import to_plain
from communique.ledger.decisions import PROGRAM
from communique.ledger.portable import among
from communique.records import Judgement


def load_judgements(connection: Connection, accounts: Iterable[str] | None = None) -> tuple[Judgement, ...]:
    """The program's judgements that stand, by the accounts that they name; `accounts` limits the first of them."""
    row = schema.judgement.c
    chosen = [] if accounts is None else [among(row.one, accounts)]
    rows = connection.execute(
        select(row.one, row.other, row.same, row.score, row.reason, row.author, row.recorded)
        .where(row.undone.is_(None), *chosen)
        .order_by(row.one, row.other, row.id)
    )
    return tuple(Judgement(**each._mapping) for each in rows)  # noqa: SLF001


def keep_judgements(
    connection: Connection,
    judged: Iterable[Judgement],
    recorded: str,
    *,
    among_accounts: Iterable[str] | None = None,
) -> None:
    """Keep the program's judgements as they stand; one that it no longer makes is undone, not removed.

    With `among_accounts` only judgements of these accounts are held against those that it makes now.
    """
    row = schema.judgement.c
    standing = {_key(each): each for each in load_judgements(connection, among_accounts)}
    now = {_key(each): each for each in judged if each.author == PROGRAM}
    for gone in sorted(set(standing) - set(now)):
        same_pair = (row.one == gone[0]) & (row.other == gone[1])
        here = same_pair & (row.author == PROGRAM) & row.undone.is_(None)
        connection.execute(update(schema.judgement).where(here).values(undone=recorded))
    fresh = [_row(each, recorded) for key, each in sorted(now.items()) if key not in standing]
    if fresh:
        connection.execute(insert(schema.judgement), fresh)


def _row(judgement: Judgement, recorded: str) -> dict[str, Any]:
    return {**to_plain(judgement), "author": judgement.author, "recorded": recorded}


def _key(judgement: Judgement) -> tuple[str, str, bool, float, str]:
    return judgement.one, judgement.other, judgement.same, judgement.score, judgement.reason
