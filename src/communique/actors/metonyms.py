"""Whether a capital or a house acts for its state ("Beijing said", "a threat from Beijing") or is a place ("arrived in Beijing")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.grammar import token_of
from communique.actors.phrase import Phrase
from communique.actors.words import ROLES
from communique.records import Sentence

if TYPE_CHECKING:
    from communique.sentences import Doc, Token

ADDRESSING = frozenset(ROLES["addressing"])
TO_TOWNS = frozenset(ROLES["done_to_towns"])
HAD = frozenset(ROLES["had_by_capital"])
SENT = frozenset(ROLES["sent"])
PARTY_PREPOSITIONS = frozenset({"with", "between", "by", "against", "among", "unlike"})
GOVERNED: dict[str, frozenset[str]] = {
    "from": SENT | frozenset(ROLES["sent_from_alone"]),
    "to": SENT | frozenset(ROLES["turned_to"]),
    "on": frozenset((*ROLES["laid_on"], *ROLES["leant_on"])),
    "upon": frozenset((*ROLES["laid_on"], *ROLES["leant_on"])),
    "of": frozenset(ROLES["had_of"]),
    "for": frozenset(ROLES["had_for"]),
    "toward": frozenset(ROLES["had_towards"]),
    "towards": frozenset(ROLES["had_towards"]),
}
"""The words on which each preposition hangs before whoever acts, or is acted upon, and is no place."""
HANDING = {"to": SENT, "from": SENT, "on": frozenset(ROLES["laid_on"])}
"""What is handed over, where the preposition hangs on the verb: "sent a note to Tehran", "imposed tariffs on Beijing"."""
CARRYING = frozenset(ROLES["carrying"])
FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
OPENING = frozenset(
    {"and", "but", "that", "because", "while", "as", "when", "if", "though", "although", ",", ";"}
)


def acts(phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
    """Whether a capital or metonym acts or is acted upon as its state, by its part in the clause."""
    i = token_of(phrase.head, sentence, doc)
    if i is None or doc is None:
        return False
    token = doc[i]
    if opens_clause(token):
        return True
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ in {"nsubj", "agent"}:
        return token.head.pos_ in {"VERB", "AUX"}
    if token.dep_ in {"nsubjpass", "dobj"}:
        return token.head.lemma_ in ADDRESSING or token.head.lemma_ not in TO_TOWNS
    if token.dep_ in {"pobj", "dative", "prep"}:
        return token.dep_ == "dative" or is_governed(token.head)
    if token.dep_ == "poss":
        return token.head.lemma_ in HAD
    return token.dep_ in {"compound", "dep", "nmod"} and "-" in doc[max(0, i - 1) : i + 2].text


def opens_clause(token: Token) -> bool:
    """Whether a finite verb right behind makes a subject of it, whatever the parser says: "and Minsk wants it cheaper"."""
    doc, i = token.doc, token.i
    if token.dep_ != "conj" or i + 1 == len(doc) or doc[i + 1].tag_ not in FINITE:
        return False
    return i > 0 and doc[i - 1].lower_ in OPENING and doc[i - 1].head.i != i


def is_governed(preposition: Token) -> bool:
    """Whether a preposition stands before somebody who acts: "with Tokyo", "a note sent to Rome".

    "He took the letter to Moscow" tells where he went.
    """
    word, head = preposition.lower_, preposition.head
    if word == "to" and CARRYING & {head.lemma_, head.head.lemma_}:
        return False
    if word in PARTY_PREPOSITIONS or head.lemma_ in GOVERNED.get(word, ()):
        return True
    handed = HANDING.get(word, frozenset())
    return any(c.dep_ in {"dobj", "nsubjpass"} and c.lemma_ in handed for c in head.children)
