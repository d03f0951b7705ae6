"""Whom a description means: "the former oilman", "the veteran diplomat", "the general", "the politician".

A description means the one person named before for whom the lexicon knows it, or who holds or held such an office; a word
that says nothing by which persons differ means the only person named lately. Where two may be meant it means nobody.
"""

from __future__ import annotations

from communique.actors.descriptions import KNOWN, Description
from communique.actors.echoes import introduced_as, sure
from communique.actors.expressions import Expression
from communique.actors.salience import is_stranger, met_before
from communique.actors.walk import Walk
from communique.records import Actor, Sentence, Span

LATELY = 2  # sentences since the only person was named whom a word for anyone may mean


def refer_description(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The one person named before whom a description fits: "Tillerson met the emir. The former oilman said"."""
    if walk.quotation(found.span.start) is not None:
        return ()
    token = walk.token(Span(start=found.span.end - 1, end=found.span.end), sentence)
    if token is None or token.dep_ in {"compound", "nmod", "attr", "amod"}:
        return ()
    if token.i + 1 < len(token.doc) and token.doc[token.i + 1].tag_ in {"NN", "NNS"}:
        return ()  # "the leftist guerrillas"
    noun = found.match.group("what").lower()
    if called := introduced_as(walk, noun, found.span.start):
        return sure(called)
    met = {
        m.actor.id: m
        for m in met_before(walk.discourse, walk.where(found.span, sentence))
        if m.actor.type == "person"
    }
    known = KNOWN.get(noun)
    if known is not None:
        fitting = [m.actor for id, m in met.items() if id in known.persons or held(walk, m.actor, known)]
        if len(fitting) > 1:  # of two generals the one of whom the sentence before tells
            last = {m.actor.id for m in walk.discourse.named if sentence.index - m.sentence == 1}
            fitting = [actor for actor in fitting if actor.id in last]
        return (fitting[0],) if len(fitting) == 1 else ()
    near = [m.actor for m in met.values() if 0 < sentence.index - m.sentence <= LATELY]
    return (near[0],) if len(near) == 1 and not is_stranger(near[0]) else ()


def held(walk: Walk, actor: Actor, known: Description) -> bool:
    """Whether a person holds, or by the lexicon once held, an office for which the description stands."""
    offices = {actor.office_id} | {t.office for t in walk.knowledge.tenures_of.get(actor.id, ())}
    return not known.offices.isdisjoint(offices)
