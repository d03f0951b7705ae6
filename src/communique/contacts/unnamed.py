"""Contacts of which a sentence names but one side: rebels without a name, the leaders of one organisation.

"The Philippine government and Muslim rebels resumed negotiations." "Leaders of the African Union met in Kigali."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import PEOPLE, Scene, prepositions, spread
from communique.contacts.subjects import subjects
from communique.contacts.triggers import Trigger
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

REBELS = words("rebels")
ASSEMBLED = words("assembled")
GATHERING = frozenset({"meet", "convene", "sit-down", "come-together"})


def is_assembly(first: Sequence[Mention]) -> bool:
    """Whether a subject is of the members of one organisation of states: "leaders of the African Union"."""
    return len(first) == 1 and is_of_members(first[0])


def is_of_members(mention: Mention) -> bool:
    """Whether a mention is of an organisation's leaders or ministers in the plural: "ASEAN foreign ministers"."""
    of_states = len(mention.actors) == 1 and all(
        a.type == "organisation" and a.state is None for a in mention.actors
    )
    if mention.form == "assembly":
        return of_states
    return of_states and mention.form == "office" and bool(ASSEMBLED & set(mention.text.lower().split()))


def meets_rebels(scene: Scene, verb: Token, noun: Token | None = None) -> bool:
    """Whether one of those who deal is an armed side that bears no name: "met rebel commanders in Juba"."""
    if not scene.doc.of_lemmas(REBELS):
        return False
    return any(is_rebel(scene, each) for head in dealing(verb, noun) for each in spread(head))


def dealing(verb: Token, noun: Token | None) -> Iterator[Token]:
    """Those who deal with each other by the parse: the verb's subject and object, and what is "with" it or its noun."""
    yield from subjects(verb)
    if noun is None:
        yield from (c for c in verb.children if c.dep_ == "dobj")
    for holder in (verb, *([noun] if noun is not None else [])):
        yield from (obj for _, obj in prepositions(holder, ("with", "between")))


def is_rebel(scene: Scene, token: Token) -> bool:
    """Whether a word, or what stands before it, means rebels: "guerrillas", "rebel delegates", "envoys of a rebel group"; a named group does not."""
    near = [token, *(c for c in token.children if c.dep_ in {"compound", "amod", "nmod"})]
    named = any(t.i in scene.at and any(a.type == "organisation" for a in scene.at[t.i].actors) for t in near)
    if named or any(t.lemma_.lower() in REBELS for t in near):
        return not named
    below = prepositions(token, ("of", "from")) if token.lemma_.lower() in PEOPLE else ()
    return any(is_rebel(scene, obj) for _, obj in below)


def deals_alone(trigger: Trigger) -> bool:
    """Whether a trigger of one named side tells of a contact all the same."""
    if trigger.cue.frame == "sign" and trigger.status in {"held", "present", "planned"}:
        return meets_rebels(trigger.scene, trigger.token)
    if trigger.family != "meeting":
        return False
    if trigger.cue.part == "noun" and any(m.form == "assembly" for m in trigger.parties):
        return trigger.status in {"", "held", "ongoing", "present", "planned", "cancelled"}
    if trigger.status not in {"held", "ongoing", "present", "planned"}:
        return False
    if trigger.cue.part == "verb":
        gathered = trigger.cue.id in GATHERING and not trigger.second and is_assembly(trigger.first)
        return gathered or (trigger.cue.id in GATHERING and meets_rebels(trigger.scene, trigger.token))
    if trigger.cue.kind != "talks" or trigger.governor is None:
        return False
    return meets_rebels(trigger.scene, trigger.governor, trigger.token)
