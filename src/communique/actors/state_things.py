"""Whose "their" is before what only states have: "The presidents met. Their armies have faced each other" is the states'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.expressions import WORDS, Expression
from communique.actors.walk import Walk, home_of
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

THINGS = frozenset(WORDS["state_things"]["nouns"])
TALKED = frozenset(WORDS["state_things"]["talked"])
ABOUT = frozenset(WORDS["state_things"]["about"])


def states_of_them(
    walk: Walk, found: Expression, sentence: Sentence, meant: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Those who are meant, or their states where the noun is a thing of states and each is of another state."""
    token = walk.token(found.span, sentence)
    if token is None or token.tag_ != "PRP$" or len(meant) < 2 or not is_of_states(token.head):
        return meant
    if any(actor.type != "person" for actor in meant):
        return meant
    homes = [home_of(walk, actor) for actor in meant]
    states = {home.id: home for home in homes if home is not None}
    return tuple(states.values()) if len(states) == len(meant) else meant


def is_of_states(noun: Token) -> bool:
    """Whether only states have what a noun says: a border, armies, embassies, trade talks."""
    if noun.lemma_ in THINGS:
        return True
    return noun.lemma_ in TALKED and any(
        c.dep_ in {"compound", "amod"} and c.lemma_ in ABOUT for c in noun.children
    )
