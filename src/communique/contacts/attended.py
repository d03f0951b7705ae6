"""Who was in the room at a meeting that the report has told of: "The reception was attended by the defence minister"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.drafts import Draft
from communique.contacts.intervals import DONE
from communique.contacts.triggers import sides

if TYPE_CHECKING:
    from communique.contacts.triggers import Trigger

ROOM = words("in_the_room")
REACH = 8  # sentences behind the meeting


def is_attended(trigger: Trigger, drafts: Sequence[Draft]) -> bool:
    """Whether words only list those who were present: the meeting, the dinner or the call was told of before.

    "The meeting was attended by the ministers of Peru and Chile" without a meeting before is theirs.
    """
    verb = trigger.governor
    if is_in_part(trigger, drafts):
        return True
    if (
        verb is None
        or verb.lemma_.lower() not in ROOM
        or trigger.kind == "summit"
        or trigger.cue.part != "noun"
    ):
        return False
    if not trigger.definite or trigger.family not in {"meeting", "call"}:
        return False
    passive = any(c.dep_ == "nsubjpass" and c.i == trigger.token.i for c in verb.children)
    acting = any(c.dep_ == "dobj" for c in verb.children) and trigger.token.dep_ in {"dobj", "conj"}
    if not (passive or acting):
        return False
    index = trigger.scene.sentence.index
    met = [d for d in drafts if d.family in {"meeting", "call"} and d.status in DONE and len(d.sides()) > 1]
    return any(0 <= index - d.last_sentence() <= REACH for d in met)


def is_in_part(trigger: Trigger, drafts: Sequence[Draft]) -> bool:
    """Whether words list the aides of both sides at a part of talks just told of: "included a meeting attended by Lee and Roe"."""
    if trigger.cue.part != "noun" or trigger.family != "meeting" or trigger.first:
        return False
    if not any(c.dep_ == "acl" and c.lemma_.lower() in ROOM for c in trigger.token.children):
        return False
    index, its = trigger.scene.sentence.index, sides(trigger.parties)
    near = [d for d in drafts if d.family == "meeting" and 0 <= index - d.last_sentence() <= 1]
    return len(its) > 1 and any(d.sides() == its and trigger.ids.isdisjoint(d.ids()) for d in near)
