"""`Caring`: checking, making again, forgetting, loading and copying a ledger."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from communique.errors import LedgerError, UsageError
from communique.ledger import schema
from communique.ledger.blocks import kept_places
from communique.ledger.connecting import moment_of
from communique.ledger.currents import View, choose_current
from communique.ledger.decisions import Word
from communique.ledger.derived import derive_contacts
from communique.ledger.dump import FOLLOWS
from communique.ledger.opening import MEMORY, compact, naming_faults
from communique.ledger.portable import among
from communique.ledger.surveying import Surveying

# What a command of care alone needs is loaded when it is asked for.
if TYPE_CHECKING:
    from communique.ledger.faults import Fault

_DERIVED = frozenset(f'{{"table": "{table.name}"' for table in FOLLOWS)


@dataclass(frozen=True, kw_only=True, slots=True)
class Forgotten:
    """What was forgotten: reports by id, and files beside the ledger that may still hold their words."""

    reports: tuple[str, ...]
    copies: tuple[str, ...]


class Caring(Surveying):
    """The care of a ledger."""

    def check(self) -> list[Fault]:
        """Every breach of an invariant; nothing where all is well. Contacts are compared with ones derived anew."""
        from communique.ledger.faults import Fault, find_faults
        from communique.ledger.history import copy_view

        with self._derived() as connection:
            found = list(find_faults(connection))
        if any(each.where == "file" for each in found):
            return found
        with type(self)() as anew:
            with self._reading() as source, anew._writing() as target:  # noqa: SLF001  (a ledger, too)
                copy_view(source, target, View())
            pairs = zip_longest(_followed(self.dump()), _followed(anew.dump()))
            # To the end, so that both are let go of.
            differing = [one or other or "" for one, other in pairs if one != other]
            with self._derived() as mine, anew._derived() as theirs:  # noqa: SLF001
                moved = any(
                    one != other for one, other in zip_longest(kept_places(mine), kept_places(theirs))
                )
        if moved and not differing:
            what = "accounts are looked up where an older version put them: new reports may miss them"
            found.append(Fault(what=what, where="contacts", remedy="communique ledger rebuild"))
        if differing:
            what = f"contacts do not follow from accounts and decisions: {differing[0][:160]}"
            found.append(Fault(what=what, where="contacts", remedy="communique ledger rebuild"))
        return found

    def rebuild(self, recorded: str | None = None) -> None:
        """Choose the readings that count, fill the index and derive all contacts again."""
        with self._writing() as connection:
            reports = list(connection.scalars(select(schema.report.c.id)))
            gone = ~among(schema.passage.c.key, reports)
            connection.execute(delete(schema.passage).where(schema.passage.c.kind == "report", gone))
            choose_current(connection, reports, reports)
            derive_contacts(connection, moment_of(recorded))

    def forget(self, reference: str, word: Word, recorded: str | None = None) -> Forgotten:
        """Remove a report, or all reports of an outlet, from file, index and history, and derive contacts again.

        Hash, time, reason and author stay; what is forgotten is not kept again. Raises NotFoundError, UsageError.
        """
        from communique.ledger.forgetting import forget_reports, reports_to_forget

        moment = moment_of(recorded)
        with self._writing() as connection:
            reports = reports_to_forget(connection, reference)
            forget_reports(connection, reports, word, moment)
            derive_contacts(connection, moment)
        with naming_faults(self.path):
            compact(self._engine)
        folder, name = os.path.split(self.path)
        copies = [] if self.path == MEMORY else sorted(Path(folder or ".").glob(f"{name}.*"))
        return Forgotten(reports=tuple(reports), copies=tuple(map(str, copies)))

    def load(self, lines: Iterable[str], source: str = "dump", recorded: str | None = None) -> None:
        """Add the content of a dump, and derive contacts again. Raises InputError with the line."""
        from communique.ledger.loading import load_rows

        moment = moment_of(recorded)
        with self._writing() as connection:
            load_rows(connection, lines, source, moment)
            derive_contacts(connection, moment)

    def backup(self, path: str) -> None:
        """Copy the ledger into a new file, whoever reads or writes meanwhile. Raises UsageError, LedgerError."""
        if Path(path).exists():
            raise UsageError(f"{path} is there already", remedy="name a new file")
        part = f"{path}.part-{os.getpid()}"
        with naming_faults(path), self._raw() as source:
            target = sqlite3.connect(part)
            try:
                source.backup(target)
                target.execute("PRAGMA journal_mode = DELETE")
            finally:
                target.close()
        Path(part).replace(path)

    @contextmanager
    def _raw(self) -> Iterator[sqlite3.Connection]:
        if self._engine.dialect.name != "sqlite":
            raise LedgerError(
                "only a file can be copied so", where=self.path, remedy="use the server's own backup"
            )
        raw = self._engine.raw_connection()
        try:
            assert isinstance(raw.driver_connection, sqlite3.Connection)
            yield raw.driver_connection
        finally:
            raw.close()


def _followed(lines: Iterator[str]) -> Iterator[str]:
    return (line for line in lines if line[: line.index(",")] in _DERIVED)


def salvage(path: str) -> tuple[str, list[str]]:
    """Save what can be read of a damaged ledger: it takes the file's place, the damaged one is kept beside.

    Gives where the damaged file is now, and what was lost, in words.
    """
    from communique.ledger.salvage import salvage_rows
    from communique.ledger.store import Ledger

    fresh, broken = f"{path}.part-{os.getpid()}", f"{path}.damaged"
    with naming_faults(path), Ledger.open(fresh) as saved:
        with saved._writing() as target:  # noqa: SLF001  (a ledger's own module)
            lost = salvage_rows(path, target)
        saved.rebuild()
        with saved._raw() as raw:  # noqa: SLF001
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for ending in ("", "-wal", "-shm"):
        if Path(path + ending).exists():
            Path(path + ending).replace(broken + ending)
    Path(fresh).replace(path)
    for ending in ("-wal", "-shm"):
        Path(fresh + ending).unlink(missing_ok=True)
    return broken, lost
