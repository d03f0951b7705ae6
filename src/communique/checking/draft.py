"""`check`: reads a text that is not stored and holds what it asserts against a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from communique.checking.contacts import check_account, find_fellow
from communique.checking.findings import Check, Finding
from communique.checking.judge import judge_claim
from communique.checking.quotes import check_quote
from communique.checking.record import find_gaps, find_record_claims, find_silences
from communique.errors import InputError
from communique.intake import Fields, IntakeOptions, given_date, make_report
from communique.knowledge import load_knowledge
from communique.ledger import Ledger
from communique.reading import read
from communique.records import Mention, Reading, Report, Span

_NOW = "9999-12-31"  # a draft without a day speaks of all that the ledger holds
_NOT_HELD = ("cancelled", "declined", "denied")
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
    body, published = reading.report.body, reading.report.dated.date
    seen: set[Span] = set()
    for account in reading.accounts:
        claims = list(find_record_claims(body, published, account))
        fellow = find_fellow(account, reading.report, ledger) if claims else None
        when = fellow.contact.when if fellow else account.when
        for claim in claims:
            if claim.span not in seen and account.status not in _NOT_HELD:
                seen.add(claim.span)
                own = fellow.contact.id if fellow else None
                yield judge_claim(claim, ledger, day=when.start if when else published, own=own)
    for account in reading.accounts:
        if account.status in _NOT_HELD:
            continue
        fellow = find_fellow(account, reading.report, ledger) if "since" in body else None
        when = fellow.contact.when if fellow else account.when
        for claim in find_gaps(body, published, account, when.end if when else None):
            if claim.span not in seen:
                seen.add(claim.span)
                yield judge_claim(claim, ledger, day=published or _NOW, own=None)
    named = [(each.span, each.actors[0].id) for each in reading.mentions if _is_one_actor(each)]
    for sentence in reading.sentences:
        for claim in find_silences(body, sentence.span, named, published):
            day = published or (_NOW if claim.period else None)
            yield judge_claim(claim, ledger, day=day, own=None)


def _is_one_actor(mention: Mention) -> bool:
    return len(mention.actors) == 1 and mention.form not in ("place", "adjective")
