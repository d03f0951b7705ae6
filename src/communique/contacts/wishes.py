"""Congratulations and condolences that one of two speaks to the other in the call or meeting told of, which are no message.

"The ministers spoke by phone on Monday. Kaur congratulated Silva on his appointment." He heard it on the phone.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from communique.contacts.cues import words
from communique.contacts.drafts import Claim, Draft
from communique.contacts.intervals import DONE
from communique.contacts.joining import compatible, covers, days_fit, find_target
from communique.contacts.triggers import Trigger

SPOKEN = words("spoken_wishes")
WRITTEN = words("written")
REPEATING = frozenset({"reiterate", "repeat", "renew"})
REACH = 6  # sentences behind the last word of the contact; an official text is of it to its end


def find_target_or_talk(claim: Claim, drafts: Sequence[Draft]) -> tuple[Draft | None, Claim]:
    """The draft that a claim speaks of, else the talk in which its wish was spoken; with the claim as it joins that."""
    target = find_target(claim, drafts)
    if target is None and (talk := heard_in(claim, drafts)) is not None:
        return talk, as_heard(claim)
    return target, claim


def heard_in(claim: Claim, drafts: Sequence[Draft]) -> Draft | None:
    """The call or meeting of the same two in which a wish was spoken; None for one that is a message of its own."""
    if not is_spoken(claim.trigger) or not claim.full:
        return None
    near = sorted(drafts, key=lambda d: -d.last_sentence())
    return next((draft for draft in near if is_heard(claim, draft)), None)


def is_spoken(trigger: Trigger) -> bool:
    """Whether a wish is told of without a paper that carries it, in the simple past: not "had sent a telegram"."""
    if trigger.family != "message" or trigger.token.lemma_.lower() not in SPOKEN:
        return False
    verb = trigger.governor if trigger.governor is not None else trigger.token
    if any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children):
        return False
    return not any(t.lemma_.lower() in WRITTEN for t in trigger.scene.doc)


def is_heard(claim: Claim, draft: Draft) -> bool:
    """Whether a contact just told of is of the same two, and the wish has no other day."""
    if draft.family not in {"call", "meeting"} or draft.status not in DONE or draft.recalled():
        return False
    trigger = claim.trigger
    behind = trigger.scene.sentence.index - draft.last_sentence()
    if behind < 0 or (behind > REACH and not trigger.scene.official):
        return False
    again = trigger.governor is not None and trigger.governor.lemma_.lower() in REPEATING
    elsewhen = claim.dated and draft.dated and not again and not days_fit(draft.when, claim.when)
    return not elsewhen and compatible(draft, claim.participants) and covers(draft, claim.participants)


def as_heard(claim: Claim) -> Claim:
    """A wish as words of the contact that it was spoken in: it dates nothing, and nobody placed a call by it."""
    return replace(claim, when=None, trigger=replace(claim.trigger, initiator=None))
