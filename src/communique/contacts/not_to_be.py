"""Plain words by which a contact comes to nothing: "his visit will have to wait", "the talks did not take place"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.status import form_status, negated

if TYPE_CHECKING:
    from communique.sentences import Token

NOT_COME = words("not_come")
WAITING = words("waiting")


def comes_to_nothing(noun: Token, verb: Token, dep: str) -> bool:
    """Whether a contact that was to be is not: its noun waits, or has not taken place; "no talks took place" is of none."""
    if dep not in {"nsubj", "nsubjpass"}:
        return False
    if verb.lemma_ == "have" and any(c.dep_ == "xcomp" and c.lemma_ in WAITING for c in verb.children):
        return not negated(verb)
    known = any(
        c.dep_ in {"poss", "relcl"} or c.lower_ in {"the", "that", "planned", "scheduled"}
        for c in noun.children
    )
    return known and negated(verb) and verb.lemma_ in NOT_COME and form_status(verb) == "held"
