"""Whom a common noun means: "her Cuban friend", "the visitor", "his rival".

Which nouns may be said of one person stands in lexicon/references.toml. Who of those named before is meant is a scored choice (`choice.py`), or nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from communique.actors.choice import chosen
from communique.actors.expressions import WORDS, Expression
from communique.actors.grammar import Words, subject_of, verb_of
from communique.actors.single import refer_single
from communique.actors.walk import Walk
from communique.actors.weighing import Case, weigh_persons
from communique.records import Actor, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Token

SORTS: dict[str, str] = {
    noun: sort
    for sort, nouns in WORDS["person_nouns"].items()
    if sort not in {"men", "women"}
    for noun in nouns
}
MEN, WOMEN = frozenset(WORDS["person_nouns"]["men"]), frozenset(WORDS["person_nouns"]["women"])
DEFINITE = frozenset({"the", "this", "that"})
PARTS = frozenset({"det", "poss", "amod", "compound", "nmod"})
MEANT = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "poss", "appos"})
LIMITING = frozenset({"relcl", "acl"})
LAST = re.compile(r"(?s).*?(?P<noun>[^\s]+)$")
OWNER = re.compile(r"\w+")


def find_nouns(walk: Walk, sentence: Sentence, words: Words) -> Iterator[Expression]:
    """The definite nouns for one person in a sentence, whoever they mean: "the monk", but not "a monk" or "the monk who"."""
    for token in words.nouns:
        if token.lemma_ not in SORTS or token.tag_ != "NN" or token.dep_ not in MEANT:
            continue
        first = first_word(token)
        if first is None:
            continue
        span = Span(start=sentence.span.start + first, end=sentence.span.start + token.idx + len(token))
        if (match := LAST.match(span.of(walk.report.body))) is not None:
            yield Expression("noun", "descriptor", span, match)


def first_word(token: Token) -> int | None:
    """Where a definite noun begins, with its possessive pronoun; None where it is not definite or is told apart behind."""
    begin, definite = token, False
    for child in token.children:
        if child.i > token.i:
            if child.dep_ in LIMITING or child.dep_ == "prep" and child.i == token.i + 1:
                return None
            continue
        if child.dep_ not in PARTS:
            continue
        if child.dep_ == "poss" and child.tag_ != "PRP$":
            behind = token.doc[child.i + 1]
            return behind.idx + len(behind) + 1 if behind.tag_ == "POS" else None
        definite = definite or child.dep_ == "poss" or child.lower_ in DEFINITE
        begin = child if child.i < begin.i else begin
    return begin.idx if definite else None


def refer_noun(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """Whom a definite noun means: "Putin met Xi. The visitor ..."; nobody in quotations, and where no one is likely."""
    token = walk.token(Span(start=found.span.end - 1, end=found.span.end), sentence)
    if token is None or token.lemma_ not in SORTS or walk.quotation(found.span.start) is not None:
        return ()
    before = walk.discourse.before(sentence.index, found.span.start)
    if not any(met.actor.type == "person" for met in before):
        return ()
    owner = owner_of(walk, token, sentence)
    states = states_said(walk, token, sentence)
    if owner is None or states is None:
        return ()
    out = {actor.id for actor in owner} | bound(walk, token, sentence)
    sex = "m" if token.lemma_ in MEN else "f" if token.lemma_ in WOMEN else ""

    def fits(actor: Actor) -> bool:
        return (
            actor.id not in out
            and (not sex or walk.sexes.of(actor) in {"", sex})
            and (not states or actor.state in states or actor.state is None)
            and plays(token, actor, owner)
        )

    case = Case(family="noun", span=found.span, sentence=sentence, token=token, fits=fits)
    return chosen(weigh_persons(walk, case, own_features(walk, token, owner)))


def plays(token: Token, actor: Actor, owner: Sequence[Actor]) -> bool:
    """Whether somebody can be what the noun says: no one is his countryman's guest, and a friend is somebody's friend."""
    if SORTS[token.lemma_] in {"host", "visitor"}:
        return not actor.state or all(actor.state != one.state for one in owner)
    return bool(owner) and all(one.type == "person" for one in owner)


def owner_of(walk: Walk, token: Token, sentence: Sentence) -> tuple[Actor, ...] | None:
    """Whose the person is, as far as it is known; None where it is a person of whom nobody is sure."""
    whose = next((c for c in token.children if c.dep_ == "poss"), None)
    if whose is None:
        return ()
    start = sentence.span.start + whose.idx
    span = Span(start=start, end=start + len(whose))
    if whose.lower_ in {"his", "her"}:
        match = OWNER.match(whose.lower_)
        assert match is not None
        return refer_single(walk, Expression("pronoun", "pronoun", span, match), sentence) or None
    met = next((m for m in walk.here if m.span.start <= start < m.span.end), None)
    return met.actors if met is not None else ()


def states_said(walk: Walk, token: Token, sentence: Sentence) -> set[str] | None:
    """The states of which the noun's adjectives are; None where a name before it says whose or what it is."""
    states: set[str] = set()
    place = sentence.span.start
    named = [m for m in walk.here if m.form in {"adjective", "state"}]
    for child in token.children:
        if (
            child.dep_ not in {"amod", "compound", "nmod"}
            or child.i > token.i
            or not child.text[:1].isupper()
        ):
            continue
        met = next((m for m in named if m.span.start <= place + child.idx < m.span.end), None)
        if met is not None:
            states |= {actor.id for actor in met.actors}
            continue
        ids = {id for hit in walk.knowledge.index.find(child.text) for id in hit.ids("demonym", "state")}
        if not ids:
            return None
        states |= ids
    return states


