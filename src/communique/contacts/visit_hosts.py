"""Whose guest somebody is on a visit of which no place is told: the one whom he has just dealt with.

"Wahid telephoned Howard to say that his state visit would have to wait." The visit was to be to Howard.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.contacts.drafts import Claim, Draft
from communique.records import Participant

AHEAD = frozenset({"planned", "cancelled", "declined"})
NEAR = 3  # sentences from the contact of the two
FAMILIES = frozenset({"call", "meeting", "message"})


def visited(claim: Claim, drafts: Sequence[Draft]) -> Sequence[Participant]:
    """The visitor and the other side of the nearest contact of the visitor with one other; nobody where that is unsure."""
    trigger = claim.trigger
    if trigger.cue.part != "noun" or trigger.destination is not None or claim.status not in AHEAD:
        return ()
    goes_on = any(c.dep_ == "prep" and c.lower_ in {"to", "in", "by", "from"} for c in trigger.token.children)
    if len(claim.participants) != 1 or goes_on or trigger.scene.sentence.layer != "prose":
        return ()
    visitor = claim.participants[0].actor
    index = trigger.scene.sentence.index
    near = [d for d in drafts if d.family in FAMILIES and 0 <= index - d.last_sentence() <= NEAR]
    shared = [d for d in near if visitor.id in d.ids() and len(d.participants) == 2 and len(d.sides()) == 2]
    if visitor.type != "person" or not shared or len({frozenset(d.ids()) for d in shared}) > 1:
        return ()
    return shared[-1].participants
