"""Who stands beside a contact noun that no verb governs: "Cleverly in talks with", "Trump and Xi at the summit"."""

from __future__ import annotations

from communique.contacts.agents import acting_subjects
from communique.contacts.scene import VERBAL, mentions_of
from communique.contacts.triggers import Occurrence, acting
from communique.records import Mention

COMING_FROM = frozenset({"back", "fresh", "home"})


def engaged(word: Occurrence) -> list[Mention]:
    """Who is in talks where no verb says so: "UK's Cleverly in talks with Qatari premier"."""
    head = word.token.head
    if word.cue.id != "talks" or word.token.dep_ != "pobj" or head.lower_ != "in":
        return just_back(word)
    return list(acting(mentions_of(word.scene, head.head))) if head.head.i in word.scene.at else []


def just_back(word: Occurrence) -> list[Mention]:
    """Who comes from a contact: "Ruto, fresh from talks with Li, said", "Just back from a visit to Peru, Ruto said"."""
    scene, preposition = word.scene, word.token.head
    adjective = preposition.head
    if preposition.lower_ != "from" or adjective.lower_ not in COMING_FROM:
        return []
    above = adjective.head
    if above.i in scene.at:
        return list(acting([scene.at[above.i]]))
    if above.pos_ in VERBAL and (found := acting_subjects(scene, above)):
        return found
    before = adjective.i - 1
    while before > 0 and scene.doc[before].lower_ in {",", "just", "newly", "recently"}:
        before -= 1
    return list(acting([scene.at[before]])) if before in scene.at and before < adjective.i - 1 else []


def attending(word: Occurrence) -> list[Mention]:
    """Who is seen at a summit where no verb says so: "Trump and Xi at the G20 summit in Osaka"."""
    head = word.token.head
    if word.token.dep_ != "pobj" or head.lower_ not in {"at", "during"} or head.head.i not in word.scene.at:
        return []
    heads = [t for t in head.head.ancestors if t.dep_ not in {"prep", "pobj"}] + [head.head]
    found = [m for each in heads for m in mentions_of(word.scene, each)]
    return [m for m in acting(found) if m.form in {"name", "title"}]
