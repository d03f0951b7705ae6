"""Which contacts fit a query, the latest first and no more than are wanted: walks along `listing`.

Each condition of a query ("China takes part", "a visit") is a place in `listing`. The walk goes along the place with
fewest contacts, in order of days, and asks of each contact whether it fits the rest; so what is rare is found at
once and what is frequent soon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    FromClause,
    Select,
    desc,
    false,
    func,
    select,
    tuple_,
    union_all,
)

from communique.ledger import schema
from communique.ledger.listing import NARROW_MONTHS, WIDE
from communique.ledger.names import ids_meant, sides_of
from communique.ledger.portable import among
from communique.ledger.query import Query
from communique.ledger.search import holding_words

contact, listing, tally = schema.contact, schema.listing, schema.tally
Key = tuple[str, str]
Chosen = Select[Any] | CompoundSelect[Any]
_AT, _ALSO = listing.alias("walked"), listing.alias("also")
_OF_CONTACTS = contact.alias("walked")
# What the walk tells of a contact.
SEEN = ("contact", "day", "slug", "kind", "status", "level", "channel", "disputed", "conflicts", "pair")
_FACTS = ("kind", "status", "level", "channel")
# A name that means more than so many actors, or kinds that are more, are walked together and put in order.
_MOST_WALKS = 6
_FAR = "9999-12-31"
# Longer than any interval of NARROW_MONTHS later months.
_NARROW_DAYS = 31 * (NARROW_MONTHS + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A condition: to stand under one of these; `dealing`: as one of those who deal with each other."""

    unders: tuple[str, ...]
    dealing: bool = False
    # "China and Russia deal with each other": under their pair; in a crowd, under one of them, the other asked for.
    crowd: str | None = None
    other: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Walk:
    """A walk along a place: past what fits `met`, which an earlier walk has met; all must fit `other`, too."""

    at: Place
    wide: bool | None
    other: Place | None = None
    met: Place | None = None


def choose(
    connection: Connection, query: Query, most: int, key: Key | None = None, *, back: bool = False
) -> Chosen:
    """The `most` contacts (columns SEEN) behind the key (day, slug) in order of days, the latest first.

    `back`: those before the key, the earliest first. `query.limit` is not heeded.
    """
    places = list(find_places(connection, query))
    named = _named(connection, query)
    if named is not None:
        return _ordered(_of_ids(named, query, places, key, back=back), most, back=back)
    walked = min(places, key=lambda place: count_under(connection, place), default=Place(unders=("",)))
    rest = [place for place in places if place is not walked]
    walks = list(_walks(walked, query))
    arms = [_walk(walk, query, rest, key, back=back) for walk in walks]
    # No contact is met on two walks, so that they are followed side by side until there are enough.
    return _ordered(arms[0] if len(arms) == 1 else union_all(*arms), most, back=back)


def count_under(connection: Connection, place: Place) -> int:
    """How many contacts stand there, one under two places twice."""
    row = tally.c
    unders = (*place.unders, f"crowd:{place.crowd}") if place.crowd else place.unders
    wanted = select(func.sum(row.number)).where(row.under.in_(unders), row.month == "", row.kind == "")
    return int(connection.scalar(wanted) or 0)


def find_places(connection: Connection, query: Query) -> Iterator[Place]:
    """The conditions of the query that are places in `listing`; contacts fit that stand in each."""
    yield from _between(connection, query)
    yield from (Place(unders=_under("party", ids_meant(connection, name))) for name in query.party)
    for name in _FACTS:
        if wanted := getattr(query, name):
            yield Place(unders=_under(name, wanted))
    if query.disputed:
        yield Place(unders=("disputed",))
    if query.conflicts:
        yield Place(unders=("conflicts",))
    if query.topic:
        topics = [topic.lower().replace(" ", "-").replace("_", "-") for topic in query.topic]
        yield Place(unders=_under("topic", topics))
    for outlet in query.outlet:
        yield Place(unders=(f"outlet:{connection.scalar(select(func.lower(outlet)))}",))
    yield from (Place(unders=(f"side:{side}",)) for side in query.side)


