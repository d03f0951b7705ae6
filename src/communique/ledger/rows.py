"""The rows by which a ledger keeps the parts of a reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import Any

from communique.ledger.codec import digest_of, encode, to_plain
from communique.ledger.notices import find_notice
from communique.ledger.stored import Margin
from communique.records import Reading


def reading_id(reading: Reading) -> str:
    """A hash of all that the reading says: the same text read by the same edition is the same reading."""
    bare = replace(reading, sentences=(), report=replace(reading.report, body=""))
    return digest_of(reading.report.version, reading.edition, encode(bare))


def report_row(reading: Reading, recorded: str) -> dict[str, Any]:
    """The row of a report."""
    report = reading.report
    return {
        "id": report.id,
        "source": report.source,
        "outlet": report.outlet,
        "url": report.url,
        "canonical_url": report.canonical_url,
        "recorded": recorded,
    }


def version_row(reading: Reading, recorded: str) -> dict[str, Any]:
    """The row of one text of a report."""
    report = reading.report
    return {
        "id": report.version,
        "report": report.id,
        "body": report.body,
        "body_sha256": sha256(report.body.encode("utf-8", "surrogatepass")).hexdigest(),
        "title": report.title,
        "byline": report.byline,
        "retrieved": report.retrieved,
        "modified": report.modified,
        "notice": find_notice(report.title, report.body),
        "recorded": recorded,
    }


def edition_row(edition: str, recorded: str) -> dict[str, Any]:
    """The row of an edition, with what its lexicon held where that is the one that is loaded."""
    from communique import __version__

    held = _fingerprint(edition.partition("+")[0])
    return {"id": edition, "program": __version__, "recorded": recorded, **held}


@cache
def _fingerprint(edition: str) -> dict[str, str | None]:
    from communique.knowledge import load_knowledge
    from communique.knowledge.fingerprint import fingerprint

    knowledge = load_knowledge()
    if knowledge.edition != edition:
        return {"rules": None, "entries": None}
    held = fingerprint(knowledge)
    return {"rules": held.rules, "entries": encode(held.entries)}


def reading_row(name: str, reading: Reading, recorded: str) -> dict[str, Any]:
    """The row of a reading, not yet current."""
    report = reading.report
    labels = to_plain(replace(report, body=""))
    labels.pop("body", None)
    return {
        "id": name,
        "version": report.version,
        "report": report.id,
        "edition": reading.edition,
        "published": report.dated.date,
        "dated_basis": report.dated.basis,
        "language": report.language,
        "text_kind": report.text_kind,
        "labels": encode(labels),
        "record": encode(Margin(mentions=reading.mentions, whens=reading.whens, doubts=reading.doubts)),
        "accounts": len(reading.accounts),
        "current": False,
        "recorded": recorded,
    }


def account_rows(reading: Reading, recorded: str) -> list[dict[str, Any]]:
    """The rows of a reading's accounts, without its own id."""
    return [
        {
            "id": account.id,
            "position": position,
            "kind": account.kind,
            "status": account.status,
            "start": account.when.start if account.when else None,
            "end": account.when.end if account.when else None,
            "side": account.side,
            "reading_confidence": account.reading_confidence,
            "record": encode(replace(account, facts=())),
            "recorded": recorded,
        }
        for position, account in enumerate(once(reading.accounts))
    ]


def fact_rows(reading: Reading) -> list[dict[str, Any]]:
    """The rows of the accounts' facts."""
    return [
        {"account": account.id, "position": position, "fact": fact.fact, "record": encode(fact)}
        for account in once(reading.accounts)
        for position, fact in enumerate(account.facts)
    ]


def statement_rows(reading: Reading, recorded: str) -> list[dict[str, Any]]:
    """The rows of a reading's statements."""
    return [
        {
            "id": statement.id,
            "position": position,
            "account": statement.account,
            "kind": statement.kind,
            "polarity": statement.polarity,
            "speaker": statement.speaker.id if statement.speaker else None,
            "record": encode(statement),
            "recorded": recorded,
        }
        for position, statement in enumerate(once(reading.statements))
    ]


def once(records: Iterable[Any]) -> list[Any]:
    """The records with the first of each id only."""
    first: dict[str, Any] = {}
    for record in records:
        first.setdefault(record.id, record)
    return list(first.values())
