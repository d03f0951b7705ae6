"""What "here" and "the country" mean: the state of the dateline, and the state where the report has just been.

"ISLAMABAD: Iran's minister arrived here on Thursday" is a visit to Pakistan; "Lavrov arrived in Delhi and met the
country's leaders" is a meeting with India's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.contacts.scene import PEOPLE, Scene
from communique.knowledge import Knowledge
from communique.records import Actor, Mention, Report

if TYPE_CHECKING:
    from communique.sentences import Token

HERE_WORDS = frozenset({"here", "capital"})
HERE = re.compile(r"\bhere\b")
OPENING = 2  # the last sentence in which "the capital" can only be that of the dateline
SEATS = ("capital", "place", "state")
PLACES = frozenset({"place", "capital", "state"})


def lay_country(scenes: Sequence[Scene]) -> None:
    """Lays the place told last on each "the country's" before leaders and officials, within two sentences."""
    if not [scene for scene in scenes if "country" in scene.doc.words]:
        return
    places: list[Mention] = []
    for scene in scenes:
        places = [m for m in places if scene.sentence.index - m.sentence <= 1]
        told = sorted(
            (m for m in scene.mentions if m.form in PLACES and m.actors), key=lambda m: m.span.start
        )
        for token in told_words(scene, "country"):
            if token.dep_ == "poss" and token.i not in scene.at and is_plain(token):
                before = [*places, *(m for m in told if m.span.end <= scene.span(token).start)]
                if before:
                    scene.at[token.i] = lay(scene, token, before[-1].actors[0], "state")
        places = told or places


def told_words(scene: Scene, word: str) -> list[Token]:
    """The places of a word in a sentence; most sentences do not have it."""
    return [t for t in scene.doc if t.lower_ == word] if word in scene.doc.words else []


def is_plain(token: Token) -> bool:
    """Whether nothing but "the" stands on a "country", and people are what it has: "with the country's leadership"."""
    words = [c.lower_ for c in token.children if c.dep_ not in {"case", "punct"}]
    return words in (["the"], ["that"]) and token.head.lemma_.lower() in PEOPLE


def lay(scene: Scene, token: Token, actor: Actor, form: str) -> Mention:
    """A word as a mention of the state that it means."""
    span, sentence = scene.span(token), scene.sentence
    return Mention(
        span=span,
        text=token.text,
        form=form,
        actors=(actor,),
        head=span,
        sentence=sentence.index,
        layer=sentence.layer,
    )


def lay_here(scenes: Sequence[Scene], report: Report, knowledge: Knowledge) -> None:
    """Lays the dateline's state on each "here" of the prose; a dateline that no one state has lays nothing."""
    places = [scene for scene in scenes if not HERE_WORDS.isdisjoint(scene.doc.words)]
    actor = state_of_dateline(report, knowledge) if places else None
    if actor is None:
        return
    for scene in places:
        for token in told_words(scene, "here"):
            if scene.sentence.layer == "prose":
                scene.at.setdefault(token.i, lay(scene, token, actor, "place"))
        for token in told_words(scene, "capital") if scene.sentence.index <= OPENING else ():
            if scene.sentence.layer == "prose" and is_the_capital(token):
                scene.at.setdefault(token.i, lay(scene, token, actor, "capital"))


def is_the_capital(token: Token) -> bool:
    """Whether "the capital" stands behind "in" or "to" without saying whose it is: "arrived in the capital"."""
    words = [c.lower_ for c in token.children if c.dep_ not in {"case", "punct"}]
    return token.dep_ == "pobj" and token.head.lower_ in {"in", "to"} and words == ["the"]


def state_of_dateline(report: Report, knowledge: Knowledge) -> Actor | None:
    """The state in which a report says that it was written; None where it names none or more than one."""
    hits = knowledge.index.find(report.dateline) if report.dateline else []
    ids = {id for hit in hits for id in hit.ids(*SEATS) if id in knowledge.states}
    if len(ids) != 1:
        return None
    state = knowledge.states[ids.pop()]
    return Actor(id=state.id, name=state.name, type="state", state=state.id)


def named_here(report: Report, knowledge: Knowledge) -> str | None:
    """The state that a report calls "here"; None where it does not, or has no dateline that says which."""
    if report.dateline is None or not HERE.search(report.body):
        return None
    actor = state_of_dateline(report, knowledge)
    return actor.id if actor is not None else None


def heres(scene: Scene, token: Token | None) -> Iterator[Token]:
    """The "here" that hangs on a word, where it is known which state that is: "arrived here", "a visit here"."""
    for child in token.children if token is not None else ():
        if child.lower_ == "here" and child.i in scene.at:
            yield child
