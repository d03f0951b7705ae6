"""Who takes part in a contact by the verb that it is the subject of: "The talks involved Iran and Turkey".

So do participles behind the noun ("a meeting attended by the ministers of Peru and Chile") and what it is "including".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import Scene, mentions_of, prepositions
from communique.contacts.triggers import Occurrence, acting, sides
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

COMPOSING = words("composing")
GATHERING = words("gathering_verbs")
TAKING_PART = words("taken_part_in")
ARRANGED = words("arranged")
CLAUSES = frozenset({"acl", "relcl"})
OWN = frozenset({"nsubj", "nsubjpass"})


def taking_part(word: Occurrence, told: Sequence[Mention]) -> list[Mention]:
    """Those with whom a contact is made up, for a noun beside which fewer than two sides are told."""
    if word.cue.family not in {"meeting", "call"} or len(sides(told)) > 1:
        return []
    scene, token = word.scene, word.token
    found = [m for _, obj in prepositions(token, ("including",)) for m in mentions_of(scene, obj)]
    for verb in clauses(token):
        found += of_clause(scene, verb)
    return list(acting(found)) if len(sides([*told, *acting(found)])) > 1 else []


def clauses(noun: Token) -> Iterator[Token]:
    """The verb that a noun is the subject of, the clauses behind it, and what was arranged to be done."""
    verbs = [c for c in noun.children if c.dep_ in CLAUSES]
    if noun.dep_ in OWN:
        verbs.append(noun.head)
    for verb in verbs:
        yield verb
        if verb.lemma_ in ARRANGED and verb.tag_ == "VBN":
            yield from (c for c in verb.children if c.dep_ == "xcomp")


def of_clause(scene: Scene, verb: Token) -> list[Mention]:
    """Those whom a clause says to make up a contact, or by whom it is attended."""
    lemma = verb.lemma_.lower()
    if lemma in TAKING_PART and verb.tag_ in {"VBN", "VBD"}:
        held = [obj for _, obj in prepositions(verb, ("by", "between", "among"))]
        return [m for obj in held for m in mentions_of(scene, obj)]
    if lemma in COMPOSING or brings_together(verb):
        return [m for c in verb.children if c.dep_ == "dobj" for m in mentions_of(scene, c)]
    return []


def brings_together(verb: Token) -> bool:
    """Whether a verb gathers people: "brought together"; "drew criticism" gathers nobody."""
    lemma = verb.lemma_.lower()
    return lemma in GATHERING and (lemma == "gather" or "together" in [c.lower_ for c in verb.children])


def gathered_by(word: Occurrence) -> list[Mention]:
    """Those whom a clause behind a contact brings together: "the summit that was to bring together Kagame and Ruto"."""
    if word.cue.family != "meeting":
        return []
    found: list[Mention] = []
    for clause in word.token.children:
        if clause.dep_ != "relcl":
            continue
        for verb in (clause, *(c for c in clause.children if c.dep_ == "xcomp")):
            if brings_together(verb):
                objects = [c for c in verb.children if c.dep_ == "dobj"]
                found += [m for c in objects for m in mentions_of(word.scene, c)]
    return list(acting(found))
