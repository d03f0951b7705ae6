"""Who else may have acted: delegates of a side, or others of the same rank, in the place of those named before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import prepositions
from communique.contacts.subjects import subjects

if TYPE_CHECKING:
    from communique.contacts.triggers import Trigger
    from communique.sentences import Token

DELEGATES = words("delegates")


def by_others(trigger: Trigger) -> bool:
    """Whether somebody else than those before talked: "Other ministers talked over the phone with their colleagues"."""
    token = trigger.token
    if not trigger.parties and any(t.lower_ == "between" for t in token.subtree):
        return True  # "discussed the next round of talks between the warring sides"
    if any(is_delegates(trigger, obj) for _, obj in prepositions(token, ("of", "between"))):
        return True
    if token.dep_ != "pobj" or token.head.lower_ not in {"over", "by", "on", "via"}:
        return False
    verb = token.head.head
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and subject.pos_ == "NOUN" or (subject is not None and subject.lower_ == "who")


def is_delegates(trigger: Trigger, token: Token) -> bool:
    """Whether a plural noun without a name means delegates or officials: "following the talks of government delegations"."""
    plural = token.lower_ in DELEGATES and token.tag_ == "NNS" and token.i not in trigger.scene.at
    return plural and not any(c.lower_ in {"two", "both", "the"} for c in token.children)


def by_delegates(trigger: Trigger) -> bool:
    """Whether a deed is of a state's or an organisation's delegates: "An Israeli delegation arrived"; "the envoy" has a name."""
    sent = [t for t in subjects(trigger.token) if t.lower_ in DELEGATES]
    return any(t.lower_ == "delegation" or t.tag_ == "NNS" or not is_known(t) for t in sent)


def is_known(token: Token) -> bool:
    """Whether a noun means somebody told of before: "the envoy"."""
    return any(c.lower_ in {"the", "this"} and c.dep_ == "det" for c in token.children)
