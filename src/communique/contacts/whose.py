"""Whose a contact is, where words close by tell: "Rice heard it from Sharon at their meeting", "Lee and Roe, meeting in Oslo"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from communique.contacts.agents import acting_subjects
from communique.contacts.scene import mentions_of, prepositions
from communique.contacts.triggers import Trigger, acting, sides
from communique.records import Mention

NAMED = frozenset({"name", "title"})
OWN = frozenset({"det", "poss", "amod", "compound", "nummod"})
OTHERS = ("from", "to", "with")


def of_its_clause(trigger: Trigger) -> Trigger:
    """The trigger with the two of its clause as its parties, where "their" stands for more or for others."""
    first = trigger.first
    if trigger.cue.part != "noun" or len(first) != 1 or first[0].text.lower() != "their":
        return trigger
    two = two_of_clause(trigger)
    meant = {a.id for a in first[0].actors}
    told = {a.id for m in two for a in m.actors}
    if len(sides(two)) != len(two) or len(two) != 2 or told == meant:
        return trigger
    return replace(trigger, first=(two[0],), second=(two[1],))


def in_passing(trigger: Trigger) -> Trigger:
    """The trigger of a "meeting" that the parse takes for a noun, with the two right before its comma as its parties.

    "Ruto and Museveni, meeting last week in Mbale, agreed on the road."
    """
    token = trigger.token
    if token.lower_ != "meeting" or trigger.parties or any(c.dep_ in OWN for c in token.children):
        return trigger
    scene = trigger.scene
    base, place = scene.sentence.span.start, scene.starts_at(token)
    before = sorted((m for m in acting(scene.mentions) if m.span.end < place), key=lambda m: m.span)[-2:]
    if not before or scene.doc.text[before[-1].span.end - base : place - base] != ", ":
        return trigger
    if (
        len(before) == 2
        and scene.doc.text[before[0].span.end - base : before[1].span.start - base] == " and "
    ):
        pair = before
    else:
        pair = before[-1:]
    several = len(sides(pair)) == 2
    return replace(trigger, first=tuple(pair), status="held", definite=False) if several else trigger


def two_of_clause(trigger: Trigger) -> Sequence[Mention]:
    """Who acts in the verb above a noun, and the one whom it names beside him."""
    verb = trigger.governor
    if verb is None:
        return ()
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.i < trigger.token.i]
    holders = [verb, *(c for c in verb.children if c.dep_ in {"advmod", "dobj"})]
    beside = [obj for each in holders for _, obj in prepositions(each, OTHERS) if obj.i < trigger.token.i]
    others = acting([m for each in (*objects, *beside) for m in mentions_of(trigger.scene, each)])
    return [m for m in (*acting_subjects(trigger.scene, verb), *others) if is_one_person(m)]


def is_one_person(mention: Mention) -> bool:
    """Whether a mention names one person."""
    return mention.form in NAMED and len(mention.actors) == 1 and mention.actors[0].type == "person"
