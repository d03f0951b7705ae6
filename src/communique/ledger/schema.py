"""The tables of a ledger.

What was read or decided is only ever added (report, version, edition, reading, account, fact, statement,
decision, adoption), each row with the time at which this ledger learned it; what no longer holds gets a time in
`undone`. What follows from it (contact and its satellites, doubt, the full-text index) is derived and may be
thrown away and made again. Only `forget` takes rows out, and leaves a tombstone.

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
    LargeBinary,
    Table,
    UniqueConstraint,
    func,
)

from communique.ledger.columns import APPLICATION_ID, NAME, SCHEMA_VERSION, TEXT, metadata
from communique.ledger.words_schema import FULL_TEXT, TEXT_INDEX, passage

# What others take from here though it stands beside.
__all__ = [
    "APPLICATION_ID",
    "FULL_TEXT",
    "NAME",
    "SCHEMA_VERSION",
    "TEXT",
    "TEXT_INDEX",
    "metadata",
    "passage",
]

report = Table(
    "report",
    metadata,
    Column("id", NAME, primary_key=True),
    Column("source", NAME, nullable=False),
    Column("outlet", NAME),
    Column("url", NAME),
    Column("canonical_url", NAME),
    Column("recorded", NAME, nullable=False),
)

version = Table(
    "version",
    metadata,
    Column("id", NAME, primary_key=True),
    Column("report", ForeignKey("report.id"), nullable=False, index=True),
    Column("body", TEXT, nullable=False),
    Column("body_sha256", NAME, nullable=False, index=True),
    Column("title", TEXT),
    Column("byline", TEXT),
    Column("retrieved", NAME),
    Column("modified", NAME),
    Column("notice", NAME),  # retraction or correction, where the text says so of itself
    Column("recorded", NAME, nullable=False),
)

edition = Table(
    "edition",
    metadata,
    Column("id", NAME, primary_key=True),
    Column("program", NAME, nullable=False),
    Column("rules", NAME),  # what any report can be touched by, as one hash
    Column("entries", TEXT),  # a hash for each entry of the lexicon
    Column("recorded", NAME, nullable=False),
)

reading = Table(
    "reading",
    metadata,
    Column("id", NAME, primary_key=True),
    Column("version", ForeignKey("version.id"), nullable=False, index=True),
    Column("report", ForeignKey("report.id"), nullable=False, index=True),
    Column("edition", ForeignKey("edition.id"), nullable=False),
    Column("published", NAME),
    Column("dated_basis", NAME, nullable=False),
    Column("language", NAME, nullable=False),
    Column("text_kind", NAME, nullable=False),
    Column("labels", TEXT, nullable=False),  # the Report without its body, furniture included
    Column("record", TEXT, nullable=False),  # mentions, whens, doubts
    Column("accounts", Integer, nullable=False),
    Column("current", Boolean, nullable=False),  # of nearly all, so that no index is led astray by it
    Column("adopted", NAME),  # when it was taken as the report's reading; empty: it lies beside
    Column("recorded", NAME, nullable=False),
)

adoption = Table(
    "adoption",  # an edition whose readings, kept beside until then, were taken
    metadata,
    Column("id", Integer, primary_key=True),
    Column("edition", ForeignKey("edition.id"), nullable=False, index=True),
    Column("author", NAME, nullable=False),
    Column("reason", TEXT, nullable=False),
    Column("recorded", NAME, nullable=False),
)

account = Table(
    "account",
    metadata,
    Column("reading", ForeignKey("reading.id"), primary_key=True),
    Column("id", NAME, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("report", ForeignKey("report.id"), nullable=False, index=True),
    Column("kind", NAME, nullable=False),
    Column("status", NAME, nullable=False),
    Column("start", NAME),
    Column("end", NAME),
    Column("side", NAME),
    Column("reading_confidence", Float, nullable=False),
    Column("record", TEXT, nullable=False),  # the Account without its facts
    Column("recorded", NAME, nullable=False),
)

fact = Table(
    "fact",
    metadata,
    Column("reading", NAME, primary_key=True),
    Column("account", NAME, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("fact", NAME, nullable=False),
    Column("record", TEXT, nullable=False),
    ForeignKeyConstraint(["reading", "account"], ["account.reading", "account.id"]),
)

statement = Table(
    "statement",
    metadata,
    Column("reading", ForeignKey("reading.id"), primary_key=True),
    Column("id", NAME, primary_key=True, index=True),
    Column("position", Integer, nullable=False),
    Column("report", ForeignKey("report.id"), nullable=False, index=True),
    Column("account", NAME, index=True),
    Column("kind", NAME, nullable=False),
    Column("polarity", NAME, nullable=False),
    Column("speaker", NAME, index=True),
    Column("record", TEXT, nullable=False),
    Column("recorded", NAME, nullable=False),
)

judgement = Table(
    "judgement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("one", NAME, nullable=False, index=True),
    Column("other", NAME, nullable=False, index=True),
    Column("same", Boolean, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", TEXT, nullable=False),
    Column("author", NAME, nullable=False, index=True),
    Column("recorded", NAME, nullable=False),
    Column("undone", NAME),
)

decision = Table(
    "decision",  # what people decided; `record` is the Decision
    metadata,
    Column("id", NAME, primary_key=True),
    Column("kind", NAME, nullable=False),
    Column("subject", NAME, nullable=False, index=True),  # what a later decision on the same replaces
    Column("record", TEXT, nullable=False),
    Column("author", NAME, nullable=False),
    Column("recorded", NAME, nullable=False),
    Column("undone", NAME),
    Column("undone_by", NAME),
    Column("undone_why", TEXT),
)

tombstone = Table(
    "tombstone",  # what was forgotten for good: hashes, never words
    metadata,
    Column("id", NAME, primary_key=True),  # a report's id
    Column("hashes", TEXT, nullable=False),  # of its texts
    Column("reason", TEXT, nullable=False),
    Column("author", NAME, nullable=False),
    Column("recorded", NAME, nullable=False),
)

contact = Table(
    "contact",
    metadata,
    Column("id", NAME, primary_key=True),
    Column("slug", NAME, nullable=False, unique=True),
    Column("day", NAME, nullable=False),  # first day, else last, else empty: the key of pages
    Column("start", NAME, index=True),
    Column("end", NAME, index=True),
    Column("kind", NAME, nullable=False),
    Column("status", NAME, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("level", NAME, nullable=False),
    Column("channel", NAME, nullable=False),
    Column("pair", NAME, index=True),  # the parties' states or organisations, sorted: "CHN RUS"
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("record", TEXT, nullable=False),
)

contact_account = Table(
    "contact_account",
    metadata,
    Column("contact", ForeignKey("contact.id"), primary_key=True),
    Column("account", NAME, primary_key=True, index=True),
    Column("report", ForeignKey("report.id"), nullable=False, index=True),
)

contact_alias = Table(
    "contact_alias",
    metadata,
    Column("alias", NAME, primary_key=True),
    Column("account", NAME, primary_key=True),  # leads from the alias to where that account is now
    Column("contact", NAME, nullable=False),
    Column("recorded", NAME, nullable=False),
)

contact_party = Table(
    "contact_party",
    metadata,
    Column("contact", ForeignKey("contact.id"), primary_key=True),
    Column("actor", NAME, primary_key=True),
    Column("role", NAME, primary_key=True),
    Column("type", NAME, nullable=False),
    Column("name", NAME, nullable=False),
    Column("folded", NAME, nullable=False),
    Column("state", NAME),
)

actor_name = Table(
    "actor_name",  # the names by which contacts know their participants, each once
    metadata,
    Column("actor", NAME, primary_key=True),
    Column("folded", NAME, primary_key=True),
    Column("state", NAME, primary_key=True),
)

listing = Table(
    "listing",  # each contact under everything that lists choose by ("party:CHN", "kind:visit"), in order of days
    metadata,
    Column("under", NAME, primary_key=True),
    Column("day", NAME, primary_key=True),
    Column("slug", NAME, primary_key=True),
    Column("contact", NAME, nullable=False),
    Column("kind", NAME, nullable=False),
    Column("status", NAME, nullable=False),
    Column("level", NAME, nullable=False),
    Column("channel", NAME, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("pair", NAME),
    Column("start", NAME),
    Column("end", NAME),
    Column(
        "wide", Integer, nullable=False
    ),  # 1: the interval is open or long; listed under "~party:CHN", too
    Column("dealing", Integer, nullable=False),  # under a party: 0 for a host, an aide, a mediator
    sqlite_with_rowid=False,
)

tally = Table(
    "tally",  # how many contacts are listed under what: in all (month and kind empty), parties by month and kind, too
    metadata,
    Column("under", NAME, primary_key=True),
    Column("month", NAME, primary_key=True),
    Column("kind", NAME, primary_key=True),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)

numbered = Table(
    "numbered",  # a small number for each contact, by which it stands in the sets of `gathered`
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("contact", NAME, nullable=False, unique=True),
    Column("day", NAME, nullable=False),
    Column("slug", NAME, nullable=False),
    Column("end", NAME, index=True),
)

gathered = Table(
    "gathered",  # the numbers of all contacts under one condition ("kind:visit"), 65,536 numbers a row, as bits
    metadata,
    Column("under", NAME, primary_key=True),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("bits", LargeBinary, nullable=False),
)

contact_topic = Table(
    "contact_topic",
    metadata,
    Column("contact", ForeignKey("contact.id"), primary_key=True),
    Column("topic", NAME, primary_key=True),
)

doubt = Table(
    "doubt",
    metadata,
    Column("id", NAME, primary_key=True),
    Column("reading", NAME, primary_key=True),  # empty: from merging, derived
    Column("report", NAME, index=True),
    Column("contact", NAME, index=True),
    Column("record", TEXT, nullable=False),
)

aside = Table(
    "aside",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", NAME, nullable=False),
    Column("place", NAME, nullable=False),
    Column("why", TEXT, nullable=False),
    Column("remedy", TEXT, nullable=False),
    Column("input", NAME, nullable=False, server_default=""),  # what the user named, for reading it again
    Column("recorded", NAME, nullable=False),
    UniqueConstraint("source", "place", "why"),
)

state_of = Table(
    "state_of",  # one row: whether contacts follow from all that was written
    metadata,
    Column("name", NAME, primary_key=True),
    Column("value", NAME, nullable=False),
)

taken = Table(
    "taken",  # what has been read in full: the same bytes need not be read again under the same edition
    metadata,
    Column("key", NAME, primary_key=True),
    Column("report", NAME, index=True),  # null: a page that the first look passed over
    Column("recorded", NAME, nullable=False),
)

run = Table(
    "run",  # one `read` of many inputs; a run without an end was interrupted
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", NAME, nullable=False),
    Column("ended", NAME),
    Column("manifest", TEXT, nullable=False),
)

# Where merging looks an account up: its pairs of sides, its window of days as ordinals, and its part, the
# accounts that it hangs together with.
block = Table(
    "block",
    metadata,
    Column("account", NAME, primary_key=True),
    Column("key", NAME, primary_key=True),
    Column("report", NAME, nullable=False, index=True),
    Column("part", NAME, nullable=False, index=True),
    Column("early", Integer, nullable=False),
    Column("late", Integer, nullable=False),
)

pending = Table(
    "pending",  # reports about which something changed since contacts were derived
    metadata,
    Column("report", NAME, primary_key=True),
)

Index("block_key", block.c.key, block.c.early, block.c.late)
Index("reading_published", reading.c.published, reading.c.report)
Index("account_told", account.c.id, account.c.side)
Index("contact_alias_account", contact_alias.c.account)
Index("account_day", account.c.start, account.c.end)
Index("numbered_day", numbered.c.day, numbered.c.slug)
Index("contact_day", contact.c.day, contact.c.slug)
Index("contact_party_actor", contact_party.c.actor, contact_party.c.role, contact_party.c.contact)
Index("contact_party_state", contact_party.c.state, contact_party.c.role, contact_party.c.contact)
Index("contact_topic_contact", contact_topic.c.topic, contact_topic.c.contact)
Index("account_side", account.c.side, account.c.id)
Index("report_outlet", func.lower(report.c.outlet), report.c.id)
Index("judgement_score", judgement.c.score)

# What is derived and made again, in the order in which it is emptied.
DERIVED = (
    gathered,
    numbered,
    listing,
    tally,
    contact_account,
    contact_party,
    contact_topic,
    actor_name,
    contact,
)
