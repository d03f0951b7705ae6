"""Who takes part: the actors of a trigger's mentions, with references taken from the contact under discussion."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from communique.contacts.cues import words
from communique.contacts.drafts import Draft, Setting
from communique.contacts.sides import side
from communique.contacts.triggers import Trigger
from communique.knowledge import Knowledge
from communique.records import Actor, Mention, Participant

PLURAL_FORMS = frozenset({"group", "pronoun"})
OF_OFFICE = re.compile(r"(?:ministers|chiefs|secretaries|envoys|advisers|chancellors)$")
PAIR = 2
NAMED = frozenset({"name", "title"})
SEATS = words("seats")
MINISTERS = frozenset({"foreign_minister", "defence_minister", "finance_minister", "trade_minister"})
HEADS = frozenset({"president", "prime_minister", "monarch", "head_of_government", "supreme_leader"})


def seated(mention: Mention, actor: Actor, leaders: dict[str, Actor]) -> Actor:
    """The leader behind a seat that acts: "the White House declined a meeting" in a report on the president."""
    if actor.id in leaders and mention.text.removeprefix("the ").removeprefix("The ") in SEATS:
        return leaders[actor.id]
    return actor


def participants_of(trigger: Trigger, drafts: Sequence[Draft], setting: Setting) -> list[Participant]:
    """Who deals with whom: actors of the mentions, plural references taken from the contact under discussion."""
    found: dict[str, Participant] = {}
    for mention in trigger.first if at_home(trigger) else trigger.parties:
        for actor in actors_of(mention, trigger, drafts):
            party = as_party(seated(mention, actor, setting.leaders), setting.knowledge)
            if is_not_yet(party, setting):
                party = replace(party, state=None)
            found.setdefault(party.id, participant(party, mention))
    place = trigger.destination if trigger.family == "visit" else None
    if place is not None and place.actors:
        party = as_party(seated(place, place.actors[0], setting.leaders), setting.knowledge)
        if (party.state or party.id) not in {p.actor.state for p in found.values()}:
            found.setdefault(party.id, participant(party, place))
    return without_doubles(list(found.values()))


def at_home(trigger: Trigger) -> bool:
    """Whether a visit is to a place of the visitor's own state: "will meet Kim during a visit to Vladivostok"."""
    place = trigger.destination if trigger.family == "visit" else None
    if place is None:
        return False
    first = {a.state for m in trigger.first for a in m.actors}
    return any(a.state in first for a in place.actors)


def is_head(participant: Participant) -> bool:
    """Whether a participant is a head of state or government."""
    return participant.actor.type == "person" and participant.actor.office_id in HEADS


def is_not_yet(actor: Actor, setting: Setting) -> bool:
    """Whether a person's offices in an organisation all lie ahead: who will lead a bank does not yet stand for it."""
    knowledge, day = setting.knowledge, setting.day
    if day is None or actor.type != "person" or actor.state not in knowledge.organisations:
        return False
    starts = [t.first_day() for t in knowledge.tenures_of.get(actor.id, ()) if t.of == actor.state]
    return bool(starts) and min(starts) > day


def actors_of(mention: Mention, trigger: Trigger, drafts: Sequence[Draft]) -> tuple[Actor, ...]:
    """A mention's actors; "they" as interlocutors are nobody where one of them is the subject."""
    if mention.form not in PLURAL_FORMS or len(mention.actors) < 2:
        return mention.actors
    told = [d for d in drafts if fits_noun(mention, d)]
    sure = named_here(mention, trigger) or (not trigger.scene.official and is_pair(mention, drafts))
    actors = mention.actors if sure else discussed(trigger, told) or mention.actors
    subjects = {a.id for m in trigger.first for a in m.actors}
    if len(actors) == PAIR and not trigger.second and len({side(a) for a in actors}) == 1:
        actors = leading_pair(actors, told) or actors
    return () if mention in trigger.second and any(a.id in subjects for a in actors) else actors


def is_pair(mention: Mention, drafts: Sequence[Draft]) -> bool:
    """Whether a plural reference means two persons of two sides who have dealt, or whose offices it names.

    "Bush and Putin signed the treaty. Bush had seen Schröder in Berlin. The two presidents will meet again."
    """
    persons = [a for a in mention.actors if a.type == "person"]
    if not len(mention.actors) == len(persons) == PAIR or len({side(a) for a in persons}) < PAIR:
        return False
    ids = {a.id for a in persons}
    told = any(ids <= d.ids() for d in drafts) or OF_OFFICE.search(mention.text) is not None
    return told and fits_words(mention, [a.office_id in HEADS for a in persons])


