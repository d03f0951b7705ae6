"""Who stands ahead of a pronoun in an opening phrase: "In his talks with Putin, Xi said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.expressions import Expression
from communique.actors.grammar import SUBJECTS, met_at, verb_of
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Doc, Token


def subject_ahead(walk: Walk, found: Expression, sentence: Sentence) -> Actor | None:
    """The subject that a pronoun in an opening phrase looks ahead to: "In his talks with Putin, Xi said"."""
    doc = walk.parses.get(sentence.index)
    token = walk.token(found.span, sentence)
    if doc is None or token is None or subject_met(walk, found, sentence):
        return None
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    own = verb_of(token.head)  # "the Post reported that in his meeting with Lavrov, Trump ..."
    verbs = [verb for verb in (root, own) if verb is not None]
    subjects = [c for verb in verbs for c in verb.children if c.dep_ in SUBJECTS]
    subject = next((one for one in subjects if opens(doc, token, one)), None)
    if subject is None:
        return None
    place = sentence.span.start + subject.idx
    if walk.quotation(found.span.start) != walk.quotation(place):
        return None
    actor = met_at(walk.here, place, len(subject))
    return actor if actor is not None and walk.fits(found.word)(actor) else None


def subject_met(walk: Walk, found: Expression, sentence: Sentence) -> bool:
    """Whether the sentence has named a person as a subject before the pronoun."""
    return any(
        met.place < found.span.start and met.subject and met.actor.type == "person"
        for met in walk.discourse.in_sentence(sentence.index)
    )


def opens(doc: Doc, token: Token, subject: Token) -> bool:
    """Whether a word stands in a phrase that is set off before the subject by a comma."""
    return (
        subject.i > token.i
        and token.head.i != subject.i
        and not (token.dep_ in SUBJECTS and token.head.i == subject.head.i)  # "he, Ann and Li met"
        and not is_reported_before(token, subject)
        and any(t.text == "," for t in doc[token.i : subject.i])
    )


def is_reported_before(token: Token, subject: Token) -> bool:
    """Whether a pronoun stands in what the subject behind it says: "He will leave on Sunday, a spokesman said" is of another."""
    return any(t.dep_ == "ccomp" and t.head.i == subject.head.i for t in token.ancestors)
