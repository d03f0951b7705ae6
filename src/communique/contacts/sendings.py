"""Visits of those who are sent and of those who come back: "will send its envoy to Kyiv", "returned from Lima on Friday".

Who is sent abroad travels for whoever sends him; who comes back from another's state has been there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.agents import acting_subjects, at_token
from communique.contacts.arrivals import same_journey, travels
from communique.contacts.cues import Cue, CueTable, words
from communique.contacts.journeys import is_personal, journey_to, stops_among
from communique.contacts.scene import Scene, mentions_of, prepositions
from communique.contacts.status import negated, status_of_verb
from communique.contacts.triggers import Trigger, acting
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

SENT = Cue(id="sent", lemmas=(), kind="visit", part="verb")
BACK = Cue(id="back", lemmas=(), kind="visit", part="verb")
SENDING = words("sending")
RETURNING = words("returning")
DEEDS = SENDING | RETURNING
DELEGATES = words("delegates")
SHOWN = {
    "held": "held",
    "planned": "planned",
    "present": "planned",
    "ongoing": "planned",
    "proposed": "proposed",
}


def find_sendings(scene: Scene, table: CueTable, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """A visit for each verb of sending or coming back of which no other word has told."""
    deeds = scene.doc.of_lemmas(DEEDS)
    known = [t for t in told if t.family == "visit" and t.destination is not None] if deeds else []
    for token in deeds:
        if not token.tag_.startswith("VB"):
            continue
        read = read_sent if token.lemma_.lower() in SENDING else read_back
        trigger = read(scene, token, table)
        if trigger is not None and not any(same_journey(trigger, other) for other in known):
            yield trigger


def read_sent(scene: Scene, token: Token, table: CueTable) -> Trigger | None:
    """ "Chile dispatched its foreign minister to La Paz": a visit of the minister to Bolivia."""
    status = None if negated(token) else SHOWN.get(status_of_verb(token, table) or "")
    passive = any(c.dep_ == "auxpass" for c in token.children)
    sent = [c for c in token.children if c.dep_ == ("nsubjpass" if passive else "dobj")]
    found = [m for each in sent for m in travelling(scene, token, each)]
    stops = stops_among([m for _, obj in prepositions(token, ("to", "into")) for m in at_token(scene, obj)])
    if status is None or not found or not stops:
        return None
    return journey_to(scene, token, SENT, (found, stops), status)


def travelling(scene: Scene, verb: Token, noun: Token) -> list[Mention]:
    """Who travels where somebody is sent: a person with an office, or delegates, who are their sender's where nobody says whose."""
    found = list(acting(mentions_of(scene, noun)))
    named = [m for m in found if is_personal(m) and all(a.state for a in m.actors)]
    if named or noun.lower_ not in DELEGATES:
        return named
    senders = [*found, *acting_subjects(scene, verb)]
    return [replace(m, form="people") for m in senders if m.actors and m.actors[0].type != "person"][:1]


def read_back(scene: Scene, token: Token, table: CueTable) -> Trigger | None:
    """ "Morales came back from Havana on Wednesday": a visit to Cuba that is over."""
    if token.lemma_.lower() != "return" and not any(c.lower_ == "back" for c in token.children):
        return None
    visitors = [m for m in acting_subjects(scene, token) if travels(scene, m)]
    stops = stops_among([m for _, obj in prepositions(token, ("from",)) for m in at_token(scene, obj)])
    if negated(token) or status_of_verb(token, table) not in {"held", "present"} or not visitors or not stops:
        return None
    return journey_to(scene, token, BACK, (visitors, stops), "held")
