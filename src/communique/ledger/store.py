"""`Ledger`: the only thing with state. One SQLite file that keeps what was read and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from communique.ledger import schema
from communique.ledger.anchors import anchors_for
from communique.ledger.caring import Caring
from communique.ledger.causes import load_causes
from communique.ledger.changes import Change, find_changes
from communique.ledger.connecting import moment_of
from communique.ledger.currents import View
from communique.ledger.decisions import (
    Decision,
    DecisionKind,
    Word,
    import_decisions,
    undo_decision,
    undo_following,
    write_decision,
)
from communique.ledger.derived import (
    derive_contacts,
    derive_decided,
    derive_pending,
    is_derived,
    mark_derived,
)
from communique.ledger.editions import adopt_edition, find_edition
from communique.ledger.runs import Parcel, Run, end_run, load_runs, load_taken, write_run, write_taken
from communique.ledger.write import write_asides, write_readings
from communique.records import Judgement, Reading

# Earlier than anything was recorded.
_BEFORE_ALL = "0000"


@dataclass(frozen=True, kw_only=True, slots=True)
class Added:
    """What a batch brought that the ledger did not hold; ids, each sorted. Reading twice brings nothing."""

    reports: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


class Ledger(Caring):
    """An open ledger; use it in a `with` statement, or close it.

    >>> with Ledger.open(":memory:") as ledger:
    ...     ledger.contacts()
    []
    """

    def add(self, readings: Iterable[Reading], recorded: str | None = None, *, adopt: bool = True) -> Added:
        """Keep a batch of readings in one transaction and derive the contacts again; says what is new.

        `recorded` is the ISO time at which this ledger learns it, now by default. Without `adopt` readings of texts
        that are read already are kept beside, and change nothing until their edition is adopted.
        """
        moment = moment_of(recorded)
        with self._writing() as connection:
            before = _contact_ids(connection)
            written = write_readings(connection, readings, moment, adopt=adopt)
            if written.readings or not is_derived(connection):
                derive_pending(connection, moment)
            fresh = tuple(sorted(_contact_ids(connection) - before))
        return Added(
            reports=written.reports, versions=written.versions, readings=written.readings, contacts=fresh
        )

    def write(self, readings: Iterable[Reading], recorded: str | None = None, *, adopt: bool = True) -> Added:
        """As `add`, but contacts are derived only when they are asked for; for long runs in many batches."""
        with self._writing() as connection:
            written = write_readings(connection, readings, moment_of(recorded), adopt=adopt)
            if written.readings:
                mark_derived(connection, done=False)
        return Added(reports=written.reports, versions=written.versions, readings=written.readings)

    def keep(self, parcel: Parcel, recorded: str | None = None) -> Added:
        """As `write`, with what was set aside and what has been read in full, in one transaction."""
        moment = moment_of(recorded)
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
            return write_run(connection, manifest, moment_of(recorded))

    def end_run(self, number: int, manifest: Mapping[str, Any], recorded: str | None = None) -> None:
        """Note that a run has ended, and what came of it."""
        with self._writing() as connection:
            end_run(connection, number, manifest, moment_of(recorded))

    def runs(self) -> list[Run]:
        """The runs, first to last; one without an end was interrupted."""
        with self._reading() as connection:
            return load_runs(connection)

    def set_aside(
        self,
        asides: Iterable[tuple[str, ...]],
        read: Iterable[str] = (),
        recorded: str | None = None,
    ) -> None:
        """Keep what could not be read, (source, place, why, remedy, input); `read` names the sources that were."""
        with self._writing() as connection:
            write_asides(connection, asides, read, moment_of(recorded))

    def decide(self, decision: Decision, recorded: str | None = None) -> Decision:
        """Keep what a person decided and derive the contacts again; gives it with its id and time.

        The calls of `communique.ledger.judging` (join, part, correct, settle, distrust, grade) make decisions.
        An earlier one on the same is undone by it. Raises UsageError without an author or a reason.
        """
        moment = moment_of(recorded)
        with self._writing() as connection:
            anchors = anchors_for(connection, (*decision.one, *decision.other))
            kept = write_decision(connection, replace(decision, anchors=anchors), moment)
            write_readings(connection, _entered([kept]), moment)
            derive_decided(connection, kept, moment)
        return kept

    def judge(self, judgement: Judgement, recorded: str | None = None) -> Decision:
        """Keep a person's judgement that two accounts tell of the same contact, or not; the latest one holds."""
        kind: DecisionKind = "same" if judgement.same else "apart"
        one, other = (judgement.one,), (judgement.other,)
        decision = Decision(kind=kind, one=one, other=other, author=judgement.author, reason=judgement.reason)
        return self.decide(decision, recorded or judgement.recorded)

    def undo(self, reference: str, word: Word, recorded: str | None = None) -> Decision:
        """Take back the decision of this id, or beginning of one, and what followed from it where it answers a doubt; it
        stays in the list of those undone.

        Raises NotFoundError where none stands.
        """
        moment = moment_of(recorded)
        with self._writing() as connection:
            undone = undo_decision(connection, reference, word, moment)
            for each in (*undo_following(connection, undone, word, moment), undone):
                derive_decided(connection, each, moment)
        return undone

    def import_decisions(self, decisions: Iterable[Decision], recorded: str | None = None) -> list[str]:
        """Keep decisions made in another ledger, with their own times; ids of those that are new here."""
        with self._writing() as connection:
            decisions = list(decisions)
            fresh = import_decisions(connection, decisions)
            write_readings(connection, _entered(decisions), moment_of(recorded))
            if fresh:
                derive_contacts(connection, moment_of(recorded))
        return fresh

    # History

    def at(self, view: View) -> Ledger:
        """The ledger as it was, or would be: in memory, its contacts derived from what the view shows.

        `ledger.at(View(as_of="2026-03-10T12:00:00+00:00"))` holds what was known by then. Close it.
        """
        from communique.ledger.history import copy_view

        seen = Ledger()
        with self._reading() as source, seen._writing() as target:
            if view.edition:
                view = replace(view, edition=find_edition(source, view.edition))
            copy_view(source, target, view)
        return seen

    def changes(
        self, since: str | None = None, until: str | None = None, edition: str | None = None
    ) -> list[Change]:
        """What changed after `since` and by `until` (times in UTC), or what `edition`, kept beside, would change.

        Each change names the reports, decisions and editions that brought it.
        """
        with self._reading() as connection:
            chosen = find_edition(connection, edition) if edition else None
            causes = load_causes(connection, since, until, chosen)
        before = View(as_of=until if edition else since or _BEFORE_ALL)
        with self.at(before) as old, self.at(View(as_of=until, edition=chosen)) as new:
            return find_changes(old.contacts(), new.contacts(), causes)

    def adopt(self, edition: str, word: Word, recorded: str | None = None) -> str:
        """Let an edition's readings, kept beside, count from now on; gives its id."""
        moment = moment_of(recorded)
        with self._writing() as connection:
            chosen = adopt_edition(connection, edition, word, moment)
            derive_contacts(connection, moment)
        return chosen


def _contact_ids(connection: Connection) -> set[str]:
    return set(connection.scalars(select(schema.contact.c.id)))


def _entered(decisions: Iterable[Decision]) -> list[Reading]:
    """The readings of accounts that were entered by hand."""
    from communique.ledger.by_hand import reading_by_hand

    return [reading_by_hand(each) for each in decisions if each.kind == "add"]
