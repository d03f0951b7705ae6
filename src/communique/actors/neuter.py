"""Which state or organisation "it" means: who says or promises the clause, who has just acted, who is asked to.

Most "it" is no actor: a thing, a deed, or nothing at all ("it is time"). So "it" means a state or an organisation only
where the clause is its own words ("Moscow said it would sign") or where it does what only an actor does ("It denied the
report") and a state or an organisation is the last of which a clause has been told. Everything else is left open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.bounds import is_object
from communique.actors.expressions import WORDS, Expression
from communique.actors.grammar import SUBJECTS, subject_of, verb_of
from communique.actors.reported import clause_of
from communique.actors.walk import Walk, body_at, side_at
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

SPEECH = frozenset(WORDS["verbs"]["speech"]) | frozenset(WORDS["verbs"]["thinking"])
CONTROLLING = frozenset(WORDS["verbs"]["controlling"]) | {"accuse", "blame", "charge"}
ACTING = frozenset(WORDS["neuter"]["acting"])
DISPOSED = frozenset(WORDS["neuter"]["disposed"])
IDLE = frozenset(WORDS["neuter"]["idle"])
ANSWERING = frozenset(WORDS["neuter"]["answering"])
ASKING = frozenset(WORDS["neuter"]["asking"])
WARNING = frozenset({"warn", "tell", "remind", "assure", "promise", "inform"})
TOLD = frozenset({"ccomp", "acl", "advcl"})
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "pcomp"})
COPULAS = frozenset({"be", "remain", "seem", "become", "feel", "appear"})


def refer_it(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """Whom "it" means: "Pyongyang promised it would stop", "It rejected the offer", "urged Iran ... asked it to"."""
    token = walk.token(found.span, sentence)
    if token is None or walk.quotation(found.span.start) is not None:
        return ()
    verb = token.head
    if (
        token.dep_ in SUBJECTS
        and verb.dep_ == "ccomp"
        and verb.head.lemma_ in CONTROLLING
        and is_object_of(token)
    ):
        return one(asked(walk, token, verb.head, sentence))
    if token.dep_ not in SUBJECTS:
        return one(asked(walk, token, verb_of(token), sentence)) if is_object(token) else ()
    if is_idle(token, verb):
        return ()
    if told := warned(walk, token, sentence):
        return (told,)
    said = own_words(walk, token, sentence)
    if said is not None and can_be(verb):
        return (said,)
    if verb.dep_ == "advcl" and (later := ahead(walk, token, sentence)):
        return (later,)
    if acts(verb):
        return one(acted_last(walk, token, sentence))
    return (
        one(undisturbed(walk, token, sentence))
        if (verb.dep_ in CLAUSES or verb.tag_ == "MD") and can_be(verb)
        else ()
    )


def one(actor: Actor | None) -> tuple[Actor, ...]:
    """An actor, if there is one."""
    return (actor,) if actor is not None else ()


def is_object_of(token: Token) -> bool:
    """Whether the subject of an infinitive is whom another asks: "asked it to leave"."""
    return any(c.lower_ == "to" and c.i > token.i for c in token.head.children)


def is_idle(token: Token, verb: Token) -> bool:
    """Whether "it" stands for nothing or for a clause: "it was unclear whether", "it was agreed that"."""
    if token.dep_ == "expl" or verb.lemma_ in {
        "take",
        "seem",
        "appear",
        "turn",
        "happen",
        "matter",
        "come",
        "rain",
    }:
        return True
    words = [c for c in verb.children if c.i > token.i]
    if verb.lemma_ in COPULAS:
        return any(c.lower_ in IDLE or c.dep_ in {"attr", "advmod"} and c.lower_ in IDLE for c in words)
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
    return passive and any(c.dep_ == "ccomp" for c in words)


def can_be(verb: Token) -> bool:
    """Whether a clause may be said of one who acts: not "it was a mistake", but "it was ready to talk"."""
    if verb.lemma_ not in COPULAS or verb.tag_ == "VBG":
        return True
    said = [c for c in verb.children if c.dep_ in {"acomp", "attr", "prep", "oprd"} and c.i > verb.i]
    return any(
        c.lower_ in DISPOSED or c.dep_ == "prep" and c.lower_ in {"against", "for", "behind"} for c in said
    )


def acts(verb: Token) -> bool:
    """Whether only one who acts does what a verb says: "it refuses", "it will not accept", "it is ready"."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return False
    return (
        verb.lemma_ in ACTING or verb.lemma_ in COPULAS and any(c.lower_ in DISPOSED for c in verb.children)
    )


