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
from communique.ledger.names import takes_part
from communique.ledger.portable import among
from communique.ledger.query import Query
from communique.ledger.select import conditions

contact, contact_party = schema.contact, schema.contact_party
# The day by which lists are ordered: the first, else the last; contacts without any come last.
listed_day = contact.c.day
COUNT_CAP = 10_000
# So many of the latest contacts are looked into for topics, outlets and names.
LATEST = 300
# From so many contacts of an actor on, a page of them, or 10,000, is found sooner by walking along the days.
OFTEN, OFTEN_COUNTED = 2000, 60_000
FACETS = ("kind", "status", "level", "channel")


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Sketch:
    """What fits a query at a glance: `count` is the cap + 1 for more; the rest is of the latest up to the cap.

    `facets`: by kind, status, level and channel, and under "flags" how many are disputed or in conflict. `months`:
    month, kind and number. `latest`: ids of the latest few hundred. `days`: day, kind, status and channel of each
    that is dated, in order of time.
    """

    count: int
    facets: dict[str, dict[str, int]]
    months: tuple[tuple[str, str, int], ...]
    latest: tuple[str, ...]
    days: tuple[tuple[str, str, str, str], ...]


def select_page(
    connection: Connection, query: Query, key: tuple[str, str] | None, size: int, *, back: bool = False
) -> Listed:
    """The `size` contacts that come behind the key in order of days, latest first; `back`: those before it."""
    chosen = select(contact.c.id).where(*conditions(query, often_in(connection, query, OFTEN)))
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


def often_in(connection: Connection, query: Query, least: int) -> frozenset[str]:
    """Those named by the query of whom each contact is asked in turn: all but the one with fewest contacts.

    That one, too, where it takes part in more than `least`; beside others in more than OFTEN_COUNTED, as a walk
    along the days may be long until all of them meet.
    """
    numbers = {}
    named = {*query.between, *query.party}
    least = least if len(named) == 1 else OFTEN_COUNTED
    for name in named:
        some = select(contact_party.c.contact).where(takes_part(name)).limit(least + 1).subquery()
        numbers[name] = connection.scalar(select(func.count()).select_from(some)) or 0
    seldom = min(numbers, key=lambda name: (numbers[name], name), default="")
    return frozenset(name for name, number in numbers.items() if name != seldom or number > least)


def _beyond(key: tuple[str, str], *, later: bool) -> Any:
    place = tuple_(listed_day, contact.c.slug)
    return place > tuple_(*key) if later else place < tuple_(*key)


def count_contacts(connection: Connection, query: Query, cap: int = COUNT_CAP) -> int:
    """How many fit, `cap` + 1 where they are more than `cap`."""
    some = select(contact.c.day).where(*conditions(query)).limit(cap + 1).subquery()
    return int(connection.scalar(select(func.count()).select_from(some)) or 0)


def sketch_contacts(connection: Connection, query: Query, cap: int = COUNT_CAP) -> Sketch:
    """What fits, counted in one walk along the index of days: in all, by facet, by month.

    A facet by which the query chooses is counted as if it did not choose by it. Of more than `cap` contacts the
    latest are counted.
    """
    rows = _look(connection, query, cap + 1)
    counted = rows[:cap]
    facets = {name: Counter(getattr(row, name) for row in counted) for name in FACETS}
    for name in FACETS:
        if getattr(query, name):
            loose: dict[str, Any] = {name: ()}
            facets[name] = Counter(
                getattr(row, name) for row in _look(connection, replace(query, **loose), cap)
            )
    flags = {
        "disputed": sum(bool(row.disputed) for row in counted),
        "conflicts": sum(row.conflicts > 0 for row in counted),
    }
    months = Counter((row.day[:7], row.kind) for row in counted if row.day)
    return Sketch(
        count=len(rows),
        facets={**{name: dict(tally) for name, tally in facets.items()}, "flags": flags},
        months=tuple((month, kind, number) for (month, kind), number in sorted(months.items())),
        latest=tuple(row.id for row in rows[:LATEST]),
        days=tuple((row.day, row.kind, row.status, row.channel) for row in reversed(counted) if row.day),
    )


def _look(connection: Connection, query: Query, most: int) -> Sequence[Any]:
    """What the index tells of the latest contacts that fit."""
    seen = [contact.c[name] for name in (*FACETS, "disputed", "conflicts", "day", "id")]
    wanted = select(*seen).where(*conditions(query, often_in(connection, query, OFTEN_COUNTED)))
    return connection.execute(wanted.order_by(listed_day.desc(), contact.c.slug.desc()).limit(most)).all()


def count_beside(connection: Connection, names: Sequence[str]) -> dict[str, dict[str, int]]:
    """Topics, outlets, sides with accounts of their own, actors and states of the contacts with these ids."""
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
