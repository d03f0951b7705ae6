"""What was due and did not come about, or is told of as what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import VERBAL
from communique.contacts.subjects import has_to

if TYPE_CHECKING:
    from communique.sentences import Token

SCHEDULING = words("scheduling")
TURNED = frozenset({"had", "should", "were"})  # auxiliaries with which a condition opens a sentence


def is_given_up(verb: Token) -> bool:
    """Whether something else was done in place of what was due: "Lund, who was to meet Rahmon, flew home instead"."""
    if "instead" not in verb.doc.words or not has_to(verb):
        return False
    clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
    if clause is None or clause.lower_ in {"is", "are"}:
        return False
    due = clause.lower_ in {"was", "were"} or any(c.lower_ in {"was", "were"} for c in clause.children)
    deed = next((t for t in clause.ancestors if t.pos_ in VERBAL), None)
    done = deed is not None and deed.tag_ == "VBD" and any(c.lower_ == "instead" for c in deed.children)
    return due and done and not any(c.dep_ == "neg" for c in verb.children)


def is_past_due(verb: Token) -> bool:
    """Whether a deed was only supposed to be done: "were supposed to talk on Friday"."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.lemma_ not in {"suppose", "supposed", "mean"}:
        return False
    return has_to(verb) and any(c.lower_ in {"was", "were"} for c in above.children)


def is_against_plan(verb: Token) -> bool:
    """Whether what will not be done had been planned: "will not travel to Lima on Sunday as planned"."""
    if "as" not in verb.doc.words:
        return False
    return any(c.dep_ == "advcl" and c.lemma_ in SCHEDULING for c in verb.children)


def turned(verb: Token) -> bool:
    """Whether a verb stands in a clause that opens with its auxiliary and tells of what was not: "Had he taken the call, ..."."""
    if verb.doc.tokens[0].lower_ not in TURNED:
        return False
    return 0 < verb.i < next((t.i for t in verb.doc.tokens if t.text == ","), 0)
