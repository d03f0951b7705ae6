"""Whom a pronoun means: the kinds of pronouns, "they", and "they"."""

from __future__ import annotations

from communique.actors.bounds import is_object
from communique.actors.expressions import FIRST, FIRST_PLURAL, PLURAL, SECOND, Expression
from communique.actors.grammar import subject_of, verb_of
from communique.actors.groups import together_before
from communique.actors.rivals import crowd_between, things_before, things_between
from communique.actors.single import refer_single
from communique.actors.speakers import refer_speech, speaker_of
from communique.actors.walk import Walk
from communique.records import Actor, Sentence


def refer_pronoun(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The actors that a pronoun means: "she" one woman, "them" a group, "I" in a quotation its speaker."""
    if found.word in FIRST | FIRST_PLURAL | SECOND:
        return refer_speech(walk, found, sentence)
    if found.word in PLURAL:
        return refer_they(walk, found, sentence)
    return refer_single(walk, found, sentence)


def refer_they(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """ "they": actors named together, but never with the subject of the verb whose object the pronoun is."""
    token = walk.token(found.span, sentence)
    subject = None
    if token is not None and is_object(token) and found.word == "them":
        verb = verb_of(token)
        subject = walk.met(subject_of(verb), sentence) if verb is not None else None
    if token is not None and things_between(walk, sentence, found.span.start, token):
        return ()
    quotation = walk.quotation(found.span.start)
    if quotation is not None and (speaker := speaker_of(walk, quotation, sentence)) is not None:
        subject = speaker  # who says "they" is none of them
    if quotation is not None and not any(
        quotation.span.start <= j.place < found.span.start for j in walk.discourse.joined
    ):
        return ()
    if token is not None and (crowd_between(walk, sentence, token) or things_before(walk, sentence, token)):
        return ()
    return together_before(walk, sentence, found.span.start, without=subject) or sides_ahead(
        walk, found, sentence
    )


def sides_ahead(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The list that a possessive in an opening phrase looks ahead to: "In their call, Putin and Xi agreed"."""
    if found.word != "their":
        return ()
    ahead = [j for j in walk.discourse.joined if j.sentence == sentence.index and j.place > found.span.start]
    return ahead[0].actors if ahead and len(ahead[0].actors) == 2 else ()