def warned(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The state or organisation that a person tells what is to come of it: "Rice warned North Korea that it would pay"."""
    clause = token.head
    verb = clause.head
    if clause.dep_ != "ccomp" or verb.lemma_ not in WARNING or verb.i > token.i:
        return None
    if not can_be(clause) and not any(c.dep_ == "aux" and c.tag_ == "MD" for c in clause.children):
        return None
    speaker = subject_of(verb)
    told = next((c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.i < token.i), None)
    if told is None or speaker is None or side_at(walk, speaker, sentence) is not None:
        return None
    named = body_at(walk, told, sentence)
    return named.actors[0] if named is not None else None


def own_words(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The state or organisation that says, promises or thinks the clause: "the Kremlin said it had been asleep"."""
    clause = clause_of(token)
    for _ in range(3):
        if clause is None or clause.dep_ not in TOLD:
            return None
        verb = verb_of(clause.head)
        if verb is None:
            return None
        subject = subject_of(verb)
        told = clause.dep_ == "ccomp" and verb.lemma_ in SPEECH or clause.head.i != verb.i
        if subject is not None and told:
            return said_by(walk, subject, token, sentence)
        if subject is not None and subject.lower_ != "it" and side_at(walk, subject, sentence) is None:
            return None
        clause = verb
    return None


def said_by(walk: Walk, subject: Token, token: Token, sentence: Sentence) -> Actor | None:
    """The state or organisation at the subject of what is said."""
    return side_at(walk, subject, sentence) if subject.i != token.i else None


def ahead(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The state or organisation behind an opening clause: "If it goes on, North Korea will lose a friend"."""
    subject = next((c for c in token.head.head.children if c.dep_ in SUBJECTS and c.i > token.i), None)
    opens = not any(m.span.start < sentence.span.start + token.idx for m in walk.here)
    return side_at(walk, subject, sentence) if opens and subject is not None else None


def acted_last(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The state or organisation of which the clause before told, in this sentence or as the subject of the last one."""
    before = [t for t in token.doc[: token.i] if t.dep_ in SUBJECTS]
    if before:
        found = side_at(walk, before[-1], sentence) or side_at(walk, before[0], sentence)
        return None if found is not None and another_between(walk, token, sentence, found) else found
    if token.head.lemma_ in ANSWERING and (told := told_last(walk, sentence)):
        return told
    return last_subject(walk, sentence)


def undisturbed(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The state or organisation that is the subject before, where no thing stands between: "Ghana will do what it can"."""
    subject = next((t for t in reversed(token.doc[: token.i]) if t.dep_ in SUBJECTS), None)
    named = side_at(walk, subject, sentence) if subject is not None else None
    if subject is None or named is None:
        return None
    if named is not None and another_between(walk, token, sentence, named):
        return None
    between = (t for t in token.doc[subject.i + 1 : token.i] if t.tag_ in {"NN", "NNP"})
    return None if any(body_at(walk, t, sentence) is None for t in between) else named


def another_between(walk: Walk, token: Token, sentence: Sentence, actor: Actor) -> bool:
    """Whether a sentence names another state or organisation last before: "Washington stands by Kyiv as it fights"."""
    place = sentence.span.start + token.idx
    before = [
        m
        for m in walk.here
        if m.span.end <= place and m.form not in {"place", "adjective"} and m.form != "pronoun"
    ]
    bodies = [a.id for m in before for a in m.actors if a.type != "person"]
    return bool(bodies) and bodies[-1] != actor.id


def told_last(walk: Walk, sentence: Sentence) -> Actor | None:
    """The one state or organisation that the sentence before asks or accuses: "The agency asked Syria. It denied"."""
    doc = walk.parses.get(sentence.index - 1)
    root = next((t for t in doc if t.dep_ == "ROOT"), None) if doc is not None else None
    if root is None or root.lemma_ not in ASKING:
        return None
    start = walk.starts.get(sentence.index - 1, 0)
    told = [start + c.idx for c in root.children if c.dep_ in {"dobj", "dative"}]
    hit = [m.actor for m in walk.discourse.named if m.place in told and m.actor.type != "person"]
    return hit[0] if len(hit) == 1 else None


def last_subject(walk: Walk, sentence: Sentence) -> Actor | None:
    """The one state or organisation that is a subject of the sentence before, where nobody else acts there."""
    last = [
        m for m in walk.discourse.named if sentence.index - m.sentence == 1 and m.subject and not m.quoted
    ]
    bodies = {
        m.actor.id: m.actor for m in last if m.actor.type != "person" and m.form not in {"place", "adjective"}
    }
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def asked(walk: Walk, token: Token, verb: Token | None, sentence: Sentence) -> Actor | None:
    """Whom others ask, press or accuse: the last state or organisation that does not do so itself."""
    if verb is None or verb.lemma_ not in CONTROLLING and not called_on(token):
        return None
    subject = subject_of(verb)
    asking = body_at(walk, subject, sentence) if subject is not None else None
    out = {a.id for a in asking.actors} if asking else set()
    place = sentence.span.start + token.idx
    near = [
        m.actors[0]
        for m in walk.here
        if m.span.end <= place and len(m.actors) == 1 and m.form not in {"place", "adjective"}
    ]
    bodies = [a for a in near if a.type != "person" and a.id not in out]
    if bodies:
        return bodies[-1]
    return None if near and asking is None else last_free(walk, sentence, out)


def called_on(token: Token) -> bool:
    """Whether "it" is whom one calls on: "called on it to disarm", not "called it a mistake"."""
    return token.dep_ == "pobj" and token.head.lower_ == "on" and token.head.head.lemma_ == "call"


def last_free(walk: Walk, sentence: Sentence, out: set[str]) -> Actor | None:
    """The one state or organisation of the sentence before that is not left out."""
    last = (m for m in walk.discourse.named if sentence.index - m.sentence == 1)
    bodies = {
        m.actor.id: m.actor for m in last if m.actor.type != "person" and m.form not in {"place", "adjective"}
    }
    left = [actor for id, actor in bodies.items() if id not in out]
    return left[0] if len(left) == 1 else None
