"""Full text over the bodies of reports and the words of contacts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection, text

_FOUND = text("""
    SELECT kind, key, title, snippet(words, 3, '«', '»', ' … ', 24) AS passage,
           bm25(words, 0, 0, 4.0, 1.0) AS rank
    FROM words WHERE words MATCH :match ORDER BY rank, kind, key LIMIT :limit""")


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Where the words were found: kind is report or contact, `key` its id, the words marked « » in `text`."""

    kind: str
    key: str
    title: str
    text: str


def search_words(connection: Connection, words: str, limit: int) -> list[Passage]:
    """The best passages for the words, all of which must occur; "quoted words" stand together."""
    parts = [part.strip('"') for part in re.findall(r'"[^"]+"|\S+', words)]
    match = " ".join(f'"{part}"' for part in (part.replace('"', " ").strip() for part in parts) if part)
    if not match:
        return []
    rows = connection.execute(_FOUND, {"match": match, "limit": limit})
    return [
        Passage(kind=row.kind, key=row.key, title=row.title, text=re.sub(r"\s+", " ", row.passage))
        for row in rows
    ]
