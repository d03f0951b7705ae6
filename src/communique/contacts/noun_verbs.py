"""The verb above a contact noun, and how the noun hangs on it: what the verb is about, or in what its deed is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import OUTER, VERBAL

if TYPE_CHECKING:
    from communique.sentences import Token

ARRANGED = words("arranged")
PASSED = frozenset("one-on-one face-to-face including".split())  # no deed of its own in "one-on-one talks"
OBJECT_VERBS = words("object_verbs")
ABOUT = frozenset({"for", "on", "to", "of", "from", "out", "toward", "towards", "into"})
AHEAD = frozenset({"ahead", "advance"})
ABOUT_WITH = frozenset({("preside", "over"), ("participate", "in"), ("engage", "in")})
PHONES = words("phone")
OFFERS = words("offers")


def governing_verb(token: Token) -> Token | None:
    """The verb whose object, subject or circumstance a contact noun is."""
    head, child = token.head, token
    for _ in range(5):
        following = head.dep_ == "prep" and head.lower_ == "following"  # a preposition in the form of a verb
        if following or (child.dep_ == "nsubj" and is_reduced(head)) or head.lower_ in PASSED:
            child, head = head, head.head
            continue
        if head.pos_ in VERBAL or head.tag_.startswith("VB"):
            return head
        if head == child or head.pos_ not in {"ADP", "NOUN", "SCONJ", "ADV", "PROPN", "ADJ"}:
            return None
        if head.pos_ in {"NOUN", "PROPN"} and child.dep_ not in {"conj", "prep", "appos", "pobj", "compound"}:
            return None
        child, head = head, head.head
    return None


def offer_above(token: Token) -> Token | None:
    """The offer or request of a contact, which the parse may hang beside it: "turned down a request by Sata for talks"."""
    above = token.head.head if token.head.pos_ == "ADP" else None
    if above is not None and above.pos_ in VERBAL and token.head.lower_ == "for":
        above = next((c for c in above.children if c.dep_ == "dobj" and c.i < token.i), None)
    return above if above is not None and above.lemma_.lower() in OFFERS else None


def is_reduced(verb: Token) -> bool:
    """Whether the parse takes a participle for a clause: "announced the end of a meeting planned for Friday"."""
    if verb.dep_ != "ccomp" or verb.tag_ not in {"VBD", "VBN"} or verb.lemma_ not in ARRANGED:
        return False
    bare = not any(c.dep_ in {"aux", "auxpass", "dobj"} for c in verb.children)
    return (
        bare
        and verb.head.pos_ in VERBAL
        and any(c.dep_ == "prep" and c.lower_ in {"for", "on"} for c in verb.children)
    )


def link(token: Token, verb: Token) -> tuple[str, str]:
    """How a noun hangs on its verb: (dependency, preposition): ("dobj", ""), ("pobj", "during"), ("nsubj", "")."""
    below = child = token
    preposition = ""
    while child.head not in (verb, child):
        if child.dep_ == "pobj" and child.head.pos_ in {"ADP", "SCONJ"}:
            if preposition == "of" and child.lemma_.lower() in OUTER:
                preposition = ""
            preposition = preposition or preposition_of(child.head)
        below, child = child, child.head
    dep = child.dep_
    if dep == "ccomp" and is_reduced(child):
        dep, child = "dobj", below
    if (
        preposition == "of"
        and dep in {"dobj", "nsubj", "nsubjpass", "attr"}
        and child.lemma_.lower() in OUTER
    ):
        return dep, ""
    return ("pobj", preposition or child.lower_) if dep in {"prep", "agent"} or preposition else (dep, "")


def preposition_of(token: Token) -> str:
    """A preposition by its first word: "ahead" for "ahead of" and "in advance of"."""
    return "ahead" if token.lower_ == "of" and token.head.lower_ in AHEAD else token.lower_


def deed_of(verb: Token) -> str:
    """The lemma of a verb, "participate" for "take part"."""
    if verb.lemma_ == "take" and any(c.dep_ == "dobj" and c.lower_ == "part" for c in verb.children):
        return "participate"
    return verb.lemma_.lower()


def object_like(dep: str, lemma: str, preposition: str) -> bool:
    """Whether a noun is what its verb is about: an object, or the object of "look forward to", "call for", "agree on"."""
    if dep in {"dobj", "attr", "oprd"}:
        return True
    wanted = preposition in ABOUT or (lemma, preposition) in ABOUT_WITH
    return dep == "pobj" and lemma in OBJECT_VERBS and wanted


def is_beside(token: Token, verb: Token) -> bool:
    """Whether a verb is not about a contact but only done in it: "agreed on the phone", "On a call with Xi, he asked for"."""
    if token.lemma_.lower() in PHONES or (token.i < verb.i and verb.dep_ != "relcl"):
        return link(token, verb)[0] == "pobj"
    return False


def lacks_with(token: Token) -> bool:
    """Whether the noun has no "with" of its own, so that the verb's may be its."""
    return not any(c.dep_ == "prep" for c in token.children if c.lower_ in {"with", "between"})
