"""The interchange: one JSON object a line, each with its type and the version of its schema.

Order of lines: type, then id. Order within: participants by role and id, accounts by publication day,
source and id, facts by name and place, places by whose and name, verdicts by fact, their values by account,
doubts and `after` by id; topics, outcomes, chains and status history as they were told. Every span carries
its text: `body[start:end] == text`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, get_args

from communique.ledger import Said
from communique.ledger.codec import to_plain
from communique.records import (
    Account,
    Contact,
    Doubt,
    Fact,
    Link,
    Participant,
    Report,
    Role,
    Span,
    Verdict,
    When,
)

SCHEMA_VERSION = 1
_ROLES: tuple[str, ...] = get_args(Role)
_UNDATED = "9999"


def contact_object(contact: Contact, reports: Mapping[str, Report]) -> dict[str, Any]:
    """A contact with its accounts; `reports` holds the reports of its accounts by id."""
    accounts = sorted(contact.accounts, key=lambda account: _account_order(account, reports))
    return {
        **_head("contact", contact.id),
        "slug": contact.slug,
        "kind": contact.kind,
        "status": contact.status,
        "disputed": contact.disputed,
        "when": when_object(contact.when),
        "channel": contact.channel,
        "level": contact.level,
        "setting": contact.setting,
        "occasion": contact.occasion,
        "participants": participant_objects(contact.participants),
        "initiator": contact.initiator,
        "host": contact.host,
        "places": [
            {"name": place.name, "of": place.of}
            for place in sorted(contact.places, key=lambda place: (place.of or "", place.name))
        ],
        "duration_minutes": range_object(contact.duration_minutes),
        "topics": list(contact.topics),
        "outcomes": list(contact.outcomes),
        "first_since": contact.first_since,
        "first_since_contact": contact.first_since_contact,
        "part_of": contact.part_of,
        "planned_in": contact.planned_in,
        "after": sorted(contact.after),
        "status_history": [{"date": day, "status": status} for day, status in contact.status_history],
        "reading_confidence": round(contact.reading_confidence, 4),
        "support": to_plain(contact.support),
        "accounts": [account_object(account, reports[account.report]) for account in accounts],
        "verdicts": [
            verdict_object(verdict) for verdict in sorted(contact.verdicts, key=lambda each: each.fact)
        ],
        "doubts": [doubt_object(doubt) for doubt in sorted(contact.doubts, key=lambda each: each.id)],
    }


def account_object(account: Account, report: Report) -> dict[str, Any]:
    """One report's telling, with where it was published and the sentence that it rests on."""
    facts = sorted(account.facts, key=lambda fact: (fact.fact, fact.span, fact.text))
    return {
        "id": account.id,
        "report": account.report,
        "source": report.source,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.dated.date,
        "side": account.side,
        "kind": account.kind,
        "status": account.status,
        "when": when_object(account.when),
        "participants": participant_objects(account.participants),
        "evidence": {"span": span_object(account.evidence), "text": account.evidence.of(report.body)},
        "facts": [fact_object(fact) for fact in facts],
    }


def fact_object(fact: Fact) -> dict[str, Any]:
    """A fact with its words, their layer, and the chain of sources, nearest to the speaker first."""
    return {
        "fact": fact.fact,
        "value": to_plain(fact.value),
        "text": fact.text,
        "span": span_object(fact.span),
        "in": fact.layer,
        "chain": [link_object(link) for link in fact.chain],
    }


def statement_object(said: Said, report: Report) -> dict[str, Any]:
    """A statement with its speaker, what stands between, and the contact that it belongs to."""
    statement = said.statement
    cue = statement.cue
    return {
        **_head("statement", statement.id),
        "source": report.source,
        "report": statement.report,
        "kind": statement.kind,
        "polarity": statement.polarity,
        "speaker": link_object(statement.speaker) if statement.speaker else None,
        "addressee": link_object(statement.addressee) if statement.addressee else None,
        "cue": {"text": cue.text, "span": span_object(cue.span)} if cue else None,
        "chain": [link_object(link) for link in statement.chain],
        "text": statement.text,
        "span": span_object(statement.span),
        "contact": said.contact,
        "topics": list(statement.topics),
        "copy_of": said.copy_of,
    }