def _under(name: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{name}:{value}" for value in sorted(set(values)))


def _between(connection: Connection, query: Query) -> Iterator[Place]:
    meant = [ids_meant(connection, name) for name in query.between]
    if len(meant) == 2 and all(len(ids) == 1 for ids in meant):
        (one,), (other,) = meant
        sides = [sides_of(connection, name) for name in (one, other)]
        # Pairs are kept of two sides, and of two persons (or organisations) of different sides.
        if not sides[0] & sides[1] and (one in sides[0]) == (other in sides[1]):
            pair = " ".join(sorted((one, other)))
            yield Place(unders=(f"pair:{pair}",), crowd=one, other=other)
            return
    yield from (Place(unders=_under("party", ids), dealing=True) for ids in meant)


def _walks(place: Place, query: Query) -> Iterator[Walk]:
    """Along each under; where days are asked for along narrow and wide intervals in turn, else along both (None)."""
    widths = (False, True) if query.since or query.until else (None,)
    single = [replace(place, unders=(under,), crowd=None, other=None) for under in place.unders]
    if len(single) > _MOST_WALKS or not single:
        single = [place]
    if place.crowd and place.other:
        asked = Place(unders=(f"party:{place.other}",), dealing=True)
        yield from (
            Walk(at=Place(unders=(f"crowd:{place.crowd}",)), wide=wide, other=asked) for wide in widths
        )
    # One contact is of several parties or topics; what was met on one walk is left out on the next.
    several = len(single) > 1 and place.unders[0].partition(":")[0] not in _FACTS
    for number, at in enumerate(single):
        met = replace(place, unders=place.unders[:number]) if several and number else None
        yield from (Walk(at=at, wide=wide, met=met) for wide in widths)


def _walk(walk: Walk, query: Query, rest: list[Place], key: Key | None, *, back: bool) -> Select[Any]:
    at = replace(walk.at, unders=tuple(WIDE + under for under in walk.at.unders)) if walk.wide else walk.at
    wanted = select(*(_AT.c[name] for name in SEEN)).where(_stands(_AT, at))
    if walk.other:
        wanted = wanted.where(_stands_also(_AT, walk.other))
    if walk.met:
        wanted = wanted.where(~_stands_also(_AT, walk.met))
    if len(walk.at.unders) > 1:
        wanted = wanted.distinct()
    wanted = wanted.where(
        *(_fits(_AT, each) for each in rest), *_overlaps(_AT, query), *_beyond(_AT, key, back)
    )
    return wanted if walk.wide is not False else wanted.where(_AT.c.wide == 0, *_near(_AT, query))


def _stands(at: FromClause, place: Place) -> ColumnElement[bool]:
    if not place.unders:
        return false()
    named = at.c.under == place.unders[0] if len(place.unders) == 1 else at.c.under.in_(place.unders)
    return named & (at.c.dealing == 1) if place.dealing else named


def _fits(at: FromClause, place: Place) -> ColumnElement[bool]:
    """Whether a contact fits a condition that is not walked along: by its own columns, or by a look-up."""
    name, _, _ = place.unders[0].partition(":") if place.unders else ("", "", "")
    if name in _FACTS:
        return at.c[name].in_([under.partition(":")[2] for under in place.unders])
    if name == "disputed":
        return at.c.disputed.is_(True)
    if name == "conflicts":
        return at.c.conflicts > 0
    if place.crowd:
        both = (Place(unders=(f"party:{name}",), dealing=True) for name in (place.crowd, place.other))
        first, second = (_stands_also(at, each) for each in both)
        return first & second
    return _stands_also(at, place)


def _stands_also(at: FromClause, place: Place) -> ColumnElement[bool]:
    same = _ALSO.c.day == at.c.day, _ALSO.c.slug == at.c.slug
    return select(_ALSO.c.under).where(_stands(_ALSO, place), *same).correlate(at).exists()


def _overlaps(at: FromClause, query: Query) -> Iterator[ColumnElement[bool]]:
    if query.since or query.until:
        yield at.c.start.is_not(None) | at.c.end.is_not(None)
    if query.since:
        yield func.coalesce(at.c.end, _FAR) >= query.since
    if query.until:
        yield func.coalesce(at.c.start, "") <= query.until


def _near(at: FromClause, query: Query) -> Iterator[ColumnElement[bool]]:
    """Of an interval that is neither open nor long, its first day is near the days that are asked for."""
    if query.since:
        try:
            yield at.c.day >= (date.fromisoformat(query.since) - timedelta(days=_NARROW_DAYS)).isoformat()
        except (ValueError, OverflowError):
            return
    if query.until:
        yield at.c.day <= query.until


def _beyond(at: FromClause, key: Key | None, back: bool) -> Iterator[ColumnElement[bool]]:
    if key is not None:
        place = tuple_(at.c.day, at.c.slug)
        yield place > tuple_(*key) if back else place < tuple_(*key)


def _ordered(wanted: Chosen, most: int, *, back: bool) -> Chosen:
    order: tuple[Any, Any] = ("day", "slug") if back else (desc("day"), desc("slug"))
    return wanted.order_by(*order).limit(most)


def _named(connection: Connection, query: Query) -> list[str] | None:
    """Ids of contacts, where the query names them, or reports or words that they are found by."""
    found: set[str] | None = None
    told = schema.contact_account.c
    for wanted in (
        None if query.contacts is None else set(query.contacts),
        None
        if query.reports is None
        else set(connection.scalars(select(told.contact).where(among(told.report, query.reports)))),
        set(connection.scalars(holding_words(query.words))) if query.words else None,
    ):
        if wanted is not None:
            found = wanted if found is None else found & wanted
    return None if found is None else sorted(found)


def _of_ids(
    names: list[str], query: Query, places: list[Place], key: Key | None, *, back: bool
) -> Select[Any]:
    at = _OF_CONTACTS
    seen = [at.c.id.label("contact") if name == "contact" else at.c[name] for name in SEEN]
    asked = (*(_fits(at, each) for each in places), *_overlaps(at, query), *_beyond(at, key, back))
    return select(*seen).where(among(at.c.id, names), *asked)


def loosened(query: Query, name: str) -> Query:
    """The query without one of its conditions."""
    empty: Any = ()
    changed: dict[str, Any] = {name: empty}
    return replace(query, **changed)
