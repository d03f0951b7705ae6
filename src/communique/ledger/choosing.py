"""Which contacts fit a query, the latest first and no more than are wanted: walks along `listing`.

Each condition of a query ("China takes part", "a visit") is a place in `listing`. The walk goes along the place with
fewest contacts, in order of days, and asks of each contact whether it fits the rest. Where few of those fit, the
contacts are found by the sets of the conditions instead; so no question takes longer the more contacts there are.
"""

from __future__ import annotations

from collections.abc import Iterator
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
from communique.ledger.bits import size, size_of_both
from communique.ledger.fitting import Fitting, find_fitting, latest_of
from communique.ledger.listing import NARROW_MONTHS, WIDE
from communique.ledger.places import FACTS, Place, find_places
from communique.ledger.portable import among
from communique.ledger.query import Query

contact, listing, tally = schema.contact, schema.listing, schema.tally
Key = tuple[str, str]
Chosen = Select[Any] | CompoundSelect[Any]
_AT, _ALSO = listing.alias("walked"), listing.alias("also")
_OF_CONTACTS = contact.alias("walked")
# What the walk tells of a contact.
SEEN = ("contact", "day", "slug", "kind", "status", "level", "channel", "disputed", "conflicts", "pair")
# A walk may take so many steps for each contact that it finds, and so many in all; else contacts are found by sets.
_STEPS_EACH, _STEPS = 3, 2000
# A name that means more than so many actors, or kinds that are more, are walked together and put in order.
_MOST_WALKS = 6
_FAR = "9999-12-31"
# Longer than any interval of NARROW_MONTHS later months.
_NARROW_DAYS = 31 * (NARROW_MONTHS + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Walk:
    """A walk along a place: past what fits `met`, which an earlier walk has met; all must fit `other`, too."""

    at: Place
    wide: bool | None
    other: Place | None = None
    met: Place | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """A stretch of a list: the `most` behind the key, the latest first; `back`: those before it."""

    most: int
    key: Key | None = None
    back: bool = False
    seen: tuple[str, ...] = ("contact",)

    @property
    def columns(self) -> tuple[str, ...]:
        """What is selected: the key of the order, too."""
        return tuple(dict.fromkeys((*self.seen, "day", "slug")))


def choose(connection: Connection, query: Query, most: int, seen: tuple[str, ...] = SEEN) -> Chosen:
    """The `most` latest contacts, the latest first: of each day, slug and the columns `seen`, some of SEEN.

    `query.limit` is not heeded.
    """
    wanted = Stretch(most=most, seen=seen)
    chosen = _choose(connection, query, wanted)
    return _ordered(_of_ids(chosen, wanted), wanted) if isinstance(chosen, list) else chosen


def choose_names(
    connection: Connection, query: Query, most: int, key: Key | None = None, *, back: bool = False
) -> list[str]:
    """The ids of the same contacts, in that order; nothing is fetched of those that sets have found."""
    wanted = Stretch(most=most, key=key, back=back)
    chosen = _choose(connection, query, wanted)
    return chosen if isinstance(chosen, list) else [row.contact for row in connection.execute(chosen)]


def _choose(connection: Connection, query: Query, wanted: Stretch) -> Chosen | list[str]:
    """What selects them along `listing`, or their ids, found by sets and in order."""
    places = tuple(find_places(connection, query))
    walked = min(places, key=lambda place: count_under(connection, place), default=Place(unders=("",)))
    if not _is_plain(query, places):
        fitting = find_fitting(connection, query, places)
        if not _is_dense(fitting, walked, wanted.most):
            return latest_of(connection, fitting.fit(), wanted.most, wanted.key, back=wanted.back)
    rest = [place for place in places if place is not walked]
    arms = [_walk(walk, query, rest, wanted) for walk in _walks(walked, query)]
    # No contact is met on two walks, so that they are followed side by side until there are enough.
    return _ordered(arms[0] if len(arms) == 1 else union_all(*arms), wanted)


def count_under(connection: Connection, place: Place) -> int:
    """How many contacts stand there, one under two places twice."""
    row = tally.c
    unders = (*place.unders, f"crowd:{place.crowd}") if place.crowd else place.unders
    wanted = select(func.sum(row.number)).where(row.under.in_(unders), row.month == "", row.kind == "")
    return int(connection.scalar(wanted) or 0)


def _is_plain(query: Query, places: tuple[Place, ...]) -> bool:
    """Whether all that stand in one place are asked for, so that a walk along it finds one at each step."""
    if query.since or query.until or query.words or query.contacts is not None or query.reports is not None:
        return False
    return not places or (
        len(places) == 1 and 0 < len(places[0].unders) <= _MOST_WALKS and not places[0].crowd
    )


def _is_dense(fitting: Fitting, walked: Place, most: int) -> bool:
    """Whether a walk along the place soon finds so many contacts that fit, or knows that there are none."""
    if any(name == "named" for name, _ in fitting.by) or walked.crowd:
        return False
    days = next((bits for name, bits in fitting.by if name == "days"), fitting.all)
    along = fitting.at(walked) if walked in fitting.places else fitting.all
    steps = size_of_both(along, days) * most / max(1, size(fitting.fit()))
    return steps <= max(_STEPS, _STEPS_EACH * most)


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
    several = len(single) > 1 and place.unders[0].partition(":")[0] not in FACTS
    for number, at in enumerate(single):
        met = replace(place, unders=place.unders[:number]) if several and number else None
        yield from (Walk(at=at, wide=wide, met=met) for wide in widths)


def _walk(walk: Walk, query: Query, rest: list[Place], stretch: Stretch) -> Select[Any]:
    at = replace(walk.at, unders=tuple(WIDE + under for under in walk.at.unders)) if walk.wide else walk.at
    wanted = select(*(_AT.c[name] for name in stretch.columns)).where(_stands(_AT, at))
    if walk.other:
        wanted = wanted.where(_stands_also(_AT, walk.other))
    if walk.met:
        wanted = wanted.where(~_stands_also(_AT, walk.met))
    if len(walk.at.unders) > 1:
        wanted = wanted.distinct()
    wanted = wanted.where(
        *(_fits(_AT, each) for each in rest), *_overlaps(_AT, query), *_beyond(_AT, stretch)
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
    if name in FACTS:
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


def _beyond(at: FromClause, stretch: Stretch) -> Iterator[ColumnElement[bool]]:
    if stretch.key is not None:
        place = tuple_(at.c.day, at.c.slug)
        yield place > tuple_(*stretch.key) if stretch.back else place < tuple_(*stretch.key)


def _ordered(wanted: Chosen, stretch: Stretch) -> Chosen:
    order: tuple[Any, Any] = ("day", "slug") if stretch.back else (desc("day"), desc("slug"))
    return wanted.order_by(*order).limit(stretch.most)


def _of_ids(names: list[str], stretch: Stretch) -> Select[Any]:
    at = _OF_CONTACTS
    seen = [at.c.id.label("contact") if name == "contact" else at.c[name] for name in stretch.columns]
    return select(*seen).where(among(at.c.id, names))
