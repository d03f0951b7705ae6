"""Which contacts fit a query, as a set of numbers: what fits all conditions is what their sets share.

So it is counted exactly, whole or by kind, status, month or topic, however many fit, in some thousandths of a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from communique.ledger import schema
from communique.ledger.bits import (
    Bits,
    bits_of,
    both,
    either,
    numbers_of,
    shared,
    size,
    without,
)
from communique.ledger.gathering import BESIDE, OPEN
from communique.ledger.places import Place, find_places, named_contacts
from communique.ledger.portable import among, within_numbers
from communique.ledger.query import Query
from communique.ledger.sets import load_sets, names_between, once
from communique.merge.spreading import in_parcels

numbered = schema.numbered
Key = tuple[str, str]
# So many contacts are put in order at once; of more those of the latest months.
_AT_ONCE, _MONTHS_AT_ONCE = 150, 24


@dataclass(frozen=True, kw_only=True, slots=True)
class Fitting:
    """What fits each condition of a query: `all` has every contact, `by` the sets with the conditions' names.

    The first of `by` are those of `places`, in the same order.
    """

    all: Bits
    places: tuple[Place, ...]
    by: tuple[tuple[str, Bits], ...] = ()

    def fit(self, *, but: str = "") -> Bits:
        """What fits all conditions, those of one name left out: `fit(but="kind")`."""
        sets = [bits for name, bits in self.by if not but or name != but]
        return shared(sets) if sets else self.all

    def at(self, place: Place) -> Bits:
        """What fits one of the places."""
        return self.by[self.places.index(place)][1]


def find_fitting(connection: Connection, query: Query, places: tuple[Place, ...] | None = None) -> Fitting:
    """The sets of the query's conditions; its places where they have been found already."""
    if query.words:
        # What holds the words changes with every report, long before contacts do.
        return _find_fitting(connection, query, places)
    return once(connection, replace(query, limit=None), lambda: _find_fitting(connection, query, places))


def _find_fitting(connection: Connection, query: Query, places: tuple[Place, ...] | None) -> Fitting:
    places = tuple(find_places(connection, query)) if places is None else places
    held = load_sets(connection, {"", *(under for place in places for under in _unders(place))})
    whole = held.get("", {})
    by = [(_name_of(place), _of_place(place, held)) for place in places]
    by += [("days", bits) for bits in _by_days(connection, query, whole)]
    named = named_contacts(connection, query)
    if named is not None:
        asked = select(numbered.c.number).where(among(numbered.c.contact, named))
        by.append(("named", bits_of(connection.scalars(asked))))
    return Fitting(all=whole, places=places, by=tuple(by))


def count_contacts(connection: Connection, query: Query) -> int:
    """How many fit."""
    return size(find_fitting(connection, query).fit())


def _name_of(place: Place) -> str:
    return place.unders[0].partition(":")[0] if place.unders else "nobody"


def latest_of(
    connection: Connection, bits: Bits, most: int, key: Key | None = None, *, back: bool = False
) -> list[str]:
    """The ids of the `most` of these contacts behind the key (day, slug), the latest first; `back`: those before it."""
    if size(bits) <= _AT_ONCE:
        return _placed(connection, [bits], most, key, back=back)
    return _placed(connection, _by_months(connection, bits, key, back=back), most, key, back=back)


def _by_months(connection: Connection, bits: Bits, key: Key | None, *, back: bool) -> Iterator[Bits]:
    """The contacts month by month from the key on, the latest first; `back`: the earliest."""
    month = "month:" + (key[0][:7] if key else "")
    first, last = (month, "month:~") if back else ("month:", month if key else "month:~")
    months = names_between(connection, first, last)
    months.sort(reverse=not back)
    for at in range(0, len(months), _MONTHS_AT_ONCE):
        some = months[at : at + _MONTHS_AT_ONCE]
        held = load_sets(connection, some)
        for each in some:
            if met := both(held.get(each, {}), bits):
                yield met


def _placed(
    connection: Connection, sets: Iterable[Bits], most: int, key: Key | None, *, back: bool
) -> list[str]:
    row = numbered.c
    found: list[str] = []
    for bits in _joined(sets, most):
        wanted = select(row.day, row.slug, row.contact).where(within_numbers(row.number, numbers_of(bits)))
        rows = sorted((tuple(each) for each in connection.execute(wanted)), reverse=not back)
        beyond = [each for each in rows if key is None or (each[:2] > key if back else each[:2] < key)]
        found += [name for *_, name in beyond[: most - len(found)]]
        if len(found) >= most:
            break
    return found


def _joined(sets: Iterable[Bits], least: int) -> Iterator[Bits]:
    """Sets that follow each other, as many at once as have so many contacts."""
    return map(either, in_parcels(sets, size, least))


def _unders(place: Place) -> Iterator[str]:
    if place.crowd and place.other:
        dealing: tuple[str, ...] = (f"party:{place.crowd}", f"party:{place.other}")
    else:
        dealing = place.unders
    yield from dealing
    if place.dealing or place.crowd:
        yield from (BESIDE + under.partition(":")[2] for under in dealing)


def _of_place(place: Place, held: dict[str, Bits]) -> Bits:
    """What stands there; a pair is where one deals and the other deals."""
    if place.crowd and place.other:
        return both(_dealing(f"party:{place.crowd}", held), _dealing(f"party:{place.other}", held))
    if place.dealing:
        return either(_dealing(under, held) for under in place.unders)
    return either(held.get(under, {}) for under in place.unders)


def _dealing(under: str, held: dict[str, Bits]) -> Bits:
    return without(held.get(under, {}), held.get(BESIDE + under.partition(":")[2], {}))


def _by_days(connection: Connection, query: Query, whole: Bits) -> list[Bits]:
    if not (query.since or query.until):
        return []
    return [shared(list(_overlapping(connection, query, whole)))]


def _overlapping(connection: Connection, query: Query, whole: Bits) -> Iterator[Bits]:
    """What overlaps the days that are asked for."""
    row = numbered.c
    yield without(whole, load_sets(connection, ["month:"]).get("month:", {}))
    if query.since:
        year, month = query.since[:4], query.since[:7]
        gone = _before(connection, "to-year:", "", year) + _before(connection, "to-month:", year, month)
        near = connection.scalars(select(row.number).where(row.end >= month, row.end < query.since))
        yield without(whole, either([*gone, bits_of(near)]))
    if query.until:
        year, month = query.until[:4], query.until[:7]
        later = _behind(connection, "year:", year, "~") + _behind(connection, "month:", month, year + "~")
        near = connection.scalars(select(row.number).where(row.day > query.until, row.day < month + "~"))
        begun = load_sets(connection, [OPEN]).get(OPEN, {})
        yield without(whole, without(either([*later, bits_of(near)]), begun))


def _before(connection: Connection, prefix: str, first: str, end: str) -> list[Bits]:
    """The sets from `first` on that come before `end`."""
    names = names_between(connection, prefix + first, prefix + end)
    return list(load_sets(connection, [name for name in names if name != prefix + end]).values())


def _behind(connection: Connection, prefix: str, last: str, end: str) -> list[Bits]:
    """The sets that come behind `last`, up to `end`."""
    names = names_between(connection, prefix + last, prefix + end)
    return list(load_sets(connection, [name for name in names if name != prefix + last]).values())
