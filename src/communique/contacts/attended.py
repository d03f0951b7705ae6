"""Who was in the room at a meeting that the report has told of: "The reception was attended by the defence minister"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.drafts import Draft
from communique.contacts.intervals import DONE

if TYPE_CHECKING:
    from communique.contacts.triggers import Trigger

ROOM = words("in_the_room")
REACH = 8  # sentences behind the meeting


def is_attended(trigger: Trigger, drafts: Sequence[Draft]) -> bool:
    """Whether words only list those who were present: the meeting, the dinner or the call was told of before.

    "The meeting was attended by the ministers of Peru and Chile" without a meeting before is theirs.
    """
    verb = trigger.governor
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
