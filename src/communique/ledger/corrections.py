"""Applies corrected facts: to the account that was misread, or to the record of the contact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from communique.ledger.anchors import Placed
from communique.ledger.decisions import Decision
from communique.records import Account, Actor, Contact, Fact, Participant, Place, Reading, When

# The names under which an account's facts stand, where they are not the field's own.
_FACT_NAMES = {"topics": "topic", "participants": "participant", "places": "place"}
_LISTS = frozenset({"topics", "participants", "places", "outcomes"})


def correct_readings(readings: Iterable[Reading], placed: Iterable[Placed]) -> list[Reading]:
    """The readings with accounts as people corrected them; their words stay where they are."""
    changes: dict[str, list[Decision]] = {}
    for each in placed:
        if each.decision.kind == "correct" and each.decision.scope == "account":
            for name in each.one:
                changes.setdefault(name, []).append(each.decision)
    if not changes:
        return list(readings)
    return [_corrected(reading, changes) for reading in readings]


def _corrected(reading: Reading, changes: Mapping[str, list[Decision]]) -> Reading:
    if not any(account.id in changes for account in reading.accounts):
        return reading
    return replace(
        reading,
        accounts=tuple(correct_account(each, changes.get(each.id, ())) for each in reading.accounts),
    )


def correct_account(account: Account, decisions: Iterable[Decision]) -> Account:
    """The account with the facts that people gave it."""
    for decision in decisions:
        fact = str(decision.fact)
        facts = tuple(_corrected_facts(account.facts, fact, decision.value))
        values: dict[str, Any] = {fact: field_value(decision, account.participants), "facts": facts}
        account = replace(account, **values)
    return account


def _corrected_facts(facts: Iterable[Fact], name: str, value: Any) -> Iterable[Fact]:
    """The facts of the account: a single value is put right at its words, of several the wrong ones go."""
    stands_as = _FACT_NAMES.get(name, name)
    for fact in facts:
        if fact.fact != stands_as:
            yield fact
        elif name not in _LISTS:
            yield replace(fact, value=_fact_value(name, value))
        elif _key_of(fact.value) in {_key_of(each) for each in value}:
            yield fact


def _fact_value(name: str, value: Any) -> Any:
    return {"low": value[0], "high": value[1]} if name == "duration_minutes" and value else value


def _key_of(value: Any) -> Any:
    return (value.get("id") or value.get("name")) if isinstance(value, dict) else value


def settling(placed: Iterable[Placed]) -> Callable[[Contact], Contact]:
    """What puts people's corrections into the contacts that hold most of the accounts they were made for."""
    by_account: dict[str, list[Placed]] = {}
    for each in placed:
        if each.decision.kind == "correct" and each.decision.scope == "contact":
            for name in each.one:
                by_account.setdefault(name, []).append(each)

    def settled(contact: Contact) -> Contact:
        if not by_account:
            return contact
        own = {account.id for account in contact.accounts}
        counts = Counter(
            each.decision.id for account in contact.accounts for each in by_account.get(account.id, ())
        )
        for each in _standing_for(by_account, own, counts):
            contact = correct_contact(contact, each.decision)
        return contact

    return settled


def _standing_for(
    by_account: Mapping[str, list[Placed]], own: set[str], counts: Mapping[str, int]
) -> list[Placed]:
    """Corrections more than half of whose accounts are here; of exactly half, the first by id decides."""
    mine = {each.decision.id: each for name in own for each in by_account.get(name, ())}
    kept = [
        each
        for name, each in mine.items()
        if 2 * counts[name] > len(each.one) or (2 * counts[name] == len(each.one) and min(each.one) in own)
    ]
    return sorted(kept, key=lambda each: (each.decision.recorded or "", each.decision.id))


def correct_contact(contact: Contact, decision: Decision) -> Contact:
    """The contact's record with one fact as a person gave it; what the accounts tell stays beside it."""
    from communique.merge.agree import CHANNEL, setting_of
    from communique.merge.levels import level_of

    fact = str(decision.fact)
    changed: dict[str, Any] = {fact: field_value(decision, contact.participants)}
    if fact == "kind":
        changed["channel"] = CHANNEL.get(decision.value, "in_person")
    if fact == "participants":
        changed |= {"level": level_of(changed[fact]), "setting": setting_of(changed[fact])}
    if fact == "when":
        changed["doubts"] = tuple(each for each in contact.doubts if not each.id.startswith("day-"))
    return replace(contact, **changed)


def field_value(decision: Decision, participants: Iterable[Participant]) -> Any:
    """The value as the field of an account or a contact holds it."""
    value = decision.value
    if value is None:
        return () if decision.fact in _LISTS else None
    if decision.fact == "when":
        return When(
            start=value["start"],
            end=value["end"],
            precision=value["precision"],
            basis="given",
            derivation=f"corrected by {decision.author}: {decision.reason}",
        )
    if decision.fact == "participants":
        known = {each.actor.id: each for each in participants}
        return tuple(_participant(each, known) for each in value)
    if decision.fact == "places":
        return tuple(Place(name=each) for each in value)
    return tuple(value) if isinstance(value, list) else value


def _participant(value: Mapping[str, Any], known: Mapping[str, Participant]) -> Participant:
    """The participant as the account has it where it is there already, else as it was given."""
    here = known.get(value["id"])
    if here is not None:
        return replace(here, role=value["role"])
    actor = Actor(
        id=value["id"],
        name=value["name"],
        type=value["type"],
        office=value.get("office"),
        office_id=value.get("office_id"),
        state=value.get("state"),
        known=value.get("known", True),
    )
    return Participant(actor=actor, role=value["role"], as_named=value["name"])
