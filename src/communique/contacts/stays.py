"""Visits told by where somebody is and what for: "is in Kampala on a state visit", "was in Beijing to meet Xi"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.contacts.agents import acting_subjects, at_token
from communique.contacts.cues import Cue, CueTable
from communique.contacts.here import heres
from communique.contacts.journeys import is_personal, journey_to, stops_among
from communique.contacts.scene import Scene, prepositions
from communique.contacts.status import negated, status_of_verb
from communique.contacts.subjects import has_to
from communique.contacts.triggers import Trigger, sides

if TYPE_CHECKING:
    from communique.sentences import Token

STAY = Cue(id="stay", lemmas=(), kind="visit", part="verb")
PURPOSES = {"for": frozenset({"meeting", "visit"}), "on": frozenset({"visit"})}
BEING = frozenset({"be"})
SHOWN = {"present": "ongoing", "ongoing": "ongoing", "held": "held", "planned": "planned"}
PRESENT = {
    form: shown for form, shown in SHOWN.items() if shown == "ongoing"
}  # over or to come it is an arrival


def find_stays(scene: Scene, table: CueTable, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """A visit for each stay abroad with a purpose, where no other word has told of a contact that came about."""
    beings = scene.doc.of_lemmas(BEING)
    if not beings or any(t.family == "visit" and t.destination is not None for t in told):
        return
    met = any(t.status in {"held", "ongoing", "present"} and len(sides(t.parties)) > 1 for t in told)
    for token in beings:
        trigger = read_stay(scene, token, table) if token.pos_ in {"VERB", "AUX"} else None
        if trigger is not None and not negated(token) and (not met or is_on_visit(token, table)):
            yield trigger


def read_stay(scene: Scene, token: Token, table: CueTable) -> Trigger | None:
    """ "X is in Y for talks": X's visit to Y; None where no person, place or purpose stands there."""
    stands = [*(obj for _, obj in prepositions(token, ("in", "at"))), *heres(scene, token)]
    stops = stops_among([m for each in stands for m in at_token(scene, each)]) if stands else ()
    if not stops or not has_purpose(token, table):
        return None
    persons = [m for m in acting_subjects(scene, token) if is_personal(m)]
    status = PRESENT.get(status_of_verb(token, table) or "") if persons else None
    if status is None:
        return None
    return journey_to(scene, token, STAY, (persons, stops[:1]), status)


def is_on_visit(token: Token, table: CueTable) -> bool:
    """Whether a stay is called a visit, and so is more than where a meeting was: "who is in Armenia on an official visit"."""
    holders = [token, *(obj for _, obj in prepositions(token, ("in", "at")))]
    nouns = [obj for holder in holders for _, obj in prepositions(holder, ("on",))]
    cues = [table.nouns.get(obj.lemma_.lower()) for obj in nouns]
    return any(cue is not None and cue.family == "visit" for cue in cues)


def has_purpose(token: Token, table: CueTable) -> bool:
    """Whether a stay is for a contact: "for talks", "on a visit", "to meet Xi"."""
    holders = [token, *(obj for _, obj in prepositions(token, ("in", "at")))]
    nouns = [(name, obj) for holder in holders for name, obj in prepositions(holder, PURPOSES)]
    for name, obj in nouns:
        cue = table.nouns.get(obj.lemma_.lower())
        if cue is not None and cue.family in PURPOSES[name]:
            return True
    clauses = [
        c for holder in holders for c in holder.children if c.dep_ in {"advcl", "xcomp", "relcl", "acl"}
    ]
    return any(has_to(c) and c.lemma_.lower() in table.verbs for c in clauses)
