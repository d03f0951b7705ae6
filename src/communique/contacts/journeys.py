"""Verbs of travel: whose journey they tell of, and where it goes: "visited Egypt", "flew to Cairo", "leaves for Lima"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.agents import at_token, left_names
from communique.contacts.cues import Cue, words
from communique.contacts.here import heres
from communique.contacts.scene import Scene, mentions_of, prepositions, spread
from communique.contacts.status import status_of_verb
from communique.contacts.stop_lists import all_stops, named_countries
from communique.contacts.subjects import is_on_the_way, travellers
from communique.contacts.triggers import Occurrence, Trigger, acting
from communique.contacts.verb_status import present
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

DESTINATIONS = frozenset({"state", "place", "capital", "metonym"})
DELEGATES = words("delegates")
VEHICLES = words("vehicles")
CARRYING = frozenset({"carry", "bring", "take"})
LYING = ("in", "near", "outside")
NAMED = frozenset({"name", "title"})
RETURNING = frozenset({"return"})
HOSTS = frozenset({"name", "title", "office", "descriptor", "pronoun"})


def frame_travel(word: Occurrence) -> Trigger | None:
    """ "visited Egypt", "flew to Cairo": the subject's person and the state of the place."""
    scene, token, cue = word.scene, word.token, word.cue
    if is_guests(scene, token):
        return None
    persons = [m for s in travellers(token) for m in visitors(scene, s)]
    persons = persons or [m for m in left_names(scene, token) if is_personal(m)]
    if not persons or (cue.passive and not is_plain_passive(token)):
        return None
    places = [m for each in goals(word) for m in at_token(scene, each)]
    stops = stops_among(listed(scene, goals(word), places))
    persons = list(from_abroad(scene, token, persons, stops))
    guests = () if cue.prepositions or cue.weak else tuple(m for m in places if m.form in HOSTS)
    if not stops and not guests:
        return None
    status = (
        "planned" if cue.passive else present(scene, token, status_of_verb(token, word.table), word.table)
    )
    status = "ongoing" if status == "held" and cue.prepositions and is_on_the_way(token) else status
    return replace(journey_to(scene, token, cue, (persons, stops), status), second=guests)


def from_abroad(
    scene: Scene, word: Token, visitors: Sequence[Mention], stops: Sequence[Mention]
) -> Sequence[Mention]:
    """Who visits, where a pronoun seems to be of the host: in "Obi will see Kim when he visits Abuja" he is Kim.

    That is the one person of another state whom the sentence names before it.
    """
    if len(visitors) != 1 or len(stops) != 1 or visitors[0].form != "pronoun" or word.lemma_ in RETURNING:
        return visitors
    home, own = stops[0].actors[0], visitors[0].actors
    if len(own) != 1 or own[0].state != (home.state or home.id):
        return visitors
    place = scene.starts_at(word)
    named = [m for m in scene.mentions if m.form in NAMED and m.span.start < place and len(m.actors) == 1]
    others = {m.actors[0].id: m for m in named if m.actors[0].state not in {None, own[0].state}}
    return list(others.values()) if len(others) == 1 else visitors


def is_guests(scene: Scene, token: Token) -> bool:
    """Whether "visiting" only describes a guest: "received visiting Secretary of State Blinken"."""
    behind = token.i + 1
    titled = behind < len(scene.doc) and scene.at.get(behind) is not None
    return token.lower_ == "visiting" and titled and scene.at[behind].form in {"title", "office"}


def frame_leave(word: Occurrence) -> Trigger | None:
    """ "leaves for Cairo today": a journey about to begin; who "left for Cairo on Monday" has gone, if that day is over."""
    trigger = frame_travel(word)
    return replace(trigger, status="ahead") if trigger is not None and trigger.status == "held" else trigger


def journey_to(
    scene: Scene,
    token: Token,
    cue: Cue,
    ends: tuple[Sequence[Mention], Sequence[Mention]],
    status: str | None,
) -> Trigger:
    """A visit of visitors to the first of the stops, and to the others where there are several."""
    visitors, stops = ends
    return Trigger(
        scene=scene,
        token=token,
        cue=cue,
        kind="visit",
        status=status,
        first=tuple(visitors),
        second=(),
        destination=stops[0] if stops else None,
        stops=tuple(stops) if len(stops) > 1 else (),
        definite=True,
    )


def listed(scene: Scene, goals: Sequence[Token], places: Sequence[Mention]) -> list[Mention]:
    """The places of a journey with those of its list that the parse has cut off, guests left where they are."""
    found = [each for m in places for each in states_of(m)]
    several = [g for g in goals if g.tag_ == "NNS"] if not found else []
    found = found or [m for g in several for m in named_countries(scene, scene.span(g).start)]
    return all_stops(scene, found) + [m for m in places if m not in found]


def states_of(place: Mention) -> list[Mention]:
    """Where a journey goes, state by state: both of "visited both countries"; nothing where a mention is of no place."""
    if place.form in DESTINATIONS and place.actors:
        return [place]
    if len(place.actors) < 2 or any(a.type != "state" for a in place.actors):
        return []
    return [replace(place, form="place", actors=(actor,)) for actor in place.actors]


def stops_among(places: Sequence[Mention]) -> tuple[Mention, ...]:
    """The places that a journey goes to, one for each state."""
    found = [m for m in places if m.form in DESTINATIONS and m.actors]
    return tuple({m.actors[0].state or m.actors[0].id: m for m in reversed(found)}.values())[::-1]


def is_personal(mention: Mention) -> bool:
    """Whether a mention is of persons: a state or an organisation does not travel."""
    return mention.form == "people" or any(a.type == "person" for a in mention.actors)


def is_plain_passive(token: Token) -> bool:
    """Whether a verb is passive without a clause behind: "is expected in Paris", not "is expected to say"."""
    parts = {c.dep_ for c in token.children}
    return "auxpass" in parts and not parts & {"xcomp", "ccomp"}


def goals(word: Occurrence) -> list[Token]:
    """Where a verb of travel goes: its prepositions' objects, or its own object, each with what is joined to it."""
    token, wanted = word.token, word.cue.prepositions
    if wanted:
        heads = [*(obj for _, obj in prepositions(token, wanted)), *heres(word.scene, token)]
    else:
        heads = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}]
        if token.dep_ == "relcl" and [c.lower_ for c in heads] == ["whom"]:
            heads = [token.head]  # "Salman, whom Zelensky had visited in Jeddah"
        heads += [town for head in heads for town in site_of(word.scene, head)]
    return [each for head in heads for each in spread(head)]


def site_of(scene: Scene, sight: Token) -> list[Token]:
    """Where a sight is that somebody visits: "toured a refugee camp in Niger", "visited troops near Basra"."""
    if sight.i in scene.at or sight.pos_ != "NOUN":
        return []
    return [obj for holder in (sight, sight.head) for _, obj in prepositions(holder, LYING)]


def visitors(scene: Scene, subject: Token) -> list[Mention]:
    """Who travels: persons, and a state's or an organisation's delegates: "Delegations from Hamas and Qatar arrived", "Zuma's plane landed"."""
    if subject.lemma_.lower() in VEHICLES:
        aboard = [g for c in subject.children if c.lemma_ in CARRYING for g in c.children if g.dep_ == "dobj"]
        owners = [c for c in subject.children if c.dep_ == "poss"]
        return [m for c in (aboard or owners) for m in visitors(scene, c)]
    found = mentions_of(scene, subject)
    if subject.lower_ not in DELEGATES:
        return [m for m in found if is_personal(m)]
    return [m if is_personal(m) else replace(m, form="people") for m in acting(found)]
