"""Whom "called" means: "called in the envoy", "called Isaias Afwerki", and not "called Putin a thug"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from communique.contacts.channels import by_channel
from communique.contacts.scene import mentions_of, prepositions, spread
from communique.contacts.triggers import Occurrence, acting
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token
TIMED = frozenset(
    {"earlier", "early", "last", "late", "later", "next", "previous", "same"}
)  # "called Li next week"


def named_alone(word: Occurrence) -> tuple[Mention, ...]:
    """Whom "called" means where the parse takes a name alone behind it for a predicate: "called Isaias Afwerki"."""
    token = word.token
    if word.cue.id != "call" or any(
        c.dep_ in {"dobj", "dative", "nsubjpass", "auxpass"} for c in token.children
    ):
        return ()
    found = [
        word.scene.at[each.i]
        for c in token.children
        if c.dep_ in {"oprd", "attr"}
        for each in spread(c)
        if each.i in word.scene.at
    ]
    return acting([m for m in found if m.form in {"name", "title", "office"}])


def behind_particle(word: Occurrence) -> list[Mention]:
    """The objects of a verb whose particle the parse takes for a preposition: "called in the ambassador"."""
    found = prepositions(word.token, word.cue.particles)
    return list(acting([m for _, obj in found for m in mentions_of(word.scene, obj)]))


def trailing_predicate(token: Token) -> bool:
    """Whether "called Y" goes on with what Y was called: "called Putin a thug", "called Trump 'very good'"."""
    objects = [c for c in token.children if c.dep_ in {"dobj", "dative"}]
    objects = objects or [c for c in token.children if c.dep_ in {"oprd", "attr"}]
    if len(objects) != 1:
        return True
    edge = objects[-1].right_edge.i + 1
    if edge < len(token.doc):
        following = token.doc[edge]
        return following.text in {'"', "'", "“", "a", "an"} or (
            following.pos_ == "ADJ" and following.lower_ not in TIMED
        )
    return False


def below_channel(word: Occurrence, wanted: Collection[str]) -> tuple[Mention, ...]:
    """The interlocutors that the parse hangs below the channel: "spoke by video link with the premier"."""
    links = by_channel(word.token)
    if not links:
        return ()
    found = [
        m for link in links for _, obj in prepositions(link, wanted) for m in mentions_of(word.scene, obj)
    ]
    return tuple(acting(found))
