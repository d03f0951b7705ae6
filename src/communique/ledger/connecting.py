"""`Connected`: an open ledger's file and its transactions; what questions and writing stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from threading import get_ident
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, event

from communique.errors import UsageError
from communique.ledger.derived import derive_contacts, derive_pending, is_derived
from communique.ledger.opening import MEMORY, naming_faults, open_engine, writing

if TYPE_CHECKING:
    from communique.merge import Spread

# Whose questions are answered over which connection, within `at_once`: the thread, the ledger, the connection.
_shared: ContextVar[tuple[int, Connected, Connection] | None] = ContextVar("shared", default=None)


class Connected:
    """The file of a ledger, opened; let go of at the end of a `with` statement."""

    def __init__(self, path: str = MEMORY, *, create: bool = True, as_merged: bool = False) -> None:
        self.path = str(path)
        self._as_merged = as_merged
        self._engine = open_engine(self.path, create=create)

    @classmethod
    def open(cls, path: str = MEMORY, *, create: bool = True, as_merged: bool = False) -> Self:
        """The ledger at `path`, made there if needed; ":memory:" keeps nothing. Raises LedgerError.

        `as_merged`: questions are answered by the contacts as they were merged last, and wait for no merging of
        what came since; for readers beside a long run that writes.
        """
        return cls(path, create=create, as_merged=as_merged)

    def on_connect(self, set_up: Callable[[Any], None]) -> None:
        """Have each connection to the file set up by `set_up`, which gets the driver's own connection."""
        event.listen(self._engine, "connect", lambda raw, _: set_up(raw))
        if self.path != MEMORY:
            self._engine.dispose()

    def is_merged(self) -> bool:
        """Whether the contacts follow from everything that was read."""
        with self._reading() as connection:
            return is_derived(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def derive(self, recorded: str | None = None) -> None:
        """Make all contacts again from accounts and decisions."""
        with self._writing() as connection:
            derive_contacts(connection, moment_of(recorded))

    def merge(self, spread: Spread | None = None, recorded: str | None = None) -> None:
        """Make the contacts follow from what was written, where they do not yet; `spread` shares out the work."""
        if not self.is_merged():
            with self._writing() as connection:
                derive_pending(connection, moment_of(recorded), spread)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Within it all questions of this thread are answered from one state of the ledger, over one connection.

        For a page that asks many: its numbers fit together. What is written meanwhile, it does not see.
        """
        if not self._as_merged:
            self.merge()
        with naming_faults(self.path), self._engine.connect() as connection:
            one_state = connection.execution_options(memo={}, **_of_one_state(connection))
            token = _shared.set((get_ident(), self, one_state))
            try:
                yield
            finally:
                _shared.reset(token)

    def _held(self) -> Connection | None:
        """The connection that this thread's questions share now."""
        shared = _shared.get()
        # A thread that begins in a copy of this context has no part in its connection.
        return shared[2] if shared and shared[0] == get_ident() and shared[1] is self else None

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        held = self._held()
        if held is not None:
            with naming_faults(self.path):
                yield held
            return
        with naming_faults(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with naming_faults(self.path), writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _derived(self) -> Iterator[Connection]:
        """A connection for questions about contacts: derives them first where a batch came since."""
        if not self._as_merged and self._held() is None and not self.is_merged():
            with self._writing() as connection:
                derive_pending(connection, moment_of(None))
        with self._reading() as connection:
            yield connection


def _of_one_state(connection: Connection) -> dict[str, Any]:
    """How a connection is told to answer from one state: a file does so by itself, a server must be asked."""
    return {} if connection.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}


def moment_of(recorded: str | None) -> str:
    """The time at which the ledger learns something, in UTC, so that times compare as texts; now by default."""
    if recorded is None:
        return datetime.now(UTC).isoformat(timespec="microseconds")
    try:
        told = datetime.fromisoformat(recorded)
    except ValueError:
        raise UsageError(f"{recorded!r} is no time", remedy="write it as 2026-03-10T12:00:00+00:00") from None
    return (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
