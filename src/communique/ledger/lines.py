"""Lists of contacts, a page at a time by key: cheap however many there are.

A page begins behind a key, (day, slug) of the contact before it, and never by a number of rows to skip.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from communique.ledger import schema
from communique.ledger.choosing import choose_names
from communique.ledger.portable import among
from communique.ledger.query import Query

contact = schema.contact


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """A participant as a list shows it: Xi Jinping, President, of CHN, a party."""

    id: str
    name: str
    type: str
    role: str
    office: str | None
    state: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """What a list shows of a contact; `conflicts` names the facts on which accounts conflict."""

    id: str
    slug: str
    start: str | None
    end: str | None
    precision: str | None
    kind: str
    status: str
    disputed: bool
    level: str
    channel: str
    participants: tuple[Party, ...]
    topics: tuple[str, ...]
    conflicts: tuple[str, ...]
    initiator: str | None
    reports: int
    origins: int
    reading_confidence: float

    @property
    def key(self) -> tuple[str, str]:
        """Where the line stands in the order of a list."""
        return (self.start or self.end or "", self.slug)


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """A page of a list, the latest first; `earlier` and `later` say whether it goes on at its two ends."""

    lines: tuple[Line, ...]
    earlier: bool
    later: bool


def select_page(
    connection: Connection, query: Query, key: tuple[str, str] | None, size: int, *, back: bool = False
) -> Listed:
    """The `size` contacts that come behind the key in order of days, latest first; `back`: those before it."""
    # Which ones is answered by an index or by sets alone; only then their records are fetched.
    ids = choose_names(connection, query, size + 1, key, back=back)
    records = select(contact.c.id, contact.c.record, contact.c.reports, contact.c.origins)
    rows = {row.id: row for row in connection.execute(records.where(among(contact.c.id, ids[:size])))}
    more = len(ids) > size
    lines = [_line(rows[name]) for name in ids[:size]]
    if back:
        return Listed(lines=tuple(reversed(lines)), earlier=True, later=more)
    return Listed(lines=tuple(lines), earlier=more, later=key is not None)


def _line(row: Any) -> Line:
    plain = json.loads(row.record)
    when = plain.get("when") or {}
    return Line(
        **{name: plain[name] for name in ("id", "slug", "kind", "status", "level", "channel")},
        disputed=bool(plain.get("disputed")),
        start=when.get("start"),
        end=when.get("end"),
        precision=when.get("precision"),
        participants=_parties(plain.get("participants", ())),
        topics=tuple(plain.get("topics", ())),
        conflicts=tuple(
            sorted(each["fact"] for each in plain.get("verdicts", ()) if each["verdict"] == "conflict")
        ),
        initiator=plain.get("initiator"),
        reports=row.reports,
        origins=row.origins,
        reading_confidence=plain["reading_confidence"],
    )


def _parties(participants: Sequence[dict[str, Any]]) -> tuple[Party, ...]:
    return tuple(
        Party(
            id=each["actor"]["id"],
            name=each["actor"]["name"],
            type=each["actor"]["type"],
            role=each["role"],
            office=each["actor"].get("office"),
            state=each["actor"].get("state"),
        )
        for each in participants
    )
