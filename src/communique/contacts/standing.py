"""Whether what a trigger claims is a contact by itself: of two sides, of a group's summit, of many unnamed states."""

from __future__ import annotations

from collections.abc import Sequence

from communique.contacts.cues import words
from communique.contacts.delegates import by_delegates
from communique.contacts.drafts import Claim, Draft, sides_of
from communique.contacts.hearsay import is_unvouched
from communique.contacts.parties import PLURAL_FORMS, named_here
from communique.contacts.sides import side
from communique.contacts.triggers import Trigger, lacks_host, multilateral
from communique.contacts.unnamed import deals_alone
from communique.contacts.unplaced import UNPLACED
from communique.records import Participant

ARRIVING = words("arriving")
AHEAD = frozenset({"ongoing", "planned"})
NEXT = frozenset({"afterwards", "from", "later", "next", "on", "onward", "then"})


def stands_alone(claim: Claim) -> bool:
    """Whether a trigger tells of a contact by itself: of two sides, of a group's summit, of many unnamed states."""
    trigger, participants = claim.trigger, claim.participants
    sides = claim_sides(claim)
    if (
        lacks_host(trigger)
        or is_only_spoken_of(claim)
        or trigger.cue.id == UNPLACED.id
        and all(p.actor.type == "person" for p in participants)
    ):
        return False
    if len(sides) < 2 and not group_summit(trigger, participants):
        if len(sides) == 1 and deals_alone(trigger):
            return True
        many = len(sides) == 1 and trigger.family == "meeting" and multilateral(trigger.token)
        if not many:
            return False
    return not trigger.cue.weak or strong_enough(claim)


def is_only_spoken_of(claim: Claim) -> bool:
    """Whether nothing tells that a contact was or will be: "only a meeting between the two can end the war"."""
    trigger = claim.trigger
    told = (
        claim.status or claim.dated or trigger.cue.part != "noun" or trigger.scene.sentence.layer != "prose"
    )
    return not told and is_unvouched(trigger.token, trigger.governor)


def claim_sides(claim: Claim) -> set[str]:
    """The sides of a trigger; in an official text persons of neither state nor office are sides, too."""
    if claim.trigger.scene.official:
        return {side(p.actor) for p in claim.participants}
    return sides_of(claim.participants)


def group_summit(trigger: Trigger, participants: Sequence[Participant]) -> bool:
    """Whether an organisation's summit stands alone: "the NATO summit in Madrid"."""
    return trigger.kind == "summit" and any(p.actor.type == "organisation" for p in participants)


def strong_enough(claim: Claim) -> bool:
    """A weak cue ("flew to", "congratulated") tells of a contact only where a person with an office stands with it.

    A pronoun alone will do for a journey with a day of its own, or one that follows on what was told before: "She flies
    to Kyiv on Sunday.", "He will then go on to Chile."
    """
    trigger = claim.trigger
    first = [p for p in claim.participants if p.actor.type == "person" and p.actor.office]
    named = trigger.status == "planned" and all(named_here(m, trigger) for m in trigger.parties)
    sure = claim.dated or trigger.cue.frame == "leave" or named  # "Li said he planned to go to Oman"
    sure = sure or trigger.status in AHEAD or is_next_leg(trigger)
    single = trigger.family == "visit" and sure and all(len(m.actors) == 1 for m in trigger.parties)
    if not single and trigger.parties and all(m.form in PLURAL_FORMS for m in trigger.parties):
        return False
    arrived = trigger.status == "held" and trigger.token.lemma_.lower() in ARRIVING
    sent = trigger.family == "visit" and (claim.dated or arrived) and by_delegates(trigger)
    return (bool(first) or sent) and trigger.status not in {"", "infinitive"}


def is_next_leg(trigger: Trigger) -> bool:
    """Whether a journey follows on what was told before: "He later flew to Oslo", "From there she goes on to Rome"."""
    verb = trigger.governor if trigger.governor is not None else trigger.token
    if trigger.status not in {"held", "planned", "ongoing"} or verb.doc.words.isdisjoint(NEXT):
        return False
    return any(c.lower_ in NEXT and c.dep_ in {"advmod", "prt", "prep"} for c in verb.children)


def admissible(draft: Draft) -> bool:
    """Whether the draft is a contact between two sides."""
    if draft.multilateral or (draft.triggers[0].scene.official and len(draft.ids()) > 1):
        return True
    if draft.kind == "summit" and any(p.actor.type == "organisation" for p in draft.participants):
        return True
    return len(draft.sides()) >= 2
