"""Contacts that are only what somebody tells of: "briefed the Senate on Friday on his visit to Lima" dates the telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.grammar import praised_for
from communique.contacts.cues import words
from communique.contacts.scene import VERBAL

if TYPE_CHECKING:
    from communique.sentences import Token

BRIEFING = words("briefing_on")
MATTER = frozenset({"on", "about", "of", "regarding", "concerning"})
PLACES = frozenset({"to", "in", "with"})
STEPS = 3  # words between the preposition and its verb: "briefed him on Thursday on his trip"


def is_told_matter(token: Token) -> bool:
    """Whether a contact is what a verb of telling is about, or told in a clause about it: "on his trips, during which he met Kim".

    Also what somebody is thanked or blamed for: "thanked him on Friday for meeting Kim" dates the thanks.
    """
    if token.dep_ == "pcomp" and praised_for(token) is not None:
        return True
    noun = before_clause(token) if token.dep_ in {"relcl", "advcl"} else token
    if noun is None:
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ in PLACES:
        noun = noun.head.head  # "on his trips to Lima, during which"
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in MATTER:
        return False
    above = preposition.head
    for _ in range(STEPS):
        if above.pos_ in VERBAL or above.head is above:
            break
        above = above.head
    return above.lemma_.lower() in BRIEFING


def before_clause(verb: Token) -> Token | None:
    """The noun that a clause with "which" stands behind, wherever the parse hangs it: "Lima" of "to Lima, during which he met"."""
    which = next((g for c in verb.children for g in (c, *c.children) if g.tag_ == "WDT"), None)
    if which is None:
        return None
    if verb.dep_ == "relcl":
        return verb.head
    start = min(which.i, which.head.i) if which.head is not verb else which.i
    comma = verb.doc[start - 1] if start > 1 else None
    return verb.doc[start - 2] if comma is not None and comma.lower_ == "," else None
