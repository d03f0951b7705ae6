"""What people decided: joined, parted, corrected, settled, distrusted, graded. Added and undone, never removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from sqlalchemy import Connection, insert, select, update

from communique.errors import NotFoundError, UsageError
from communique.ledger.codec import decode, digest_of, encode
from communique.ledger.portable import insert_once
from communique.ledger.schema import decision as table
from communique.records import Judgement

PROGRAM = "program"
DecisionKind = Literal["same", "apart", "correct", "settle", "unreliable", "grade", "add"]
KINDS: tuple[str, ...] = get_args(DecisionKind)
# Shorter beginnings of an id are accidents.
_LEAST_PREFIX = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """Who decides, and why: `Word(author="Ada", reason="both readouts name 14:20")`. The reason is not empty."""

    author: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Anchor:
    """By which an account is found again after a re-read: the report, where it came from, the evidence's words."""

    account: str
    report: str
    source: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """One decision of a person: Ada joined two accounts, as both readouts name the same hour.

    `same`: the accounts of `one` and `other` tell of one contact; `apart`: none of `one` tells of a contact that one
    of `other` tells of. `correct`: `fact` is `value`, for the accounts in `one` (`scope` account: misread) or for the
    contact that they make (`scope` contact). `settle`: the doubt `subject` is answered by `value`; `scope` holds the ids of the
    decisions that follow, which are taken back with it. `unreliable`: the
    report `subject` no longer makes contacts. `grade`: the outlet `subject` has the grade `value`. `add`: an account
    entered by hand as the report `subject`.
    """

    kind: DecisionKind
    author: str
    reason: str
    one: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    subject: str | None = None
    fact: str | None = None
    value: Any = None
    scope: str | None = None
    anchors: tuple[Anchor, ...] = ()
    id: str = ""
    recorded: str | None = None
    undone: str | None = None
    undone_by: str | None = None
    undone_why: str | None = None


def subject_of(decision: Decision) -> str:
    """What a later decision on the same replaces: the pair of accounts, the fact of an account, the report."""
    if decision.kind in ("same", "apart"):
        return "|".join(["pair", *sorted((",".join(sorted(decision.one)), ",".join(sorted(decision.other))))])
    about = decision.subject or ",".join(sorted(decision.one))
    if decision.kind == "settle":
        return f"settle|{about}||"  # whatever followed from it
    return "|".join([decision.kind, about, decision.fact or "", decision.scope or ""])


def write_decision(connection: Connection, decision: Decision, recorded: str) -> Decision:
    """Keep a decision; an earlier one on the same is undone by it. Raises UsageError without author or reason."""
    if not decision.author.strip() or decision.author == PROGRAM:
        raise UsageError("a decision needs a person as author", remedy="name who decides: --author NAME")
    if not decision.reason.strip():
        raise UsageError("a decision needs a reason", remedy="say why: --reason TEXT")
    recorded = decision.recorded or recorded
    subject = subject_of(decision)
    kept = replace(decision, id="", recorded=recorded)
    kept = replace(kept, id=digest_of("decision", encode(kept))[:16])
    held = connection.scalar(select(table.c.id).where(table.c.id == kept.id))
    if held is None:
        _undo(connection, table.c.subject == subject, kept, f"replaced by {kept.id}")
        connection.execute(insert(table), _row(kept, subject))
    return kept


def _undo(connection: Connection, which: Any, by: Decision, why: str) -> int:
    standing = which & table.c.undone.is_(None)
    values = {"undone": by.recorded, "undone_by": by.author, "undone_why": why}
    return connection.execute(update(table).where(standing).values(values)).rowcount


def _row(decision: Decision, subject: str) -> dict[str, Any]:
    bare = replace(decision, undone=None, undone_by=None, undone_why=None)
    return {
        "id": decision.id,
        "kind": decision.kind,
        "subject": subject,
        "record": encode(bare),
        "author": decision.author,
        "recorded": decision.recorded,
        "undone": decision.undone,
        "undone_by": decision.undone_by,
        "undone_why": decision.undone_why,
    }


def undo_decision(connection: Connection, reference: str, word: Word, recorded: str) -> Decision:
    """Take back the decision of this id or beginning of one. Raises NotFoundError where none stands."""
    fits = [each for each in load_decisions(connection) if each.id.startswith(reference)]
    if len(reference) < _LEAST_PREFIX or len(fits) != 1:
        what = f"no decision {reference!r} stands" if not fits else f"{reference!r} begins several decisions"
        raise NotFoundError(what, where="ledger", remedy="`communique judge list` shows them")
    by = replace(fits[0], author=word.author, recorded=recorded)
    _undo(connection, table.c.id == fits[0].id, by, word.reason)
    return replace(fits[0], undone=recorded, undone_by=word.author, undone_why=word.reason)


def undo_following(connection: Connection, decision: Decision, word: Word, recorded: str) -> list[Decision]:
    """Take back what followed from an answer to a doubt that is taken back, as far as it still stands."""
    ids = (decision.scope or "").split() if decision.kind == "settle" else []
    standing = {each.id for each in load_decisions(connection)}
    return [undo_decision(connection, each, word, recorded) for each in ids if each in standing]


def load_decisions(connection: Connection, *, undone: bool = False) -> list[Decision]:
    """The decisions that stand, or all, oldest first."""
    wanted = select(table).order_by(table.c.recorded, table.c.id)
    if not undone:
        wanted = wanted.where(table.c.undone.is_(None))
    return [
        replace(
            decode(Decision, row.record),
            undone=row.undone,
            undone_by=row.undone_by,
            undone_why=row.undone_why,
        )
        for row in connection.execute(wanted)
    ]


def import_decisions(connection: Connection, decisions: list[Decision]) -> list[str]:
    """Keep decisions made elsewhere with their own times; ids of those that were not held.

    Of two standing decisions on the same the later one holds.
    """
    fresh = []
    held = {each.id for each in load_decisions(connection, undone=True)}
    for each in sorted(decisions, key=lambda one: (one.recorded or "", one.id)):
        each = _named(each)
        if each.id in held:
            continue
        subject = subject_of(each)
        if each.undone is None:
            later = table.c.recorded > (each.recorded or "")
            newer = select(table.c.id).where(table.c.subject == subject, table.c.undone.is_(None), later)
            if (by := connection.scalar(newer)) is not None:
                each = replace(
                    each, undone=each.recorded, undone_by=each.author, undone_why=f"replaced by {by}"
                )
            _undo(connection, (table.c.subject == subject) & ~later, each, f"replaced by {each.id}")
        insert_once(connection, table, [_row(each, subject)])
        fresh.append(each.id)
    return fresh


def _named(decision: Decision) -> Decision:
    """The decision with id and time, where a table written by hand gives none: as if made at the dawn of time."""
    dated = replace(decision, recorded=decision.recorded or "0001-01-01T00:00:00+00:00")
    return dated if dated.id else replace(dated, id=digest_of("decision", encode(dated))[:16])


def judgements_of(decision: Decision) -> Iterator[Judgement]:
    """What a decision says of pairs of accounts, for merging; nothing where none of its accounts is read any more."""
    if decision.kind not in ("same", "apart"):
        return
    same = decision.kind == "same"
    if same:
        named = sorted({*decision.one, *decision.other})
        pairs = [(named[0], each) for each in named[1:]]
    else:
        pairs = [(one, other) for one in sorted(decision.one) for other in sorted(decision.other)]
    for one, other in pairs:
        yield Judgement(
            one=one,
            other=other,
            same=same,
            score=1.0,
            reason=decision.reason,
            author=decision.author,
            recorded=decision.recorded,
        )
