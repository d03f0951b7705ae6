"""The words of reports and contacts, to be searched: one table, and the full-text index of each kind of server over it."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table

from communique.ledger.columns import NAME, TEXT, metadata

passage = Table(
    "passage",  # bodies of reports and the words of contacts, to be searched
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", NAME, nullable=False),  # report or contact
    Column("key", NAME, nullable=False),  # its id
    Column("title", TEXT, nullable=False),
    Column("text", TEXT, nullable=False),
)
Index("passage_key", passage.c.kind, passage.c.key)

# SQLite's full text over `passage`, kept by triggers.
FULL_TEXT = (
    """CREATE VIRTUAL TABLE words USING fts5(title, text, content = 'passage', content_rowid = 'id',
        tokenize = "unicode61 remove_diacritics 2")""",
    """CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
        INSERT INTO words (rowid, title, text) VALUES (new.id, new.title, new.text); END""",
    """CREATE TRIGGER passage_gone AFTER DELETE ON passage BEGIN
        INSERT INTO words (words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text); END""",
)

# PostgreSQL's full text over `passage`.
TEXT_INDEX = "CREATE INDEX passage_words ON passage USING gin (to_tsvector('simple', title || ' ' || text))"
