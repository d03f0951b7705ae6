"""What is on somebody's agenda: "Lavrov's agenda includes talks with Li" tells of talks that are planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import Scene, mentions_of, prepositions
from communique.contacts.subjects import subjects
from communique.contacts.triggers import acting
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

AGENDAS = words("agendas")
PARTS = words("parts_of_journey")


def on_agenda(scene: Scene, verb: Token) -> list[Mention]:
    """Whose agenda a verb's subject is: "Lavrov's agenda", "the schedule of the minister"."""
    if verb.lemma_ not in PARTS:
        return []
    sheets = [s for s in subjects(verb) if s.lemma_.lower() in AGENDAS]
    holders = [c for s in sheets for c in s.children if c.dep_ == "poss"]
    holders += [obj for s in sheets for _, obj in prepositions(s, ("of",))]
    return list(acting([m for each in holders for m in mentions_of(scene, each)]))


def planned_on(verb: Token | None) -> str | None:
    """ "planned" where a verb in the present tells what an agenda has."""
    if verb is None or verb.tag_ not in {"VBZ", "VBP"} or verb.lemma_ not in PARTS:
        return None
    return "planned" if any(s.lemma_.lower() in AGENDAS for s in subjects(verb)) else None
