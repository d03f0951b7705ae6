"""`Asking`: what a ledger answers about contacts, statements, reports, doubts and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from sqlalchemy import select

from communique.ledger import schema
from communique.ledger.anchors import Placed, people_judgements, place_decisions, successors
from communique.ledger.asked import Contacts, asked
from communique.ledger.connecting import Connected
from communique.ledger.copies import Copies, copies_of, with_copies
from communique.ledger.decisions import load_decisions
from communique.ledger.dump import dump_rows
from communique.ledger.editions import Edition, load_editions
from communique.ledger.judgements import load_judgements
from communique.ledger.portable import among
from communique.ledger.query import Query
from communique.ledger.repeated import with_repeated
from communique.ledger.resolve import led_elsewhere, resolve_contact, resolve_report
from communique.ledger.search import Passage, search_words
from communique.ledger.select import Said, select_contacts, select_doubts, select_slugs, select_statements
from communique.ledger.standing import standing_decisions, withdrawn_reports
from communique.ledger.stored import load_readings, load_reports
from communique.ledger.versions import Version, Withdrawn, load_versions, withdrawn_from
from communique.records import Contact, Doubt, Judgement, Reading, Report

_ALL = Query()


@dataclass(frozen=True, kw_only=True, slots=True)
class Aside:
    """Something that could not be read: "calls.jsonl:3", not valid JSON; mend or remove the line."""

    source: str
    place: str
    why: str
    remedy: str
    input: str
    recorded: str


class Asking(Connected):
    """The questions that a ledger answers."""

    def contacts(self, query: Query = _ALL, **conditions: Any) -> Contacts:
        """The contacts that fit, by day (undated last) and slug; `page` walks through many of them by key.

        Conditions are those of `Query`, by their names: `contacts(between=("xi", "putin"), since="2025")`.
        """
        with self._derived() as connection:
            return Contacts(select_contacts(connection, asked(query, conditions)))

    def frame(self, name: str = "contacts", query: Query = _ALL, **conditions: Any) -> Any:
        """A flat table as a frame of polars; `library="pandas"` gives one of pandas.

        `frame("contacts", since="2025")`, `frame("dyads", by="year", directed=True)`. The tables are those of
        `communique table`. Raises UsageError for another name, and where the library is not installed.
        """
        return import_module("communique.frames").frame_of(self, name, query, conditions)

    def _repr_html_(self) -> str:
        shown: str = import_module("communique.notebook").ledger_html(self)
        return shown

    def contact(self, reference: str) -> Contact:
        """The contact meant by an id, a slug, an account's id, an older name, or an unambiguous beginning.

        Raises NotFoundError where none or several fit.
        """
        with self._derived() as connection:
            chosen = Query(contacts=(resolve_contact(connection, reference),))
            return select_contacts(connection, chosen)[0]

    def led_elsewhere(self, reference: str) -> list[str]:
        """Slugs of other contacts to which the reference once led, where two had one name after the other."""
        with self._derived() as connection:
            others = Query(contacts=tuple(led_elsewhere(connection, reference)))
            return list(select_slugs(connection, others).values()) if others.contacts else []

    def withdrawn_from(self, contact: Contact) -> list[Withdrawn]:
        """The accounts that the contact once had and that make no contact any more, and why."""
        with self._derived() as connection:
            return withdrawn_from(connection, contact)

    def withdrawn(self) -> dict[str, str]:
        """Reports that make no contacts, by id, and why: retracted, called unreliable, taken back."""
        with self._reading() as connection:
            return withdrawn_reports(connection)

    def versions(self, report: str) -> list[Version]:
        """The texts of a report (meant by id, source or address), oldest first, with what changed between them."""
        with self._reading() as connection:
            return load_versions(connection, resolve_report(connection, report))

    def slugs(self, query: Query = _ALL) -> dict[str, str]:
        """Ids and slugs of the contacts that fit, in their order; cheaper than the contacts."""
        with self._derived() as connection:
            return select_slugs(connection, query)

    def statements(self, query: Query = _ALL, **conditions: Any) -> list[Said]:
        """What was said, with the contact that it belongs to, by report and place in it."""
        with self._derived() as connection:
            return select_statements(connection, asked(query, conditions))

    def doubts(self, query: Query = _ALL) -> list[Doubt]:
        """What is unsure, by id."""
        with self._derived() as connection:
            return select_doubts(connection, query)

    def reports(self, ids: Iterable[str] | None = None) -> dict[str, Report]:
        """Reports by id, as their newest text was last read; all of them where no ids are given."""
        with self._reading() as connection:
            chosen = () if ids is None else (among(schema.reading.c.report, ids),)
            return load_reports(connection, *chosen)

    def with_copies(self, reports: dict[str, Report]) -> dict[str, Report]:
        """The reports with `copy_of`: whose text each has, cut or rewritten, among those of its contacts."""
        with self._derived() as connection:
            return with_copies(connection, reports)

    def copies_of(self, report: Report) -> Copies:
        """What has the report's text, cut or rewritten: its origin, where it is a copy, and the others of that origin."""
        with self._derived() as connection:
            return copies_of(connection, report)

    def with_repeated(self, said: list[Said]) -> list[Said]:
        """The statements with `copy_of`: which of them each says again in a copy of the other's text."""
        with self._derived() as connection:
            held = load_reports(
                connection, among(schema.reading.c.report, {s.statement.report for s in said})
            )
            return with_repeated(said, with_copies(connection, held))

    def reports_of(self, contacts: Iterable[Contact]) -> dict[str, Report]:
        """The reports that the contacts' accounts are of."""
        return self.reports(account.report for contact in contacts for account in contact.accounts)

    def readings(self, ids: Iterable[str]) -> list[Reading]:
        """The current readings of the reports, by report."""
        with self._reading() as connection:
            return list(load_readings(connection, among(schema.reading.c.report, ids)))

    def report_ids(self) -> list[str]:
        """The ids of all reports, sorted."""
        with self._reading() as connection:
            return list(connection.scalars(select(schema.report.c.id).order_by(schema.report.c.id)))

    def editions(self, ids: Iterable[str]) -> dict[str, str]:
        """The editions under which the reports are read now, by report."""
        row = schema.reading.c
        wanted = select(row.report, row.edition).where(row.current, among(row.report, ids))
        with self._reading() as connection:
            return {each.report: each.edition for each in connection.execute(wanted.order_by(row.report))}

    def editions_held(self) -> list[Edition]:
        """The editions of all readings, oldest first."""
        with self._reading() as connection:
            return load_editions(connection)

    def names_of(self, contact: Contact) -> tuple[str, ...]:
        """Every id and slug that now leads to the contact, sorted."""
        row = schema.contact_alias.c
        wanted = select(row.alias).where(among(row.account, (each.id for each in contact.accounts)))
        with self._derived() as connection:
            found = sorted(set(connection.scalars(wanted)))
            return tuple(name for name in found if resolve_contact(connection, name) == contact.id)

    def accounts_named(self, reference: str) -> tuple[str, ...]:
        """The account of this id, where it is in a current reading; else nothing."""
        with self._reading() as connection:
            return tuple(sorted(set(successors(connection, [reference]).values())))

    def report_named(self, reference: str) -> str:
        """The id of the report meant by its id, source or address. Raises NotFoundError for none or several."""
        with self._reading() as connection:
            return resolve_report(connection, reference)

    def asides(self) -> list[Aside]:
        """What could not be read, by source and place."""
        row = schema.aside.c
        wanted = select(row.source, row.place, row.why, row.remedy, row.input, row.recorded)
        with self._reading() as connection:
            rows = connection.execute(wanted.order_by(row.source, row.place, row.why))
            return [Aside(**each._mapping) for each in rows]  # noqa: SLF001

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements on pairs of accounts that stand: people's, then the program's."""
        with self._derived() as connection:
            return people_judgements(standing_decisions(connection)) + load_judgements(connection)

    def search(self, words: str, limit: int = 20) -> list[Passage]:
        """The best passages of reports and contacts for the words, all of which must occur."""
        with self._derived() as connection:
            return search_words(connection, words, limit)

    def dump(self, *, times: bool = False, without_text: bool = False) -> Iterator[str]:
        """Everything as lines of JSON, recorded times left out unless `times`: equal for equal content."""
        with self._derived() as connection:
            yield from dump_rows(connection, times=times, without_text=without_text)

    def decisions(self, contact: Contact | None = None, *, undone: bool = False) -> list[Placed]:
        """What people decided, oldest first, with the accounts it means now, or why it is orphaned.

        Of one contact: what touches its accounts, their reports or outlets. `undone` lists also what no longer holds.
        """
        with self._reading() as connection:
            placed = place_decisions(connection, load_decisions(connection, undone=undone))
        return placed if contact is None else [each for each in placed if self._touches(each, contact)]

    def _touches(self, placed: Placed, contact: Contact) -> bool:
        accounts = {account.id for account in contact.accounts}
        reports = self.reports_of([contact])
        named = {*reports, *(each.outlet for each in reports.values()), *(each.id for each in contact.doubts)}
        return bool(accounts & {*placed.one, *placed.other}) or placed.decision.subject in named
