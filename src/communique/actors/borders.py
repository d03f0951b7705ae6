"""Whose neighbour one may be: the states that border each other, from lexicon/borders.toml."""

from __future__ import annotations

from collections.abc import Sequence

from communique.actors.expressions import Expression
from communique.actors.walk import Walk, home_of
from communique.knowledge.load import LEXICON, read_toml
from communique.records import Actor, Sentence

_BORDERS: dict[str, list[str]] = read_toml(LEXICON / "borders.toml")["borders"]
BORDERS = frozenset(frozenset({one, other}) for one, many in _BORDERS.items() for other in many)
NEIGHBOURS = frozenset({"neighbour", "neighbor", "neighbours", "neighbors"})


def borders(one: str, other: str) -> bool:
    """Whether two states are neighbours: India and Pakistan, not India and the United States."""
    return frozenset({one, other}) in BORDERS


def are_neighbours(actors: Sequence[Actor]) -> bool:
    """Whether each of some states, or of some persons' states, borders one of the others."""
    states = {actor.state or actor.id for actor in actors}
    return len(states) > 1 and all(any(borders(one, other) for other in states) for one in states)


def neighbour_named(walk: Walk, found: Expression, sentence: Sentence, anchor: Actor) -> tuple[Actor, ...]:
    """The one person of a bordering state who was named: "Chavez and Zapatero spoke. Uribe called his neighbour rude"."""
    home = home_of(walk, anchor)
    before = walk.discourse.before(sentence.index, found.span.start) if home is not None else []
    persons = {
        met.actor.id: met.actor
        for met in before
        if met.actor.type == "person" and home is not None and borders(home.id, met.actor.state or "")
    }
    return tuple(persons.values()) if len(persons) == 1 else ()
