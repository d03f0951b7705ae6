"""Who stands beside a contact noun that no verb governs: "Cleverly in talks with", "Trump and Xi at the summit"."""

from __future__ import annotations

from communique.contacts.scene import mentions_of
from communique.contacts.triggers import Occurrence, acting
from communique.records import Mention


def engaged(word: Occurrence) -> list[Mention]:
    """Who is in talks where no verb says so: "UK's Cleverly in talks with Qatari premier"."""
    head = word.token.head
    if word.cue.id != "talks" or word.token.dep_ != "pobj" or head.lower_ != "in":
        return []
    return list(acting(mentions_of(word.scene, head.head))) if head.head.i in word.scene.at else []


def attending(word: Occurrence) -> list[Mention]:
    """Who is seen at a summit where no verb says so: "Trump and Xi at the G20 summit in Osaka"."""
    head = word.token.head
    if word.token.dep_ != "pobj" or head.lower_ not in {"at", "during"} or head.head.i not in word.scene.at:
        return []
    heads = [t for t in head.head.ancestors if t.dep_ not in {"prep", "pobj"}] + [head.head]
    found = [m for each in heads for m in mentions_of(word.scene, each)]
    return [m for m in acting(found) if m.form in {"name", "title"}]
