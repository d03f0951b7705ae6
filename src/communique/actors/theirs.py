"""Whom "their foreign ministers" and "their countries" mean: the holders of the office, or the states, of whom "their" is."""

from __future__ import annotations

from communique.actors.expressions import GROUPS, PRONOUN, WORDS, Expression
from communique.actors.groups import together_before
from communique.actors.pronouns import refer_pronoun
from communique.actors.state_holders import entities, holders_of
from communique.actors.walk import Walk, home_of
from communique.records import Actor, Sentence, Span

ONE_STATE = frozenset(WORDS["own_states"])


def refer_theirs(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The holders of an office in the states of "their", or the states where one is not sure; nobody of one state alone.

    "Macron telephoned Scholz. Their foreign ministers will meet in May." Their delegations act for the states.
    """
    if noun := found.match["own"]:
        return own_states(walk, found, sentence, several=noun not in ONE_STATE)
    held = GROUPS[found.match["theirs"].lower()]["offices"] if found.match["theirs"] else ()
    owners = together_before(walk, sentence, found.span.start)
    states = dict.fromkeys(actor.state if actor.type == "person" else actor.id for actor in owners)
    if len(states) < 2 or None in states:
        return ()
    owning = entities(walk, (id for id in states if id))
    return holders_of(walk, owning, held) if held else owning


def own_states(walk: Walk, found: Expression, sentence: Sentence, *, several: bool) -> tuple[Actor, ...]:
    """The states of those whom "their" means: two or more of "their countries", one of "their country"."""
    word = PRONOUN.match(walk.report.body, found.span.start)
    assert word is not None
    span = Span(start=word.start(), end=word.end())
    owners = refer_pronoun(walk, Expression("pronoun", "pronoun", span, word), sentence)
    homes = [home_of(walk, actor) if actor.type == "person" else actor for actor in owners]
    states = {state.id: state for state in homes if state is not None}
    return tuple(states.values()) if all(homes) and (len(states) > 1) == several else ()
