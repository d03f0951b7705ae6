"""Counts remembered for some seconds: a page's list is always read anew, the numbers beside it need not be.

A count is made once; for FRESH seconds it is given as it is, and for as long as OLD it is still given while one
thread makes it again. So nobody waits for a count that somebody asked for a moment ago, however many ask.
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
    """What was counted, when, and what is being counted now."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: OrderedDict[Hashable, tuple[float, Any]] = OrderedDict()
        self._making: set[Hashable] = set()
        self._lock = threading.Lock()

    def get(self, make: Callable[..., Value], *asked: Any, **more: Any) -> Value:
        """`make(*asked, **more)`, or what it gave a short while ago; `make` is a method of the ledger."""
        key = (make.__name__, asked, tuple(sorted(more.items())))
        now = self._clock()
        with self._lock:
            held = self._held.get(key)
            again = held is not None and FRESH <= now - held[0] < OLD and key not in self._making
            if again:
                self._making.add(key)
        if held is None or now - held[0] >= OLD:
            return self._make(key, lambda: make(*asked, **more))
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

    def _make(self, key: Hashable, make: Callable[[], Value]) -> Value:
        value = make()
        with self._lock:
            self._held[key] = (self._clock(), value)
            self._held.move_to_end(key)
            while len(self._held) > _MOST:
                self._held.popitem(last=False)
        return value

    def _refresh(self, key: Hashable, make: Callable[..., Any], asked: Any, more: Any) -> None:
        from communique.errors import CommuniqueError

        try:
            self._make(key, lambda: make(*asked, **more))
        except CommuniqueError:
            # The old count stands; whoever asks after OLD seconds is told.
            return
        finally:
            with self._lock:
                self._making.discard(key)
