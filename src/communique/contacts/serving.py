"""For which states people act whom no name tells: "experts from Peru", "the commanders of the Greek and Turkish navies".

The parse hangs a state on the people, on the body or the field that they are of, on "representing", or on the verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.cues import words
from communique.records import Actor, Mention

if TYPE_CHECKING:
    from communique.contacts.scene import Scene
    from communique.sentences import Token

PEOPLE = words("people")
SERVANTS = PEOPLE | words("servants")
PLURALS = frozenset({"NNS", "NNPS"})
BEFORE = frozenset({"amod", "compound", "nmod", "poss"})
WHOSE = frozenset({"state", "adjective", "demonym", "people", "organisation"})
FROM = frozenset({"from", "of"})


def served(scene: Scene, token: Token) -> list[Mention]:
    """The states and organisations for which a noun of people acts that bears no mention and names nobody itself.

    One leader or envoy alone is somebody whom the text names elsewhere: "the head of the Latvian state" is not Latvia.
    """
    lemma = token.lemma_.lower()
    if lemma not in SERVANTS or (token.tag_ not in PLURALS and lemma in PEOPLE):
        return []
    found = list(behind(scene, token))
    if token.tag_ in PLURALS:
        found += before(scene, token)
    if not found and token.dep_ == "dobj":
        found = [m for c in token.head.children if c.i == token.right_edge.i + 1 for m in sent_from(scene, c)]
    return found


def behind(scene: Scene, token: Token) -> Iterator[Mention]:
    """The states behind people: "officers from Chad", "chiefs of staff of Chad and Mali", "diplomats representing Chad"."""
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep_ == "acl" and child.lemma_ == "represent":
            yield from (m for c in child.children if c.dep_ == "dobj" for m in whose(scene, c))
        yield from sent_from(scene, child)
        if child.lower_ == "of":
            yield from (m for c in child.children if c.dep_ == "pobj" for m in of_thing(scene, c))


def sent_from(scene: Scene, preposition: Token) -> Iterator[Mention]:
    """The states behind "from" or "of"."""
    if preposition.dep_ == "prep" and preposition.lower_ in FROM:
        yield from (m for c in preposition.children if c.dep_ == "pobj" for m in whose(scene, c))


def of_thing(scene: Scene, thing: Token) -> Iterator[Mention]:
    """The states of what people are of: "the Greek and Turkish navies", "the intelligence services of Chad and Mali"."""
    if thing.i in scene.at:
        return
    yield from before(scene, thing)
    yield from (m for child in thing.children for m in sent_from(scene, child))


def before(scene: Scene, noun: Token) -> Iterator[Mention]:
    """The states before a noun: "Greek and Turkish navies"."""
    for child in noun.children:
        if child.i < noun.i and child.dep_ in BEFORE:
            yield from whose(scene, child)


def whose(scene: Scene, token: Token) -> Iterator[Mention]:
    """The states and organisations that a word and those joined to it name, as their people."""
    mention = scene.at.get(token.i)
    if mention is not None and mention.form in WHOSE and mention.actors:
        yield as_people(mention)
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            yield from whose(scene, child)


def as_people(mention: Mention) -> Mention:
    """A mention of a state as one of its people."""
    return replace(mention, form="people") if mention.form == "adjective" else mention


def shares_people(token: Token) -> bool:
    """Whether an adjective shares the people behind the next one, which the parse joins to it: "Kyrgyz and Tajik guards met"."""
    return any(
        c.dep_ == "conj" and c.tag_ in PLURALS and c.lemma_.lower() in SERVANTS for c in token.children
    )


def of_people(mention: Mention, token: Token) -> Mention:
    """Those who come from a state stand for it as people do: "received a delegation from Chad"."""
    if mention.form != "state" or token.lemma_.lower() not in PEOPLE:
        return mention
    return replace(mention, form="people")


def for_state(mention: Mention) -> Mention:
    """Those who act for a person are of the state: "Moon's envoys met Kim" tells of South Korea, and not of Moon."""
    if not mention.actors or any(a.type != "person" or not a.state for a in mention.actors):
        return mention
    states = dict.fromkeys(a.state for a in mention.actors if a.state)
    actors = tuple(Actor(id=state, name=state, type="state", state=state) for state in states)
    return replace(mention, form="people", actors=actors)
