"""Talks that a sentence gives to one side alone, with the other in the sentence before.

"President Ruto was in Kampala on Tuesday. Talks with his host, Yoweri Museveni, focused on fuel." tells of Ruto's talks:
whoever the sentence before is about deals with the one who is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.cues import load_cues, words
from communique.contacts.scene import Scene, mentions_of
from communique.contacts.triggers import Trigger, sides
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

PARTS = words("parts_of_journey")
SUBJECT = frozenset({"nsubj", "nsubjpass"})
OTHERS = frozenset({"with", "between", "of", "among"})
PERSONS = frozenset({"name", "title", "pronoun", "office", "descriptor"})


def lend_protagonists(triggers: Iterable[Trigger], scenes: Sequence[Scene]) -> list[Trigger]:
    """The triggers, with the protagonist of the sentence before where one side is all that a noun names."""
    before = {scene.sentence.index + 1: scene for scene in scenes}
    return [lent(trigger, before) for trigger in triggers]


def lent(trigger: Trigger, before: Mapping[int, Scene]) -> Trigger:
    """A trigger with the one whom the sentence before is about, if it lacks its other side."""
    index = trigger.scene.sentence.index
    scene = before.get(index)
    if scene is None or scene.sentence.layer != trigger.scene.sentence.layer:
        return trigger
    if is_guests(trigger):
        guest = protagonist(scene) or only_person(scene)
        lone = guest is not None and not sides([guest]) & sides(trigger.first)
        return replace(trigger, second=(guest,)) if guest is not None and lone else trigger
    if is_theirs(trigger):
        other = protagonist(scene)
        lone = other is not None and not sides([other]) & sides(trigger.first)
        return replace(trigger, second=(other,)) if other is not None and lone else trigger
    if not wants_one(trigger):
        return trigger
    found = protagonist(scene)
    if found is None and is_part(trigger) and index - 1 in before:
        found = protagonist(before[index - 1])
    if found is None or sides([found]) & sides(trigger.second):
        return trigger
    return replace(trigger, first=(found,))


def is_guests(trigger: Trigger) -> bool:
    """Whether somebody spoke during a new meeting of which one side alone is named: "During an hour's meeting Lee said"."""
    token, verb = trigger.token, trigger.governor
    if trigger.cue.part != "noun" or trigger.family not in {"call", "meeting"} or verb is None:
        return False
    if trigger.second or len(trigger.first) != 1 or trigger.status != "held" or trigger.cue.kind == "summit":
        return False
    new = any(c.lower_ in {"a", "an"} for c in token.children)
    during = token.dep_ == "pobj" and token.head.lower_ == "during" and token.i < verb.i
    named = [m for m in trigger.scene.mentions if is_person(m) and m.form in {"name", "title"}]
    alone = len({a.id for m in named for a in m.actors}) == 1 and is_person(trigger.first[0])
    return (
        new and during and alone and not any(c.dep_ == "prep" and c.lower_ in OTHERS for c in token.children)
    )


def is_theirs(trigger: Trigger) -> bool:
    """Whether "their" talks are of a speaker and of whom the sentence before is about: "Ruto said after their talks"."""
    token = trigger.token
    if trigger.cue.part != "noun" or trigger.family not in {"call", "meeting"} or trigger.second:
        return False
    theirs = any(c.lower_ == "their" and c.i not in trigger.scene.at for c in token.children)
    return (
        theirs and len(trigger.first) == 1 and is_person(trigger.first[0]) and len(sides(trigger.first)) == 1
    )


def only_person(scene: Scene) -> Mention | None:
    """The one person whom a sentence names."""
    named = [m for m in scene.mentions if is_person(m) and m.form in {"name", "title"}]
    return named[0] if len({a.id for m in named for a in m.actors}) == 1 else None


def wants_one(trigger: Trigger) -> bool:
    """Whether a noun is a subject that names one other person alone: "Talks with Museveni focused on fuel"."""
    token = trigger.token
    if trigger.cue.part != "noun" or trigger.first or not (token.dep_ in SUBJECT or is_part(trigger)):
        return False
    with_one = any(c.dep_ == "prep" and c.lower_ == "with" for c in token.children)
    persons = bool(trigger.second) and all(is_person(each) for each in trigger.second)
    others = (
        [m for m in trigger.scene.mentions if m.span.start < trigger.second[0].span.start] if persons else []
    )
    return with_one and persons and len(sides(trigger.second)) == 1 and not any(map(is_person, others))


def is_part(trigger: Trigger) -> bool:
    """Whether a noun is one of several contacts of one person: "The meetings included one with Museveni"."""
    verb = trigger.governor
    above = [c for c in verb.children if c.dep_ == "nsubj"] if verb is not None else []
    nouns = load_cues().nouns
    listing = verb is not None and verb.lemma_ in PARTS and trigger.token.dep_ == "dobj"
    return listing and any(c.lemma_.lower() in nouns for c in above)


def protagonist(scene: Scene) -> Mention | None:
    """The one person who is the subject of a sentence's main verb."""
    root = next((token for token in scene.doc if token.head is token), None)
    subjects: list[Token] = [c for c in root.children if c.dep_ in SUBJECT] if root is not None else []
    found = [m for each in subjects for m in mentions_of(scene, each)]
    return found[0] if len(found) == 1 and len(found[0].actors) == 1 and is_person(found[0]) else None


def is_person(mention: Mention) -> bool:
    """Whether a mention is of persons."""
    return (
        mention.form in PERSONS and bool(mention.actors) and all(a.type == "person" for a in mention.actors)
    )
