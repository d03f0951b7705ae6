"""`Ledger`: the only thing with state. One SQLite file that keeps what was read and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Literal, Self

from sqlalchemy import Connection, select

from communique.ledger import schema
from communique.ledger.derive import derive_contacts, is_derived, mark_derived
from communique.ledger.dump import dump_rows
from communique.ledger.judgements import load_judgements, undo_judgement, write_judgement
from communique.ledger.lines import (
    COUNT_CAP,
    Listed,
    Party,
    count_beside,
    count_contacts,
    count_facets,
    count_months,
    select_page,
)
from communique.ledger.looking import (
    Moment,
    count_initiators,
    count_pairs,
    count_topic_years,
    find_party,
    select_judged,
    select_moments,
    select_unsure,
)
from communique.ledger.opening import MEMORY, naming_faults, open_engine, writing
from communique.ledger.query import Query
from communique.ledger.resolve import resolve_contact
from communique.ledger.runs import Parcel, Run, end_run, load_runs, load_taken, write_run, write_taken
from communique.ledger.search import Passage, search_words
from communique.ledger.select import Said, select_contacts, select_doubts, select_slugs, select_statements
from communique.ledger.stored import among, load_readings, load_reports
from communique.ledger.write import write_asides, write_readings
from communique.records import Contact, Doubt, Judgement, Reading, Report

_ALL = Query()


@dataclass(frozen=True, kw_only=True, slots=True)
class Added:
    """What a batch brought that the ledger did not hold; ids, each sorted. Reading twice brings nothing."""

    reports: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Aside:
    """Something that could not be read: "calls.jsonl:3", not valid JSON; mend or remove the line."""

    source: str
    place: str
    why: str
    remedy: str
    input: str
    recorded: str


class Ledger:
    """An open ledger; use it in a `with` statement, or close it.

    >>> with Ledger.open(":memory:") as ledger:
    ...     ledger.contacts()
    []
    """

    def __init__(self, path: str = MEMORY, *, create: bool = True) -> None:
        self.path = str(path)
        self._engine = open_engine(self.path, create=create)

    @classmethod
    def open(cls, path: str = MEMORY, *, create: bool = True) -> Self:
        """The ledger at `path`, made there if needed; ":memory:" keeps nothing. Raises LedgerError."""
        return cls(path, create=create)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Writing

    def add(self, readings: Iterable[Reading], recorded: str | None = None) -> Added:
        """Keep a batch of readings in one transaction and derive the contacts again; says what is new.

        `recorded` is the ISO time at which this ledger learns it, now by default.
        """
        moment = recorded or _now()
        with self._writing() as connection:
            before = _contact_ids(connection)
            written = write_readings(connection, readings, moment)
            if written.readings or not is_derived(connection):
                derive_contacts(connection, moment)
            fresh = tuple(sorted(_contact_ids(connection) - before))
        return Added(
            reports=written.reports, versions=written.versions, readings=written.readings, contacts=fresh
        )

    def write(self, readings: Iterable[Reading], recorded: str | None = None) -> Added:
        """As `add`, but contacts are derived only when they are asked for; for long runs in many batches."""
        with self._writing() as connection:
            written = write_readings(connection, readings, recorded or _now())
            if written.readings:
                mark_derived(connection, done=False)
        return Added(reports=written.reports, versions=written.versions, readings=written.readings)

    def keep(self, parcel: Parcel, recorded: str | None = None) -> Added:
        """As `write`, with what was set aside and what has been read in full, in one transaction."""
        moment = recorded or _now()
        with self._writing() as connection:
            written = write_readings(connection, parcel.readings, moment)
            if written.readings:
                mark_derived(connection, done=False)
            write_asides(connection, parcel.asides, parcel.sources, moment)
            write_taken(connection, parcel.taken, moment)
        return Added(reports=written.reports, versions=written.versions, readings=written.readings)

    def taken(self, keys: Iterable[str]) -> dict[str, str | None]:
        """Of the keys of things to read those that were read in full, with their reports' ids."""
        with self._reading() as connection:
            return load_taken(connection, keys)

    def begin_run(self, manifest: Mapping[str, Any], recorded: str | None = None) -> int:
        """Note that a run has begun; gives its number."""
        with self._writing() as connection:
            return write_run(connection, manifest, recorded or _now())

    def end_run(self, number: int, manifest: Mapping[str, Any], recorded: str | None = None) -> None:
        """Note that a run has ended, and what came of it."""
        with self._writing() as connection:
            end_run(connection, number, manifest, recorded or _now())

    def runs(self) -> list[Run]:
        """The runs, first to last; one without an end was interrupted."""
        with self._reading() as connection:
            return load_runs(connection)

    def derive(self, recorded: str | None = None) -> None:
        """Make the contacts again from accounts and judgements."""
        with self._writing() as connection:
            derive_contacts(connection, recorded or _now())

    def set_aside(
        self,
        asides: Iterable[tuple[str, ...]],
        read: Iterable[str] = (),
        recorded: str | None = None,
    ) -> None:
        """Keep what could not be read, (source, place, why, remedy, input); `read` names the sources that were."""
        with self._writing() as connection:
            write_asides(connection, asides, read, recorded or _now())

    def judge(self, judgement: Judgement, recorded: str | None = None) -> None:
        """Keep a person's judgement that two accounts tell of the same contact, or not; the latest one holds.

        Raises UsageError where the author is the program.
        """
        moment = recorded or _now()
        with self._writing() as connection:
            write_judgement(connection, judgement, moment)
            derive_contacts(connection, moment)

    def undo(self, one: str, other: str, recorded: str | None = None) -> None:
        """Take back what people judged of two accounts; raises NotFoundError where nobody did."""
        moment = recorded or _now()
        with self._writing() as connection:
            undo_judgement(connection, one, other, moment)
            derive_contacts(connection, moment)

    # Asking

    def contacts(self, query: Query = _ALL) -> list[Contact]:
        """The contacts that fit, by day (undated last) and slug."""
        with self._derived() as connection:
            return select_contacts(connection, query)

    def contact(self, reference: str) -> Contact:
        """The contact meant by an id, a slug, an account's id, an older name, or an unambiguous beginning.

        Raises NotFoundError where none or several fit.
        """
        with self._derived() as connection:
            chosen = Query(contacts=(resolve_contact(connection, reference),))
            return select_contacts(connection, chosen)[0]

    def slugs(self, query: Query = _ALL) -> dict[str, str]:
        """Ids and slugs of the contacts that fit, in their order; cheaper than the contacts."""
        with self._derived() as connection:
            return select_slugs(connection, query)

    def statements(self, query: Query = _ALL) -> list[Said]:
        """What was said, with the contact that it belongs to, by report and place in it."""
        with self._derived() as connection:
            return select_statements(connection, query)

    def doubts(self, query: Query = _ALL) -> list[Doubt]:
        """What is unsure, by id."""
        with self._derived() as connection:
            return select_doubts(connection, query)

    def reports(self, ids: Iterable[str] | None = None) -> dict[str, Report]:
        """Reports by id, as their newest text was last read; all of them where no ids are given."""
        with self._reading() as connection:
            chosen = () if ids is None else (among(schema.reading.c.report, ids),)
            return load_reports(connection, *chosen)

    def reports_of(self, contacts: Iterable[Contact]) -> dict[str, Report]:
        """The reports that the contacts' accounts are of."""
        return self.reports(account.report for contact in contacts for account in contact.accounts)

    def readings(self, ids: Iterable[str]) -> list[Reading]:
        """The current readings of the reports, by report."""
        with self._reading() as connection:
            return list(load_readings(connection, among(schema.reading.c.report, ids)))

    def editions(self, ids: Iterable[str]) -> dict[str, str]:
        """The editions under which the reports are read now, by report."""
        row = schema.reading.c
        wanted = select(row.report, row.edition).where(row.current, among(row.report, ids))
        with self._reading() as connection:
            return {each.report: each.edition for each in connection.execute(wanted.order_by(row.report))}

    def names_of(self, contact: Contact) -> tuple[str, ...]:
        """Every id and slug that now leads to the contact, sorted."""
        row = schema.contact_alias.c
        wanted = select(row.alias).where(among(row.account, (each.id for each in contact.accounts)))
        with self._derived() as connection:
            found = sorted(set(connection.scalars(wanted)))
            return tuple(name for name in found if resolve_contact(connection, name) == contact.id)

    def asides(self) -> list[Aside]:
        """What could not be read, by source and place."""
        row = schema.aside.c
        wanted = select(row.source, row.place, row.why, row.remedy, row.input, row.recorded)
        with self._reading() as connection:
            rows = connection.execute(wanted.order_by(row.source, row.place, row.why))
            return [Aside(**each._mapping) for each in rows]  # noqa: SLF001

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements that stand: people's, then the program's."""
        with self._derived() as connection:
            return load_judgements(connection) + load_judgements(connection, program=True)

    def search(self, words: str, limit: int = 20) -> list[Passage]:
        """The best passages of reports and contacts for the words, all of which must occur."""
        with self._derived() as connection:
            return search_words(connection, words, limit)

    def dump(self) -> Iterator[str]:
        """Everything as lines of JSON, recorded times left out: equal for equal content."""
        with self._derived() as connection:
            yield from dump_rows(connection)

    # Looking through

    def page(
        self, query: Query = _ALL, key: tuple[str, str] | None = None, size: int = 50, *, back: bool = False
    ) -> Listed:
        """The `size` contacts behind the key (day, slug), latest first; `back`: those that come before it."""
        with self._derived() as connection:
            return select_page(connection, query, key, size, back=back)

    def count(self, query: Query = _ALL, cap: int = COUNT_CAP) -> int:
        """How many contacts fit; `cap` + 1 stands for more than `cap`."""
        with self._derived() as connection:
            return count_contacts(connection, query, cap)

    def facets(self, query: Query = _ALL, cap: int = COUNT_CAP) -> dict[str, dict[str, int]]:
        """How many of each kind, status, level and channel, disputed and in conflict, of the latest `cap`."""
        with self._derived() as connection:
            return count_facets(connection, query, cap)

    def beside(self, query: Query = _ALL, cap: int = 1000) -> dict[str, dict[str, int]]:
        """How many of each topic, outlet, actor and state, among the latest `cap` contacts that fit."""
        with self._derived() as connection:
            return count_beside(connection, query, cap)

    def months(self, query: Query = _ALL, letters: int = 7) -> list[tuple[str, str, int]]:
        """Month, kind and number of the dated contacts that fit, in order of time; years with 4 letters."""
        with self._derived() as connection:
            return count_months(connection, query, letters)

    def moments(self, query: Query = _ALL, cap: int = COUNT_CAP) -> list[Moment]:
        """Day, kind, status and channel of the dated contacts that fit, in order of time; the latest `cap`."""
        with self._derived() as connection:
            return select_moments(connection, query, cap)

    def topic_years(self, query: Query = _ALL, cap: int = 1000) -> list[tuple[str, str, int]]:
        """Topic, year and number, among the latest `cap` contacts that fit."""
        with self._derived() as connection:
            return count_topic_years(connection, query, cap)

    def initiators(self, query: Query = _ALL, cap: int = 1000) -> dict[str, int]:
        """Whose wish the contacts were, most first, among the latest `cap` that fit."""
        with self._derived() as connection:
            return count_initiators(connection, query, cap)

    def pairs(
        self, query: Query = _ALL, by: Literal["side", "actor"] = "side", cap: int = COUNT_CAP
    ) -> list[tuple[str, str, str, int]]:
        """One, other, kind and number of contacts, most first, among the latest `cap` that fit."""
        with self._derived() as connection:
            return count_pairs(connection, query, by, cap)

    def party(self, actor: str) -> Party | None:
        """The actor with this id as contacts know it; None where no contact does."""
        with self._derived() as connection:
            return find_party(connection, actor)

    def unsure(self, limit: int = 50) -> list[Judgement]:
        """The program's judgements nearest to even odds that no person has judged, the least sure first."""
        with self._derived() as connection:
            return select_unsure(connection, limit)

    def judged(self, accounts: Iterable[str]) -> list[Judgement]:
        """The judgements that stand and name one of these accounts, people's first."""
        with self._derived() as connection:
            return select_judged(connection, accounts)

    # Connections

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with naming_faults(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with naming_faults(self.path), writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _derived(self) -> Iterator[Connection]:
        """A connection for questions about contacts: derives them first where a batch came since."""
        with self._reading() as connection:
            ready = is_derived(connection)
        if not ready:
            self.derive()
        with self._reading() as connection:
            yield connection


def _contact_ids(connection: Connection) -> set[str]:
    return set(connection.scalars(select(schema.contact.c.id)))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
