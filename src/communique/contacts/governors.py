"""The verb that governs a contact noun, how the noun hangs on it, and the parties that stand with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.contacts.agents import acting_subjects
from communique.contacts.cues import Cue, CueTable
from communique.contacts.scene import OUTER, VERBAL, Scene, mentions_of, prepositions
from communique.contacts.triggers import acting, sides
from communique.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


WITH = ("with", "between", "among", "alongside")
SHARED = frozenset({"in", "during", "on", "at", "over", "after", "before", "following", "by", "via", "ahead"})


def governing_verb(token: Token) -> Token | None:
    """The verb whose object, subject or circumstance a contact noun is."""
    head, child = token.head, token
    for _ in range(5):
        if head.pos_ in VERBAL or head.tag_.startswith("VB"):
            return head
        if head == child or head.pos_ not in {"ADP", "NOUN", "SCONJ", "ADV", "PROPN", "ADJ"}:
            return None
        if head.pos_ in {"NOUN", "PROPN"} and child.dep_ not in {"conj", "prep", "appos", "pobj", "compound"}:
            return None
        child, head = head, head.head
    return None


def link(token: Token, verb: Token) -> tuple[str, str]:
    """How a noun hangs on its verb: (dependency, preposition): ("dobj", ""), ("pobj", "during"), ("nsubj", "")."""
    child = token
    preposition = ""
    while child.head != verb and child.head != child:
        if child.dep_ == "pobj" and child.head.pos_ in {"ADP", "SCONJ"}:
            if preposition == "of" and child.lemma_.lower() in OUTER:
                preposition = ""
            preposition = preposition or child.head.lower_
        child = child.head
    dep = child.dep_
    return ("pobj", preposition or child.lower_) if dep in {"prep", "agent"} or preposition else (dep, "")


def add_governor(
    scene: Scene,
    token: Token,
    cue: Cue,
    table: CueTable,
    verb: Token,
    first: list[Mention],
    second: list[Mention],
) -> tuple[list[Mention], list[Mention]]:
    """Parties that stand with the verb: "held talks with", "X told Y in a call", "in a call with Y, X said"."""
    dep, preposition = link(token, verb)
    lemma = verb.lemma_.lower()
    subject = acting_subjects(scene, verb, token)
    others = (
        list(acting([m for _, obj in prepositions(verb, WITH) for m in mentions_of(scene, obj)]))
        if obj_free(token)
        else []
    )
    if dep in {"nsubj", "nsubjpass"}:
        if any(c.dep_ == "auxpass" for c in verb.children):
            first = first or list(
                acting([m for _, obj in prepositions(verb, ("by",)) for m in mentions_of(scene, obj)])
            )
        return first, second + others
    direct = (
        object_like(dep, lemma, preposition)
        or lemma in {"participate", "engage", "emerge", "take"}
        and dep == "pobj"
    )
    if direct and (lemma in table.light or lemma in table.governors):
        if direct_request(verb, lemma, table) and len(sides([*first, *second, *subject, *others])) < 2:
            others = others + asked(scene, verb)
        if cue.family == "call" and lemma in {"receive", "get", "field", "take"}:
            second = second + [m for m in subject if m not in first]
        elif lemma not in {"announce", "confirm", "describe", "discuss"} and not complete(
            token, first, second, subject
        ):
            first = first or subject if cue.family == "visit" else first + subject
        return first, second + others
    if (
        dep == "pobj"
        and preposition in {"about", "of", "on"}
        and lemma in {"inform", "brief", "update", "tell", "report"}
        and not first
    ):
        return subject, second
    if direct_request(verb, lemma, table) and len(sides([*first, *second])) < 2:
        second = second + asked(scene, verb)
    if (
        cue.family == "visit"
        and dep == "pobj"
        and not first
        and not second
        and preposition in {"during", "on", "after", "for", "following", "in", "of", "from"}
    ):
        return [
            m for m in subject if m.form in {"name", "title", "office", "pronoun", "people", "descriptor"}
        ], second
    lacking = not first and any(c.dep_ == "prep" and c.lower_ == "with" for c in token.children)
    attends = cue.kind == "summit" and bool(second) and preposition in {"at", "of", "during", "in", "to"}
    if (
        dep == "pobj"
        and (preposition in SHARED or attends)
        and (preposition != "on" or cue.family == "call")
        and cue.family != "visit"
        and (lacking or attends or len(sides([*first, *second])) < 2)
    ):
        told = list(
            acting([m for c in verb.children if c.dep_ in {"dobj", "dative"} for m in mentions_of(scene, c)])
        )
        subject += (
            acting([m for _, obj in prepositions(verb, ("by",)) for m in mentions_of(scene, obj)])
            if any(c.dep_ == "auxpass" for c in verb.children)
            else ()
        )
        return first + subject, second + others + (
            told
            if preposition in {"in", "during", "by", "on", "over"}
            and verb.lemma_
            in {
                "tell",
                "urge",
                "ask",
                "inform",
                "warn",
                "assure",
                "press",
                "thank",
                "congratulate",
                "reassure",
                "invite",
                "remind",
                "brief",
            }
            else []
        )
    return first, second


def complete(
    token: Token, first: Sequence[Mention], second: Sequence[Mention], subject: Sequence[Mention]
) -> bool:
    """Whether a noun has its parties without the verb's subject: "prepared for the summit between Trump and Kim"."""
    known = sides([*first, *second])
    if len(known) < 2:
        return False
    between = any(c.dep_ == "prep" and c.lower_ == "between" for c in token.children) or bool(first)
    return between or bool(sides(subject) & known)


def direct_request(verb: Token, lemma: str, table: CueTable) -> bool:
    """Whether a verb asks for a contact and stands beside the clause that says whom: "wrote to Putin, requesting a meeting"."""
    return (
        table.governors.get(lemma) == "proposed"
        and verb.dep_ in {"advcl", "xcomp", "conj"}
        and verb.head.pos_ in VERBAL
    )


def asked(scene: Scene, verb: Token) -> list[Mention]:
    """Whom the head clause of a request addresses."""
    head = verb.head
    objects = [m for c in head.children if c.dep_ in {"dobj", "dative"} for m in mentions_of(scene, c)]
    objects += [m for _, obj in prepositions(head, ("to", "with")) for m in mentions_of(scene, obj)]
    return list(acting([m for m in objects if any(a.type == "person" for a in m.actors)]))


OBJECT_VERBS = frozenset(
    (
        "look call push press participate engage work agree prepare wait plan appeal aim rule pull back opt "
        "invite head travel arrive ask hope try gear commit return"
    ).split()
)


def object_like(dep: str, lemma: str, preposition: str) -> bool:
    """Whether a noun is what its verb is about: an object, or the object of "look forward to", "call for", "agree on"."""
    if dep in {"dobj", "attr", "oprd"}:
        return True
    wanted = {"for", "on", "to", "of", "from", "out", "toward", "towards", "into"} | (
        {"in"} if lemma in {"participate", "engage"} else set()
    )
    return dep == "pobj" and lemma in OBJECT_VERBS and preposition in wanted


def obj_free(token: Token) -> bool:
    """Whether the noun has no "with" of its own, so that the verb's may be its."""
    return not any(c.dep_ == "prep" and c.lower_ in {"with", "between"} for c in token.children)
