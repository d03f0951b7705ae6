"""Loads sets of contacts out of `gathered`, and holds those that were loaded last until the ledger's contacts change."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, select

from communique.ledger import schema
from communique.ledger.bits import Bits, unpack
from communique.ledger.portable import among, put

gathered, state_of = schema.gathered, schema.state_of
# A new word whenever a set changes; a number would come again after a batch that was not kept.
_STATE = "sets"
# A part takes eight kilobytes at the most.
_MOST_PARTS = 8000
# Answers made of sets, such as what fits a query.
_MOST_MADE = 32
Made = TypeVar("Made")


class Held:
    """The sets that were loaded last, of one state of the ledger."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._state: str | None = None
        self._sets: OrderedDict[str, Bits] = OrderedDict()
        self._made: OrderedDict[Hashable, Any] = OrderedDict()
        self._parts = 0

    def get(self, state: str | None, unders: Iterable[str]) -> dict[str, Bits]:
        """Those of the sets that are held; none of another state."""
        with self.lock:
            self._heed(state)
            found = {under: self._sets[under] for under in unders if under in self._sets}
            for under in found:
                self._sets.move_to_end(under)
            return found

    def made(self, state: str | None, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made under this key out of the sets of this state; made now where it was not."""
        with self.lock:
            self._heed(state)
            if key in self._made:
                self._made.move_to_end(key)
                held: Made = self._made[key]
                return held
        value = make()
        with self.lock:
            if state == self._state:
                self._made[key] = value
            while len(self._made) > _MOST_MADE:
                self._made.popitem(last=False)
        return value

    def _heed(self, state: str | None) -> None:
        """Let go of everything of another state."""
        if state != self._state:
            self._state, self._parts = state, 0
            self._sets.clear()
            self._made.clear()

    def keep(self, state: str | None, sets: dict[str, Bits]) -> None:
        """Hold these, too; what was not asked for longest makes room."""
        with self.lock:
            if state != self._state:
                return
            for under, bits in sets.items():
                self._parts += len(bits) - len(self._sets.get(under, ()))
                self._sets[under] = bits
            while self._parts > _MOST_PARTS:
                self._parts -= len(self._sets.popitem(last=False)[1])


_held: WeakKeyDictionary[Engine, Held] = WeakKeyDictionary()


def load_sets(connection: Connection, unders: Iterable[str]) -> dict[str, Bits]:
    """The sets of these names; an empty one is not there. They are shared: nobody may change them."""
    wanted = set(unders)
    held, state = _held_of(connection)
    found = held.get(state, wanted)
    if missing := wanted - found.keys():
        row = gathered.c
        loaded: dict[str, Bits] = {under: {} for under in missing}
        asked = select(row.under, row.part, row.bits).where(among(row.under, missing))
        for under, part, bits in connection.execute(asked):
            loaded[under][part] = unpack(bits)
        held.keep(state, loaded)
        found |= loaded
    return {under: bits for under, bits in found.items() if bits}


def once(connection: Connection, key: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` makes out of sets, for all who ask under this key until the ledger's contacts change."""
    held, state = _held_of(connection)
    return held.made(state, key, make)


def _held_of(connection: Connection) -> tuple[Held, str | None]:
    state = connection.scalar(select(state_of.c.value).where(state_of.c.name == _STATE))
    return _held.setdefault(connection.engine, Held()), state


def names_between(connection: Connection, first: str, last: str) -> list[str]:
    """The names of sets from the first up to the last, in order."""
    row = gathered.c
    asked = select(row.under).where(row.under >= first, row.under <= last).distinct()
    return once(connection, ("names", first, last), lambda: sorted(connection.scalars(asked)))


def load_all_of(connection: Connection, *prefixes: str) -> dict[str, Bits]:
    """All sets whose names begin so."""
    names = [name for prefix in prefixes for name in names_between(connection, prefix, prefix + "~")]
    return load_sets(connection, names)


def note_change(connection: Connection) -> None:
    """Have nobody take the sets that are held for those of the ledger any more."""
    put(connection, state_of, {"name": _STATE, "value": secrets.token_hex(8)})
