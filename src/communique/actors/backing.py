"""Whether a report speaks of enough for a family name alone to mean somebody: his state, or leaders of others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.actors.prominence import HEADS, MAJOR
from communique.actors.words import LED

if TYPE_CHECKING:
    from communique.actors.resolve import Resolver

LATELY = (
    10  # years after which a major state's former leader is no longer whom a bare family name means anywhere
)


def is_shared(resolver: Resolver, person: str | None, persons: Sequence[str]) -> bool:
    """Whether another one in office bears the family name, too, and the first is not a major state's leader."""
    if person is None or any(t.of in MAJOR and t.office in HEADS for t in resolver.current(person)):
        return False
    return any(other != person and resolver.current(other) for other in persons)


def serves_named(resolver: Resolver, person: str) -> bool:
    """Whether somebody is in office for a state or organisation that the report speaks of."""
    return any(t.of in resolver.named for t in resolver.current(person))


def is_backed(resolver: Resolver, person: str, *, common: bool, among: Sequence[str] = ()) -> bool:
    """Whether a family name alone may mean a person: a rare one, of a state that is named, or a leader among leaders.

    Not where one of those `among` whom the choice is serves a state that is named, and this one does not.

    "Merkel" is Angela Merkel anywhere; "Mr Brown" is the premier where his country, its seat, or a leader of
    another state is named.
    """
    if not common:
        return keeps_company(resolver, person)
    if not serves_named(resolver, person) and any(p != person and serves_named(resolver, p) for p in among):
        return False
    led = {t.of for t in resolver.current(person) if t.office in LED}
    if led and (resolver.company - led or resolver.named & resolver.knowledge.organisations.keys()):
        return True
    return any(t.of in resolver.named for t in resolver.knowledge.tenures_of.get(person, ()))


def keeps_company(resolver: Resolver, person: str) -> bool:
    """Whether a rare family name alone may mean a person: a major state's leader, or one of whom the report can speak.

    "Hernandez" where no state, organisation or other leader is named is no president of Honduras, nor "Kan", of 2021, Japan's of 2011.
    """
    every, held = resolver.knowledge.tenures_of.get(person, ()), resolver.current(person)
    lately = held or [
        t for t in every if not resolver.day or int(resolver.day[:4]) - int(t.last_day()[:4]) <= LATELY
    ]
    if any(t.of in MAJOR and t.office in HEADS for t in lately):
        return True
    own = {t.of for t in every}
    if held and resolver.named or resolver.named & own:
        return True
    return bool(resolver.served - own) and (bool(held) or any(t.office in HEADS for t in lately))
