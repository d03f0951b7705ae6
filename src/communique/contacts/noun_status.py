"""The status of a contact noun, from its adjectives, its governing noun and its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import CueTable
from communique.contacts.governors import link, object_like
from communique.contacts.scene import Scene
from communique.contacts.status import (
    BEFORE,
    HAPPENED,
    form_status,
    negated,
    status_of_verb,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def adjective_status(token: Token, table: CueTable) -> str | None:
    """What an adjective or participle on the noun says: "a planned meeting", "the cancelled summit"."""
    for child in token.children:
        word = child.lower_
        if child.dep_ in {"amod", "compound", "nmod", "det"} and word in table.adjectives:
            return table.adjectives[word]
        if (
            child.dep_ == "acl"
            and child.tag_ in {"VBN", "VBD"}
            and child.lemma_
            in {"plan", "schedule", "expect", "set", "propose", "slate", "arrange", "cancel", "due"}
        ):
            return table.governors.get(child.lemma_)
    return None


def noun_status(scene: Scene, token: Token, verb: Token | None, table: CueTable) -> str | None:
    """The status of a contact noun from its adjectives, its governing noun and its verb; "" where nothing tells."""
    own = adjective_status(token, table)
    negative = any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in token.children)
    governing = (
        token.head
        if token.head.pos_ in {"NOUN"}
        else token.head.head
        if token.head.pos_ == "ADP" and token.head.head.pos_ == "NOUN"
        else None
    )
    above = (
        table.status_nouns.get(governing.lemma_.lower())
        if governing is not None and governing.i != token.i
        else None
    )
    if verb is None:
        return (
            None
            if negative
            else own
            or above
            or ("held" if scene.sentence.layer != "prose" and token.head == token and False else "")
        )
    dep, preposition = link(token, verb)
    lemma = verb.lemma_.lower()
    status = status_of_verb(verb, table)
    shown = "held" if status == "present" and scene.sentence.layer != "prose" else status
    if negative or (negated(verb) and dep in {"dobj", "nsubj", "nsubjpass", "attr"} and not own):
        return (
            "declined"
            if form_status(verb) == "planned" and lemma not in {"be", "happen"}
            else None
            if negative or lemma in table.light | {"take", "happen", "be", "occur"}
            else own or ""
        )
    if dep in {"nsubj", "nsubjpass"}:
        return subject_status(verb, lemma, own, shown, table)
    if object_like(dep, lemma, preposition):
        return object_status(verb, lemma, own, shown, table)
    if own or above:
        return own or above
    if preposition == "for" and table.governors.get(lemma) == "planned" and lemma not in table.light:
        return "planned"
    if preposition in BEFORE:
        return "before"
    if preposition in {
        "after",
        "following",
        "during",
        "since",
        "in",
        "at",
        "over",
        "on",
        "from",
        "by",
    } and form_status(verb) in {"held", "present", "gerund"}:
        return "held" if form_status(verb) == "held" else ""
    return ""


def subject_status(
    verb: Token, lemma: str, own: str | None, shown: str | None, table: CueTable
) -> str | None:
    """The meeting ... was held, will take place, is scheduled, was cancelled."""
    if lemma == "call" and any(c.lower_ == "off" for c in verb.children):
        return "cancelled"
    found = table.governors.get(lemma)
    if (
        found in {"cancelled", "denied", "declined"}
        and any(c.dep_ == "auxpass" for c in verb.children)
        or found == "cancelled"
    ):
        return "cancelled" if found != "denied" else "denied"
    if lemma == "take" or lemma not in table.governors:
        below = next(
            (
                c
                for c in verb.children
                if c.dep_ in {"acomp", "attr", "xcomp", "oprd", "prep"}
                and (
                    c.lemma_.lower() in table.status_nouns
                    or c.lemma_.lower() in table.governors
                    or c.lower_ in {"underway", "under", "off"}
                    or (c.lower_ == "in" and c.dep_ == "prep")
                )
            ),
            None,
        )
        if lemma == "be" and below is not None:
            word = below.lemma_.lower()
            if below.lower_ in {"underway", "under"}:
                return "ongoing"
            if below.lower_ == "off":
                return "cancelled"
            if below.lower_ == "in" and any(
                g.lemma_.lower() in {"work", "works", "pipeline", "offing", "card", "cards", "planning"}
                for g in below.children
            ):
                return "planned"
            return table.status_nouns.get(word) or table.governors.get(word)
        if lemma == "be" and any(c.lower_ in {"ongoing", "continuing"} for c in verb.children):
            return "ongoing"
        if shown == "proposed" and lemma in HAPPENED:
            return own or ""
        if shown == "present" and lemma in HAPPENED and lemma != "be":
            return own or "held"
        return own or shown
    if found == "planned" and any(c.dep_ == "xcomp" and c.lemma_ not in TAKING_PLACE for c in verb.children):
        return own or ""
    if found in {"planned", "proposed"}:
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        return found if passive or lemma in {"look"} or found == "proposed" else own or shown
    if found == "ongoing":
        return "ongoing" if form_status(verb) in {"present", "ongoing", "held"} else shown
    return own or shown


TAKING_PLACE = frozenset(
    (
        "take hold happen occur begin start resume be go open convene continue follow come conclude end kick "
        "proceed"
    ).split()
)


def object_status(verb: Token, lemma: str, own: str | None, shown: str | None, table: CueTable) -> str | None:
    """X ... held / will hold / plans / proposed / refused / cancelled a meeting."""
    particles = {c.lower_ for c in verb.children if c.dep_ in {"prt", "prep", "advmod"}}
    if lemma == "call" and "off" in particles or lemma in {"pull", "back"} and "out" in particles:
        return "cancelled"
    if lemma == "turn" and "down" in particles or lemma == "rule" and "out" in particles:
        return "declined"
    if lemma == "set" and "up" not in particles and shown == "held":
        return "planned"
    found = table.governors.get(lemma)
    if found and lemma not in table.light:
        if (
            lemma
            in {
                "discuss",
                "announce",
                "confirm",
                "accept",
                "extend",
                "move",
                "open",
                "need",
                "try",
                "express",
            }
            and own is None
        ):
            return {
                "accept": "planned",
                "announce": "planned",
                "confirm": "planned",
                "discuss": "proposed",
                "extend": "proposed",
                "need": "proposed",
            }.get(lemma, shown)
        if found == "ongoing":
            return "ongoing"
        if own == "cancelled":
            return own
        return found
    if own in {"planned", "proposed", "cancelled"} and shown in {"held", None, "present"}:
        return own
    return shown
