"""Whom a pronoun means: the kinds of pronouns."""

from __future__ import annotations

from communique.actors.expressions import FIRST, FIRST_PLURAL, PLURAL, SECOND, Expression
from communique.actors.neuter import refer_it
from communique.actors.owners import refer_its
from communique.actors.sets import choose_set
from communique.actors.single import refer_single
from communique.actors.speakers import refer_speech
from communique.actors.state_things import states_of_them
from communique.actors.they import refer_they
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

MUTUAL = frozenset({"each other", "one another", "themselves"})


def refer_pronoun(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The actors that a pronoun means: "she" one woman, "them" a group, "I" in a quotation its speaker."""
    if found.word in FIRST | FIRST_PLURAL | SECOND:
        return refer_speech(walk, found, sentence)
    if found.word in PLURAL:
        ruled = refer_they(walk, found, sentence)
        if ruled is None or found.word in MUTUAL:
            return ruled or ()
        return states_of_them(walk, found, sentence, choose_set(walk, found, sentence, ruled))
    if found.word == "its":
        return refer_its(walk, found, sentence)
    if found.word == "it":
        return refer_it(walk, found, sentence)
    return refer_single(walk, found, sentence)
