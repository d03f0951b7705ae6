"""Whom a pronoun means: agreement in sex and number, salience, and the bounds that grammar sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.expressions import FIRST, FIRST_PLURAL, PLURAL, SECOND, Expression
from communique.actors.grammar import SUBJECTS, objects_of, subject_of, verb_of
from communique.actors.groups import together_before
from communique.actors.rivals import has_rival, things_between
from communique.actors.speakers import refer_speech, speaker_of
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Doc, Token

LOOKING_AHEAD = frozenset({"his", "her", "he", "she"})
ASKING = frozenset({"ask", "inquire"})
AROUND = frozenset(
    {"beside", "behind", "near", "around", "before", "above", "below", "over", "under", "alongside", "next"}
)
NEAR = 60  # code points between a subject's word and the beginning of its mention


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
    return together_before(walk, sentence, found.span.start, without=subject) or sides_ahead(
        walk, found, sentence
    )


def sides_ahead(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The list that a possessive in an opening phrase looks ahead to: "In their call, Putin and Xi agreed"."""
    if found.word != "their":
        return ()
    ahead = [j for j in walk.discourse.joined if j.sentence == sentence.index and j.place > found.span.start]
    return ahead[0].actors if ahead and len(ahead[0].actors) == 2 else ()


def refer_single(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """ "he", "her", "himself": the most salient person who agrees and whom grammar allows."""
    token = walk.token(found.span, sentence)
    fits = walk.fits(found.word)
    if found.word in LOOKING_AHEAD and (later := subject_ahead(walk, found, sentence)):
        return (later,)
    if token is None:
        return tuple(walk.discourse.ranked(sentence.index, found.span.start, fits)[:1])
    if found.word.endswith("self"):
        verb = verb_of(token)
        own = walk.met(subject_of(verb), sentence) if verb is not None else None
        if own is not None and fits(own):
            return (own,)
    if token.tag_ == "PRP$" and (close := object_before(walk, token, sentence)):
        return (close,)
    banned = excluded(walk, found, token, sentence)
    if (asked := hearer_asked(walk, token, sentence)) and fits(asked) and asked.id not in banned:
        return (asked,)
    likely = walk.discourse.ranked(
        sentence.index,
        found.span.start,
        lambda actor: fits(actor) and actor.id not in banned,
        subject=token.dep_ in SUBJECTS,
    )
    if not likely and walk.quotation(found.span.start):
        return named_behind(walk, found, banned)
    if (
        token.tag_ == "PRP$"
        and (own := owner_near(walk, token, sentence))
        and fits(own)
        and own.id not in banned
    ):
        return (own,)
    if likely and has_rival(walk, likely[0], sentence, found.span.start):
        return ()
    return tuple(likely[:1])


def owner_near(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """Whom a possessive's own clause names before it: whom somebody thanks "for his policy", else the clause's subject."""
    verb = verb_of(token.head)
    if verb is None:
        return None
    judged = next((c for c in verb.children if c.dep_ == "dobj" and c.i < token.i), None)
    behind = token.head.head.lower_ in {"for", "over"} and token.head.dep_ == "pobj"
    if judged is not None and behind and (one := walk.met(judged, sentence)):
        return one
    subject = subject_of(verb)
    return walk.met(subject, sentence) if subject is not None and subject.i < token.i else None


def hearer_asked(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """Who is asked, where the pronoun is the subject of what is asked: "asked Zelensky whether he had thanked"."""
    clause = token.head
    asking = clause.head if token.dep_ in SUBJECTS and clause.dep_ in {"ccomp", "advcl"} else None
    if (
        asking is None
        or asking.lemma_ not in ASKING
        or not any(c.lower_ in {"whether", "if"} for c in clause.children)
    ):
        return None
    return next((a for one in objects_of(asking) if (a := walk.met(one, sentence))), None)


def named_behind(walk: Walk, found: Expression, banned: set[str]) -> tuple[Actor, ...]:
    """The one person whom the sentence names behind the quotation: "I told him," said Ahmadinejad of his talk with Ban."""
    fits = walk.fits(found.word)
    behind = {
        m.actors[0].id: m.actors[0]
        for m in walk.here
        if m.span.start > found.span.end and len(m.actors) == 1 and m.actors[0].type == "person"
    }
    left = [actor for id, actor in behind.items() if id not in banned and fits(actor)]
    return tuple(left) if len(left) == 1 else ()


def excluded(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> set[str]:
    """Whom a pronoun cannot mean: the subject of the verb whose object it is, that verb's other objects, its own speaker."""
    banned: set[str] = set()
    if token.tag_ == "PRP$" or found.word.endswith("self"):
        return banned | said_by(walk, found, sentence)
    verb = verb_of(token)
    if verb is not None and token.dep_ in SUBJECTS and token.lower_ in {"him", "her", "them"}:
        verb = verb_of(verb.head)  # "asked him to come": the one who asks is banned
    if verb is not None and is_object(token):
        banned |= {id for one in listed(subject_of(verb)) for id in ids(walk.met(one, sentence))}
    if verb is not None and token.dep_ in SUBJECTS:
        banned |= {id for one in objects_of(verb) if one.i != token.i for id in ids(walk.met(one, sentence))}
    return banned | said_by(walk, found, sentence)


def is_object(token: Token) -> bool:
    """Whether a word is an object of its verb; "beside him" is no object, the subject may well stand beside himself."""
    if token.dep_ == "pobj":
        return token.head.lower_ not in AROUND
    return token.dep_ in {"dobj", "dative"} or token.lower_ in {"him", "them"}


def listed(token: Token | None) -> list[Token]:
    """A word and those joined to it: all of "Buhari and Sirleaf"."""
    if token is None:
        return []
    members = [token]
    for member in members:
        members += [c for c in member.children if c.dep_ == "conj" and c.i > member.i]
    return members


def said_by(walk: Walk, found: Expression, sentence: Sentence) -> set[str]:
    """Who says the quotation in which the pronoun stands: "he" there is somebody else."""
    quotation = walk.quotation(found.span.start)
    return ids(speaker_of(walk, quotation, sentence)) if quotation else set()


def ids(actor: Actor | None) -> set[str]:
    """An actor's id, if there is one."""
    return {actor.id} if actor else set()


def object_before(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The person that an object pronoun close before a possessive means: "thanked him for his letter"."""
    doc = token.doc
    for one in reversed(doc[max(0, token.i - 4) : token.i]):
        if (
            one.lower_ in {"him", "her"}
            and one.dep_ in {"dobj", "dative"}
            and not any(t.tag_.startswith("VB") for t in doc[one.i : token.i])
        ):
            return walk.met(one, sentence)
    return None


def subject_ahead(walk: Walk, found: Expression, sentence: Sentence) -> Actor | None:
    """The subject that a pronoun in an opening phrase looks ahead to: "In his talks with Putin, Xi said"."""
    doc = walk.parses.get(sentence.index)
    token = walk.token(found.span, sentence)
    if doc is None or token is None or subject_met(walk, found, sentence):
        return None
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None) if root is not None else None
    if subject is None or not opens(doc, token, subject):
        return None
    place = sentence.span.start + subject.idx
    fits = walk.fits(found.word)
    return next(
        (
            met.actor
            for met in walk.discourse.named
            if met.sentence == sentence.index
            and met.place <= place < met.place + len(subject) + 40
            and met.actor.type == "person"
            and fits(met.actor)
            and abs(met.place - place) < NEAR
        ),
        None,
    )


def subject_met(walk: Walk, found: Expression, sentence: Sentence) -> bool:
    """Whether the sentence has named a person as a subject before the pronoun."""
    return any(
        met.sentence == sentence.index
        and met.place < found.span.start
        and met.subject
        and met.actor.type == "person"
        for met in walk.discourse.named
    )


def opens(doc: Doc, token: Token, subject: Token) -> bool:
    """Whether a word stands in a phrase that is set off before the subject by a comma."""
    return (
        subject.i > token.i
        and token.head.i != subject.i
        and any(t.text == "," for t in doc[token.i : subject.i])
    )
