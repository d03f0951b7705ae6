"""Lists of contacts, a page at a time by key, and the counts beside them: cheap however many there are.

A page begins behind a key, (day, slug) of the contact before it, and never by a number of rows to skip; counts stop
at a cap, from which on one says "more than".
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, func, select, tuple_

from communique.ledger import schema
from communique.ledger.portable import among
from communique.ledger.query import Query
from communique.ledger.select import conditions

contact = schema.contact
# The day by which lists are ordered: the first, else the last; contacts without any come last.
listed_day = contact.c.day
COUNT_CAP = 10_000
_FACETS = ("kind", "status", "level", "channel")


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
    chosen = select(contact.c.id).where(*conditions(query))
    if key is not None:
        chosen = chosen.where(_beyond(key, later=back))
    order = (listed_day, contact.c.slug) if back else (listed_day.desc(), contact.c.slug.desc())
    # Which ones is answered by an index alone; only then their records are fetched.
    ids = connection.scalars(chosen.order_by(*order).limit(size + 1)).all()
    records = select(contact.c.record, contact.c.reports, contact.c.origins).where(among(contact.c.id, ids))
    rows = connection.execute(records.order_by(*order)).all()
    more = len(rows) > size
    lines = [_line(row) for row in rows[:size]]
    if back:
        return Listed(lines=tuple(reversed(lines)), earlier=True, later=more)
    return Listed(lines=tuple(lines), earlier=more, later=key is not None)


def _beyond(key: tuple[str, str], *, later: bool) -> Any:
    place = tuple_(listed_day, contact.c.slug)
    return place > tuple_(*key) if later else place < tuple_(*key)


def count_contacts(connection: Connection, query: Query, cap: int = COUNT_CAP) -> int:
    """How many fit, `cap` + 1 where they are more than `cap`."""
    some = select(contact.c.day).where(*conditions(query)).limit(cap + 1).subquery()
    return int(connection.scalar(select(func.count()).select_from(some)) or 0)


def count_facets(connection: Connection, query: Query, cap: int = COUNT_CAP) -> dict[str, dict[str, int]]:
    """How many of the contacts that fit are of each kind, status, level and channel, disputed or in conflict.

    A facet by which the query chooses is counted as if it did not choose by it. Of more than `cap` contacts
    the latest are counted.
    """
    base = _tally(connection, query, cap)
    counts = {name: dict(base[name]) for name in (*_FACETS, "flags")}
    for name in _FACETS:
        if getattr(query, name):
            loose: dict[str, Any] = {name: ()}
            counts[name] = dict(_tally(connection, replace(query, **loose), cap)[name])
    return counts


def _tally(connection: Connection, query: Query, cap: int) -> dict[str, Counter[str]]:
    columns = [contact.c[name] for name in _FACETS]
    some = (
        select(*columns, contact.c.disputed, (contact.c.conflicts > 0).label("conflicting"))
        .where(*conditions(query))
        .order_by(listed_day.desc(), contact.c.slug.desc())
        .limit(cap)
        .subquery()
    )
    parts = [some.c[name] for name in (*_FACETS, "disputed", "conflicting")]
    tally: dict[str, Counter[str]] = {name: Counter() for name in (*_FACETS, "flags")}
    for row in connection.execute(select(*parts, func.count().label("number")).group_by(*parts)):
        for name in _FACETS:
            tally[name][getattr(row, name)] += row.number
        tally["flags"]["disputed"] += row.number if row.disputed else 0
        tally["flags"]["conflicts"] += row.number if row.conflicting else 0
    return tally


def count_beside(connection: Connection, query: Query, cap: int) -> dict[str, dict[str, int]]:
    """Topics, outlets, sides with accounts of their own, actors and states, among the latest `cap` that fit."""
    names = list(connection.scalars(_latest(query, cap)))
    topic, party = schema.contact_topic.c, schema.contact_party.c
    told, report, account = schema.contact_account.c, schema.report.c, schema.account.c
    told_by = schema.contact_account
    within: dict[str, Select[Any]] = {
        "topic": select(topic.contact, topic.topic).where(among(topic.contact, names)),
        "actor": select(party.contact, party.actor).where(among(party.contact, names)),
        "state": select(party.contact, party.state).where(among(party.contact, names)),
        "side": select(told.contact, account.side)
        .select_from(told_by)
        .join(schema.account, told.account == account.id)
        .where(among(told.contact, names)),
        "outlet": select(told.contact, report.outlet)
        .select_from(told_by)
        .join(schema.report, told.report == report.id)
        .where(among(told.contact, names)),
    }
    return {name: _tallied(connection.execute(wanted)) for name, wanted in within.items()}


def _tallied(rows: Iterable[Any]) -> dict[str, int]:
    """How many contacts have each value, most first; a contact counts once for a value."""
    counted = Counter(value for _, value in {(row[0], row[1]) for row in rows} if value is not None)
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def count_months(connection: Connection, query: Query, letters: int = 7) -> list[tuple[str, str, int]]:
    """Month (or year, with 4 letters), kind and number of the dated contacts that fit, in order of time."""
    month = func.substr(listed_day, 1, letters).label("month")
    wanted = (
        select(month, contact.c.kind, func.count().label("number"))
        .where(*conditions(query), listed_day != "")
        .group_by(month, contact.c.kind)
        .order_by(month, contact.c.kind)
    )
    return [(row.month, row.kind, row.number) for row in connection.execute(wanted)]


def _latest(query: Query, cap: int) -> Select[Any]:
    some = select(contact.c.id).where(*conditions(query)).order_by(listed_day.desc(), contact.c.slug.desc())
    return select(some.limit(cap).subquery().c.id)


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
