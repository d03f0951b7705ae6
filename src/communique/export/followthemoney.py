"""`communique export followthemoney`: entities as OpenSanctions and Aleph read them, one JSON object a line.

Each contact is an Event, each participant a Person, PublicBody (a state) or Organization, each report an Article that
proves the events it tells of. Denied contacts are left out: FollowTheMoney has no event that did not happen.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from communique.export.brief import party_text
from communique.export.coding import day_of
from communique.export.formats import Wanted
from communique.knowledge.codes import code_of
from communique.records import Actor, Contact, Report

_SCHEMATA = {"person": "Person", "state": "PublicBody", "organisation": "Organization"}


def export(wanted: Wanted) -> Iterator[str]:
    """Actors, events and articles by id; the same ledger gives the same lines."""
    contacts = [each for each in wanted.ledger.contacts(wanted.query) if each.status != "denied"]
    reports = wanted.ledger.reports_of(contacts)
    entities: dict[str, dict[str, Any]] = {}
    for contact in contacts:
        for each in contact.participants:
            _add(entities, actor_entity(each.actor))
        _add(entities, event_entity(contact))
    for report in reports.values():
        _add(entities, article_entity(report))
    for name in sorted(entities):
        yield json.dumps(entities[name], ensure_ascii=False) + "\n"


def actor_entity(actor: Actor) -> dict[str, Any]:
    """A participant; the country is ISO 3166-1 alpha-2 in small letters."""
    country = (code_of(actor.state or actor.id, "iso2") or "").lower()
    office = [actor.office] if actor.office and actor.type == "person" else []
    return _entity(
        f"communique-actor-{actor.id.lower()}",
        _SCHEMATA[actor.type],
        {
            "name": [actor.name],
            "country": [country] if country else [],
            **({"position": office} if office else {}),
        },
    )


def event_entity(contact: Contact) -> dict[str, Any]:
    """A contact; the bounds of its days are startDate and endDate, a known day is its date."""
    when, day = contact.when, day_of(contact.when)
    kind = contact.kind.replace("_", " ")
    involved = [f"communique-actor-{each.actor.id.lower()}" for each in contact.participants]
    return _entity(
        f"communique-contact-{contact.id}",
        "Event",
        {
            "name": [f"{kind.capitalize()} of {party_text(contact.participants)}"],
            "summary": [f"{contact.status}{' (disputed)' if contact.disputed else ''}"],
            "date": [day] if day else [],
            "startDate": [when.start] if when and when.start else [],
            "endDate": [when.end] if when and when.end else [],
            "location": [place.name for place in contact.places],
            "involved": sorted(set(involved)),
            "organizer": [f"communique-actor-{contact.host.lower()}"] if contact.host else [],
            "keywords": [kind, *contact.topics],
            "recordId": [contact.slug],
            "proof": sorted({f"communique-report-{account.report}" for account in contact.accounts}),
        },
    )


def article_entity(report: Report) -> dict[str, Any]:
    """A report by its title and address, without its text."""
    return _entity(
        f"communique-report-{report.id}",
        "Article",
        {
            "title": [report.title or report.body.split("\n", 1)[0][:200]],
            "publisher": [report.outlet] if report.outlet else [],
            "sourceUrl": [report.url] if report.url and report.url.startswith("http") else [],
            "author": [report.byline] if report.byline else [],
            "date": [report.dated.date] if report.dated.date else [],
            "fileName": [report.source],
        },
    )


def _entity(name: str, schema: str, properties: Mapping[str, list[str]]) -> dict[str, Any]:
    held = {key: sorted({value for value in values if value}) for key, values in properties.items()}
    return {
        "id": name,
        "schema": schema,
        "properties": {key: values for key, values in held.items() if values},
    }


def _add(entities: dict[str, dict[str, Any]], entity: dict[str, Any]) -> None:
    """Keeps one entity of an id, with all values that were met: a person has had several offices."""
    known = entities.setdefault(entity["id"], entity)["properties"]
    for key, values in entity["properties"].items():
        known[key] = sorted({*known.get(key, ()), *values})
