"""Full text over the bodies of reports and the words of contacts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, bindparam, func, select, text, union
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from communique.ledger import schema
from communique.ledger.portable import among

# Of words that are in more passages than so many no weight of each word is told: that would count them all. The
# latest MOST_FOUND are told alone, those with all words in their title first, and of these the ones kept last.
_FOUND = {
    "sqlite": """
        SELECT passage.kind, passage.key, passage.title, snippet(words, 1, '«', '»', ' … ', 24) AS passage
        FROM words JOIN passage ON passage.id = words.rowid
        WHERE words MATCH :match AND words.rowid > :first {order} LIMIT :limit""",
    "postgresql": """
        SELECT kind, key, title, ts_rank(to_tsvector('simple', title || ' ' || text), wanted) AS rank,
               ts_headline('simple', text, wanted, 'StartSel=«, StopSel=», MaxWords=24, MinWords=12') AS passage
        FROM (SELECT * FROM passage WHERE to_tsvector('simple', title || ' ' || text) @@
                websearch_to_tsquery('simple', :match) ORDER BY id DESC LIMIT :most) AS latest,
            websearch_to_tsquery('simple', :match) AS wanted
        ORDER BY rank DESC, kind, key LIMIT :limit""",
}
_BY_WEIGHT = "ORDER BY bm25(words, 4.0, 1.0), kind, key"
_LATEST = "ORDER BY words.rowid DESC"


class matching(FunctionElement[int]):  # noqa: N801  (functions of SQL are in small letters)
    """The numbers of the latest passages that hold the words, at most so many."""

    inherit_cache = True
    name = "matching"


@compiles(matching, "sqlite")
def _matching_sqlite(element: Any, compiler: Any, **options: Any) -> str:
    words, most = (compiler.process(each, **options) for each in element.clauses)
    return f"(SELECT rowid FROM words WHERE words MATCH {words} ORDER BY rowid DESC LIMIT {most})"  # noqa: S608  (both are parameters)


@compiles(matching, "postgresql")
def _matching_postgres(element: Any, compiler: Any, **options: Any) -> str:
    words, most = (compiler.process(each, **options) for each in element.clauses)
    return (
        "(SELECT id FROM passage WHERE to_tsvector('simple', title || ' ' || text) @@ "  # noqa: S608  (as above)
        f"websearch_to_tsquery('simple', {words}) ORDER BY id DESC LIMIT {most})"
    )


# So many passages, the last ones kept, are looked through for contacts: a word of every report chooses nothing.
MOST_FOUND = 1000


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
    find = _search_file if connection.dialect.name == "sqlite" else _search_server
    return [
        Passage(kind=row.kind, key=row.key, title=row.title, text=re.sub(r"\s+", " ", row.passage))
        for row in find(connection, match, limit)
    ]


def _search_server(connection: Connection, match: str, limit: int) -> list[Any]:
    asked = {"match": match, "limit": limit, "most": MOST_FOUND}
    return list(connection.execute(text(_FOUND["postgresql"]), asked))


def _search_file(connection: Connection, match: str, limit: int) -> list[Any]:
    """By weight where each of the words is in few passages, else the latest ones, titles first."""
    words = re.findall(r'"[^"]*"', match)
    if all(_before_latest(connection, word) == 0 for word in words):
        wanted = text(_FOUND["sqlite"].format(order=_BY_WEIGHT))
        return list(connection.execute(wanted, {"match": match, "limit": limit, "first": 0}))
    first = _before_latest(connection, match)
    wanted = text(_FOUND["sqlite"].format(order=_LATEST))
    found: dict[tuple[str, str], Any] = {}
    for each in (f"{{title}} : ({match})", match):
        rows = connection.execute(wanted, {"match": each, "limit": limit, "first": first})
        found |= {(row.kind, row.key): row for row in rows if (row.kind, row.key) not in found}
    return list(found.values())[:limit]


def _before_latest(connection: Connection, match: str) -> int:
    """The number of the passage before the latest MOST_FOUND that fit; 0 where no more than these fit."""
    latest = text("SELECT rowid FROM words WHERE words MATCH :match ORDER BY rowid DESC LIMIT 1 OFFSET :most")
    return int(connection.scalar(latest, {"match": match, "most": MOST_FOUND}) or 0)


def match_of(words: str) -> str:
    """The words in the full-text index's own language, each quoted: it reads no operator out of them."""
    parts = [part.strip('"') for part in re.findall(r'"[^"]+"|\S+', words)]
    return " ".join(f'"{part}"' for part in (part.replace('"', " ").strip() for part in parts) if part)


def find_holding(connection: Connection, words: str) -> set[str]:
    """Ids of the contacts in whose record, or in one of whose reports, all of the words occur; of a common word those
    that the latest passages lead to.
    """
    passage, member = schema.passage.c, schema.contact_account.c
    found = select(passage.kind, passage.key).where(passage.id.op("IN")(_listed(words)))
    own, told = set[str](), set[str]()
    for kind, key in connection.execute(found):
        (own if kind == "contact" else told).add(key)
    return own | set(connection.scalars(select(member.contact).where(among(member.report, told))))


def _listed(words: str) -> matching:
    match = match_of(words) or '""'
    return matching(bindparam(None, match), bindparam(None, MOST_FOUND))


def holding_words(words: str) -> CompoundSelect[Any]:
    """Ids of contacts in whose record, or in one of whose reports, all of the words occur."""
    passage, member = schema.passage.c, schema.contact_account.c
    found: Select[Any] = select(passage.key).where(passage.id.op("IN")(_listed(words)))
    # Of each passage that was found its kind is asked; no index of all passages of a kind is to lead the way.
    kind = func.coalesce(passage.kind, "")
    own, told = found.where(kind == "contact"), found.where(kind == "report")
    return union(
        select(own.subquery().c.key),
        select(member.contact).where(member.report.in_(select(told.subquery().c.key))),
    )
