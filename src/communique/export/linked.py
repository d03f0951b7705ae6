"""Contacts as linked data: nodes in the words of schema.org, and a small vocabulary for what it has no word for.

A contact is an Event with its attendees; an account is a CreativeWork of this vocabulary that tells of it, with the
exact place in the report. A known day is `startDate`; possible days are `earliest` and `latest`, never a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from communique.export.brief import party_text
from communique.export.coding import day_of
from communique.ledger import Ledger, Query
from communique.records import Account, Actor, Contact, Report

SCHEMA = "https://schema.org/"
OWN = "urn:communique:vocabulary:"
_TYPES = {"person": "Person", "state": "Country", "organisation": "Organization"}
_STATUS = {"planned": "EventScheduled", "proposed": "EventScheduled", "cancelled": "EventCancelled"}

Node = dict[str, Any]


def linked_nodes(ledger: Ledger, query: Query) -> list[Node]:
    """Nodes by id. A value is a text, a number, a truth, a reference {"@id": ...}, or a list of these."""
    contacts = ledger.contacts(query)
    reports = ledger.reports_of(contacts)
    nodes: dict[str, Node] = {}
    for contact in contacts:
        for each in contact.participants:
            nodes.setdefault(actor_id(each.actor), actor_node(each.actor))
        nodes[f"urn:communique:contact:{contact.id}"] = contact_node(contact)
        for account in contact.accounts:
            nodes[f"urn:communique:account:{account.id}"] = account_node(account, reports)
    for report in reports.values():
        nodes[f"urn:communique:report:{report.id}"] = report_node(report)
    return [nodes[name] for name in sorted(nodes)]


def actor_id(actor: Actor) -> str:
    """The IRI of an actor."""
    return f"urn:communique:actor:{actor.id}"


def actor_node(actor: Actor) -> Node:
    """A participant."""
    return _node(actor_id(actor), _TYPES[actor.type], {"name": actor.name, f"{OWN}state": actor.state})


def contact_node(contact: Contact) -> Node:
    """A contact."""
    when = contact.when
    status = _STATUS.get(contact.status)
    return _node(
        f"urn:communique:contact:{contact.id}",
        "Event",
        {
            "name": f"{contact.kind.replace('_', ' ').capitalize()} of {party_text(contact.participants)}",
            "identifier": contact.slug,
            "startDate": day_of(when),
            "eventStatus": _ref(f"{SCHEMA}{status}") if status else None,
            "attendee": [_ref(actor_id(each.actor)) for each in contact.participants],
            "organizer": _ref(f"urn:communique:actor:{contact.host}") if contact.host else None,
            "keywords": list(contact.topics),
            f"{OWN}place": [place.name for place in contact.places],
            f"{OWN}kind": contact.kind,
            f"{OWN}status": contact.status,
            f"{OWN}disputed": contact.disputed,
            f"{OWN}earliest": when.start if when else None,
            f"{OWN}latest": when.end if when else None,
            f"{OWN}origins": contact.support.origins,
            f"{OWN}readingConfidence": round(contact.reading_confidence, 4),
            "subjectOf": [_ref(f"urn:communique:account:{each.id}") for each in contact.accounts],
        },
    )


def account_node(account: Account, reports: Mapping[str, Report]) -> Node:
    """One report's telling, with its sentence and where it stands in the text."""
    return _node(
        f"urn:communique:account:{account.id}",
        f"{OWN}Account",
        {
            "isPartOf": _ref(f"urn:communique:report:{account.report}"),
            "text": account.evidence.of(reports[account.report].body),
            f"{OWN}start": account.evidence.start,
            f"{OWN}end": account.evidence.end,
            f"{OWN}status": account.status,
            f"{OWN}side": account.side,
        },
    )


def report_node(report: Report) -> Node:
    """A report by its title and address, without its text."""
    return _node(
        f"urn:communique:report:{report.id}",
        "NewsArticle",
        {
            "headline": report.title or report.body.split("\n", 1)[0][:200],
            "publisher": report.outlet,
            "url": report.url,
            "author": report.byline,
            "datePublished": report.dated.date,
            "inLanguage": report.language,
            "identifier": report.source,
        },
    )


def _ref(name: str) -> dict[str, str]:
    return {"@id": name}


def _node(name: str, kind: str, values: Mapping[str, Any]) -> Node:
    filled = {key: value for key, value in values.items() if value not in (None, [], "")}
    return {"@id": name, "@type": kind, **{key: _single(value) for key, value in filled.items()}}


def _single(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    unique: Iterable[Any] = {str(each): each for each in value}.values()
    return sorted(unique, key=str)
