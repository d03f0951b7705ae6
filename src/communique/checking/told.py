"""The claims about the record that a contact's reports make, each held against the ledger's other contacts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from communique.checking.claims import claims_of_account, claims_of_pairs
from communique.checking.findings import Finding
from communique.checking.judge import judge_claim
from communique.checking.pairing import TOGETHER, Named, last_name
from communique.checking.record import pair_of, paragraph_end
from communique.ledger import Ledger, Query
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
    names = _names(contact)
    for account in sorted(contact.accounts, key=_place):
        report = reports[account.report]
        body, published = report.body, report.dated.date
        told = {each.id for each in ledger.contacts(Query(reports=(report.id,)))}
        for claim, day, of_it in claims_of_account(body, published, account, contact.when):
            own = contact.id if of_it else None
            yield ToldClaim(report=report, finding=judge_claim(claim, ledger, day=day, own=own, told=told))
        near = Span(start=account.evidence.start, end=paragraph_end(body, account.evidence.end))
        for claim, day in claims_of_pairs(body, _sentences(body, near), _named(body, near, names), published):
            yield ToldClaim(report=report, finding=judge_claim(claim, ledger, day=day, told=told))


def _names(contact: Contact) -> dict[str, str]:
    """The last names of the two by id; none where they are not two with names of their own."""
    pair = pair_of(contact.participants) or ()
    names = {each.actor.id: last_name(each.actor) for each in contact.participants if each.actor.id in pair}
    return names if len(names) == len(pair) else {}


def _place(account: Account) -> tuple[str, Span]:
    return account.report, account.evidence


def _of_silences(contact: Contact, ledger: Ledger) -> Iterator[ToldClaim]:
    """Reports of any contact that say the two have not dealt with each other yet, against what this one tells."""
    names = _names(contact)
    if not names:
        return
    words = " ".join(names.values())
    found = {each.key for each in ledger.search(f'"yet to" {words}', _MOST) if each.kind == "report"}
    for _, report in sorted(ledger.reports(found).items() if found else ()):
        whole = Span(start=0, end=len(report.body))
        named = _named(report.body, whole, names)
        for claim, day in claims_of_pairs(
            report.body, _sentences(report.body, whole), named, report.dated.date
        ):
            finding = judge_claim(claim, ledger, day=day)
            if any(each.contact == contact.slug for each in finding.evidence):
                yield ToldClaim(report=report, finding=finding)


def _sentences(body: str, span: Span) -> Iterator[Span]:
    for sentence in _SENTENCE.finditer(body, span.start, span.end):
        yield Span(start=sentence.start(), end=sentence.end())


def _named(body: str, span: Span, names: Mapping[str, str]) -> list[Named]:
    """Where the two are named within a span, and where a word can only mean both."""
    words: list[tuple[tuple[str, ...], re.Pattern[str]]] = [
        ((actor,), re.compile(rf"\b{re.escape(word)}\b")) for actor, word in names.items()
    ]
    if names:
        words.append((tuple(names), re.compile(rf"\b{TOGETHER}\b", re.IGNORECASE)))
    return [
        (Span(start=match.start(), end=match.end()), ids)
        for ids, pattern in words
        for match in pattern.finditer(body, span.start, span.end)
    ]
