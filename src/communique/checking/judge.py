"""Counts the ledger's contacts for a claim about the record: confirmed, contradicted by which, or not checkable."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from communique.checking.findings import Evidence, Finding, Outcome
from communique.checking.periods import EVER, Period
from communique.checking.record import RecordClaim
from communique.ledger import Ledger, Query
from communique.records import Contact

_SHOWN = 5  # contacts that are shown as evidence
_ABOUT = {
    "first": "first of its kind since",
    "ordinal": "so many in the period",
    "silence": "no contact yet",
    "last": "none since",
    "count": "so many in all",
}
_JUDGED = tuple[Outcome, str, Sequence[Contact]]


def judge_claim(
    claim: RecordClaim,
    ledger: Ledger,
    *,
    day: str | None,
    own: str | None = None,
    told: Collection[str] = (),
) -> Finding:
    """The finding on a claim that is made of the contact `own` on `day` (ISO), or of nothing in the ledger (None).

    "Their first call since November" is contradicted by a call in between, confirmed where the ledger holds the
    call of November and none in between, and not checkable where it holds no call of November. `told` are ids of the
    contacts that the same text tells of: "they last met in March" of a text on their meeting today is not against it.
    """
    held = [each for each in _held(claim, ledger) if own is None or own not in (each.id, each.part_of)]
    if claim.anew or claim.sort == "last":
        ends = claim.period.end if claim.period else date.min
        held = [each for each in held if each.id not in told or _first(each) <= ends]
    outcome, why, shown = _judge(claim, held, day)
    return Finding(
        sort="record",
        about=_ABOUT[claim.sort],
        says=claim.text,
        outcome=outcome,
        text=claim.text,
        span=claim.span,
        why=why,
        evidence=tuple(_evidence(each) for each in shown[:_SHOWN]),
    )


def _held(claim: RecordClaim, ledger: Ledger) -> list[Contact]:
    """The held contacts of the pair and the claim's kinds that have a day, by day."""
    contacts = ledger.contacts(Query(between=claim.pair, status=("held", "ongoing")))
    return [
        each
        for each in contacts
        if each.kind in claim.kinds and each.when is not None and each.when.start and each.when.end
    ]


def _judge(claim: RecordClaim, held: list[Contact], written: str | None) -> _JUDGED:
    day = claim.until or (date.fromisoformat(written) if written else None)
    if day is None:
        return "not checkable", "the text does not tell the day from which to count", ()
    before = [each for each in held if _last(each) < day or (claim.sort == "count" and _last(each) == day)]
    if claim.sort in ("silence", "last"):
        return _judge_silence(claim.period, before)
    if claim.period is None:
        return "not checkable", "what it counts from is no day, month or year", ()
    if claim.sort == "ordinal":
        return _judge_ordinal(claim, claim.period, before)
    if claim.sort == "count":
        return _judge_count(claim, claim.period, before)
    return _judge_first(claim.period, before)


def _judge_first(period: Period, before: list[Contact]) -> _JUDGED:
    end = period.end + timedelta(days=period.slack)
    between = [each for each in before if _first(each) > end]
    if between:
        why = f"the ledger holds {len(between)} {'before' if period is EVER else 'in between'}"
        return "contradicted", why, between
    last = [each for each in before if period.open or _last(each) >= period.start]
    if last and not period.event:
        return "confirmed", "the ledger holds the one before, and none in between", last[-1:]
    if period.event:
        return "not checkable", "the ledger holds none since, but need not hold all", last[-1:]
    return "not checkable", "the ledger holds none of theirs from that time", ()


def _judge_ordinal(claim: RecordClaim, period: Period, before: list[Contact]) -> _JUDGED:
    """Contradicted by more than are told even in the shorter period, confirmed by as many in the longer one."""
    counted = [each for each in before if _first(each) >= period.start - _some(period)]
    number, least = len(counted) + 1, _days([each for each in before if _first(each) >= period.start]) + 1
    if least > claim.number:
        return "contradicted", f"the ledger counts {least}", counted
    if number >= claim.number:
        return "confirmed", f"the ledger counts {claim.number}", counted
    return "not checkable", f"the ledger holds {number} of {claim.number}", counted


def _judge_count(claim: RecordClaim, period: Period, before: list[Contact]) -> _JUDGED:
    """A number of contacts: more than are told contradict it, fewer prove nothing, as the ledger does not hold all."""
    end = date.max if period is EVER else period.end
    counted = [each for each in before if _first(each) >= period.start and _first(each) <= end]
    least = _days(counted)
    if claim.bound != "at least" and least > claim.number:
        return "contradicted", f"the ledger counts {least}", counted
    if claim.bound == "at most" or len(counted) < claim.number:
        return "not checkable", f"the ledger holds {len(counted)} of {claim.number}", counted
    return "confirmed", f"the ledger counts {len(counted)}", counted


def _days(contacts: Sequence[Contact]) -> int:
    """On how many days contacts began: a meeting and the talks of the same day may be counted as one."""
    return len({_first(each) for each in contacts})


def _some(period: Period) -> timedelta:
    """How much longer than its words a period may be: "the third in just over a year"."""
    return timedelta(days=max(3, period.slack) if period.open and period is not EVER else 0)


def _judge_silence(period: Period | None, before: list[Contact]) -> _JUDGED:
    end = period.end + timedelta(days=period.slack) if period else date.min
    later = [each for each in before if period is None or _first(each) > end]
    if later:
        return (
            "contradicted",
            "the ledger holds later ones" if period else "the ledger holds earlier ones",
            later[::-1],
        )
    if period is not None and any(period.open or _last(each) >= period.start for each in before):
        return "confirmed", "the ledger holds the one before, and none since", before[-1:]
    return "not checkable", "the ledger holds none of theirs", ()


def _first(contact: Contact) -> date:
    assert contact.when is not None
    return date.fromisoformat(str(contact.when.start))


def _last(contact: Contact) -> date:
    assert contact.when is not None
    return date.fromisoformat(str(contact.when.end))


def _evidence(contact: Contact) -> Evidence:
    days = (
        f"{_first(contact)}"
        if _first(contact) == _last(contact)
        else f"{_first(contact)} to {_last(contact)}"
    )
    return Evidence(says=f"{contact.kind.replace('_', ' ')}, {days}", contact=contact.slug)
