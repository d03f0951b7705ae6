"""The claims about the record that a contact's reports make, each held against the ledger's other contacts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from communique.checking.findings import Finding
from communique.checking.judge import judge_claim
from communique.checking.record import RecordClaim, find_gaps, find_record_claims, find_silences, pair_of
from communique.ledger import Ledger
from communique.records import Account, Contact, Report, Span

_MOST = 20  # reports that are looked through for "has yet to speak with"
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldClaim:
    """A claim about the record with the report that makes it: "their first call since November", the Turku Post."""

    report: Report
    finding: Finding


def claims_about(contact: Contact, ledger: Ledger) -> list[ToldClaim]:
    """What reports claim of the record of a contact's two parties, judged by the ledger.

    Claims that stand in the words of its accounts, and elsewhere in the ledger "has yet to speak with" where this
    contact contradicts it. One claim of one report comes once, in the order of publication.
    """
    reports = ledger.reports_of([contact])
    told = [*_of_accounts(contact, reports, ledger), *_of_silences(contact, ledger)]
    seen: dict[tuple[str, Span], ToldClaim] = {}
    for each in told:
        seen.setdefault((each.report.id, each.finding.span), each)
    return sorted(
        seen.values(), key=lambda one: (one.report.dated.date or "9999", one.report.id, one.finding.span)
    )


def _of_accounts(contact: Contact, reports: Mapping[str, Report], ledger: Ledger) -> Iterator[ToldClaim]:
    day = contact.when.start if contact.when else None
    for account in sorted(contact.accounts, key=_place):
        report = reports[account.report]
        for claim in find_record_claims(report.body, report.dated.date, account):
            yield ToldClaim(report=report, finding=judge_claim(claim, ledger, day=day, own=contact.id))
        last = contact.when.end if contact.when else None
        for claim in find_gaps(report.body, report.dated.date, account, last):
            finding = judge_claim(claim, ledger, day=report.dated.date, own=None)
            yield ToldClaim(report=report, finding=finding)


def _place(account: Account) -> tuple[str, Span]:
    return account.report, account.evidence


def _of_silences(contact: Contact, ledger: Ledger) -> Iterator[ToldClaim]:
    """Reports of any contact that say the two have not dealt with each other yet, against what this one tells."""
    pair = pair_of(contact.participants)
    if pair is None:
        return
    names = {
        each.actor.id: each.actor.name.split()[-1] for each in contact.participants if each.actor.id in pair
    }
    if len(names) != len(pair):
        return
    words = " ".join(names[each] for each in pair)
    found = {each.key for each in ledger.search(f'"yet to" {words}', _MOST) if each.kind == "report"}
    for _, report in sorted(ledger.reports(found).items() if found else ()):
        for claim in _silences(report, names):
            finding = judge_claim(claim, ledger, day=report.dated.date, own=None)
            if any(each.contact == contact.slug for each in finding.evidence):
                yield ToldClaim(report=report, finding=finding)


def _silences(report: Report, names: Mapping[str, str]) -> Iterator[RecordClaim]:
    for sentence in _SENTENCE.finditer(report.body):
        span = Span(start=sentence.start(), end=sentence.end())
        named = [
            (Span(start=match.start(), end=match.end()), actor)
            for actor, word in names.items()
            for match in re.compile(rf"\b{re.escape(word)}\b").finditer(report.body, span.start, span.end)
        ]
        yield from find_silences(report.body, span, named, report.dated.date)
