"""Contacts that are moved from one day to another: "put off until Tuesday", "moved from this week to 27 May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import VERBAL
from communique.contacts.triggers import Trigger
from communique.records import When

if TYPE_CHECKING:
    from communique.sentences import Token

PUT_OFF = words("put_off")
MOVING = frozenset({"move", "shift", "bring", "put", "push"})
TO = frozenset({"to", "until", "till"})
MONTHS = "january february march april may june july august september october november december"
TIMES = frozenset(
    f"{MONTHS} monday tuesday wednesday thursday friday saturday sunday tomorrow week month year date".split()
)


def is_moved(verb: Token) -> bool:
    """Whether a verb moves a contact to another time: "was moved to Friday", "has been brought forward to May"."""
    return verb.lemma_ in MOVING and any(is_time(c) for c in verb.children if c.lower_ in TO)


def is_time(preposition: Token) -> bool:
    """Whether a time stands right below a preposition."""
    return any(t.lower_ in TIMES for c in preposition.children for t in (c, *c.children))


def day_moved_to(trigger: Trigger) -> When | None:
    """The new time of a contact that is moved; None where nothing is, or no new time is told."""
    verb = trigger.governor if trigger.governor is not None else trigger.token.head
    if verb.pos_ not in VERBAL or not (verb.lemma_ in PUT_OFF or is_moved(verb)):
        return None
    behind = {t.i for c in verb.children if c.lower_ in TO for t in c.subtree}
    for when in trigger.scene.whens:
        token = trigger.scene.token_at(when.span) if when.span else None
        if token is not None and token.i in behind and when.start and when.end:
            return when
    return None
