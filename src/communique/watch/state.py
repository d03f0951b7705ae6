"""What a watch remembers between runs, in a small SQLite file: validators, back-offs, entries read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from types import TracebackType
from typing import Self

from communique.errors import InputError

_TABLES = """
CREATE TABLE IF NOT EXISTS feed (address TEXT PRIMARY KEY, etag TEXT, last_modified TEXT, due REAL NOT NULL,
                                 failures INTEGER NOT NULL, moved_to TEXT, trouble TEXT);
CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, feed TEXT NOT NULL, read REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS robots (host TEXT PRIMARY KEY, rules TEXT, fetched REAL NOT NULL);
CREATE TABLE IF NOT EXISTS told (contact TEXT PRIMARY KEY, title TEXT NOT NULL, summary TEXT NOT NULL, told REAL NOT NULL);
"""
_VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedState:
    """What is known of a feed: its validators, when it is due (seconds since 1970), failures in a row, the
    address that it has moved to for good, and its last trouble.
    """

    address: str
    etag: str | None = None
    last_modified: str | None = None
    due: float = 0.0
    failures: int = 0
    moved_to: str | None = None
    trouble: str | None = None


class WatchState:
    """The memory of a watch. Each change is on disk when the call returns, so a kill loses nothing."""

    def __init__(self, path: str) -> None:
        try:
            self._file = sqlite3.connect(path, isolation_level=None, timeout=10)
            self._file.execute("PRAGMA journal_mode = WAL")
            version = self._file.execute("PRAGMA user_version").fetchone()[0]
            if version > _VERSION:
                raise InputError("written by a newer version", where=path, remedy="upgrade communique")
            self._file.executescript(_TABLES)
            self._file.execute(f"PRAGMA user_version = {_VERSION}")
        except sqlite3.Error as error:
            raise InputError(
                f"not a watch's memory ({error})", where=path, remedy="name another file"
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def feed(self, address: str) -> FeedState:
        """What is known of a feed; one never asked is due at once."""
        row = self._file.execute("SELECT * FROM feed WHERE address = ?", (address,)).fetchone()
        if row is None:
            return FeedState(address=address)
        return FeedState(**dict(zip(FeedState.__slots__, row, strict=True)))

    def keep_feed(self, state: FeedState) -> None:
        """Replaces what is known of a feed."""
        self._file.execute("INSERT OR REPLACE INTO feed VALUES (?, ?, ?, ?, ?, ?, ?)", astuple(state))

    def unread(self, keys: Iterable[str]) -> list[str]:
        """The keys of entries that have not been read, in their order, each once."""
        ordered = list(dict.fromkeys(keys))
        return [
            key
            for key in ordered
            if not self._file.execute("SELECT 1 FROM entry WHERE key = ?", (key,)).fetchone()
        ]

    def mark_read(self, key: str, feed: str, now: float) -> None:
        """Remembers that an entry has been read and kept."""
        self._file.execute("INSERT OR IGNORE INTO entry VALUES (?, ?, ?)", (key, feed, now))

    def robots(self, host: str, since: float) -> tuple[str | None] | None:
        """A host's rules if fetched after `since`: None where they were not, (None,) where it has none."""
        row: tuple[str | None] | None = self._file.execute(
            "SELECT rules FROM robots WHERE host = ? AND fetched >= ?", (host, since)
        ).fetchone()
        return row

    def keep_robots(self, host: str, rules: str | None, now: float) -> None:
        """Remembers a host's rules."""
        self._file.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?)", (host, rules, now))

    def tell(self, contact: str, title: str, summary: str, now: float) -> bool:
        """Remembers that a contact was told of; False where it had been."""
        done = self._file.execute(
            "INSERT OR IGNORE INTO told VALUES (?, ?, ?, ?)", (contact, title, summary, now)
        )
        return done.rowcount == 1

    def told(self, limit: int) -> list[tuple[str, str, str, float]]:
        """The contacts told of, the latest first: id, title, summary, time."""
        return self._file.execute(
            "SELECT * FROM told ORDER BY told DESC, contact LIMIT ?", (limit,)
        ).fetchall()
