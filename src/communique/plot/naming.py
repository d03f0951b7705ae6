"""Names of actors for readers: CHN is China, `xi-jinping` is what the ledger calls him."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from communique.ledger import Ledger, Line, Party

_DEALING = ("party", "delegation_lead")


@cache
def _known_names() -> dict[str, str]:
    from communique.knowledge import load_knowledge

    knowledge = load_knowledge()
    people = {each.id: each.name for each in knowledge.persons.values()}
    bodies = {each.id: each.name for each in knowledge.organisations.values()}
    return {**people, **bodies, **{each.id: each.name for each in knowledge.states.values()}}


def actor_name(actor: str) -> str:
    """The name of a state, an organisation or a person that the lexicon knows by this id, else the id."""
    return _known_names().get(actor, actor)


def name_in(ledger: Ledger, actor: str) -> str:
    """The name that the lexicon knows, else the one by which the ledger's contacts do."""
    if actor in _known_names():
        return _known_names()[actor]
    party = ledger.party(actor)
    return party.name if party else actor


def known_name(actor: str) -> str | None:
    """The name that the lexicon knows for this id; None where it knows none."""
    return _known_names().get(actor)


def dealing(participants: Iterable[Party]) -> list[Party]:
    """Those who deal with each other: no hosts, aides, mediators."""
    return [each for each in participants if each.role in _DEALING]


def pair_of(line: Line) -> tuple[str, ...]:
    """The states or organisations that deal with each other, sorted: ("CHN", "RUS")."""
    return tuple(sorted({each.state or each.id for each in dealing(line.participants)}))


def pair_name(sides: Iterable[str]) -> str:
    """`pair_name(("CHN", "RUS"))` is "China – Russia"; of more than three the first two and a count."""
    names = [actor_name(each) for each in sides]
    return " – ".join(names) if len(names) <= 3 else f"{names[0]} – {names[1]} + {len(names) - 2}"


def party_names(line: Line) -> str:
    """ "Joe Biden, Xi Jinping"."""
    return ", ".join(sorted({each.name for each in dealing(line.participants)}))