def report_object(report: Report) -> dict[str, Any]:
    """A report with its whole body and what in it is not prose."""
    furniture = sorted(report.furniture, key=lambda each: (each.span, each.kind))
    return {
        **_head("report", report.id),
        "version": report.version,
        "source": report.source,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "canonical_url": report.canonical_url,
        "byline": report.byline,
        "credit": report.credit,
        "dateline": report.dateline,
        "language": report.language,
        "text_kind": report.text_kind,
        "dated": {
            "date": report.dated.date,
            "basis": report.dated.basis,
            "why": report.dated.why,
            "earliest": report.dated.earliest,
            "latest": report.dated.latest,
        },
        "retrieved": report.retrieved,
        "modified": report.modified,
        "body_sha256": sha256(report.body.encode("utf-8", "surrogatepass")).hexdigest(),
        "body": report.body,
        "furniture": [{"kind": each.kind, "span": span_object(each.span)} for each in furniture],
        "copy_of": report.copy_of,
    }


def doubt_object(doubt: Doubt) -> dict[str, Any]:
    """A doubt with the question that would settle it."""
    return {
        **_head("doubt", doubt.id),
        "about": doubt.about,
        "question": doubt.question,
        "choices": list(doubt.choices),
        "span": span_object(doubt.span) if doubt.span else None,
        "why": doubt.why,
    }


def participant_objects(participants: Iterable[Participant]) -> list[dict[str, Any]]:
    """The participants, parties first."""
    ordered = sorted(participants, key=lambda each: (_ROLES.index(each.role), each.actor.id, each.as_named))
    return [
        {
            "id": each.actor.id,
            "name": each.actor.name,
            "type": each.actor.type,
            "office": each.actor.office,
            "state": each.actor.state,
            "role": each.role,
            "as_named": each.as_named,
        }
        for each in ordered
    ]


def when_object(when: When | None) -> dict[str, Any] | None:
    """The interval of days with its derivation."""
    if when is None:
        return None
    return {
        "start": when.start,
        "end": when.end,
        "precision": when.precision,
        "basis": when.basis,
        "derivation": when.derivation,
    }


def verdict_object(verdict: Verdict) -> dict[str, Any]:
    """What the accounts say on one fact, taken together."""
    values = sorted(verdict.values, key=lambda pair: (pair[0], json.dumps(to_plain(pair[1]), sort_keys=True)))
    return {
        "fact": verdict.fact,
        "verdict": verdict.verdict,
        "values": [{"account": account, "value": to_plain(value)} for account, value in values],
    }


def link_object(link: Link) -> dict[str, Any]:
    """A speaker or a link of a chain, as the text names it."""
    return {"id": link.id, "name": link.name, "text": link.text, "span": span_object(link.span)}


def span_object(span: Span) -> dict[str, int]:
    """Half-open, in code points of the report's body."""
    return {"start": span.start, "end": span.end}


def range_object(bounds: tuple[int, int] | None) -> dict[str, int] | None:
    """Minutes from `low` to `high`."""
    return {"low": bounds[0], "high": bounds[1]} if bounds else None


def line_of(value: dict[str, Any]) -> str:
    """One line of the interchange, without its end."""
    return json.dumps(value, ensure_ascii=False)


def in_order(objects: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Objects of the interchange by type, then id."""
    return sorted(objects, key=lambda each: (each["type"], each["id"]))


def _head(kind: str, name: str) -> dict[str, Any]:
    return {"type": kind, "schema_version": SCHEMA_VERSION, "id": name}


def _account_order(account: Account, reports: Mapping[str, Report]) -> tuple[str, str, str]:
    report = reports[account.report]
    return report.dated.date or _UNDATED, report.source, account.id
