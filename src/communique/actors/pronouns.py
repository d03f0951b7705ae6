"""Whom a pronoun means: the kinds of pronouns, and "its"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.expressions import FIRST, FIRST_PLURAL, PLURAL, SECOND, Expression
from communique.actors.grammar import subject_of, verb_of
from communique.actors.rivals import PEOPLE
from communique.actors.single import refer_single
from communique.actors.speakers import refer_speech
from communique.actors.they import refer_they
from communique.actors.walk import Walk, body_at
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token


def refer_pronoun(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The actors that a pronoun means: "she" one woman, "them" a group, "I" in a quotation its speaker."""
    if found.word in FIRST | FIRST_PLURAL | SECOND:
        return refer_speech(walk, found, sentence)
    if found.word in PLURAL:
        return refer_they(walk, found, sentence)
    if found.word == "its":
        return refer_its(walk, found, sentence)
    return refer_single(walk, found, sentence)


def refer_its(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The side that acts in the clause ("the Tajik side brought its maps"), or who is thanked "for its hospitality"; else nobody."""
    token = walk.token(found.span, sentence)
    verb = verb_of(token.head) if token is not None else None
    if token is None or verb is None or holds_office(walk, token.head, sentence):
        return ()
    behind = token.head.dep_ == "pobj" and token.head.head.lower_ == "for"
    hearers = [c for c in verb.children if c.dep_ == "dobj" and c.i < token.i] if behind else []
    owner = next((m for one in hearers if (m := body_at(walk, one, sentence))), None)
    subject = subject_of(verb)
    if owner is None and not hearers and subject is not None and subject.i < token.i:
        owner = body_at(walk, subject, sentence)
        owner = owner if owner is not None and owner.form == "people" else None
    return owner.actors if owner is not None else ()


def holds_office(walk: Walk, token: Token, sentence: Sentence) -> bool:
    """Whether a noun is an office or a person's: "its" in "its foreign minister" is part of naming the minister."""
    place = sentence.span.start + token.idx
    return token.lemma_.lower() in PEOPLE or any(m.span.start <= place < m.span.end for m in walk.here)
