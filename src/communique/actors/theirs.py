"""Whom "their foreign ministers" means: those who hold the office in the states of whom "their" is."""

from __future__ import annotations

from communique.actors.expressions import GROUPS, Expression
from communique.actors.groups import together_before
from communique.actors.state_holders import entities, holders_of
from communique.actors.walk import Walk
from communique.records import Actor, Sentence


def refer_theirs(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The holders of an office in the states of "their", or the states where one is not sure; nobody of one state alone.

    "Macron telephoned Scholz. Their foreign ministers will meet in May." Their delegations act for the states.
    """
    held = GROUPS[found.match["theirs"].lower()]["offices"] if found.match["theirs"] else ()
    owners = together_before(walk, sentence, found.span.start)
    states = dict.fromkeys(actor.state if actor.type == "person" else actor.id for actor in owners)
    if len(states) < 2 or None in states:
        return ()
    owning = entities(walk, (id for id in states if id))
    return holders_of(walk, owning, held) if held else owning
