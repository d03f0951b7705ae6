"""Whom a visit is paid to: what two accounts of visits between the same states differ by."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from communique.records import Account

Persons = Mapping[str, AbstractSet[str]]


def hosts_of(account: Account, persons: Persons) -> frozenset[str]:
    """The sides that a visit is paid to, as far as the account tells: "Lund visited Japan" is paid to Japan.

    The side without a person beside one with a person is visited; else the one in whose state the visit was. Empty
    for other contacts, and where neither is told ("Lund and Tanaka exchanged visits").
    """
    if account.kind != "visit" or len(persons) < 2:
        return frozenset()
    bare = frozenset(side for side, named in persons.items() if not named)
    if bare and len(bare) < len(persons):
        return bare
    return frozenset(place.state for place in account.places if place.state and place.state in persons)


def other_hosts(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two visits were paid to others: Lund's to Japan is not Tanaka's to Germany."""
    return bool(mine and theirs) and mine.isdisjoint(theirs)
