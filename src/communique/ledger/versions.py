"""Texts of one report over time: what changed from one to the next, and what a later one withdrew."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from sqlalchemy import Connection, select

from communique.ledger import schema
from communique.ledger.anchors import anchors_for, successors
from communique.ledger.portable import among
from communique.ledger.resolve import why_withdrawn
from communique.records import Contact

_SENTENCE = re.compile(r"[^\n.!?]*[.!?]+[”\"’')\]]*\s*|[^\n]+\n*|\n+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """One text of a report; `gone` and `came` are the sentences that it lost and won against the text before it.

    `notice` is retraction or correction, where the text says so of itself; `current` whether its reading counts.
    """

    id: str
    recorded: str
    modified: str | None
    notice: str | None
    current: bool
    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdrawn:
    """An account that a contact once had and no longer has, with the words that it rested on and why it is gone."""

    account: str
    report: str
    text: str
    why: str


def load_versions(connection: Connection, report: str) -> list[Version]:
    """The texts of a report in the order in which the ledger learned them."""
    version, reading = schema.version.c, schema.reading.c
    counting = set(
        connection.scalars(select(reading.version).where(reading.report == report, reading.current))
    )
    rows = connection.execute(
        select(version.id, version.recorded, version.modified, version.notice, version.body)
        .where(version.report == report)
        .order_by(version.recorded, version.id)
    )
    found: list[Version] = []
    before: list[str] | None = None
    for row in rows:
        now = [each.strip() for each in _SENTENCE.findall(row.body) if each.strip()]
        gone, came = sentence_changes(before, now) if before is not None else ((), ())
        found.append(
            Version(
                id=row.id,
                recorded=row.recorded,
                modified=row.modified,
                notice=row.notice,
                current=row.id in counting,
                gone=gone,
                came=came,
            )
        )
        before = now
    return found


def sentence_changes(before: list[str], now: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences that a text lost and won."""
    gone: list[str] = []
    came: list[str] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(a=before, b=now, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += before[i1:i2]
            came += now[j1:j2]
    return tuple(gone), tuple(came)


def withdrawn_from(connection: Connection, contact: Contact) -> list[Withdrawn]:
    """The accounts that shared a name with the contact and make no contact any more, by report."""
    alias, member = schema.contact_alias.c, schema.contact_account.c
    own = {account.id for account in contact.accounts}
    names = {contact.id, contact.slug}
    names |= set(connection.scalars(select(alias.alias).where(among(alias.account, own))))
    once = set(connection.scalars(select(alias.account).where(among(alias.alias, names)))) - own
    now = successors(connection, once)
    held = set(connection.scalars(select(member.account).where(among(member.account, now.values()))))
    return _told(connection, (name for name in once if now.get(name) not in held))


def _told(connection: Connection, lost: Iterable[str]) -> list[Withdrawn]:
    found = [
        Withdrawn(
            account=anchor.account,
            report=anchor.report,
            text=anchor.text,
            why="; ".join(why_withdrawn(connection, [anchor.account])),
        )
        for anchor in anchors_for(connection, sorted(lost))
    ]
    return sorted(found, key=lambda each: (each.report, each.account))
