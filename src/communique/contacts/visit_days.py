"""The time of a visit that frames a clause is the time of what was done on it: "On his visit to Lima in May he met Humala"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import prepositions
from communique.contacts.triggers import Trigger
from communique.records import When

if TYPE_CHECKING:
    from communique.sentences import Token

ABROAD = words("abroad")
FRAMES = frozenset({"during", "on", "in"})


def day_of_visit(trigger: Trigger) -> When | None:
    """The one time that stands with a visit on or during which the trigger's clause tells that something was done."""
    if trigger.family not in {"meeting", "call", "signing"} or trigger.status not in {"held", ""}:
        return None
    verb = trigger.governor if trigger.governor is not None else trigger.token
    visits = [obj for _, obj in prepositions(verb, FRAMES) if obj.lemma_.lower() in ABROAD]
    found = [when for visit in visits for when in trigger.scene.whens if is_below(trigger, when, visit)]
    return found[0] if len(found) == 1 else None


def is_below(trigger: Trigger, when: When, visit: Token) -> bool:
    """Whether a time hangs on a visit."""
    token = trigger.scene.token_at(when.span) if when.span else None
    return token is not None and any(t.i == token.i for t in visit.subtree)
