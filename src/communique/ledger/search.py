"""Full text over the bodies of reports and the words of contacts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, column, select, table, text, union

from communique.ledger import schema

_FOUND = text("""
    SELECT passage.kind, passage.key, passage.title, snippet(words, 1, '«', '»', ' … ', 24) AS passage,
           bm25(words, 4.0, 1.0) AS rank
    FROM words JOIN passage ON passage.id = words.rowid
    WHERE words MATCH :match ORDER BY rank, kind, key LIMIT :limit""")


# So many passages, the last ones kept, are looked through for contacts: a word of every report chooses nothing.
MOST_FOUND = 3000


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Where the words were found: kind is report or contact, `key` its id, the words marked « » in `text`."""

    kind: str
    key: str
    title: str
    text: str


def search_words(connection: Connection, words: str, limit: int) -> list[Passage]:
    """The best passages for the words, all of which must occur; "quoted words" stand together."""
    match = match_of(words)
    if not match:
        return []
    rows = connection.execute(_FOUND, {"match": match, "limit": limit})
    return [
        Passage(kind=row.kind, key=row.key, title=row.title, text=re.sub(r"\s+", " ", row.passage))
        for row in rows
    ]


def match_of(words: str) -> str:
    """The words in the full-text index's own language, each quoted: it reads no operator out of them."""
    parts = [part.strip('"') for part in re.findall(r'"[^"]+"|\S+', words)]
    return " ".join(f'"{part}"' for part in (part.replace('"', " ").strip() for part in parts) if part)


def holding_words(words: str) -> CompoundSelect[Any]:
    """Ids of contacts in whose record, or in one of whose reports, all of the words occur."""
    match = match_of(words) or '""'
    passage, member = schema.passage.c, schema.contact_account.c
    rows: Select[Any] = select(column("rowid")).select_from(table("words")).where(text("words MATCH :match"))
    latest = rows.order_by(column("rowid").desc()).limit(MOST_FOUND)
    found: Select[Any] = select(passage.key).where(passage.id.in_(select(latest.subquery().c.rowid)))
    own, told = found.where(passage.kind == "contact"), found.where(passage.kind == "report")
    return union(
        select(own.subquery().c.key),
        select(member.contact).where(member.report.in_(select(told.subquery().c.key))),
    ).params(match=match)
