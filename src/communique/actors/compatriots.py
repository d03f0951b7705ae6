""" "the American": the one person of a state whom the sentences before name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.actors.grammar import token_of
from communique.actors.phrase import Phrase
from communique.actors.resolve import HEAD_OFFICES
from communique.actors.salience import Place, candidates, likeliest
from communique.actors.search import Search
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Doc


TWO = re.compile(r"\b(?:[Bb]oth|[Tt]he two) $")
AHEAD = 1.25  # times the weight of another compatriot
FAR = 6  # sentences since the one compatriot was named


def compatriot(search: Search, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> Actor | None:
    """ "the American": the one person of that state whom the sentences before name."""
    body, span = search.report.body, phrase.span
    if not re.search(r"\b[Tt]he $", body[max(0, span.start - 4) : span.start]) or re.search(
        r"(?:s|men)$", span.of(body)
    ):
        return None
    if re.search(r"(?:ese|ish|ch)$", span.of(body)) and not is_one(search, phrase, sentence, doc):
        return None
    met = {
        m.actor.id: m.actor
        for m in search.walk.discourse.before(sentence.index, phrase.span.start, reach=FAR)
        if m.actor.type == "person" and phrase.entity in states_served(search, m.actor)
    }
    mine = {id: actor for id, actor in met.items() if actor.state == phrase.entity}
    if len(mine) > 1 and (one := foremost(search, mine, sentence)) is not None:
        return one
    if len(mine) > 1 and doc is not None:
        here = {a.id for a in search.walk.discourse.persons_of(sentence.index, phrase.span.start)}
        mine = {id: actor for id, actor in mine.items() if id not in here and leads(actor)} or mine
    if len(mine) > 1 and (one := acting_most(search, mine, (phrase, sentence))) is not None:
        return one
    chosen = mine or met
    return next(iter(chosen.values())) if len(chosen) == 1 else None


def both_of(search: Search, phrase: Phrase, sentence: Sentence) -> tuple[Actor, ...]:
    """The two of a state whom the sentences before name: "both Burkinabe leaders", "the two Indians"."""
    if not TWO.search(search.report.body, max(0, phrase.span.start - 10), phrase.span.start):
        return ()
    met = {
        m.actor.id: m.actor
        for m in search.walk.discourse.before(sentence.index, phrase.span.start, reach=3)
        if m.actor.type == "person" and m.actor.state == phrase.of[0]
    }
    return tuple(reversed(met.values())) if len(met) == 2 else ()


def apposed(search: Search, phrase: Phrase) -> Actor | None:
    """Who is said to be of a people: "Faki, a Chadian, agreed"."""
    body, span = search.report.body, phrase.span
    before = next(
        (m for m in reversed(search.read_now) if body[m.span.end : span.start] in {", a ", ", an "}), None
    )
    if before is None or len(before.actors) != 1 or body[span.end : span.end + 1] not in {",", "."}:
        return None
    return before.actors[0] if before.actors[0].type == "person" else None


def foremost(search: Search, mine: dict[str, Actor], sentence: Sentence) -> Actor | None:
    """The one of several compatriots who was a subject of the sentence before, where the others only stood beside.

    After "Duterte's foreign secretary, Perfecto Yasay, met Wang Yi", "the Filipino" is Yasay.
    """
    last = [m for m in search.walk.discourse.named if sentence.index - m.sentence == 1 and m.actor.id in mine]
    acting = {m.actor.id for m in last if m.subject}
    return mine[acting.pop()] if len(acting) == 1 else None


def acting_most(search: Search, mine: dict[str, Actor], at: tuple[Phrase, Sentence]) -> Actor | None:
    """The one of several compatriots of whom the sentences before mostly tell: who came, not who sent him."""
    phrase, sentence = at
    where = Place(sentence=sentence.index, place=phrase.span.start, subject=True)
    ranked = candidates(search.walk.discourse, where, lambda actor: actor.id in mine)
    return likeliest(ranked) if ranked and ranked[0].weight >= AHEAD * ranked[-1].weight else None


def leads(actor: Actor) -> bool:
    """Whether an actor holds an office of a head."""
    return actor.office_id in HEAD_OFFICES


def states_served(search: Search, actor: Actor) -> set[str]:
    """The state of an actor, and for one who serves an organisation the own, or the states served before: Ban is Korean."""
    if actor.state in search.knowledge.states:
        return {actor.state}
    if national := search.knowledge.nationals.get(actor.id):
        return {national}
    return {t.of for t in search.knowledge.tenures_of.get(actor.id, ())} & set(search.knowledge.states)


def just_named(search: Search, phrase: Phrase, sentence: Sentence) -> bool:
    """Whether the two sentences before name one person of that state, and neither the state nor its people."""
    met = [
        m
        for m in search.walk.discourse.before(sentence.index, phrase.span.start, reach=2)
        if phrase.entity in {m.actor.state, m.actor.id}
    ]
    return len({m.actor.id for m in met}) == 1 and met[0].actor.type == "person"


def is_one(search: Search, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
    """Whether "the Chinese" is one person: by its verb, or beside another one in a list."""
    i = token_of(phrase.head, sentence, doc)
    if i is None or doc is None:
        return False
    verb = doc[i].head
    if doc[i].dep_ in {"nsubj", "nsubjpass"} and (
        verb.tag_ == "VBZ" or any(c.tag_ == "VBZ" or c.lower_ == "was" for c in verb.children)
    ):
        return True
    plural = verb.tag_ == "VBP" or any(c.tag_ == "VBP" or c.lower_ == "were" for c in verb.children)
    if doc[i].dep_ == "nsubj" and not plural and just_named(search, phrase, sentence):
        return True  # "The Senegalese had argued": one of them has just been named
    return any(
        m.form == "descriptor"
        and re.fullmatch(r" and [Tt]he ", search.report.body[m.span.end : phrase.span.start])
        for m in search.read_now
    )
