"""Journeys: who of which state went where, from when to when, and which contacts were held there.

A visit is a trip of each person who made it. A contact in person at a place in another state, which no visit of that
traveller to that state covers, is a trip that is told by a meeting alone. Days of arrival and departure stand only
where a report tells them; the earliest and latest possible day always do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from communique.export.coding import visit_sides
from communique.knowledge import load_knowledge
from communique.knowledge.codes import code_of
from communique.ledger import Ledger, Query
from communique.records import Actor, Contact, Report

_DEALING = ("party", "delegation_lead")
_VISIT_KIND = re.compile(
    r"\b(state|official|working|private|surprise|farewell|unannounced)\s+(?:\w+\s+)?(?:visit|trip)\b",
    re.IGNORECASE,
)
# A visit may have begun the day before its first meeting and end the day after its last.
_MARGIN = timedelta(days=1)
_MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Trip:
    """One traveller's journey: Emmanuel Macron to CHN, as the visit or the meeting `contact` tells it."""

    traveller: Actor
    to: str
    contact: Contact
    told_as: str

    def holds(self, contact: Contact) -> bool:
        """Whether a contact in person was part of this journey: said so, or there and then with the same traveller."""
        if contact.part_of == self.contact.id:
            return True
        there = self.traveller.id in {each.actor.id for each in contact.participants}
        seats = {place.state for place in contact.places if place.state} or set(_hosts(contact))
        return there and contact.channel == "in_person" and self.to in seats and self._meets(contact)

    def _meets(self, contact: Contact) -> bool:
        one, other = self.contact.when, contact.when
        if not (one and other and one.start and one.end and other.start and other.end):
            return False
        return (
            date.fromisoformat(one.start) - _MARGIN <= date.fromisoformat(other.end)
            and date.fromisoformat(other.start) <= date.fromisoformat(one.end) + _MARGIN
        )


def trip_rows(ledger: Ledger, query: Query) -> Iterator[dict[str, Any]]:
    """A row a journey, by first day, traveller and state; trips told by a meeting follow where no visit covers them."""
    contacts = ledger.contacts(query)
    reports = ledger.reports_of(contacts)
    visits = [trip for each in contacts if each.kind == "visit" for trip in _trips(each, "visit")]
    met = [
        trip
        for each in contacts
        if each.kind not in ("visit", "signing") and each.channel == "in_person"
        for trip in _trips(each, "meeting")
    ]
    alone: list[Trip] = []
    for trip in met:
        same = (each for each in (*visits, *alone) if each.traveller.id == trip.traveller.id)
        if not any(each.to == trip.to and each.holds(trip.contact) for each in same):
            alone.append(trip)
    for trip in sorted((*visits, *alone), key=_order):
        yield _row(trip, contacts, reports)


def _trips(contact: Contact, told_as: str) -> Iterator[Trip]:
    visitors, _ = visit_sides(contact)
    seats = sorted({place.state for place in contact.places if place.state})
    dealing = [each.actor for each in contact.participants if each.role in _DEALING]
    for actor in sorted(dealing, key=lambda each: each.id):
        if actor.type != "person":
            continue
        goals = _hosts(contact) if actor.id in visitors else seats if len(seats) == 1 else []
        for to in goals:
            if actor.state and to != actor.state:
                yield Trip(traveller=actor, to=to, contact=contact, told_as=told_as)


def _hosts(contact: Contact) -> list[str]:
    _, hosts = visit_sides(contact)
    of = {each.actor.id: each.actor for each in contact.participants}
    return sorted({of[name].state or of[name].id for name in hosts})


def _row(trip: Trip, contacts: Iterable[Contact], reports: dict[str, Report]) -> dict[str, Any]:
    contact, traveller = trip.contact, trip.traveller
    when = contact.when
    earliest, latest = (when.start, when.end) if when else (None, None)
    arrive, depart = _days_told(contact)
    there = [each for each in contacts if each.id != contact.id and trip.holds(each)]
    if trip.told_as == "meeting":
        there = [contact, *there]
    day = latest or earliest
    return {
        "trip": f"{traveller.id}-{trip.to.lower()}-{contact.id}",
        "traveller": traveller.id,
        "name": traveller.name,
        "office": traveller.office,
        "from": traveller.state,
        "from_cow": code_of(traveller.state, "cow", day),
        "from_gw": code_of(traveller.state, "gw", day),
        "to": trip.to,
        "to_cow": code_of(trip.to, "cow", day),
        "to_gw": code_of(trip.to, "gw", day),
        "city": "; ".join(_cities(contact, trip.to)),
        "arrive": arrive,
        "depart": depart,
        "days": _length(contact, arrive, depart),
        "earliest": earliest,
        "latest": latest,
        "status": contact.status,
        "visit_kind": _visit_kind(contact, reports) if trip.told_as == "visit" else None,
        "told_as": trip.told_as,
        "contact": contact.id,
        "contacts_there": "; ".join(sorted(each.id for each in there)),
        "number_there": len(there),
    }


def _cities(contact: Contact, to: str) -> list[str]:
    """Names of places in that state, the state's own left out."""
    state = load_knowledge().states.get(to)
    whole = {state.name, *state.names} if state else set()
    return [place.name for place in contact.places if place.state in (to, None) and place.name not in whole]


def _days_told(contact: Contact) -> tuple[str | None, str | None]:
    """Both ends where a report states them ("from 5 to 7 April"), else none: a possible day is no told one."""
    when = contact.when
    if contact.kind != "visit" or when is None or when.basis not in ("stated", "given"):
        return None, None
    if when.precision == "interval" and when.start and when.end and when.start != when.end:
        return when.start, when.end
    return None, None


def _length(contact: Contact, arrive: str | None, depart: str | None) -> int | None:
    if arrive and depart:
        return (date.fromisoformat(depart) - date.fromisoformat(arrive)).days + 1
    if contact.kind != "visit" or contact.duration_minutes is None:
        return None
    low, high = contact.duration_minutes
    return low // _MINUTES_A_DAY or None if low == high else None


def _visit_kind(contact: Contact, reports: dict[str, Report]) -> str | None:
    found = {
        match[1].lower()
        for account in contact.accounts
        for match in _VISIT_KIND.finditer(account.evidence.of(reports[account.report].body))
    }
    return "; ".join(sorted(found)) or None


def _order(trip: Trip) -> tuple[str, str, str, str]:
    when = trip.contact.when
    first = (when.start or when.end) if when else None
    return first or "9999", trip.traveller.id, trip.to, trip.contact.id
