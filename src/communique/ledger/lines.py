"""Lists of contacts, a page at a time by key, and the counts beside them: cheap however many there are.

A page begins behind a key, (day, slug) of the contact before it, and never by a number of rows to skip.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, Connection, distinct, func, literal_column, select, union_all

from communique.ledger import schema
from communique.ledger.choosing import choose_names
from communique.ledger.fitting import find_fitting
from communique.ledger.portable import among, among_given, names_of
from communique.ledger.query import Query
from communique.ledger.sets import load_countable

contact = schema.contact
# So many topics, outlets and names are counted beside a list.
BESIDE = 24
# They are chosen out of so many of the latest contacts.
LOOKED_INTO = 60
_BESIDE_SORTS = ("topic", "actor", "state", "side", "outlet")


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


def count_beside(connection: Connection, query: Query, names: Sequence[str]) -> dict[str, dict[str, int]]:
    """Topics, outlets, sides with accounts of their own, actors and states that these contacts (by id) have.

    Those that most of them have come first, no more than are shown; each with how many of all that fit have it.
    """
    met = _met(connection, names[:LOOKED_INTO])
    return _counted(connection, query, met)


def _met(connection: Connection, names: Sequence[str]) -> dict[str, list[str]]:
    """The values that these contacts have, those that most of them have first, no more than are shown."""
    counted: dict[str, list[tuple[int, str]]] = {name: [] for name in _BESIDE_SORTS}
    for name, value, number in connection.execute(_values_met(), {"contacts": json.dumps(list(names))}):
        counted[name].append((-int(number), value))
    return {name: [value for _, value in sorted(each)[:BESIDE]] for name, each in counted.items()}


@cache
def _values_met() -> CompoundSelect[Any]:
    """Sort, value, and how many of the contacts have it; put together once, which takes longer than to answer it."""
    topic, party = schema.contact_topic, schema.contact_party
    told, report, account = schema.contact_account, schema.report, schema.account
    by_outlet = told.join(report, told.c.report == report.c.id)
    by_side = told.join(account, told.c.account == account.c.id)
    # Where each sort stands: the rows, the contact in them, the value.
    within: tuple[tuple[Any, Any, Any], ...] = (
        (topic, topic.c.contact, topic.c.topic),
        (party, party.c.contact, party.c.actor),
        (party, party.c.contact, party.c.state),
        (by_side, told.c.contact, account.c.side),
        (by_outlet, told.c.contact, report.c.outlet),
    )
    arms = []
    for name, (rows, owner, value) in zip(_BESIDE_SORTS, within, strict=True):
        # A contact counts once for a value.
        wanted = select(literal_column(f"'{name}'"), value, func.count(distinct(owner))).select_from(rows)
        arms.append(wanted.where(among_given(owner, "contacts"), value.is_not(None)).group_by(value))
    return union_all(*arms)


def _counted(connection: Connection, query: Query, met: dict[str, list[str]]) -> dict[str, dict[str, int]]:
    """How many of all that fit have each of the values, most first; topics as if none were chosen."""
    from communique.ledger.counting import Fit

    fitting = find_fitting(connection, query)
    unders = {name: _unders(connection, name, values) for name, values in met.items()}
    sets = load_countable(connection, (under for each in unders.values() for under in each.values()))
    fit = Fit(fitting.fit())
    loose = Fit(fitting.fit(but="topic")) if query.topic else fit
    counted: dict[str, dict[str, int]] = {}
    for name, values in unders.items():
        among_these = loose if name == "topic" else fit
        numbers = {value: among_these.within(sets[under]) for value, under in values.items()}
        counted[name] = dict(sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0])))
    return counted


def _unders(connection: Connection, name: str, values: Sequence[str]) -> dict[str, str]:
    """The sets of the values: that of the outlet "The Turku Post" is "outlet:the turku post"."""
    if name == "outlet":
        told = names_of(values).c.value
        return {row[0]: f"outlet:{row[1]}" for row in connection.execute(select(told, func.lower(told)))}
    kind = "party" if name in ("actor", "state") else name
    return {value: f"{kind}:{value}" for value in values}


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
