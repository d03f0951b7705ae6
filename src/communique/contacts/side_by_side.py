"""Meetings told by two who face the press or the public together: "at a joint news conference with Y", "standing beside Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.contacts.agents import acting_subjects
from communique.contacts.cues import Cue, CueTable, words
from communique.contacts.face_to_face import persons
from communique.contacts.governors import WITH
from communique.contacts.noun_verbs import governing_verb, link
from communique.contacts.scene import Scene, mentions_of, prepositions, unique
from communique.contacts.status import negated, status_of_verb
from communique.contacts.triggers import Trigger, sides
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

BESIDE = Cue(id="side-by-side", lemmas=(), kind="meeting", part="verb", weak=True)
STANDING = words("standing")
NEXT_TO = ("beside", "alongside")
APPEARANCES = words("appearances")
SEEN = APPEARANCES | STANDING
SPOKEN_AT = frozenset({"at", "in", "during", "after", "following"})


def find_side_by_side(scene: Scene, table: CueTable, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """Meetings of those who appear together, where no other word of the sentence has told of them."""
    seen = scene.doc.of_lemmas(SEEN)
    known = [t.ids for t in told if not t.cue.weak] if seen else []
    for token in seen:
        if token.lemma_.lower() in APPEARANCES:
            trigger = read_appearance(scene, token, table)
        else:
            trigger = read_standing(scene, token)
        if trigger is not None and not any(trigger.ids <= those for those in known):
            yield trigger


def read_appearance(scene: Scene, token: Token, table: CueTable) -> Trigger | None:
    """ "said at a joint news conference with Y": the two have met; one that is still to be given tells of nothing."""
    if not any(c.lower_ == "joint" for c in token.children):
        return None
    verb = governing_verb(token)
    if verb is None or negated(verb) or status_of_verb(verb, table) not in {"held", "present"}:
        return None
    dep, preposition = link(token, verb)
    if dep != "dobj" and preposition not in SPOKEN_AT:
        return None
    holders = (token, verb) if dep == "dobj" else (token,)
    wanted = (*WITH, "along", "together")
    second = [m for each in holders for _, obj in prepositions(each, wanted) for m in mentions_of(scene, obj)]
    return together(scene, token, (persons(acting_subjects(scene, verb)), persons(second)))


def read_standing(scene: Scene, token: Token) -> Trigger | None:
    """ "Standing beside Scholz in Berlin, Erdogan said": the two have met."""
    if token.tag_ not in {"VBG", "VBD"} or negated(token):
        return None
    second = [m for _, obj in prepositions(token, NEXT_TO) for m in mentions_of(scene, obj)]
    return together(scene, token, (persons(acting_subjects(scene, token)), persons(second)))


def together(scene: Scene, token: Token, parties: tuple[list[Mention], list[Mention]]) -> Trigger | None:
    """A meeting held of persons of two sides; None where one of them is missing."""
    first, second = parties
    if not first or not second or len(sides([*first, *second])) < 2:
        return None
    return Trigger(
        scene=scene,
        token=token,
        cue=BESIDE,
        kind="meeting",
        status="held",
        first=tuple(unique(first)),
        second=tuple(unique(second)),
        definite=True,
    )
