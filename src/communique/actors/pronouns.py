"""Whom a pronoun means: the kinds of pronouns, "they", and "they"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.bounds import is_object
from communique.actors.expressions import FIRST, FIRST_PLURAL, PLURAL, SECOND, Expression
from communique.actors.frames import actor_at
from communique.actors.grammar import SUBJECTS, subject_of, verb_of
from communique.actors.groups import together_before
from communique.actors.rivals import PEOPLE, crowd_between, things_before, things_between
from communique.actors.single import refer_single
from communique.actors.speakers import refer_speech, speaker_of
from communique.actors.walk import Walk
from communique.records import Actor, Mention, Sentence

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


def body_at(walk: Walk, token: Token, sentence: Sentence) -> Mention | None:
    """The mention of one state or organisation at a word of the sentence, as itself or by its side; a place never."""
    place = sentence.span.start + token.idx
    acting = (m for m in walk.here if m.form not in {"place", "adjective"} and len(m.actors) == 1)
    bodies = (m for m in acting if m.actors[0].type != "person")
    return next((m for m in bodies if m.span.start <= place < m.span.end), None)


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
    if quotation is not None and found.word in {"each other", "one another"}:
        return ()
    if quotation is not None and (speaker := speaker_of(walk, quotation, sentence)) is not None:
        subject = speaker  # who says "they" is none of them
    if quotation is not None and not any(
        quotation.span.start <= j.place < found.span.start for j in walk.discourse.joined
    ):
        return ()
    if token is not None and (listed := listed_before(walk, token, sentence)):
        return listed if len(listed) > 1 else ()
    if token is not None and (
        state := state_acted_on(walk, token, sentence) or people_told(walk, token, sentence)
    ):
        return (state,)
    if token is not None and many_act(walk, token, sentence):
        return ()
    if token is not None and (crowd_between(walk, sentence, token) or things_before(walk, sentence, token)):
        return ()
    return together_before(walk, sentence, found.span.start, without=subject) or sides_ahead(
        walk, found, sentence
    )


def listed_before(walk: Walk, token: Token, sentence: Sentence) -> tuple[Actor, ...]:
    """Those after whom a possessive ends a list: "welcomed Leyva, Murillo and their delegation"; one alone says: nobody here."""
    noun = token.head
    if token.tag_ != "PRP$" or noun.dep_ != "conj":
        return ()
    members: list[Token] = []
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
        members.insert(0, noun)
    found = [actor for one in members if (actor := actor_at(walk, one, sentence))]
    return tuple({actor.id: actor for actor in found}.values())


def state_acted_on(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The state whose doing is praised or blamed: "congratulated the Maldives on opening their embassy"."""
    verb = verb_of(token.head) if token.tag_ == "PRP$" else None
    if verb is None or verb.dep_ != "pcomp" or verb.tag_ != "VBG":
        return None
    told = next((c for c in verb.head.head.children if c.dep_ == "dobj" and c.i < verb.i), None)
    named = body_at(walk, told, sentence) if told is not None else None
    return named.actors[0] if named is not None and named.form == "state" else None


def people_told(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The people who are told a clause of which "they" is the subject: "told the Poles that they had missed it"."""
    clause = token.head if token.dep_ in SUBJECTS else None
    if clause is None or clause.dep_ != "ccomp":
        return None
    told = next((c for c in clause.head.children if c.dep_ in {"dobj", "dative"} and c.i < token.i), None)
    named = body_at(walk, told, sentence) if told is not None else None
    return named.actors[0] if named is not None and named.form in {"demonym", "people"} else None


def many_act(walk: Walk, token: Token, sentence: Sentence) -> bool:
    """Whether people whom no mention joins act before "they" in its sentence: "Democrats listed what they want".

    So do two of whom one is nobody known: "Ryan and a senator suggested they would agree".
    """
    for one in token.doc[: token.i]:
        if one.dep_ not in SUBJECTS or one.i == token.i:
            continue
        several = [one, *(c for c in one.children if c.dep_ == "conj")]
        known = [actor_at(walk, each, sentence) for each in several]
        plural = one.tag_ in {"NNS", "NNPS"} and (one.tag_ == "NNPS" or one.lemma_.lower() in PEOPLE)
        covered = any(
            m.span.start <= sentence.span.start + one.idx < m.span.end and m.actors for m in walk.here
        )
        if plural and not covered or len(several) > 1 and not all(known) and any(known):
            return True
    return False


def sides_ahead(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The list that a possessive in an opening phrase looks ahead to: "In their call, Putin and Xi agreed"."""
    if found.word != "their":
        return ()
    ahead = [j for j in walk.discourse.joined if j.sentence == sentence.index and j.place > found.span.start]
    return ahead[0].actors if ahead and len(ahead[0].actors) == 2 else ()
