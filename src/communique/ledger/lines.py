"""Lists of contacts, a page at a time by key, and the counts beside them: cheap however many there are.

A page begins behind a key, (day, slug) of the contact before it, and never by a number of rows to skip; counts stop
at a cap, from which on one says "more than".
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, case, distinct, func, select

from communique.ledger import schema
from communique.ledger.choosing import Place, choose, count_under, find_places, loosened
from communique.ledger.portable import among
from communique.ledger.query import Query
from communique.ledger.select import conditions

contact = schema.contact
# The day by which lists are ordered: the first, else the last; contacts without any come last.
listed_day = contact.c.day
COUNT_CAP = 10_000
# So many of the latest contacts are looked into for topics, outlets and names.
LATEST = 300
FACETS = ("kind", "status", "level", "channel")
_FACTS = (*FACETS, "disputed", "conflicts")
_ALL = Query()


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
    month, kind and number. `latest`: ids of the latest few hundred. `met`: day and facts of each, the latest first;
    empty where it was not asked for.
    """

    count: int
    facets: dict[str, dict[str, int]]
    months: tuple[tuple[str, str, int], ...]
    latest: tuple[str, ...]
    met: tuple[tuple[str, str], ...]

    @property
    def days(self) -> tuple[tuple[str, str, str, str], ...]:
        """Day, kind, status and channel of each that is dated, in order of time."""
        parts = {facts: facts.split("|") for facts in {facts for _, facts in self.met}}
        told = {facts: (kind, status, channel) for facts, (kind, status, _, channel, *_) in parts.items()}
        return tuple((day, *told[facts]) for day, facts in reversed(self.met) if day)


def select_page(
    connection: Connection, query: Query, key: tuple[str, str] | None, size: int, *, back: bool = False
) -> Listed:
    """The `size` contacts that come behind the key in order of days, latest first; `back`: those before it."""
    chosen = choose(connection, query, size + 1, key, back=back)
    # Which ones is answered by an index alone; only then their records are fetched.
    ids = [row.contact for row in connection.execute(chosen)]
    records = select(contact.c.id, contact.c.record, contact.c.reports, contact.c.origins)
    rows = {row.id: row for row in connection.execute(records.where(among(contact.c.id, ids[:size])))}
    more = len(ids) > size
    lines = [_line(rows[name]) for name in ids[:size]]
    if back:
        return Listed(lines=tuple(reversed(lines)), earlier=True, later=more)
    return Listed(lines=tuple(lines), earlier=more, later=key is not None)


def count_contacts(connection: Connection, query: Query, cap: int = COUNT_CAP) -> int:
    """How many fit, `cap` + 1 where they are more than `cap`."""
    some = choose(connection, query, cap + 1).subquery()
    return int(connection.scalar(select(func.count()).select_from(some)) or 0)


def known_count(connection: Connection, query: Query) -> int | None:
    """How many fit, where the tally has it: of all contacts, or of one actor; else None."""
    under = _tallied_under(connection, query)
    return None if under is None else count_under(connection, Place(unders=(under,)))


def sketch_contacts(
    connection: Connection, query: Query, cap: int = COUNT_CAP, *, days: bool = True
) -> Sketch:
    """What fits, counted in one walk in order of days: in all, by facet, by month.

    A facet by which the query chooses is counted as if it did not choose by it. Of more than `cap` contacts the
    latest are counted. Without `days` the sketch is small, however many fit.
    """
    rows = _met(connection, query, cap + 1)
    count = len(rows)
    # One text for all that are alike: a sketch may be kept for a while.
    alike_text: dict[str, str] = {}
    met = [(day, alike_text.setdefault(facts, facts)) for day, facts, *_ in rows]
    del met[cap:]
    alike = {facts: facts.split("|") for facts in {facts for _, facts in met}}
    numbers = Counter(facts for _, facts in met)
    facets: dict[str, Counter[str]] = {name: Counter() for name in (*FACETS, "flags")}
    for facts, number in numbers.items():
        for name, value in zip(_FACTS, alike[facts], strict=True):
            facets[name if name in FACETS else "flags"][value if name in FACETS else name] += (
                number if value != "" else 0
            )
    for name in FACETS:
        if getattr(query, name):
            facets[name] = _facet(connection, loosened(query, name), name, cap)
    months: Counter[tuple[str, str]] = Counter()
    for (month, facts), number in Counter((day[:7], facts) for day, facts in met if day).items():
        months[month, alike[facts][0]] += number
    latest = [name for *_, name in rows[:LATEST]] if rows and len(rows[0]) > 2 else _latest(connection, query)
    return Sketch(
        count=count,
        facets={name: dict(numbers) for name, numbers in facets.items()},
        months=tuple((month, kind, number) for (month, kind), number in sorted(months.items())),
        latest=tuple(latest[:cap]),
        met=tuple(met) if days else (),
    )


