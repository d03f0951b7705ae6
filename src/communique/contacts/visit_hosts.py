"""Whose guest somebody is on a visit of which no place is told: the one whom he has just dealt with.

"Wahid telephoned Howard to say that his state visit would have to wait." The visit was to be to Howard.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.contacts.drafts import Claim, Draft
from communique.records import Participant

if TYPE_CHECKING:
    from communique.sentences import Token

AHEAD = frozenset({"planned", "cancelled", "declined"})
NEAR = 3  # sentences from the contact of the two
FAMILIES = frozenset({"call", "meeting", "message"})
CALLED = frozenset({"it", "this", "that"})


def visited(claim: Claim, drafts: Sequence[Draft]) -> Sequence[Participant]:
    """The visitor and the other side of the nearest contact of the visitor with one other; nobody where that is unsure."""
    trigger = claim.trigger
    if trigger.cue.part != "noun" or trigger.destination is not None or claim.status not in AHEAD:
        return ()
    goes_on = any(c.dep_ == "prep" and c.lower_ in {"to", "in", "by", "from"} for c in trigger.token.children)
    if len(claim.participants) != 1 or goes_on or trigger.scene.sentence.layer != "prose":
        return ()
    if is_of_told_visit(trigger.token):
        return ()
    visitor = claim.participants[0].actor
    index = trigger.scene.sentence.index
    near = [d for d in drafts if d.family in FAMILIES and 0 <= index - d.last_sentence() <= NEAR]
    shared = [d for d in near if visitor.id in d.ids() and len(d.participants) == 2 and len(d.sides()) == 2]
    if visitor.type != "person" or not shared or len({frozenset(d.ids()) for d in shared}) > 1:
        return ()
    return shared[-1].participants


def is_of_told_visit(token: Token) -> bool:
    """Whether a visit is only called something, or called by its place: "It will be her last visit", "His next stop is Lagos"."""
    verb = token.head
    if verb.lemma_ != "be":
        return False
    if token.dep_ == "nsubj":
        return any(c.dep_ in {"attr", "acomp"} and c.pos_ == "PROPN" for c in verb.children)
    above = verb.head if verb.dep_ == "xcomp" else verb  # "It is likely to be her last visit"
    above = above.head if above.pos_ == "ADJ" else above
    subjects = [c.lower_ for each in (verb, above) for c in each.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return token.dep_ == "attr" and not CALLED.isdisjoint(subjects)
