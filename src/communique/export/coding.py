"""A contact as an event of PLOVER: who acts, in which mode, and what is meant by planned, asked for or declined.

CONSULT is a contact that came about, with its modes: `visit` (one party came to the other: the visitor acts, the host
receives), `third-party` (at the seat of somebody else, or brought about by a mediator), `multilateral`, `phone` (and
every other remote medium). Where nobody is visitor or host all parties act: one record, several actors.
A planned contact is AGREE, one asked for REQUEST, a declined or cancelled one REJECT, a signing SUPPORT. A denied
contact is no event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from communique.export.sectors import Coded, coded_actor
from communique.knowledge.codes import coding
from communique.records import Contact, Report, When

# A report that appeared so many days after a contact recalls it; what is that old is no news.
RECALLED_AFTER_DAYS = 30
_MANY = 4  # parties of different sides that make a contact multilateral
_REMOTE = ("phone", "video", "written")
_DEALING = ("party", "delegation_lead")


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One PLOVER event: "Xi visits Hanoi" has Xi as actor, Vietnam as recipient, mode visit.

    `auxiliary`: historical, future, hypothetical, negation. `third` are mediators and hosts who are no parties.
    `day` is the day that is known (of two days that are one by two clocks the first), else None: no day is made up
    out of a month.
    """

    type: str
    modes: tuple[str, ...]
    auxiliary: tuple[str, ...]
    contexts: tuple[str, ...]
    quad: str
    day: str | None
    actors: tuple[Coded, ...]
    recipients: tuple[Coded, ...]
    third: tuple[Coded, ...]


def event_of(contact: Contact, reports: Mapping[str, Report]) -> Event | None:
    """The event that the contact is; None for a denied one, and where fewer than two parties deal."""
    rule = _rule_of(contact)
    parties = [each.actor for each in contact.participants if each.role in _DEALING]
    if rule is None or len(parties) < 2:
        return None
    day = day_of(contact.when)
    codes_of = day or (contact.when.end or contact.when.start if contact.when else None)
    visitors, hosts = visit_sides(contact)
    acting = acting_parties(contact, visitors)
    coded = {each.id: coded_actor(each, codes_of) for each in parties}
    actors = tuple(coded[each] for each in sorted(coded) if each in acting) or tuple(
        coded[each] for each in sorted(coded)
    )
    return Event(
        type=rule["type"],
        modes=modes_of(contact, visitors, hosts),
        auxiliary=_auxiliary_of(contact, rule.get("auxiliary"), reports),
        contexts=contexts_of(contact),
        quad=coding()["quads"][rule["type"]],
        day=day,
        actors=actors,
        recipients=tuple(coded[each] for each in sorted(coded) if coded[each] not in actors),
        third=tuple(
            coded_actor(each.actor, codes_of)
            for each in contact.participants
            if each.role in ("mediator", "host")
        ),
    )


def day_of(when: When | None) -> str | None:
    """The one day, or the first of two that differ by the clocks of two places; None for anything wider."""
    if when is None or not when.start or not when.end:
        return None
    apart = date.fromisoformat(when.end) - date.fromisoformat(when.start)
    return when.start if apart.days <= 1 else None


def _rule_of(contact: Contact) -> dict[str, str] | None:
    for rule in coding()["event"]:
        if contact.status in rule["status"] and contact.kind in rule.get("kind", (contact.kind,)):
            found: dict[str, str] = rule
            return found
    return None


def acting_parties(contact: Contact, visitors: frozenset[str]) -> frozenset[str]:
    """Ids of those who act: who asked, or who turned the asker down, else the visitors; empty where all do."""
    asker = frozenset({contact.initiator} if contact.initiator else ())
    if asker and contact.status == "proposed":
        return asker
    if asker and contact.status == "declined":
        return frozenset(each.actor.id for each in contact.participants if each.role in _DEALING) - asker
    return visitors


def visit_sides(contact: Contact) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of the visitors and of the hosts, both empty where the contact is no visit or nobody tells whose.

    A host who is named decides; else a state that stands for the visited place, else the one party at whose own
    state's place it was.
    """
    parties = {each.actor.id: each.actor for each in contact.participants if each.role in _DEALING}
    hosts: set[str] = set()
    if contact.channel != "in_person" or contact.kind == "signing":
        return frozenset(), frozenset()
    if contact.host in parties:
        hosts = {contact.host} if contact.host else set()
    elif contact.kind == "visit":
        hosts = {name for name, actor in parties.items() if actor.type != "person"}
    if not hosts:
        seats = {place.state for place in contact.places if place.state}
        hosts = {name for name, actor in parties.items() if len(seats) == 1 and actor.state in seats}
    home = {parties[name].state for name in hosts}
    visitors = {name for name in parties if name not in hosts and parties[name].state not in home - {None}}
    return (frozenset(visitors), frozenset(hosts)) if hosts and visitors else (frozenset(), frozenset())


def modes_of(contact: Contact, visitors: frozenset[str], hosts: frozenset[str]) -> tuple[str, ...]:
    """PLOVER's modes of consultation that are told: ("visit",), ("phone", "multilateral")."""
    if contact.kind == "signing":
        return ()
    parties = [each.actor for each in contact.participants if each.role in _DEALING]
    sides = {actor.state or actor.id for actor in parties}
    seats = {place.state for place in contact.places if place.state}
    found = {
        "visit": bool(visitors and hosts),
        "third-party": any(each.role in ("mediator", "host") for each in contact.participants)
        or (contact.channel == "in_person" and bool(seats) and not seats & sides),
        "multilateral": contact.setting == "multilateral" or len(sides) >= _MANY,
        "phone": contact.channel in _REMOTE,
    }
    return tuple(mode for mode, told in found.items() if told)


def _auxiliary_of(contact: Contact, of_rule: str | None, reports: Mapping[str, Report]) -> tuple[str, ...]:
    published = [reports[account.report].dated.date for account in contact.accounts]
    last = contact.when.end if contact.when else None
    recalled = bool(last) and all(
        day and (date.fromisoformat(day) - date.fromisoformat(str(last))).days > RECALLED_AFTER_DAYS
        for day in published
    )
    return tuple(each for each in (of_rule, "historical" if recalled else None) if each)


def contexts_of(contact: Contact) -> tuple[str, ...]:
    """PLOVER's contexts: diplomatic, and what the topics add."""
    table = coding()["contexts"]
    return ("diplomatic", *sorted({table[topic] for topic in contact.topics if topic in table}))
