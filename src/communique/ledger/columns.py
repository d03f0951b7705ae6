"""What every table of a ledger is made of: its names, its texts, and the version of the whole."""

from __future__ import annotations

from sqlalchemy import MetaData, String, Text

SCHEMA_VERSION = 4
# "cmqe" in ASCII: tells a ledger from any other SQLite file.
APPLICATION_ID = 0x636D7165

# Compared code point by code point on every server, so that orders are the same everywhere.
NAME = String().with_variant(String(collation="C"), "postgresql")
TEXT = Text().with_variant(Text(collation="C"), "postgresql")

metadata = MetaData()
