"""Who is "he" by the clauses around him: whom a relative clause describes, who acts above it, who says it behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.bounds import is_object
from communique.actors.expressions import Expression
from communique.actors.grammar import SUBJECTS, subject_of, verb_of
from communique.actors.reported import clause_of
from communique.actors.salience import is_stranger
from communique.actors.speakers import SPEECH
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

PAST = frozenset({"had", "would", "was", "were", "could"})


def told_of(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> Actor | None:
    """Whom a relative clause describes, where it names nobody else before: "Obama, who kept away, a thing he regretted"."""
    verb, who = verb_of(token), None
    while verb is not None and who is None:
        who = next((c for c in verb.children if c.dep_ in SUBJECTS and c.tag_ == "WP"), None)
        if who is None:
            verb = verb_of(verb.head) if verb.head.i != verb.i else None
    if verb is None or verb.dep_ != "relcl" or who is None or who.i > token.i or token.dep_ not in SUBJECTS:
        return None
    begin, place = sentence.span.start + who.idx, found.span.start
    between = (m for m in walk.here if begin < m.span.start < place)
    return (
        None if any(a.type == "person" for m in between for a in m.actors) else walk.met(verb.head, sentence)
    )


def done_by_another(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> Actor | None:
    """Who acts in the clause above, to whom somebody whom it names later does something: "He rang Bush, who told him"."""
    verb = verb_of(token)
    if verb is None or verb.dep_ != "relcl" or verb.head.i > token.i or not is_object(token):
        return None
    who = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    above = verb_of(verb.head)
    subject = subject_of(above) if above is not None else None
    if who is None or who.tag_ != "WP" or subject is None or subject.i >= verb.head.i:
        return None
    between = [t for t in token.doc[subject.i + 1 : who.i] if t.dep_ in SUBJECTS]
    return None if between or walk.quotation(found.span.start) else walk.human(subject, sentence)


def same_above(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> Actor | None:
    """Who is "he" in the clause above is "he" in the relative clause: "he should not wade into matters he knows little of"."""
    verb = verb_of(token)
    if verb is None or verb.dep_ != "relcl" or token.dep_ not in SUBJECTS:
        return None
    above = verb_of(verb.head) if verb.head.i != verb.i else None
    subject = subject_of(above) if above is not None else None
    same = subject is not None and subject.i < token.i and subject.lower_ == found.word
    return walk.met(subject, sentence) if same else None


def of_the_clause(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> Actor | None:
    """Who acts in the clause on which an adverbial one hangs, where another one acts only in a relative clause between.

    "Castillo, to whom Lopez offered a home, faces charges after he tried to rule alone" is Castillo's trying.
    """
    verb = verb_of(token)
    if verb is None or verb.dep_ != "advcl" or token.dep_ not in SUBJECTS or verb.head.i > verb.i:
        return None
    above = verb_of(verb.head)
    subject = subject_of(above) if above is not None else None
    if subject is None or subject.i > token.i or walk.quotation(found.span.start) is not None:
        return None
    between = [
        t for t in token.doc[subject.i + 1 : token.i] if t.dep_ in SUBJECTS and walk.human(t, sentence)
    ]
    nested = all(v is not None and v.dep_ == "relcl" for v in map(verb_of, between))
    told = (
        not between and above is not None and above.dep_ in {"ccomp", "relcl"}
    )  # "said Abe had called before he left"
    return walk.human(subject, sentence) if between and nested or told else None


def said_behind(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> Actor | None:
    """Who is named as the speaker behind a clause in the past: "He had been ready to sign, the minister added".

    "He will leave on Sunday, a spokesman said" is another's leaving.
    """
    clause = clause_of(token)
    if (
        clause is None
        or clause.dep_ != "ccomp"
        or clause.head.i < clause.i
        or clause.head.lemma_ not in SPEECH
    ):
        return None
    past = clause.tag_ == "VBD" or any(c.lower_ in PAST for c in clause.children)
    subject = subject_of(clause.head)
    if walk.quotation(found.span.start) is not None or not past or subject is None or subject.i < token.i:
        return None
    actor = walk.human(subject, sentence)
    return None if actor is None or is_stranger(actor) or actor.office_id == "spokesperson" else actor
