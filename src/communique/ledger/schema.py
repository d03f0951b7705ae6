"""The tables of a ledger.

What was read or decided is only ever added (report, version, edition, reading, account, fact, statement,
judgement), each row with the time at which this ledger learned it. What follows from it (contact and its
satellites, doubt, the full-text index) is derived and may be thrown away and made again.

    report 1-n version 1-n reading 1-n account 1-n fact
                                   reading 1-n statement
    contact n-n account (contact_account)      contact_alias: every id and slug that a contact ever had
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA_VERSION = 1
# "cmqe" in ASCII: tells a ledger from any other SQLite file.
APPLICATION_ID = 0x636D7165

metadata = MetaData()

report = Table(
    "report",
    metadata,
    Column("id", String, primary_key=True),
    Column("source", String, nullable=False),
    Column("outlet", String),
    Column("url", String),
    Column("canonical_url", String),
    Column("recorded", String, nullable=False),
)

version = Table(
    "version",
    metadata,
    Column("id", String, primary_key=True),
    Column("report", ForeignKey("report.id"), nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("body_sha256", String, nullable=False, index=True),
    Column("title", Text),
    Column("byline", Text),
    Column("retrieved", String),
    Column("modified", String),
    Column("recorded", String, nullable=False),
)

edition = Table(
    "edition",
    metadata,
    Column("id", String, primary_key=True),
    Column("program", String, nullable=False),
    Column("recorded", String, nullable=False),
)

reading = Table(
    "reading",
    metadata,
    Column("id", String, primary_key=True),
    Column("version", ForeignKey("version.id"), nullable=False, index=True),
    Column("report", ForeignKey("report.id"), nullable=False, index=True),
    Column("edition", ForeignKey("edition.id"), nullable=False),
    Column("published", String, index=True),
    Column("dated_basis", String, nullable=False),
    Column("language", String, nullable=False),
    Column("text_kind", String, nullable=False),
    Column("labels", Text, nullable=False),  # the Report without its body, furniture included
    Column("record", Text, nullable=False),  # mentions, whens, doubts
    Column("accounts", Integer, nullable=False),
    Column("current", Boolean, nullable=False, index=True),
    Column("recorded", String, nullable=False),
)

account = Table(
    "account",
    metadata,
    Column("reading", ForeignKey("reading.id"), primary_key=True),
    Column("id", String, primary_key=True, index=True),
    Column("position", Integer, nullable=False),
    Column("report", ForeignKey("report.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
    Column("start", String),
    Column("end", String),
    Column("side", String),
    Column("reading_confidence", Float, nullable=False),
    Column("record", Text, nullable=False),  # the Account without its facts
    Column("recorded", String, nullable=False),
)

fact = Table(
    "fact",
    metadata,
    Column("reading", String, primary_key=True),
    Column("account", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("fact", String, nullable=False),
    Column("record", Text, nullable=False),
    ForeignKeyConstraint(["reading", "account"], ["account.reading", "account.id"]),
)

statement = Table(
    "statement",
    metadata,
    Column("reading", ForeignKey("reading.id"), primary_key=True),
    Column("id", String, primary_key=True, index=True),
    Column("position", Integer, nullable=False),
    Column("report", ForeignKey("report.id"), nullable=False, index=True),
    Column("account", String, index=True),
    Column("kind", String, nullable=False),
    Column("polarity", String, nullable=False),
    Column("speaker", String, index=True),
    Column("record", Text, nullable=False),
    Column("recorded", String, nullable=False),
)

judgement = Table(
    "judgement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("one", String, nullable=False, index=True),
    Column("other", String, nullable=False, index=True),
    Column("same", Boolean, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("author", String, nullable=False, index=True),
    Column("recorded", String, nullable=False),
    Column("undone", String),
)

contact = Table(
    "contact",
    metadata,
    Column("id", String, primary_key=True),
    Column("slug", String, nullable=False, unique=True),
    Column("start", String, index=True),
    Column("end", String, index=True),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("level", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("pair", String, index=True),  # the parties' states or organisations, sorted: "CHN RUS"
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("record", Text, nullable=False),
)

contact_account = Table(
    "contact_account",
    metadata,
    Column("contact", ForeignKey("contact.id"), primary_key=True),
    Column("account", String, primary_key=True, index=True),
    Column("report", ForeignKey("report.id"), nullable=False, index=True),
)

contact_alias = Table(
    "contact_alias",
    metadata,
    Column("alias", String, primary_key=True),
    Column("account", String, primary_key=True),  # leads from the alias to where that account is now
    Column("contact", String, nullable=False),
    Column("recorded", String, nullable=False),
)

contact_party = Table(
    "contact_party",
    metadata,
    Column("contact", ForeignKey("contact.id"), primary_key=True),
    Column("actor", String, primary_key=True, index=True),
    Column("role", String, primary_key=True),
    Column("type", String, nullable=False),
    Column("name", String, nullable=False),
    Column("folded", String, nullable=False),
    Column("state", String, index=True),
)

contact_topic = Table(
    "contact_topic",
    metadata,
    Column("contact", ForeignKey("contact.id"), primary_key=True),
    Column("topic", String, primary_key=True, index=True),
)

doubt = Table(
    "doubt",
    metadata,
    Column("id", String, primary_key=True),
    Column("reading", String, primary_key=True),  # empty: from merging, derived
    Column("report", String, index=True),
    Column("contact", String, index=True),
    Column("record", Text, nullable=False),
)

aside = Table(
    "aside",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", String, nullable=False),
    Column("place", String, nullable=False),
    Column("why", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("input", String, nullable=False, server_default=""),  # what the user named, for reading it again
    Column("recorded", String, nullable=False),
    UniqueConstraint("source", "place", "why"),
)

state_of = Table(
    "state_of",  # one row: whether contacts follow from all that was written
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

taken = Table(
    "taken",  # what has been read in full: the same bytes need not be read again under the same edition
    metadata,
    Column("key", String, primary_key=True),
    Column("report", String, index=True),  # null: a page that the first look passed over
    Column("recorded", String, nullable=False),
)

run = Table(
    "run",  # one `read` of many inputs; a run without an end was interrupted
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", String, nullable=False),
    Column("ended", String),
    Column("manifest", Text, nullable=False),
)

Index("account_day", account.c.start, account.c.end)
Index("contact_day", contact.c.start, contact.c.slug)

# Bodies of reports and the words of contacts; `key` is a report's or a contact's id.
FULL_TEXT = """CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    kind UNINDEXED, key UNINDEXED, title, text, tokenize = "unicode61 remove_diacritics 2")"""

# What is derived and made again, in the order in which it is emptied.
DERIVED = (contact_account, contact_party, contact_topic, contact)
