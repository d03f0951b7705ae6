"""Counts the ledger's contacts for a claim about the record: confirmed, contradicted by which, or not checkable."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from communique.checking.findings import Evidence, Finding, Outcome
from communique.checking.periods import Period
from communique.checking.record import RecordClaim
from communique.ledger import Ledger, Query
from communique.records import Contact

_SHOWN = 5  # contacts that are shown as evidence
_ABOUT = {
    "first": "first of its kind since",
    "ordinal": "so many in the period",
    "silence": "no contact yet",
}
_ROUGHLY = 0.2  # of the period, by which "nearly a year" may be off
_JUDGED = tuple[Outcome, str, Sequence[Contact]]


def judge_claim(claim: RecordClaim, ledger: Ledger, *, day: str | None, own: str | None) -> Finding:
    """The finding on a claim that is made of the contact `own` on `day` (ISO), or of nothing in the ledger (None).

    "Their first call since November" is contradicted by a call in between, confirmed where the ledger holds the
    call of November and none in between, and not checkable where it holds no call of November.
    """
    held = [each for each in _held(claim, ledger) if own is None or own not in (each.id, each.part_of)]
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


def _judge(claim: RecordClaim, held: list[Contact], day: str | None) -> _JUDGED:
    if day is None:
        return "not checkable", "the text does not tell the day from which to count", ()
    before = [each for each in held if _last(each) < date.fromisoformat(day)]
    if claim.sort == "silence":
        return _judge_silence(claim.period, before)
    if claim.period is None:
        return "not checkable", "what it counts from is no day, month or year", ()
    if claim.sort == "ordinal":
        return _judge_ordinal(claim, claim.period, before)
    return _judge_first(claim.period, before, date.fromisoformat(day))


def _judge_first(period: Period, before: list[Contact], day: date) -> _JUDGED:
    slack = timedelta(days=(day - period.end).days * _ROUGHLY if period.open else 0)
    between = [each for each in before if _first(each) > period.end + slack]
    if between:
        return "contradicted", f"the ledger holds {len(between)} in between", between
    last = [
        each
        for each in before
        if _first(each) <= period.end + slack and (period.open or _last(each) >= period.start)
    ]
    if last:
        return "confirmed", "the ledger holds the one before, and none in between", last[-1:]
    return "not checkable", "the ledger holds none of theirs from that time", ()


def _judge_ordinal(claim: RecordClaim, period: Period, before: list[Contact]) -> _JUDGED:
    start = period.start - timedelta(days=3) if period.open else period.start
    counted = [each for each in before if _first(each) >= start]
    number = len(counted) + 1
    if number > claim.number:
        return "contradicted", f"the ledger counts {number}", counted
    if number == claim.number:
        return "confirmed", f"the ledger counts {number}", counted
    return "not checkable", f"the ledger holds {number} of {claim.number}", counted


def _judge_silence(period: Period | None, before: list[Contact]) -> _JUDGED:
    later = [each for each in before if period is None or _first(each) > period.end]
    if later:
        return (
            "contradicted",
            "the ledger holds later ones" if period else "the ledger holds earlier ones",
            later[::-1],
        )
    if period is not None and any(_last(each) >= period.start for each in before):
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
