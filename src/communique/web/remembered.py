"""Counts remembered between pages: a page's list is always read anew, the numbers beside it need not be.

What follows from contacts alone holds until contacts change, and is counted anew then. What changes with every report
that is read (who has said a word) is counted once and given for FRESH seconds as it is; for as long as OLD it is still
given while one thread makes it again. So nobody waits for a count that somebody asked for a moment ago.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextvars import copy_context
from typing import Any, TypeVar

Value = TypeVar("Value")
FRESH, OLD = 15.0, 300.0
# A count of an actor with very many contacts takes a megabyte.
_MOST = 400


class Remembered:
    """What was counted, of which state of the contacts or when, and what is being counted now."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: OrderedDict[Hashable, tuple[Any, Any]] = OrderedDict()
        self._making: set[Hashable] = set()
        self._lock = threading.Lock()

    def get(self, state: str, make: Callable[..., Value], *asked: Any, **more: Any) -> Value:
        """`make(*asked, **more)`, or what it gave when the contacts were in this state; `make` is a method of the ledger."""
        key = _key(make, asked, more)
        with self._lock:
            held = self._held.get(key)
        if held is not None and held[0] == state:
            known: Value = held[1]
            return known
        return self._make(key, state, lambda: make(*asked, **more))

    def get_lately(self, make: Callable[..., Value], *asked: Any, **more: Any) -> Value:
        """`make(*asked, **more)`, or what it gave a short while ago."""
        key = _key(make, asked, more)
        now = self._clock()
        with self._lock:
            held = self._held.get(key)
            again = held is not None and FRESH <= now - held[0] < OLD and key not in self._making
            if again:
                self._making.add(key)
        if held is None or now - held[0] >= OLD:
            return self._make(key, now, lambda: make(*asked, **more))
        if again:
            # In the context of this request, so that its patience holds for the count, too.
            work = copy_context()
            threading.Thread(
                target=work.run, args=(self._refresh, key, make, asked, more), daemon=True
            ).start()
        value: Value = held[1]
        return value

    def forget(self) -> None:
        """Count everything anew: somebody has changed the ledger."""
        with self._lock:
            self._held.clear()

    def _make(self, key: Hashable, known: str | float, make: Callable[[], Value]) -> Value:
        value = make()
        with self._lock:
            self._held[key] = (known, value)
            self._held.move_to_end(key)
            while len(self._held) > _MOST:
                self._held.popitem(last=False)
        return value

    def _refresh(self, key: Hashable, make: Callable[..., Any], asked: Any, more: Any) -> None:
        from communique.errors import CommuniqueError

        try:
            self._make(key, self._clock(), lambda: make(*asked, **more))
        except CommuniqueError:
            # The old count stands; whoever asks after OLD seconds is told.
            return
        finally:
            with self._lock:
                self._making.discard(key)


def _key(make: Callable[..., Any], asked: Any, more: dict[str, Any]) -> Hashable:
    return (make.__name__, asked, tuple(sorted(more.items())))
