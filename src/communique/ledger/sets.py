"""Loads sets of contacts out of `gathered`, and holds those that were loaded last until the ledger's contacts change."""

from __future__ import annotations

import secrets
import threading
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, select

from communique.ledger import schema
from communique.ledger.bits import Bits, unpack
from communique.ledger.portable import among, put

if TYPE_CHECKING:
    from communique.ledger.counting import Countable

gathered, state_of = schema.gathered, schema.state_of
# A new word whenever a set changes; a number would come again after a batch that was not kept.
_STATE = "sets"
# Of each form of sets, in octets; a part of bits takes eight thousand at the most.
_MOST_OCTETS, _PART_OCTETS = 64_000_000, 8_000
# Answers made of sets, such as what fits a query.
_MOST_MADE = 128
Made = TypeVar("Made")


class Store:
    """What was loaded last by name, no more than has room; what was not asked for longest makes room."""

    def __init__(self, weigh: Callable[[Any], int]) -> None:
        self._weigh, self._weight = weigh, 0
        self._held: OrderedDict[str, Any] = OrderedDict()

    def get(self, names: Iterable[str]) -> dict[str, Any]:
        found = {name: self._held[name] for name in names if name in self._held}
        for name in found:
            self._held.move_to_end(name)
        return found

    def keep(self, loaded: dict[str, Any]) -> None:
        for name, value in loaded.items():
            if name not in self._held:
                self._weight += self._weigh(value)
                self._held[name] = value
        while self._weight > _MOST_OCTETS:
            self._weight -= self._weigh(self._held.popitem(last=False)[1])

    def clear(self) -> None:
        self._held.clear()
        self._weight = 0


class Held:
    """The sets that were loaded last, of one state of the ledger, as bits and made ready to be counted."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._state: str | None = None
        self._made: OrderedDict[Hashable, Any] = OrderedDict()
        self._lasting: dict[Hashable, Any] = {}
        self._stores = {
            "bits": Store(lambda bits: _PART_OCTETS * len(bits)),
            "countable": Store(lambda ready: int(ready.weight)),
        }

    def get(self, state: str | None, form: str, unders: Iterable[str]) -> dict[str, Any]:
        """Those of the sets that are held in this form; none of another state."""
        with self.lock:
            self._heed(state)
            return self._stores[form].get(unders)

    def made(self, state: str | None, key: Hashable, make: Callable[[], Made], *, lasting: bool) -> Made:
        """What was made under this key out of the sets of this state; made now where it was not.

        What is not `lasting`, as what fits a query, makes room when nobody has asked for it for long.
        """
        with self.lock:
            self._heed(state)
            if key in self._lasting:
                known: Made = self._lasting[key]
                return known
            if key in self._made:
                self._made.move_to_end(key)
                held: Made = self._made[key]
                return held
        value = make()
        with self.lock:
            if state == self._state:
                (self._lasting if lasting else self._made)[key] = value
            while len(self._made) > _MOST_MADE:
                self._made.popitem(last=False)
        return value

    def keep(self, state: str | None, form: str, loaded: dict[str, Any]) -> None:
        """Hold these, too."""
        with self.lock:
            if state == self._state:
                self._stores[form].keep(loaded)

    def _heed(self, state: str | None) -> None:
        """Let go of everything of another state."""
        if state != self._state:
            self._state = state
            self._made.clear()
            self._lasting.clear()
            for store in self._stores.values():
                store.clear()


_held: WeakKeyDictionary[Engine, Held] = WeakKeyDictionary()


def load_sets(connection: Connection, unders: Iterable[str]) -> dict[str, Bits]:
    """The sets of these names; an empty one is not there. They are shared: nobody may change them."""
    found: dict[str, Bits] = _loaded(connection, "bits", unders, _bits)
    return {under: bits for under, bits in found.items() if bits}


def _bits(parts: dict[int, bytes]) -> Bits:
    return {part: unpack(kept) for part, kept in parts.items()}


def load_countable(connection: Connection, unders: Iterable[str]) -> dict[str, Countable]:
    """The same, made ready to be counted; all names are there."""
    from communique.ledger.counting import make_countable

    return _loaded(connection, "countable", unders, make_countable)


def _loaded(
    connection: Connection, form: str, unders: Iterable[str], shape: Callable[[dict[int, bytes]], Any]
) -> dict[str, Any]:
    wanted = set(unders)
    held, state = _held_of(connection)
    found = held.get(state, form, wanted)
    if missing := wanted - found.keys():
        row = gathered.c
        parts: dict[str, dict[int, bytes]] = {under: {} for under in missing}
        asked = select(row.under, row.part, row.bits).where(among(row.under, missing))
        for under, part, bits in connection.execute(asked):
            parts[under][part] = bits
        loaded = {under: shape(kept) for under, kept in parts.items()}
        held.keep(state, form, loaded)
        found |= loaded
    return found


def once(connection: Connection, key: Hashable, make: Callable[[], Made], *, lasting: bool = False) -> Made:
    """What `make` makes out of sets, for all who ask under this key until the ledger's contacts change.

    `lasting`: of which there is one for the whole ledger, that most pages ask for; the rest is held for a while.
    """
    held, state = _held_of(connection)
    return held.made(state, key, make, lasting=lasting)


def state_held(connection: Connection) -> str | None:
    """A word that is another one whenever contacts have changed; None where nobody ever changed one."""
    # Within one state of the ledger it is asked for once.
    memo: dict[str, Any] | None = connection.get_execution_options().get("memo")
    if memo is not None and _STATE in memo:
        known: str | None = memo[_STATE]
        return known
    state = connection.scalar(select(state_of.c.value).where(state_of.c.name == _STATE))
    if memo is not None:
        memo[_STATE] = state
    return state


def _held_of(connection: Connection) -> tuple[Held, str | None]:
    return _held.setdefault(connection.engine, Held()), state_held(connection)


def names_between(connection: Connection, first: str, last: str) -> list[str]:
    """The names of sets from the first up to the last, in order: both of one sort, "month:2021" and "month:~"."""
    sort, row = first.partition(":")[0], gathered.c
    asked = select(row.under).where(row.under >= f"{sort}:", row.under <= f"{sort}:~").distinct()
    names = once(connection, ("names", sort), lambda: sorted(connection.scalars(asked)), lasting=True)
    return names[bisect_left(names, first) : bisect_right(names, last)]


def load_all_of(connection: Connection, *prefixes: str) -> dict[str, Bits]:
    """All sets whose names begin so."""
    names = [name for prefix in prefixes for name in names_between(connection, prefix, prefix + "~")]
    return load_sets(connection, names)


def note_change(connection: Connection) -> None:
    """Have nobody take the sets that are held for those of the ledger any more."""
    put(connection, state_of, {"name": _STATE, "value": secrets.token_hex(8)})
