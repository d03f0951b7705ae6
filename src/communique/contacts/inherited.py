"""Whose contact a noun without parties is, where it is another one than that just told of: "A second call is planned"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.contacts.addressees import addressed
from communique.contacts.bygone import is_of_group, is_years_before
from communique.contacts.cues import words
from communique.contacts.delegates import by_others
from communique.contacts.drafts import Claim, Draft
from communique.contacts.intervals import DONE
from communique.contacts.joining import NEAR, days_fit, is_bygone_other
from communique.contacts.told_again import is_followed
from communique.contacts.triggers import Trigger
from communique.contacts.unplaced import arrived
from communique.contacts.visit_hosts import visited
from communique.records import Participant

MEETING_VERBS = words("meeting_verbs")
ANOTHER = words("another")
ASIDE = frozenset({"after", "before", "following", "since"})


def inherited(claim: Claim, drafts: Sequence[Draft]) -> Sequence[Participant]:
    """Whose contact a noun without parties is, where its own day or "second" says that it is not the one told before.

    "Merkel phoned Putin on Monday. A second call is planned for Friday." The second is between the same two.
    """
    trigger = claim.trigger
    if trigger.family == "visit":
        return arrived(claim, drafts) or visited(claim, drafts)
    if trigger.family == "message":
        return addressed(claim, drafts)
    if trigger.cue.part != "noun" or trigger.family not in {"call", "meeting"} or claim.full:
        return ()
    if trigger.governor is not None and trigger.governor.lemma_.lower() in MEETING_VERBS:
        return ()  # "met for a fourth round of talks" is one contact
    if by_others(trigger):
        return ()
    index, another = trigger.scene.sentence.index, another_word(trigger)
    near = [
        d
        for d in drafts
        if 0 <= index - d.last_sentence() <= NEAR
        and (len(d.sides()) == 2 or is_of_group(d) or (another and is_of_states(d)))
    ]
    if not near or trigger.scene.sentence.layer != "prose":
        return ()
    draft = min(near, key=lambda d: (index - d.last_sentence() + is_aside(d), d.family != trigger.family))
    apart = not days_fit(draft.when, claim.when) and not is_years_before(claim, draft)
    elsewhen = claim.dated and draft.dated and apart
    goes_on = trigger.definite and trigger.cue.id == "talks" and claim.status == "planned"
    elsewhen = elsewhen or (claim.dated and goes_on and draft.status in DONE)
    elsewhen = elsewhen or is_bygone_other(claim, draft) or is_followed(trigger, draft)
    known = {p.actor.id for p in claim.participants} <= draft.ids() | draft.sides()
    if trigger.kind == "summit" and draft.kind != "summit" and (not another or is_next(trigger)):
        return ()  # "the summit" and "the next summit" beside a meeting are those of others
    return draft.participants if known and (another or elsewhen) else ()


def is_next(trigger: Trigger) -> bool:
    """Whether a contact is the next of a row: "The next summit will be held in Manila"."""
    return any(c.lower_ == "next" for c in trigger.token.children)


def is_of_states(draft: Draft) -> bool:
    """Whether several states deal with each other, and nobody by name: "Officials from Kenya, Uganda and Rwanda met"."""
    return draft.family == "meeting" and all(p.actor.type == "state" for p in draft.participants)


def is_aside(draft: Draft) -> int:
    """How much farther off a contact is that only dates another one: "were agreed after a meeting between Li and Roe"."""
    token = draft.triggers[0].token
    told_aside = token.dep_ == "pobj" and token.head.lower_ in ASIDE and len(draft.triggers) == 1
    return 2 if told_aside else 0


def another_word(trigger: Trigger) -> bool:
    """Whether a word on a noun makes it another contact than the one just told of: "a second call"."""
    return any(c.lower_ in ANOTHER for c in trigger.token.children)
