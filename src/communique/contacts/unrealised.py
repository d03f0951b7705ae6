"""What the words above a verb of contact keep from having happened: "was not able to meet", "nearly met"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import VERBAL
from communique.contacts.subjects import has_own_subject

if TYPE_CHECKING:
    from communique.sentences import Token

MANAGING = words("managing")
PREVENTING = words("preventing")
CONFIRMING = words("confirming")
REPORTS = words("reports")
NEARLY = frozenset({"nearly", "almost"})
ASKED = frozenset({"whether", "if"})


def is_unrealised(verb: Token) -> bool:
    """Whether a deed was prevented, left undone, or is only asked about: "did not get to meet", "rather than meet".

    Only what is certain counts: "was able to meet" tells of a meeting, "was not able to meet" of none.
    """
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL and not has_own_subject(verb):
        if is_in_place(verb):
            return True
        verb = verb.head  # "was not able to travel to Lima or meet Humala"
    if any(c.lower_ in NEARLY and c.dep_ == "advmod" for c in verb.children):
        return True
    return is_out_of_reach(verb) or is_prevented(verb) or is_question(verb) or is_unconfirmed(verb)


def is_in_place(verb: Token) -> bool:
    """Whether another deed took the place of one: "flew home rather than meet him"."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    return before.lower_ == "than" and before.i > 0 and verb.doc[before.i - 1].lower_ == "rather"


def is_out_of_reach(verb: Token) -> bool:
    """Whether somebody did not manage a deed: "was not able to meet", "never got to see", "has still to visit"."""
    above = verb.head
    if verb.dep_ not in {"xcomp", "ccomp", "advcl"} or above.i > verb.i:
        return False
    if above.lemma_ == "have" and any(c.lower_ == "still" for c in above.children):
        return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    return above.lemma_ in MANAGING and any(is_denied(each) for each in (above, above.head))


def is_denied(word: Token) -> bool:
    """Whether a word has a "not" or "never", or hangs on "has yet to"."""
    negated = any(c.dep_ == "neg" or c.lower_ == "never" for c in word.children)
    return negated or word.dep_ == "xcomp" and any(c.lower_ == "yet" for c in word.head.children)


def is_prevented(verb: Token) -> bool:
    """Whether a deed was kept from being done: "was prevented from meeting him"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "from":
        return False
    return verb.head.head.lemma_ in PREVENTING and not any(c.dep_ == "neg" for c in verb.head.head.children)


def is_question(verb: Token) -> bool:
    """Whether a past deed is only asked about or supposed: "it is unclear whether they met", "if they met, ..."."""
    if verb.tag_ not in {"VBD", "VBN"}:
        return False
    return any(c.dep_ == "mark" and c.lower_ in ASKED for c in verb.children)


def is_unconfirmed(verb: Token) -> bool:
    """Whether a deed is what nobody would confirm, or what reports have wrong: "contrary to reports that they had met"."""
    above = verb.head
    if verb.dep_ == "ccomp" and above.lemma_ in CONFIRMING:
        return any(c.dep_ == "neg" for c in above.children)
    contrary = (
        above.lemma_.lower() in REPORTS and above.dep_ == "pobj" and above.head.head.lower_ == "contrary"
    )
    return verb.dep_ in {"acl", "ccomp", "relcl"} and contrary