def bound(walk: Walk, token: Token, sentence: Sentence) -> set[str]:
    """Whom the noun cannot mean: who acts on it in its clause, and whom it acts on; "Xi thanked the visitor" is not Xi."""
    verb = verb_of(token)
    if verb is None:
        return set()
    subject = subject_of(verb)
    near = [subject] if subject is not None and subject.i != token.i else []
    near += [c for c in token.children if c.dep_ == "conj"]
    near += [token.head] if token.dep_ == "conj" else []
    if subject is not None and subject.i == token.i:
        near += [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    return {actor.id for one in near if (actor := walk.human(one, sentence)) is not None}


def own_features(walk: Walk, token: Token, owner: Sequence[Actor]) -> Callable[[Actor], list[str]]:
    """What the noun's own words say of a candidate: known for the trade, leading, from elsewhere than the owner."""
    sort = SORTS[token.lemma_]
    had = [] if not owner else sorted({actor.state or "" for actor in owner})
    whose = "own" if had else "the"
    came, received = movers(walk)

    def own(actor: Actor) -> list[str]:
        told = [f"sort {sort}", f"{whose} {sort}"]
        if had and actor.state:
            told.append(f"{sort} {'same' if actor.state in had else 'other'} state")
        if actor.state:
            told.append(f"{sort} {'at home' if actor.state in walk.places else 'away'}")
            told.append(
                f"{sort} {'at' if walk.places and actor.state == walk.places[-1] else 'off'} the last place"
            )
        told += [f"{sort} came"] if actor.id in came else []
        told += [f"{sort} received"] if actor.id in received else []
        return told

    return own


def movers(walk: Walk) -> tuple[frozenset[str], frozenset[str]]:
    """Who has come, and who has received somebody, by what was told so far: "Modi flew to Male; Solih welcomed him"."""
    came: set[str] = set()
    received: set[str] = set()
    for frame in walk.frames:
        agent, patient = (
            (frame.agent, frame.patient) if frame.kind != "receive" else (frame.patient, frame.agent)
        )
        if frame.kind != "call":
            came |= {agent.id} if agent is not None else set()
            received |= {patient.id} if patient is not None else set()
    return frozenset(came), frozenset(received)
