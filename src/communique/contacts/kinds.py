"""Kinds that the parties decide: leaders who gather hold a summit, whatever verb or noun tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from communique.contacts.cues import words
from communique.contacts.drafts import Draft
from communique.contacts.intervals import DONE
from communique.contacts.parties import is_head
from communique.contacts.triggers import Trigger
from communique.contacts.unnamed import is_of_members

FEWEST = 3  # heads of as many states make a meeting a summit
LEADERS = words("leaders")
ARRIVING = words("arriving")
MEALS = words("table")


def settle_kinds(drafts: Sequence[Draft], day: str | None) -> None:
    """Lets visits go on whose guest has just arrived. Makes a meeting a summit where three heads of states, or the leaders of one organisation, hold it.

    "The presidents of Turkey, Iran and Russia met in Ankara." "Leaders of the African Union met in Kigali."
    """
    for draft in drafts:
        if draft.kind == "visit" and draft.status == "held" and is_under_way(draft, day):
            draft.status, draft.history = "ongoing", [*draft.history[:-1], "ongoing"]
        if draft.kind == "meeting" and (is_of_heads(draft) or is_of_leaders(draft)):
            draft.kind = "summit"


def is_under_way(draft: Draft, day: str | None) -> bool:
    """Whether all that is told of a visit is that it has begun, the day before at the earliest: "arrived in Davos"."""
    verbs = [t for t in draft.triggers if t.cue.part == "verb" or t.token.lemma_.lower() in ARRIVING]
    if day is None or not verbs or any(t.scene.official for t in draft.triggers):
        return False
    if any(t.token.lemma_.lower() not in ARRIVING for t in verbs):
        return False
    yesterday = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    return draft.when is None or (draft.when.start or yesterday) >= yesterday


def is_of_heads(draft: Draft) -> bool:
    """Whether three or more heads of different states have dealt with each other, and not merely over a meal."""
    states = {p.actor.state for p in draft.participants if is_head(p)}
    if draft.status not in DONE or draft.triggers[0].scene.official:
        return False  # a ministry says "summit" where it means one
    return len(states) >= FEWEST and not any(t.token.lemma_.lower() in MEALS for t in draft.triggers)


def is_of_leaders(draft: Draft) -> bool:
    """Whether the leaders, not the ministers, of one organisation are all that is named."""
    return len(draft.participants) == 1 and any(names_leaders(t) for t in draft.triggers)


def names_leaders(trigger: Trigger) -> bool:
    """Whether a trigger's party is an organisation's leaders: "EU leaders", not "EU finance ministers"."""
    text = " ".join(m.text.lower() for m in trigger.parties if is_of_members(m))
    return any(word in text for word in LEADERS)
