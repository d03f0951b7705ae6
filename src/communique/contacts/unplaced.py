"""Arrivals that name no place: "Zarif landed on Friday" in a report on visits to Lebanon, "visited the kingdom in May".

The place is where the report has just been: the goal of the visit told before, else the state of whoever the visitor
has met there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.agents import acting_subjects
from communique.contacts.arrivals import travels
from communique.contacts.cues import Cue, CueTable, load_cues, words
from communique.contacts.drafts import Claim, Draft
from communique.contacts.intervals import DONE
from communique.contacts.joining import days_fit
from communique.contacts.scene import Scene, prepositions
from communique.contacts.status import negated, status_of_verb
from communique.contacts.stays import SHOWN
from communique.contacts.triggers import Trigger
from communique.records import Mention, Participant

if TYPE_CHECKING:
    from communique.sentences import Token

UNPLACED = Cue(id="unplaced", lemmas=(), kind="visit", part="verb", weak=True)
COMING = words("landing")
WHERE = words("same_place")
FLYING = frozenset({"fly", "touch"})
DEEDS = load_cues().visits | FLYING | COMING
NEAR = 5  # sentences from the visit that says where


def find_unplaced(scene: Scene, table: CueTable, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """A visit for each arrival whose place the sentence leaves to the report."""
    for token in scene.doc.of_lemmas(DEEDS):
        if not token.tag_.startswith("VB") or not is_arrival(scene, token, table) or negated(token):
            continue
        if any(t.token.i == token.i for t in told):
            continue
        visitors = [m for m in acting_subjects(scene, token) if travels(scene, as_named(m))]
        status = SHOWN.get(status_of_verb(token, table) or "")
        if visitors and status is not None:
            yield Trigger(
                scene=scene,
                token=token,
                cue=UNPLACED,
                kind="visit",
                status=status,
                first=tuple(visitors),
                second=(),
                definite=True,
            )


def as_named(mention: Mention) -> Mention:
    """An office that means one person as a name: "The president, who landed on Sunday"."""
    one = len(mention.actors) == 1 and mention.actors[0].type == "person"
    return replace(mention, form="name") if mention.form in {"office", "descriptor"} and one else mention


def is_arrival(scene: Scene, verb: Token, table: CueTable) -> bool:
    """Whether a verb brings somebody to a place without a name: "landed on Friday", "flew in", "toured the kingdom"."""
    travel = verb.lemma_.lower() in table.visits
    if not travel and verb.lemma_ not in FLYING and verb.lemma_ not in COMING:
        return False
    goals = [obj for _, obj in prepositions(verb, ("in", "to", "at", "into"))]
    goals += [c for c in verb.children if c.dep_ == "dobj"] if travel else []
    if travel and any(goal.lower_ in WHERE and goal.i not in scene.at for goal in goals):
        return True
    if goals and any(goal.i in scene.at or goal.pos_ == "PROPN" for goal in goals):
        return False
    if verb.lemma_ in FLYING:
        return any(c.lower_ in {"in", "down"} and c.dep_ in {"prt", "advmod", "prep"} for c in verb.children)
    return verb.lemma_ in COMING and not any(c.dep_ in {"dobj", "xcomp"} for c in verb.children)


def arrived(claim: Claim, drafts: Sequence[Draft]) -> Sequence[Participant]:
    """The visitor and the state where the report has been; nobody where the visit is told already or no place is."""
    trigger = claim.trigger
    visitors = [p for p in claim.participants if p.actor.state]
    if trigger.cue.id != UNPLACED.id or not visitors or len(visitors) != len(claim.participants):
        return ()
    visitor, index = claim.participants[0], trigger.scene.sentence.index
    visits = [d for d in drafts if d.family == "visit" and d.status in DONE | {"planned"}]
    if any(visitor.actor.id in d.ids() and days_fit(d.when, claim.when) for d in visits):
        return ()
    near = [d for d in visits if 0 <= index - d.last_sentence() <= NEAR]
    goals = [p for d in near for p in d.participants if p.actor.type == "state"]
    goals = goals or met_there(visitor, drafts)
    goal = goals[-1] if goals else None
    if goal is None or any(goal.actor.state == p.actor.state for p in visitors):
        return ()
    return (*visitors, goal)


def met_there(visitor: Participant, drafts: Sequence[Draft]) -> list[Participant]:
    """The state of the visitor's counterpart where they met in a place of that state: "met Castro in Havana"."""
    found: list[Participant] = []
    for draft in drafts:
        others = [p for p in draft.participants if p.actor.state != visitor.actor.state and p.actor.state]
        if draft.family != "meeting" or visitor.actor.id not in draft.ids() or len(others) != 1:
            continue
        places = [m for t in draft.triggers for m in t.scene.mentions if m.form in {"place", "capital"}]
        states = [a for m in places for a in m.actors if a.type == "state"]
        there = next((a for a in states if a.id == others[0].actor.state), None)
        if there is not None:
            found.append(Participant(actor=there, role="party", as_named=there.name, span=others[0].span))
    return found