def leading_pair(actors: Sequence[Actor], drafts: Sequence[Draft]) -> tuple[Actor, ...]:
    """Who "the two" are that deal with each other, where two of one side were named last: the first of each side.

    "Bashir greeted Mbeki and his foreign minister, and the two held talks" tells of talks of Bashir and Mbeki.
    """
    ids = {a.id for a in actors}
    for draft in reversed(drafts):
        spans = [(p.span.start, p) for p in draft.participants if p.actor.type == "person" and p.span]
        first: dict[str, Actor] = {}
        for _, p in sorted(spans, key=lambda one: one[0]):
            first.setdefault(side(p.actor), p.actor)
        if ids <= draft.ids() and len(first) == PAIR:
            return tuple(first.values())
    return ()


def named_here(mention: Mention, trigger: Trigger) -> bool:
    """Whether all whom a plural reference means are named before it in its own sentence: "Luxon and Modi, when they met".

    Or right behind it: "the two guests, Modi and Xi, met".
    """
    names = [m for m in trigger.scene.mentions if m.form in NAMED]
    listed = any(m.span.start - mention.span.end == len(", ") for m in names)
    near = [
        m for m in names if m.span.end <= mention.span.start or (listed and m.span.start > mention.span.end)
    ]
    named = {a.id for m in near for a in m.actors}
    return all(a.id in named and a.type == "person" for a in mention.actors)


def fits_noun(mention: Mention, draft: Draft) -> bool:
    """Whether a contact's persons can be what a plural noun calls them: "the two presidents" are no ministers."""
    return fits_words(mention, [is_head(p) for p in draft.participants if p.actor.type == "person"])


def fits_words(mention: Mention, heads: Sequence[bool]) -> bool:
    """Whether persons, each a head of state or government or none, can be what a plural noun calls them."""
    text = mention.text.lower()
    if "heads of" in text:
        return all(heads)
    if "president" not in text and "minister" not in text:
        return True
    ministers = "minister" in text and "prime minister" not in text
    return all(head is not ministers for head in heads)


def participant(party: Actor, mention: Mention) -> Participant:
    """A party as the mention names it."""
    return Participant(actor=party, role="party", as_named=mention.text, span=mention.span)


def discussed(trigger: Trigger, drafts: Sequence[Draft]) -> tuple[Actor, ...]:
    """The two persons of the contact that the text is on, for "the two leaders" and "they": of its paragraph, else its main one."""
    paragraph = trigger.scene.sentence.paragraph
    here = [d for d in drafts if d.triggers[-1].scene.sentence.paragraph == paragraph]
    near = sorted(here, key=lambda d: (-d.last_sentence(), d.triggers[-1].token.i))
    main = sorted(drafts, key=lambda d: (-len(d.triggers), d.triggers[0].scene.sentence.index))
    for draft in [*near, *main]:
        persons = [p.actor for p in draft.participants if p.actor.type == "person"]
        if len(persons) == 2 and len({a.state for a in persons}) == 2:
            return tuple(persons)
    return ()


def as_party(actor: Actor, knowledge: Knowledge) -> Actor:
    """An actor that can deal: a state's body stands for the state; a state told by its code alone gets its name."""
    if actor.office_id in MINISTERS and is_of_members(actor, knowledge):
        actor = replace(actor, id=actor.state or actor.id, name=actor.state or actor.id)
    if actor.type == "state" and actor.id == actor.name and actor.id in knowledge.states:
        return replace(actor, name=knowledge.states[actor.id].name)
    if actor.id in knowledge.organisations and actor.id == actor.name:
        actor = replace(actor, type="organisation", name=knowledge.organisations[actor.id].name, state=None)
    if actor.type == "organisation" and actor.id in knowledge.organisations:
        organisation = knowledge.organisations[actor.id]
        if organisation.kind == "body" and organisation.of in knowledge.states:
            state = knowledge.states[organisation.of]
            return Actor(id=state.id, name=state.name, type="state", state=state.id)
    return actor


def is_of_members(actor: Actor, knowledge: Knowledge) -> bool:
    """Whether a minister without a name is said to be a group's: "his ASEAN counterparts" are its members' ministers."""
    group = knowledge.organisations.get(actor.state or "")
    nobody = actor.type == "person" and actor.id not in knowledge.persons
    return group is not None and bool(group.members) and nobody


def without_doubles(participants: list[Participant]) -> list[Participant]:
    """A state beside its own person is left out: the person stands for it."""
    if "state" not in [p.actor.type for p in participants]:
        return participants
    persons = {p.actor.state for p in participants if p.actor.type == "person"}
    return [p for p in participants if p.actor.type != "state" or p.actor.id not in persons]
