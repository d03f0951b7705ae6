"""Governments and rebels without a name of their own, in a report that names one armed group and its state.

"FARC envoys were in Havana. Government negotiators met the rebels on Tuesday.": Colombia met the FARC.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import PEOPLE, Scene
from communique.contacts.sides import armed_groups
from communique.records import Actor, Mention

if TYPE_CHECKING:
    from communique.sentences import Token

REBELS = words("rebels")
GOVERNMENTS = words("governments")
BEFORE = frozenset({"compound", "amod", "nmod", "poss"})


def lay_opponents(scenes: Sequence[Scene], mentions: Iterable[Mention]) -> None:
    """Lays the armed group and its state on the nouns that mean them, where the report names just one group."""
    meant = opponents(mentions)
    for scene in scenes if meant else ():
        for token in scene.doc:
            word = word_of(token)
            actor = meant.get(word) if word else None
            if actor is not None and is_bare(scene, token, actor):
                scene.at.setdefault(token.i, as_mention(scene, token, actor))


def opponents(mentions: Iterable[Mention]) -> Mapping[str, Actor]:
    """Whom "government" and "rebels" mean; nobody where the report names several armed groups.

    The government is the state's that the report names most.
    """
    told = [a for m in mentions if m.form != "adjective" for a in m.actors]
    organisations = {a.id: a for a in told if a.type == "organisation"}
    armed = organisations.keys() & armed_groups() if organisations else ()
    if len(armed) != 1:
        return {}
    group = organisations[next(iter(armed))]
    often = Counter(a.state for a in told if a.state and a.id != group.id).most_common(1)
    state = next((a for a in told if a.id == group.state), None)
    if state is None or not often or often[0][0] != state.id:
        return {"rebels": group}
    return {"government": state, "rebels": group}


def word_of(token: Token) -> str | None:
    """Which side a noun is of by itself or by what stands right before it: "rebel commanders" "rebels"."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in BEFORE:
        return None
    near = {token.lemma_.lower()}
    if token.lemma_.lower() in PEOPLE:
        near |= {c.lemma_.lower() for c in token.children if c.dep_ in BEFORE}
    if near & REBELS:
        return "rebels"
    return "government" if near & GOVERNMENTS else None


def is_bare(scene: Scene, token: Token, actor: Actor) -> bool:
    """Whether nothing at the noun says whose it is but the actor's own state: not "the Cuban government".

    What "and" joins to it, "the Cuban government and rebels", is another side.
    """
    near = [c for c in token.children if c.dep_ in {*BEFORE, "prep"}]
    near = [c for c in near if not any(g.dep_ == "cc" for g in c.children) and not is_own(scene, c, actor)]
    known = any(t.i in scene.at or (t.dep_ in {"poss", "prep"}) for t in near)
    return not known and token.i not in scene.at


def is_own(scene: Scene, token: Token, actor: Actor) -> bool:
    """Whether a word before rebels is of the state whose they are: "the country's main rebel group", "Chadian rebels"."""
    if actor.type != "organisation" or token.dep_ not in BEFORE:
        return False
    if token.i in scene.at:
        return all(a.state == actor.state for a in scene.at[token.i].actors)
    return token.dep_ == "poss" and token.lemma_.lower() in {"country", "nation"}


def as_mention(scene: Scene, token: Token, actor: Actor) -> Mention:
    """The noun as a mention of the actor."""
    span, sentence = scene.span(token), scene.sentence
    return Mention(
        span=span,
        text=token.text,
        form="people",
        actors=(actor,),
        head=span,
        sentence=sentence.index,
        layer=sentence.layer,
    )
