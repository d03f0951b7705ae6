"""`check`: reads a text that is not stored and holds what it asserts against a ledger."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from communique.checking.claims import claims_of_account, claims_of_pairs
from communique.checking.contacts import check_account, find_fellow
from communique.checking.findings import Check, Finding
from communique.checking.judge import judge_claim
from communique.checking.quotes import check_quote
from communique.errors import InputError
from communique.intake import Fields, IntakeOptions, given_date, make_report
from communique.knowledge import load_knowledge
from communique.ledger import Ledger
from communique.reading import read
from communique.records import Account, Contact, Mention, Reading, Report, Span, When

_CLAIMS = re.compile(r"\b(?:first|last|most recent|since|\w+(?:nd|rd|th) )", re.IGNORECASE)
_SORTS = ("contact", "date", "fact", "quote", "record")


def check(
    text: str | Report,
    ledger: Ledger,
    *,
    published: str | None = None,
    read_by: Callable[[Report], Reading] | None = None,
) -> Check:
    """Hold each contact, day, fact, quotation and claim about the record in a text against the ledger.

    "Putin and Xi spoke by phone on 22 January" against a ledger of their video call on the 21st: the contact is
    found, its kind and its day are contradicted, with the accounts that say otherwise. `text` is plain text, or a
    Report that intake has made of a page; nothing of it is kept. `published` is the ISO day from which "on
    Tuesday" is counted, where the text does not tell its own. `read_by` reads it, in another process say, with every
    statement. Raises InputError where there is no text, and where `published` is no day.
    """
    if published is not None and given_date(published).date is None:
        raise InputError(f"{published!r} is no day", where="published", remedy="write it as 2025-03-14")
    report = text
    if not isinstance(report, Report):
        report = make_report(Fields(source="draft", text=str(text)), IntakeOptions(published=published))
    reading = read_by(report) if read_by else read(report, load_knowledge(), every_statement=True)
    found = [*_contacts(reading, ledger), *_quotes(reading, ledger), *_claims(reading, ledger)]
    found.sort(key=lambda each: (each.span, _SORTS.index(each.sort), each.about, each.says))
    return Check(report=reading.report, findings=tuple(found))


def _contacts(reading: Reading, ledger: Ledger) -> Iterator[Finding]:
    for account in reading.accounts:
        yield from check_account(account, reading.report, ledger)


def _quotes(reading: Reading, ledger: Ledger) -> Iterator[Finding]:
    for statement in reading.statements:
        if statement.kind in ("quote", "part_quote"):
            yield check_quote(statement, ledger)


def _claims(reading: Reading, ledger: Ledger) -> Iterator[Finding]:
    """Claims about the record: each is counted from the contact that it is made of, once."""
    report, fellows = reading.report, _Fellows(reading, ledger)
    body, published = report.body, report.dated.date
    seen: list[Span] = []
    for account in reading.accounts:
        for claim, day, of_it in claims_of_account(body, published, account, fellows.when(account)):
            if not any(claim.span.overlaps(each) for each in seen):
                seen.append(claim.span)
                own = fellows.of(account) if of_it else None
                yield judge_claim(claim, ledger, day=day, own=own.id if own else None, told=fellows.ids())
    spans = [sentence.span for sentence in reading.sentences]
    named = [
        (each.span, tuple(one.id for one in each.actors)) for each in reading.mentions if _is_meant(each)
    ]
    for claim, day in claims_of_pairs(body, spans, named, published):
        if not any(claim.span.overlaps(each) for each in seen):
            seen.append(claim.span)
            yield judge_claim(claim, ledger, day=day, told=fellows.ids())


def _is_meant(mention: Mention) -> bool:
    return bool(mention.actors) and mention.form not in ("place", "adjective")


class _Fellows:
    """The contacts of the ledger that the accounts of a text mean, each looked up when it is asked for."""

    def __init__(self, reading: Reading, ledger: Ledger) -> None:
        self._reading = reading
        self._ledger = ledger
        self._found: dict[str, Contact | None] = {}

    def of(self, account: Account) -> Contact | None:
        if account.id not in self._found:
            fellow = find_fellow(account, self._reading.report, self._ledger)
            self._found[account.id] = fellow.contact if fellow else None
        return self._found[account.id]

    def when(self, account: Account) -> When | None:
        contact = self.of(account) if _CLAIMS.search(self._reading.report.body) else None
        return contact.when if contact else account.when

    def ids(self) -> frozenset[str]:
        found = (self.of(account) for account in self._reading.accounts)
        return frozenset(contact.id for contact in found if contact)
