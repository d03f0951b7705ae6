"""What a verb's own form tells by tense and modals, whatever stands above it: "will meet" is planned, "met" held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import VERBAL
from communique.contacts.subjects import has_to

if TYPE_CHECKING:
    from communique.sentences import Token

FUTURE = frozenset({"will", "'ll", "shall", "wo"})
POSSIBLE = frozenset({"could", "may", "might", "can", "should", "must", "ca"})
SPEECH = words("speech")
NONE: frozenset[str] = frozenset()


def form_status(verb: Token) -> str:
    """What the verb's own form says: held, ongoing, planned, proposed, infinitive or gerund."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    helpers = {c.lower_ for c in auxiliaries} if auxiliaries else NONE
    if (
        verb.dep_ == "conj"
        and not auxiliaries
        and verb.tag_ in {"VB", "VBN", "VBG"}
        and verb.head.pos_ in VERBAL
    ):
        return form_status(verb.head)
    if verb.lemma_ == "follow" and verb.tag_ == "VBN" and not auxiliaries and verb.dep_ in {"advcl", "acl"}:
        return form_of_clause(verb.head)  # "are to meet on Friday, followed by a dinner"
    if helpers & FUTURE or (
        "to" in helpers and any(c.lower_ == "to" and c.tag_ == "MD" for c in auxiliaries)
    ):
        return "planned"  # "Kishida to visit Kyiv": a headline's "to" is read as "will"
    if helpers & (POSSIBLE | {"would"}):
        reported = "would" in helpers and "have" not in helpers and under_past_speech(verb)
        return "planned" if reported else "proposed"
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and not auxiliaries and has_subject_before(verb):
        return (
            "present"  # "Biden and Xi speak by phone": the tagger takes a headline's plural for an infinitive
        )
    if verb.tag_ == "VB" or "to" in helpers:
        return "held" if helpers & {"did", "do", "does"} else "infinitive"
    if verb.tag_ == "VBG":
        if any(c.lemma_ == "be" for c in auxiliaries):
            return "held" if helpers & {"was", "were"} else "ongoing"
        return "gerund"
    return "present" if verb.tag_ in {"VBZ", "VBP"} else "held"


def form_of_clause(verb: Token) -> str:
    """The form of a clause, where "is to" plans what stands below it."""
    ahead = verb.lemma_ == "be" and any(c.dep_ == "xcomp" and has_to(c) for c in verb.children)
    return "planned" if ahead else form_status(verb)


def has_subject_before(verb: Token) -> bool:
    """Whether a verb has a subject that stands before it."""
    return any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)


def under_past_speech(verb: Token) -> bool:
    """Whether a "would" is reported speech ("said he would meet") and no condition."""
    head = verb.head
    for _ in range(3):
        if head.lemma_ in SPEECH:
            return True
        if head.head == head:
            break
        head = head.head
    return verb.dep_ in {"ROOT", "relcl", "ccomp", "conj", "advcl"}