def _latest(connection: Connection, query: Query) -> list[str]:
    return [row.contact for row in connection.execute(choose(connection, query, LATEST))]


def _met(connection: Connection, query: Query, most: int) -> list[tuple[str, ...]]:
    """Day and facts ("visit|held|leaders|in_person||") of the latest that fit: two words a contact, as many are met.

    Where contacts are named one by one their ids come with them: to choose the latest again would be dear.
    """
    named = query.contacts is not None or query.reports is not None or query.words
    some = choose(connection, query, most).subquery()
    flags = (case((some.c.disputed, "1"), else_=""), case((some.c.conflicts > 0, "1"), else_=""))
    facts = reduce(lambda said, each: said + "|" + each, (*(some.c[name] for name in FACETS), *flags))
    # The walk gives them in order; to sort them all once more would take longer than the walk.
    columns = (some.c.day, facts, some.c.contact) if named else (some.c.day, facts)
    met = [tuple(row) for row in connection.execute(select(*columns)).all()]
    met.sort(key=itemgetter(0), reverse=True)
    return met


def _facet(connection: Connection, query: Query, name: str, most: int) -> Counter[str]:
    some = choose(connection, query, most).subquery()
    wanted = select(some.c[name], func.count()).group_by(some.c[name])
    return Counter({row[0]: row[1] for row in connection.execute(wanted)})


def count_beside(connection: Connection, names: Sequence[str]) -> dict[str, dict[str, int]]:
    """Topics, outlets, sides with accounts of their own, actors and states of the contacts with these ids."""
    topic, party = schema.contact_topic.c, schema.contact_party.c
    told, report, account = schema.contact_account, schema.report, schema.account
    by_outlet = told.join(report, told.c.report == report.c.id)
    by_side = told.join(account, told.c.account == account.c.id)
    within: dict[str, tuple[Any, Any, Any]] = {
        "topic": (schema.contact_topic, topic.contact, topic.topic),
        "actor": (schema.contact_party, party.contact, party.actor),
        "state": (schema.contact_party, party.contact, party.state),
        "side": (by_side, told.c.contact, account.c.side),
        "outlet": (by_outlet, told.c.contact, report.c.outlet),
    }
    return {name: _tallied(connection, names, *each) for name, each in within.items()}


def _tallied(
    connection: Connection, names: Sequence[str], rows: Any, owner: Any, value: Any
) -> dict[str, int]:
    """How many contacts have each value, most first; a contact counts once for a value."""
    wanted = (
        select(value, func.count(distinct(owner)))
        .select_from(rows)
        .where(among(owner, names), value.is_not(None))
        .group_by(value)
    )
    counted = [(row[0], int(row[1])) for row in connection.execute(wanted)]
    return dict(sorted(counted, key=lambda pair: (-pair[1], pair[0])))


def count_months(connection: Connection, query: Query, letters: int = 7) -> list[tuple[str, str, int]]:
    """Month (or year, with 4 letters), kind and number of the dated contacts that fit, in order of time."""
    under = _tallied_under(connection, query)
    if under is not None:
        return _from_tally(connection, under, letters)
    month = func.substr(listed_day, 1, letters).label("month")
    wanted = (
        select(month, contact.c.kind, func.count().label("number"))
        .where(*conditions(query), listed_day != "")
        .group_by(month, contact.c.kind)
        .order_by(month, contact.c.kind)
    )
    return [(row.month, row.kind, row.number) for row in connection.execute(wanted)]


def _tallied_under(connection: Connection, query: Query) -> str | None:
    """Under what the tally has the months of the query: all contacts, or one party's."""
    if replace(query, party=(), limit=None) != _ALL or len(query.party) > 1:
        return None
    unders = [under for place in find_places(connection, query) for under in place.unders] or [""]
    return unders[0] if len(unders) == 1 else None


def _from_tally(connection: Connection, under: str, letters: int) -> list[tuple[str, str, int]]:
    row = schema.tally.c
    month = func.substr(row.month, 1, letters).label("period")
    number = func.sum(row.number).label("number")
    wanted = (
        select(month, row.kind, number)
        .where(row.under == under, row.month != "")
        .group_by(month, row.kind)
        .having(number > 0)
        .order_by(month, row.kind)
    )
    return [(each.period, each.kind, int(each.number)) for each in connection.execute(wanted)]


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
