"""Full text over the bodies of reports and the words of contacts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, column, select, table, text, union

from communique.ledger import schema

_FOUND = text("""
    SELECT kind, key, title, snippet(words, 3, '«', '»', ' … ', 24) AS passage,
           bm25(words, 0, 0, 4.0, 1.0) AS rank
    FROM words WHERE words MATCH :match ORDER BY rank, kind, key LIMIT :limit""")


# So many passages are looked through for contacts at most: a word of every report chooses nothing.
MOST_FOUND = 10_000


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
    found: Select[Any] = select(column("key")).select_from(table("words")).where(text("words MATCH :match"))
    own = found.where(text("kind = 'contact'")).limit(MOST_FOUND)
    told = found.where(text("kind = 'report'")).limit(MOST_FOUND)
    member = schema.contact_account.c
    return union(
        select(own.subquery().c.key),
        select(member.contact).where(member.report.in_(select(told.subquery().c.key))),
    ).params(match=match)
