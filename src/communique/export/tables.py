"""Flat tables: what a row is, which columns it has, and the keys that join them.

contacts      a row a contact                     key contact
participants  a row a participant of a contact    contact -> contacts
accounts      a row an account                    key account; contact -> contacts, report -> reports
facts         a row a fact of an account          account -> accounts
statements    a row a statement                   key statement; contact -> contacts, report -> reports
reports       a row a report                      key report
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

Row = dict[str, Any]

COLUMNS: dict[str, tuple[str, ...]] = {
    "contacts": (
        *("contact", "slug", "start", "end", "precision", "kind", "status", "disputed", "channel", "level"),
        *("setting", "parties", "states", "initiator", "host", "places", "duration_low", "duration_high"),
        *("topics", "outcomes", "occasion", "first_since", "part_of", "after", "reports", "origins", "sides"),
        *("on_record", "conflicts", "reading_confidence"),
    ),
    "participants": ("contact", "slug", "id", "name", "type", "office", "state", "role", "as_named"),
    "accounts": (
        *(
            "account",
            "contact",
            "slug",
            "report",
            "source",
            "outlet",
            "url",
            "published",
            "side",
            "kind",
            "status",
        ),
        *("start", "end", "precision", "basis", "derivation", "evidence_start", "evidence_end", "evidence"),
    ),
    "facts": ("account", "contact", "report", "fact", "value", "text", "start", "end", "in", "chain"),
    "statements": (
        *("statement", "contact", "report", "source", "kind", "polarity", "speaker", "speaker_id", "chain"),
        *("text", "start", "end", "topics"),
    ),
    "reports": (
        *(
            "report",
            "version",
            "source",
            "title",
            "outlet",
            "url",
            "canonical_url",
            "byline",
            "credit",
            "dateline",
        ),
        *("language", "text_kind", "published", "published_basis", "body_sha256", "copy_of"),
    ),
}


def contact_rows(contacts: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row a contact, from objects of the interchange."""
    for each in contacts:
        dealing = [one for one in each["participants"] if one["role"] in ("party", "delegation_lead")]
        bounds = each["duration_minutes"] or {}
        yield {
            **each,
            **each["support"],
            **(each["when"] or {}),
            "contact": each["id"],
            "parties": _joined(one["name"] for one in dealing),
            "states": _joined(sorted({one["state"] or one["id"] for one in dealing})),
            "places": _joined(place["name"] for place in each["places"]),
            "duration_low": bounds.get("low"),
            "duration_high": bounds.get("high"),
            "topics": _joined(each["topics"]),
            "outcomes": _joined(each["outcomes"]),
            "after": _joined(each["after"]),
            "sides": _joined(each["support"]["sides"]),
            "conflicts": sum(verdict["verdict"] == "conflict" for verdict in each["verdicts"]),
        }


def participant_rows(contacts: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row a participant of a contact."""
    for each in contacts:
        yield from ({**one, "contact": each["id"], "slug": each["slug"]} for one in each["participants"])


def account_rows(contacts: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row an account."""
    for each in contacts:
        for account in each["accounts"]:
            span = account["evidence"]["span"]
            yield {
                **account,
                **(account["when"] or {}),
                "account": account["id"],
                "contact": each["id"],
                "slug": each["slug"],
                "evidence_start": span["start"],
                "evidence_end": span["end"],
                "evidence": account["evidence"]["text"],
            }


def fact_rows(contacts: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row a fact of an account; `value` is JSON, `chain` from the speaker to the outlet."""
    for each in contacts:
        for account in each["accounts"]:
            for fact in account["facts"]:
                yield {
                    **fact,
                    **fact["span"],
                    "account": account["id"],
                    "contact": each["id"],
                    "report": account["report"],
                    "value": json.dumps(fact["value"], ensure_ascii=False, sort_keys=True),
                    "chain": chain_text(fact["chain"]),
                }


def statement_rows(statements: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row a statement."""
    for each in statements:
        speaker = each["speaker"] or {}
        yield {
            **each,
            **each["span"],
            "statement": each["id"],
            "speaker": speaker.get("name"),
            "speaker_id": speaker.get("id"),
            "chain": chain_text(each["chain"]),
            "topics": _joined(each["topics"]),
        }


def report_rows(reports: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row a report."""
    for each in reports:
        dated = each["dated"]
        yield {**each, "report": each["id"], "published": dated["date"], "published_basis": dated["basis"]}


def chain_text(chain: Iterable[dict[str, Any]]) -> str:
    """The links by name, nearest to the speaker first: "Yuri Ushakov > CCTV"."""
    return " > ".join(link["name"] for link in chain)


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)
