"""Gathers the triggers of a report into accounts: each joins a draft, begins a new one, or is let go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.contacts.drafts import Draft, Setting, sides_of
from communique.contacts.intervals import bounded, open_when, same_week, settle
from communique.contacts.joining import find_target, join, set_roles
from communique.contacts.parties import PLURAL_FORMS, participants_of
from communique.contacts.relations import relate, share_days
from communique.contacts.timing import choose_whens
from communique.contacts.triggers import Trigger, multilateral
from communique.records import Mention, Participant, When


def gather(triggers: Iterable[Trigger], setting: Setting) -> list[Draft]:
    """The accounts of a report, in the order of their first trigger."""
    drafts: list[Draft] = []
    for trigger in triggers:
        for part in split_lists(trigger):
            for when in choose_whens(part, setting.day, setting.lede):
                take(part, when, drafts, setting)
            if spoken_twice(part):
                take(replace(part, again=True), None, drafts, setting)
            earlier = recalled(part)
            if earlier is not None:
                take(
                    replace(part, status="held", kind=RECALLED_KIND.get(part.family, part.kind), again=True),
                    earlier,
                    drafts,
                    setting,
                )
    kept = [draft for draft in drafts if admissible(draft)]
    relate(kept)
    share_days(kept)
    for draft in kept:
        behind = [
            t.scene.sentence.index
            for other in kept
            if other is not draft
            for t in other.triggers
            if t.scene.sentence.index > draft.last_sentence()
        ]
        draft.limit = min(behind, default=10**9)
        for trigger in draft.triggers:
            index = trigger.scene.sentence.index
            draft.rivals[index] = tuple(
                t.token.idx
                for other in kept
                if other is not draft
                for t in other.triggers
                if t.scene.sentence.index == index
            )
    return kept


def spoken_twice(trigger: Trigger) -> bool:
    """ "have spoken twice since, most recently on Friday": the date is the second's, the first has none."""
    words = [c.lower_ for c in trigger.token.children if c.dep_ == "advmod"]
    return (
        "twice" in words
        and any(t.lower_ in {"recently", "last"} for t in trigger.token.subtree)
        and choose_whens(trigger, None)[0] is not None
    )


RECALLED_KIND = {"call": "call", "meeting": "meeting"}


def recalled(trigger: Trigger) -> When | None:
    """The day of the contact that "their first call since November" recalls."""
    if (
        trigger.cue.part != "noun"
        or trigger.family not in RECALLED_KIND
        or not any(c.lower_ == "first" for c in trigger.token.children)
    ):
        return None
    since = next((c for c in trigger.token.children if c.lower_ == "since" and c.dep_ == "prep"), None)
    if since is None:
        return None
    place = trigger.scene.span(since).end
    return next(
        (
            w
            for w in trigger.scene.whens
            if w.span
            and place <= w.span.start <= place + 2
            and w.start
            and w.end
            and w.precision in {"day", "month"}
        ),
        None,
    )


def split_lists(trigger: Trigger) -> list[Trigger]:
    """ "spoke with Abe, Merkel and Hollande" tells of three calls; "a meeting with Merkel and Macron" of one."""
    persons = [m for m in trigger.second if len(m.actors) == 1 and m.actors[0].type == "person"]
    states = {m.actors[0].state for m in persons}
    plural_noun = (
        trigger.cue.part == "noun"
        and trigger.token.tag_ == "NNS"
        and trigger.cue.id in {"call", "phone-conversation", "meeting"}
    )
    joint = trigger.scene.official or any(
        t.lower_
        in {"joint", "conference", "trilateral", "together", "three-way", "quadrilateral", "four-way"}
        for t in trigger.token.sent
    )
    apart = trigger.cue.part == "verb" and trigger.cue.frame != "sign" or plural_noun
    each = any(
        t.lower_ in {"each", "separately", "separate", "respectively", "individually"}
        for t in trigger.token.sent
    )
    if each and apart and len(persons) == len(trigger.second) > 1 and trigger.first:
        return [replace_second(trigger, (m,)) for m in persons]
    if len(states) < 2 or not apart or joint or len(persons) != len(trigger.second) or not trigger.first:
        return [trigger]
    if trigger.token.tag_ == "VBN" and any(c.dep_ == "nsubjpass" for c in trigger.token.children):
        return [trigger]
    return [
        replace_second(trigger, tuple(m for m in persons if m.actors[0].state == state))
        for state in dict.fromkeys(m.actors[0].state for m in persons)
    ]


def replace_second(trigger: Trigger, second: tuple[Mention, ...]) -> Trigger:
    """The trigger with one interlocutor."""
    return replace(trigger, second=second)


def take(trigger: Trigger, when: When | None, drafts: list[Draft], setting: Setting) -> None:
    """Joins a trigger to a draft, begins a new one, or lets it go."""
    day = setting.day
    participants = participants_of(trigger, drafts, setting.knowledge, setting.leaders)
    when = same_week(when, "held" if trigger.status == "" and looks_back(trigger) else trigger.status, day)
    status = settle(trigger.status, when, day)
    if (
        status is None
        or status == "nothing"
        or (trigger.cue.id == "discuss-with" and status not in {"held", "ongoing"})
    ):
        return
    sides = (
        sides_of(participants)
        if not trigger.scene.official
        else {p.actor.state or p.actor.id for p in participants}
    )
    target = find_target(trigger, participants, when, status, drafts)
    if target is not None:
        join(target, trigger, when, status, participants, day)
        return
    if (
        len(sides) < 2
        and not group_summit(trigger, participants)
        and not (len(sides) == 1 and trigger.family == "meeting" and multilateral(trigger.token))
    ):
        return
    if trigger.cue.weak and not strong_enough(trigger, participants, when):
        return
    final = status or ("planned" if when and day and when.start and when.start > day else "held")
    draft = Draft(
        triggers=[trigger],
        kind=trigger.kind,
        status=final,
        when=bounded(when, final, day) or open_when(final, day),
        participants=participants,
        dated=when is not None and bool(when.start or when.end),
        history=[final],
        multilateral=len(sides) < 2,
        tentative=status == "",
    )
    set_roles(draft, trigger)
    drafts.append(draft)


def looks_back(trigger: Trigger) -> bool:
    """Whether a noun is of the past by its adjective: "his first summit with the Russian leader Monday"."""
    return trigger.cue.part == "noun" and any(
        c.lower_ in {"first", "last", "previous", "recent", "earlier"} for c in trigger.token.children
    )


def group_summit(trigger: Trigger, participants: Sequence[Participant]) -> bool:
    """Whether an organisation's summit stands alone: "the NATO summit in Madrid"."""
    return trigger.kind == "summit" and any(p.actor.type == "organisation" for p in participants)


def strong_enough(trigger: Trigger, participants: Sequence[Participant], when: When | None) -> bool:
    """A weak cue ("flew to", "congratulated") tells of a contact only where a person with an office stands with it."""
    first = [p for p in participants if p.actor.type == "person" and p.actor.office]
    if trigger.parties and all(m.form in PLURAL_FORMS for m in trigger.parties):
        return False
    return bool(first) and trigger.status not in {"", "infinitive"}


def admissible(draft: Draft) -> bool:
    """Whether the draft is a contact between two sides."""
    if draft.multilateral or (draft.triggers[0].scene.official and len(draft.ids()) > 1):
        return True
    if draft.kind == "summit" and any(p.actor.type == "organisation" for p in draft.participants):
        return True
    return len(draft.sides()) >= 2
