"""Visits told by where somebody is, is due or is taken: "is due in Tehran", "will be in Niamey on Thursday", "her tour takes her to Apia".

A stay counts where its day or its length is told and the place is another's; envoys are at home where they serve.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.contacts.agents import acting_subjects, at_token
from communique.contacts.cues import Cue, CueTable, words
from communique.contacts.journeys import is_personal, journey_to, listed, stops_among
from communique.contacts.scene import Scene, mentions_of, prepositions
from communique.contacts.status import negated, status_of_verb
from communique.contacts.stays import SHOWN
from communique.contacts.triggers import Trigger, acting
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

ARRIVAL = Cue(id="arrival", lemmas=(), kind="visit", part="verb", weak=True)
GUEST = Cue(id="guest", lemmas=(), kind="visit", part="noun")
DUE = words("due_in")
PASSING = words("passing")
GUESTS = words("guests")
RESIDENT = words("resident")
CONFINED = words("confined")
TAKING = frozenset({"take", "bring", "lead", "carry"})
STOPPING = frozenset({"stop"})
DEEDS = TAKING | STOPPING | {"be"}
FORMS = frozenset({"name", "title", "pronoun"})


def find_arrivals(scene: Scene, table: CueTable, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """A visit for each stay, journey or guest of a sentence that no other word has told of."""
    deeds = scene.doc.of_lemmas(DEEDS)
    known = [t for t in told if t.family == "visit" and t.destination is not None] if deeds else []
    for token in deeds:
        if not token.tag_.startswith("VB"):
            continue
        trigger = read_guest(scene, token, table) or read_being(scene, token, table)
        trigger = trigger or read_taken(scene, token, table) or read_way(scene, token, table)
        if (
            trigger is not None
            and not negated(token)
            and not any(same_journey(trigger, other) for other in known)
        ):
            yield trigger


def same_journey(one: Trigger, other: Trigger) -> bool:
    """Whether two words tell of the same visitor's way to the same state."""
    mine, its = ({a.id for m in t.first for a in m.actors} for t in (one, other))
    places = {t.destination.actors[0].state for t in (one, other) if t.destination is not None}
    return bool(mine & its) and len(places) < 2


def read_being(scene: Scene, token: Token, table: CueTable) -> Trigger | None:
    """ "will be in Niamey on Thursday", "is due in Tehran": a visit where a day or a length stands with it."""
    if token.lemma_ != "be" or token.dep_ in {"aux", "auxpass"}:
        return None
    due = [c for c in token.children if c.dep_ in {"acomp", "prep"} and c.lower_ in DUE]
    places = [obj for holder in (token, *due) for _, obj in prepositions(holder, ("in", "at", "to"))]
    way = [obj for _, obj in prepositions(token, ("on",)) if obj.lemma_.lower() == "way"]
    places += [obj for each in way for _, obj in prepositions(each, ("to",))]
    if not places or (due and any(c.lower_ == "had" for c in token.children)):
        return None  # "had been due": what became of it is told elsewhere
    confined = any(obj.lemma_.lower() in CONFINED for _, obj in prepositions(token, ("in", "under")))
    if confined or not (due or way or timed(scene, token) or is_passing(token)):
        return None
    status = (
        "planned" if due else "ongoing" if lasts(token) else SHOWN.get(status_of_verb(token, table) or "")
    )
    if status is None:
        return None
    visitors = [m for m in acting_subjects(scene, token) if travels(scene, m)]
    return journey(scene, token, (visitors, places), status)


def read_taken(scene: Scene, token: Token, table: CueTable) -> Trigger | None:
    """ "Her first journey abroad took her to Moscow": a visit of whoever is taken."""
    owners = [c for c in token.children if c.dep_ == "nsubj"] if token.lemma_ in TAKING else []
    if not owners:
        return None
    cue = table.nouns.get(owners[0].lemma_.lower())
    if cue is None or cue.family != "visit":
        return None
    objects = [m for c in token.children if c.dep_ == "dobj" for m in mentions_of(scene, c)]
    visitors = [m for m in acting(objects) if travels(scene, m)]
    places = [obj for _, obj in prepositions(token, ("to",))]
    status = SHOWN.get(status_of_verb(token, table) or "")
    return journey(scene, token, (visitors, places), status) if status else None


def read_way(scene: Scene, token: Token, table: CueTable) -> Trigger | None:
    """ "will stop in Valletta on the way to Tripoli": the visit to where the way leads."""
    if token.lemma_ not in STOPPING or status_of_verb(token, table) != "planned":
        return None
    ways = [obj for _, obj in prepositions(token, ("on",)) if obj.lemma_.lower() == "way"]
    places = [obj for way in ways for _, obj in prepositions(way, ("to",))]
    visitors = [m for m in acting_subjects(scene, token) if travels(scene, m)] if places else []
    return journey(scene, ways[0], (visitors, places), "planned") if visitors else None


def read_guest(scene: Scene, token: Token, table: CueTable) -> Trigger | None:
    """ "Sall will be his first guest": a visit of the guest to the host."""
    if token.lemma_ != "be":
        return None
    nouns = [c for c in token.children if c.dep_ == "attr" and c.lemma_.lower() in GUESTS]
    hosts = acting([m for n in nouns for c in n.children if c.dep_ == "poss" for m in mentions_of(scene, c)])
    if not hosts:
        return None
    guests = [m for m in acting_subjects(scene, token) if travels(scene, m)]
    status = SHOWN.get(status_of_verb(token, table) or "")
    if not guests or status is None:
        return None
    return Trigger(
        scene=scene,
        token=nouns[0],
        cue=GUEST,
        kind="visit",
        status=status,
        first=tuple(guests),
        second=tuple(hosts),
        host=hosts[0],
        definite=True,
    )


def journey(
    scene: Scene, token: Token, ends: tuple[Sequence[Mention], Sequence[Token]], status: str
) -> Trigger | None:
    """A visit of visitors to the first of the places; None where either is missing."""
    visitors, places = ends
    stops = stops_among(listed(scene, places, [m for obj in places for m in at_token(scene, obj)]))
    if not visitors or not stops:
        return None
    return journey_to(scene, token, ARRIVAL, (visitors, stops), status)


def is_passing(verb: Token) -> bool:
    """Whether a stay is told as that of a guest, or as not for long: "is in Oman at the invitation of", "is currently in Oman"."""
    invited = any(obj.lemma_ == "invitation" for _, obj in prepositions(verb, ("at", "on", "upon")))
    return invited or any(c.lower_ in PASSING for c in verb.children if c.dep_ == "advmod")


def lasts(verb: Token) -> bool:
    """Whether a stay goes on: "has been in Lima since Tuesday", not "had been" nor "has been in Lima twice"."""
    words = {c.lower_ for c in verb.children}
    return {"has", "since"} <= words and verb.lower_ == "been"


def timed(scene: Scene, verb: Token) -> bool:
    """Whether a date stands in a verb's own clause."""
    own = {verb.i} | {
        t.i for c in verb.children if c.dep_ not in {"ccomp", "advcl", "conj", "relcl"} for t in c.subtree
    }
    dates = [scene.token_at(w.span) for w in scene.whens if w.span]
    return any(t is not None and t.i in own for t in dates)


def travels(scene: Scene, mention: Mention) -> bool:
    """Whether somebody goes abroad when he goes: an office-holder of a state who is no envoy there, nor an organisation's."""
    if mention.form not in FORMS or not is_personal(mention):
        return False
    return all(
        a.office
        and a.state
        and a.state not in scene.organisations
        and not any(word in a.office.lower() for word in RESIDENT)
        for a in mention.actors
    )
