"""To whom a letter is that a visitor brings, where the sentence names its sender alone: whoever the visitor has met.

"Ambassador Gao met Enkhbayar on Monday. He handed over a message from President Hu Jintao." Hu wrote to Enkhbayar.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.contacts.cues import words
from communique.contacts.drafts import Claim, Draft
from communique.contacts.intervals import DONE
from communique.contacts.sides import side
from communique.records import Participant

HANDING = words("handing")
NEAR = 2  # sentences from the meeting at which it was handed over


def addressed(claim: Claim, drafts: Sequence[Draft]) -> Sequence[Participant]:
    """The sender and whom the sender's people have just met; nobody where that is unsure."""
    trigger = claim.trigger
    verb = trigger.governor
    if trigger.cue.part != "noun" or len(claim.participants) != 1 or claim.status not in DONE:
        return ()
    if verb is None or verb.lemma_.lower() not in HANDING:
        return ()
    sender, index = claim.participants[0], trigger.scene.sentence.index
    met = [d for d in drafts if d.family == "meeting" and d.status in DONE and len(d.sides()) == 2]
    near = [d for d in met if 0 <= index - d.last_sentence() <= NEAR and side(sender.actor) in d.sides()]
    if not near:
        return ()
    draft = max(near, key=lambda d: d.last_sentence())
    others = [p for p in draft.participants if side(p.actor) != side(sender.actor)]
    own = {p.actor.id for p in draft.participants}
    return (sender, *others) if len(others) == 1 and sender.actor.id not in own else ()
