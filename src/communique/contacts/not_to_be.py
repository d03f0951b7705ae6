"""Plain words by which a contact comes to nothing: "his visit will have to wait", "the talks did not take place"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import CueTable, words
from communique.contacts.status import negated, status_of_verb
from communique.contacts.verb_forms import form_status

if TYPE_CHECKING:
    from communique.sentences import Token

NOT_COME = words("not_come")
WAITING = words("waiting")
COLLAPSING = words("collapsing")
ARRANGED = words("arranged")
MADE_KNOWN = words("made_known")
UNSAID = MADE_KNOWN | {"deny"}
WISHING = words("wishing")


def comes_to_nothing(noun: Token, verb: Token, dep: str) -> bool:
    """Whether a contact that was to be is not: its noun waits, or has not taken place; "no talks took place" is of none."""
    if dep not in {"nsubj", "nsubjpass"}:
        return False
    if verb.lemma_ in COLLAPSING and falls_through(noun, verb):
        return True
    if verb.lemma_ == "have" and any(c.dep_ == "xcomp" and c.lemma_ in WAITING for c in verb.children):
        return not negated(verb)
    known = any(
        c.dep_ in {"poss", "relcl"} or c.lower_ in {"the", "that", "planned", "scheduled"}
        for c in noun.children
    )
    return known and negated(verb) and verb.lemma_ in NOT_COME and form_status(verb) == "held"


def falls_through(noun: Token, verb: Token) -> bool:
    """Whether what collapsed had not begun: "a summit planned for May collapsed", "talks collapsed before they began"."""
    planned = any(c.dep_ == "acl" and c.lemma_ in ARRANGED for c in noun.children)
    before = any(
        c.dep_ == "advcl" and any(g.lower_ == "before" for g in c.children) and c.lemma_ in {"begin", "start"}
        for c in verb.children
    )
    return (planned or before) and form_status(verb) == "held" and not negated(verb)


def negated_status(verb: Token, none: bool, own: str | None, table: CueTable) -> str | None:
    """ "will not hold talks" declined; "held no talks" and "no meeting took place" tell of nothing."""
    lemma = verb.lemma_.lower()
    if form_status(verb) == "planned" and lemma not in {"be", "happen", *MADE_KNOWN}:
        return "declined"
    if lemma in UNSAID:
        return own or ""  # "would not confirm the visit"
    if none or lemma in table.light | WISHING | {"take", "happen", "be", "occur"}:
        return None
    return own or ""


def is_left_open(verb: Token, table: CueTable) -> bool:
    """Whether somebody will not say if a contact is so: "declined to confirm or deny the meeting"."""
    above = verb.head if verb.dep_ == "conj" else verb
    if above.lemma_ not in MADE_KNOWN or verb.lemma_ not in UNSAID:
        return False
    return verb.lemma_ == "deny" or status_of_verb(verb, table) == "declined"
