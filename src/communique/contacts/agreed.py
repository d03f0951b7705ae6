"""Plans made in a contact, and contacts that are the first since another: which account of the report is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.intervals import DONE
from communique.contacts.triggers import Trigger

if TYPE_CHECKING:
    from communique.contacts.drafts import Draft

AGREEING = words("plan_making")
NEAR = 2  # sentences: how far behind the contact in which it was agreed a plan is told
PLANS = frozenset({"planned", "proposed"})


def relate_plans(drafts: Sequence[Draft]) -> None:
    """Sets `planned_in`: "Merkel phoned Putin on Monday. They agreed to meet in May" plans the meeting in the call."""
    for draft in drafts:
        agreed = [t for t in draft.triggers if is_agreed(t)] if draft.status in PLANS else ()
        if not agreed:
            continue
        index = agreed[0].scene.sentence.index
        before = [
            d for d in drafts if d is not draft and makes_plans(d, draft) and 0 <= gap(d, index) <= NEAR
        ]
        draft.planned_in = min(before, key=lambda d: (gap(d, index), -d.triggers[0].token.i), default=None)


def gap(draft: Draft, index: int) -> int:
    """How many sentences lie between a draft's nearest words before a sentence and that sentence; -1 for none."""
    return min((index - n for t in draft.triggers if (n := t.scene.sentence.index) <= index), default=-1)


def makes_plans(draft: Draft, plan: Draft) -> bool:
    """Whether those who plan have dealt with each other: the same sides, in person or by telephone."""
    if draft.status not in DONE or draft.family not in {"call", "meeting"}:
        return False
    own, planned = draft.sides(), plan.sides()
    return len(own) > 1 and (own <= planned or planned <= own)


def is_agreed(trigger: Trigger) -> bool:
    """Whether a plan is what somebody agreed on: "agreed to meet", "decided on a further round of talks"."""
    above = [trigger.token, *trigger.token.ancestors]
    return any(t.lemma_.lower() in AGREEING and t.pos_ == "VERB" for t in above)


def relate_firsts(drafts: Sequence[Draft]) -> None:
    """Sets `first_since`: "their first call since March" is the first since the call of March that it recalls."""
    recalled = {
        (t.scene.sentence.index, t.token.i): draft for draft in drafts for t in draft.triggers if t.again
    }
    for draft in drafts:
        for trigger in draft.triggers:
            other = recalled.get((trigger.scene.sentence.index, trigger.token.i))
            if not trigger.again and other is not None and other is not draft:
                draft.first_since = other
