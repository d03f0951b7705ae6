"""Which state or organisation "its" means: who acts in the clause, who is thanked or pressed, who is joined by "and"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.expressions import WORDS, Expression
from communique.actors.grammar import SUBJECTS, subject_of, verb_of
from communique.actors.neuter import another_between, last_subject, one
from communique.actors.walk import Walk, body_at, side_at
from communique.records import Actor, Mention, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

OWNED = frozenset(WORDS["neuter"]["owned"])
REASONS = frozenset(WORDS["neuter"]["reasons"])
JUDGING = frozenset(WORDS["verbs"]["judging"]) | {
    "accuse",
    "press",
    "pressure",
    "punish",
    "urge",
    "warn",
    "sanction",
}


def refer_its(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """Whose "its" is: "the Tajik side brought its maps", "pressed Iran over its missiles", "Doha and its neighbours"."""
    token = walk.token(found.span, sentence)
    if token is None:
        return ()
    if (served := served_by(walk, found, sentence)) is not None:
        return served
    if joined := joined_to(walk, token, sentence):
        return joined.actors
    if treated := acted_on(walk, token, sentence):
        return treated.actors
    verb = verb_of(token.head)
    while verb is not None:
        subject = subject_of(verb)
        if subject is not None and subject.i < token.i:
            owner = side_at(walk, subject, sentence)
            if owner is not None:
                shared = token.head.dep_ != "dobj" and another_between(walk, token, sentence, owner)
                return () if shared and subject.head.i != verb.i else (owner,)
            return one(only_body(walk, token, sentence)) if may_pass(walk, subject, sentence) else ()
        verb = verb_of(verb.head) if verb.head.i != verb.i else None
    return one(opening(walk, token, sentence))


def served_by(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...] | None:
    """Whom the office-holder serves who stands right behind: "Moldova mourned; its president, Maia Sandu"; None without one."""
    behind = walk.report.body[found.span.end : found.span.end + 1]
    office = next(
        (m for m in walk.here if m.span.start == found.span.end + 1 and m.form in {"office", "title"}), None
    )
    if office is None or behind != " ":
        token = walk.token(found.span, sentence)
        place = sentence.span.start + token.head.idx if token is not None else -1
        return () if any(m.span.start <= place < m.span.end for m in walk.here) else None
    states = {a.state if a.type == "person" else a.id for a in office.actors}
    entity = walk.resolver.entity(states.pop() or "") if len(states) == 1 else None
    return (entity,) if entity is not None else ()


def joined_to(walk: Walk, token: Token, sentence: Sentence) -> Mention | None:
    """Who stands right before "and its": "between Doha and its four neighbours"."""
    noun = token.head
    beside = (
        noun.dep_ == "conj" and noun.head.i == token.i - 2 and token.doc[token.i - 1].lower_ in {"and", "or"}
    )
    return body_at(walk, noun.head, sentence) if beside else None


def acted_on(walk: Walk, token: Token, sentence: Sentence) -> Mention | None:
    """Who is thanked, pressed or punished for what is its own: "sanctions on Russia over its war", "accused Iran of hiding its ..."."""
    noun = token.head
    prep = noun.head if noun.dep_ == "pobj" else None
    verb = verb_of(noun)
    if prep is None and verb is not None and verb.dep_ == "pcomp":  # "accused Iran of breaking its word"
        prep = verb.head if verb.head.head.lemma_ in JUDGING else None
    if prep is None or prep.lower_ not in REASONS and not (verb is not None and verb.dep_ == "pcomp"):
        return None
    for above in (prep.head, prep.head.head):
        hit = [c for c in above.children if c.dep_ in {"dobj", "dative"} and c.i < prep.i]
        hit += [
            g
            for c in above.children
            if c.dep_ == "prep" and c.i < prep.i
            for g in c.children
            if g.dep_ == "pobj"
        ]
        for each in reversed(hit):
            if (named := body_at(walk, each, sentence)) is not None:
                return named
    return body_at(walk, prep.head, sentence)


def may_pass(walk: Walk, subject: Token, sentence: Sentence) -> bool:
    """Whether a clause's subject cannot own as "its" does: a person, or several; then the one body before may."""
    place = sentence.span.start + subject.idx
    covered = any(m.span.start <= place < m.span.end for m in walk.here)
    return covered or subject.tag_ in {"NNS", "NNPS", "PRP", "WP"} and subject.lower_ != "it"


def only_body(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The one state or organisation before, where what is owned is a state's, or no thing stands between."""
    place = sentence.span.start + token.idx
    bodies = {
        m.actors[0].id: m
        for m in walk.here
        if m.span.end <= place
        and len(m.actors) == 1
        and m.actors[0].type != "person"
        and m.form not in {"place", "adjective"}
    }
    if len(bodies) != 1:
        return None
    (named,) = bodies.values()
    things = [
        t
        for t in token.doc[: token.i]
        if t.tag_ == "NN"
        and sentence.span.start + t.idx >= named.span.end
        and t.dep_ in SUBJECTS | {"dobj", "pobj"}
        and not any(m.span.start <= sentence.span.start + t.idx < m.span.end for m in walk.here)
    ]
    return named.actors[0] if owns(token) or not things else None


def owns(token: Token) -> bool:
    """Whether a state has what is said to be "its": "its envoy", "its own soil"."""
    return token.head.lemma_.lower() in OWNED or any(c.lower_ == "own" for c in token.head.children)


def opening(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """Whose "its" is before any other subject: who acted in the sentence before, where a state has such a thing."""
    if not owns(token):
        return None
    here = [m for m in walk.here if m.span.start < sentence.span.start + token.idx and m.form != "adjective"]
    return last_subject(walk, sentence) if not here else None
