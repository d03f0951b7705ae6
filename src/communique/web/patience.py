"""How long a question to the ledger may take: beyond it, the question is given up and the reader told so."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from communique.errors import CommuniqueError, LedgerError
from communique.ledger import Ledger

_deadline: ContextVar[float | None] = ContextVar("deadline", default=None)
# SQLite asks this often, in steps of its machine, whether to go on: some thousand times a second.
_STEPS = 20_000
# Of the file each connection keeps in memory: the upper parts of the indexes of a large ledger have room in it.
_KILOBYTES = 24_000


class TooLongError(CommuniqueError):
    """A question that the ledger could not answer within the time that pages allow."""


@contextmanager
def patient(seconds: float) -> Iterator[None]:
    """Within it, questions to a watched ledger end after so many seconds. Raises TooLongError."""
    token = _deadline.set(time.monotonic() + seconds)
    try:
        yield
    except LedgerError as error:
        if "interrupted" in str(error):
            remedy = "ask for less: a shorter time, or one more filter"
            raise TooLongError(f"the answer took longer than {seconds:g} seconds", remedy=remedy) from error
        raise
    finally:
        _deadline.reset(token)


def watch(ledger: Ledger) -> None:
    """Let the ledger's connections give up when the time of the request that uses them is over, and remember more."""

    def set_up(raw: Any) -> None:
        if hasattr(raw, "set_progress_handler"):  # a server has a limit, and memory, of its own
            raw.set_progress_handler(_give_up, _STEPS)
            raw.execute(f"PRAGMA cache_size = -{_KILOBYTES}")

    ledger.on_connect(set_up)


def _give_up() -> int:
    deadline = _deadline.get()
    return int(deadline is not None and time.monotonic() > deadline)
