"""A contact as CAMEO has it: ordered pairs of actors, each direction a row of its own.

Both directions of a reciprocal event are written (Biden to Xi and Xi to Biden, both 041); a visit is 042 from the
visitor and 043 from the host; a mediator has 045 towards each party. Persons of one state make no pair with each
other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from typing import Any

from communique.export.coding import Event, visit_sides
from communique.export.sectors import Coded
from communique.knowledge.codes import coding
from communique.records import Contact

# CAMEO's four classes by the first two digits of a code.
_VERBAL_COOPERATION, _VERBAL_CONFLICT = "1", "3"
_LAST_COOPERATIVE_ROOT = "05"
_NEGOTIATIONS = ("talks",)


@dataclass(frozen=True, kw_only=True, slots=True)
class Direction:
    """One row: `source` does `code` towards `target`. Macron visits Xi: FRAGOV 042 CHNGOV, and back 043."""

    source: Coded
    target: Coded
    code: str
    name: str
    goldstein: float

    @property
    def quad_class(self) -> str:
        """1 verbal cooperation, 3 verbal conflict."""
        return _VERBAL_COOPERATION if self.code[:2] <= _LAST_COOPERATIVE_ROOT else _VERBAL_CONFLICT


def directions_of(contact: Contact, event: Event) -> Iterator[Direction]:
    """The rows of one contact, by code, source and target."""
    parties = sorted({*event.actors, *event.recipients}, key=lambda each: each.id)
    visitors, hosts = visit_sides(contact)
    rows = []
    for source, target in permutations(parties, 2):
        # Who asks or refuses does so towards the other; the other has done nothing yet.
        one_way = event.type in ("REQUEST", "REJECT") and event.recipients and source not in event.actors
        if one_way or (source.state and source.state == target.state):
            continue
        role = _role(event, source.id in visitors, source.id in hosts, contact.kind)
        rows.append(_direction(source, target, event.type, role))
    rows += [
        _direction(mediator, party, event.type, "mediator")
        for mediator in event.third
        if event.type == "CONSULT" and mediator.id in _mediators(contact)
        for party in parties
    ]
    yield from sorted(rows, key=lambda each: (each.code, each.source.id, each.target.id))


def _mediators(contact: Contact) -> frozenset[str]:
    return frozenset(each.actor.id for each in contact.participants if each.role == "mediator")


def _role(event: Event, visits: bool, hosts: bool, kind: str) -> str:
    if event.type != "CONSULT":
        return "equal"
    if "phone" in event.modes:
        return "equal" if kind == "message" else "phone"
    if visits or hosts:
        return "visitor" if visits else "host"
    if kind in _NEGOTIATIONS:
        return "negotiator"
    return "third_place" if "third-party" in event.modes else "equal"


def _direction(source: Coded, target: Coded, kind: str, role: str) -> Direction:
    entry = _codes()[kind, role]
    return Direction(
        source=source, target=target, code=entry["code"], name=entry["name"], goldstein=entry["goldstein"]
    )


@cache
def _codes() -> dict[tuple[str, str], dict[str, Any]]:
    return {(entry["type"], entry["as"]): entry for entry in coding()["cameo"]}
