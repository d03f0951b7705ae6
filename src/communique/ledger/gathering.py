"""Keeps `numbered` and `gathered`: a small number for each contact, and under each condition the set of its numbers.

A contact of Xi and Putin on 21 January 2025 is in the sets "" (all), "kind:video_call", "party:CHN", "topic:ukraine",
"month:2025-01", "year:2025" and so on: whatever it is listed under, pairs left out, and by its days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, tuple_

from communique.ledger import schema
from communique.ledger.bits import PART, Bits, bits_of, numbers_of, pack, unpack, without
from communique.ledger.portable import among, put_all
from communique.ledger.sets import note_change

listing, numbered, gathered = schema.listing, schema.numbered, schema.gathered
# What is listed under these stands in a set; what two have with each other is what both of them are in.
FACTS = ("kind:", "status:", "level:", "channel:", "topic:", "outlet:", "side:", "party:")
_ALONE = ("", "disputed", "conflicts")
# Contacts in which an actor only hosts, helps or mediates; of open beginning; those without any day are in "month:".
BESIDE, OPEN = "beside:", "open"
_BATCH = 50_000
Sets = dict[str, list[int]]


def gather_all(connection: Connection) -> None:
    """Number all contacts in order of days, and make all sets anew out of `listing`."""
    note_change(connection)
    connection.execute(delete(gathered))
    connection.execute(delete(numbered))
    numbers = _number_all(connection)
    for under in _ALONE:
        _keep_listed(connection, (listing.c.under == under,), numbers)
    for prefix in FACTS:
        _keep_listed(connection, (listing.c.under >= prefix, listing.c.under < _after(prefix)), numbers)


def is_gathered(under: str) -> bool:
    """Whether what is listed under this name is a set, too: pairs are not, each is what two sets share."""
    return under in _ALONE or under.startswith(FACTS)


def gather(connection: Connection, rows: Sequence[Any]) -> None:
    """Number the contacts of these rows of `listing`, all of each contact's, and put them into their sets."""
    kept = {row.contact: row for row in rows if row.under == ""}
    free = _free(connection, len(kept))
    numbers = dict(zip(sorted(kept), free, strict=True))
    told = [_numbered(number, kept[name]) for name, number in numbers.items()]
    if told:
        connection.execute(insert(numbered), told)
        _change(connection, _sets(rows, numbers), add=True)


def scatter(connection: Connection, rows: Sequence[Any]) -> None:
    """Take the contacts of these rows of `listing` out of their sets, and their numbers from them."""
    names = {row.contact for row in rows}
    held = select(numbered.c.contact, numbered.c.number).where(among(numbered.c.contact, names))
    numbers = {row.contact: row.number for row in connection.execute(held)}
    _change(connection, _sets([row for row in rows if row.contact in numbers], numbers), add=False)
    connection.execute(delete(numbered).where(among(numbered.c.contact, names)))


def _after(prefix: str) -> str:
    """The first text that comes behind all that begin with the prefix."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


def _numbered(number: int, row: Any) -> dict[str, Any]:
    return {"number": number, "contact": row.contact, "day": row.day, "slug": row.slug, "end": row.end}


def _number_all(connection: Connection) -> dict[str, int]:
    """Numbers of contacts by slug; in order of days, so that the contacts of a month stand side by side."""
    row = listing.c
    wanted = select(row.contact, row.day, row.slug, row.start, row.end).where(row.under == "")
    wanted = wanted.order_by(row.day, row.slug).execution_options(yield_per=_BATCH)
    numbers: dict[str, int] = {}
    days: Sets = defaultdict(list)
    for batch in connection.execute(wanted).partitions():
        told = []
        for each in batch:
            number = numbers[each.slug] = len(numbers)
            told.append(_numbered(number, each))
            for under in _by_days(each):
                days[under].append(number)
        connection.execute(insert(numbered), told)
    for under, members in days.items():
        _keep(connection, {under: bits_of(members)})
    return numbers


def _keep_listed(connection: Connection, asked: tuple[Any, ...], numbers: Mapping[str, int]) -> None:
    """The sets of what is listed under some unders, one after the other."""
    row = listing.c
    wanted = select(row.under, row.slug, row.dealing).where(*asked).order_by(row.under)
    under, members, beside = "", list[int](), list[int]()
    for batch in connection.execute(wanted.execution_options(yield_per=_BATCH)).partitions():
        for each in batch:
            if each.under != under:
                _keep_both(connection, under, members, beside)
                under, members, beside = each.under, [], []
            members.append(numbers[each.slug])
            if not each.dealing:
                beside.append(numbers[each.slug])
    _keep_both(connection, under, members, beside)


def _keep_both(connection: Connection, under: str, members: list[int], beside: list[int]) -> None:
    sets = {under: bits_of(members)}
    if beside:
        sets[BESIDE + under.partition(":")[2]] = bits_of(beside)
    _keep(connection, sets)


def _keep(connection: Connection, sets: Mapping[str, Bits]) -> None:
    rows = [
        {"under": under, "part": part, "bits": pack(held)}
        for under, bits in sets.items()
        for part, held in bits.items()
    ]
    put_all(connection, gathered, rows)


def _by_days(row: Any) -> Iterator[str]:
    """The sets that a contact is in by its days, which are those by which periods are told."""
    yield f"month:{row.day[:7]}"
    if row.day:
        yield f"year:{row.day[:4]}"
    if row.end is not None:
        yield from (f"to-month:{row.end[:7]}", f"to-year:{row.end[:4]}")
    if row.start is None:
        yield OPEN


def _sets(rows: Iterable[Any], numbers: Mapping[str, int]) -> Sets:
    """The numbers by what each of the contacts is under."""
    found: Sets = defaultdict(list)
    for row in rows:
        number = numbers[row.contact]
        if is_gathered(row.under):
            found[row.under].append(number)
        if row.under == "":
            for under in _by_days(row):
                found[under].append(number)
        if row.under.startswith("party:") and not row.dealing:
            found[BESIDE + row.under.partition(":")[2]].append(number)
    return found


def _change(connection: Connection, sets: Sets, *, add: bool) -> None:
    """Put numbers into their sets or take them out; only the parts that they are in are touched."""
    note_change(connection)
    changed = {
        (under, part): held for under, members in sets.items() for part, held in bits_of(members).items()
    }
    row = gathered.c
    near = among(row.under, sets), row.part.in_(sorted({part for _, part in changed}))
    held = {(each.under, each.part): each.bits for each in connection.execute(select(gathered).where(*near))}
    rows, empty = [], []
    for (under, part), members in sorted(changed.items()):
        before = unpack(held[under, part]) if (under, part) in held else 0
        after = before | members if add else before & ~members
        if after:
            rows.append({"under": under, "part": part, "bits": pack(after)})
        else:
            empty.append((under, part))
    put_all(connection, gathered, rows)
    if empty:
        connection.execute(
            delete(gathered).where(or_(*(tuple_(row.under, row.part) == each for each in empty)))
        )


def _free(connection: Connection, most: int) -> list[int]:
    """The lowest numbers that no contact has, so many."""
    row = gathered.c
    wanted = select(row.part, row.bits).where(row.under == "").order_by(row.part)
    held = {each.part: unpack(each.bits) for each in connection.execute(wanted)}
    last = max(held, default=0)
    end = held.get(last, 0).bit_length()
    whole: Bits = dict.fromkeys(range(last), (1 << PART) - 1)
    holes = numbers_of(without({**whole, last: (1 << end) - 1}, held))[:most]
    first = last * PART + end
    return [*holes, *range(first, first + most - len(holes))]
