"""Where a visit goes that a noun tells of: "a visit to Cairo", "his Cairo visit", "her visit for talks with Sisi"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.contacts.agents import at_token
from communique.contacts.cues import words
from communique.contacts.here import heres
from communique.contacts.journeys import DESTINATIONS, listed
from communique.contacts.scene import Scene, mentions_of, prepositions, spread
from communique.contacts.serving import for_state
from communique.contacts.subjects import subjects
from communique.contacts.triggers import Occurrence
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

TOURS = words("tours")
LEAVING = frozenset({"leave", "depart"})
PARTS = words("takes_along")
QUITTING = frozenset({"leave", "depart"})
ENDED = frozenset({"after", "following"})


def holders(token: Token) -> list[Token]:
    """A noun and what hangs behind it, on which the parser may hang its prepositions."""
    return [token, *[c for c in token.children if c.dep_ in {"acl", "prep", "relcl"}]]


def places_behind(scene: Scene, token: Token) -> list[Mention]:
    """Where a visit went: "a visit to Cairo", "stops in Lima and Montevideo", "a tour of Ghana and Zambia"."""
    wanted = ("to", "in", "through", "of") if token.lemma_.lower() in TOURS else ("to", "in")
    objects = [obj for holder in holders(token) for _, obj in prepositions(holder, wanted)]
    objects += behind_visitor(token) or included(token)
    places = [each for obj in objects for each in spread(obj)]
    goals = [*places, *heres(scene, token)]
    return listed(scene, goals, [m for each in goals for m in at_token(scene, each)])


def behind_visitor(token: Token) -> list[Token]:
    """Where a visit goes when the parse hangs it on the visitor: "the visit of President Isaias Afwerki to Peru"."""
    guests = [obj for _, obj in prepositions(token, ("of", "by")) if obj.pos_ == "PROPN"]
    return [obj for guest in guests for _, obj in prepositions(guest, ("to",))]


def included(token: Token) -> list[Token]:
    """What a tour is told to include: "a tour that included Tunisia"."""
    clauses = [c for c in token.children if c.dep_ in {"relcl", "acl"} and c.lemma_ in PARTS]
    return [c for clause in clauses for c in clause.children if c.dep_ == "dobj" and c.pos_ == "PROPN"]


def destination_before(attributes: Sequence[Mention], owners: Sequence[Mention]) -> Mention | None:
    """Where a visit went, before the noun: "his Cairo visit", "an Egyptian tour"."""
    found = next((m for m in attributes if m.form in DESTINATIONS | {"adjective"}), None)
    if found is None and owners and owners[0].form in {"place", "capital", "metonym"}:
        return owners[0]
    return found


def verb_destination(scene: Scene, verb: Token | None) -> Mention | None:
    """Where a visit went when the parser hangs "to Cairo" on the verb: "paid a visit on Monday to Cairo"."""
    if verb is None:
        return None
    left = prepositions(verb, ("for",)) if verb.lemma_ in LEAVING else []
    places = [*(obj for _, obj in [*prepositions(verb, ("to",)), *left]), *heres(scene, verb)]
    found = [m for each in places for m in at_token(scene, each)]
    return next((m for m in found if m.actors and m.form in DESTINATIONS), None)


def left_behind(scene: Scene, token: Token, verb: Token | None) -> Mention | None:
    """Where a visit was that somebody has come away from: "left France on Friday after a two-day visit"."""
    if verb is None or verb.lemma_ not in QUITTING or token.dep_ != "pobj" or token.head.lower_ not in ENDED:
        return None
    left = [c for c in verb.children if c.dep_ == "dobj"] + [obj for _, obj in prepositions(verb, ("from",))]
    places = [m for each in left for m in at_token(scene, each)]
    return next((m for m in places if m.actors and m.form in DESTINATIONS), None)


def called_by_place(scene: Scene, token: Token) -> Mention | None:
    """Where a visit is told to go by its name: "Macron's next stop is Nairobi"."""
    if token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return None
    said = [m for c in token.head.children if c.dep_ in {"attr", "acomp"} for m in at_token(scene, c)]
    return next((m for m in said if m.actors and m.form in DESTINATIONS), None)


def told_by_host(word: Occurrence, verb: Token | None, guests: Sequence[Mention]) -> Mention | None:
    """Where a visit was to go, if its host tells of its fate: "Iran said that a visit by Shinzo Abe had been put off"."""
    fate = verb is not None and (verb.lemma_ in word.table.governors or verb.lemma_ in {"put", "call"})
    if verb is None or not fate or verb.dep_ != "ccomp" or verb.head.lemma_ not in words("speech"):
        return None
    persons = [a for m in guests for a in m.actors if a.type == "person"]
    told = [m for s in subjects(verb.head) for m in mentions_of(word.scene, s)]
    host = next((m for m in told if m.form in {"state", "capital", "metonym"} and m.actors), None)
    if host is None or not persons or any(a.state == host.actors[0].state for a in persons):
        return None
    return host


def by_invitation(scene: Scene, verb: Token | None, guests: Sequence[Mention]) -> Mention | None:
    """Where a visit goes by who has invited to it: "At the invitation of President Lee, the Emir will pay a state visit"."""
    if verb is None or "invitation" not in verb.doc.words:
        return None
    asked = [obj for _, obj in prepositions(verb, ("at", "on", "upon")) if obj.lemma_.lower() == "invitation"]
    return state_of_others(
        scene, [obj for each in asked for _, obj in prepositions(each, ("of", "from"))], guests
    )


def with_hosts(scene: Scene, token: Token, guests: Sequence[Mention]) -> Mention | None:
    """Where a visit went by those whom it was for: "the chancellor's visit for talks with the Irish prime minister"."""
    if not guests:
        return None
    talks = [obj for _, obj in prepositions(token, ("for",))]
    return state_of_others(scene, [obj for each in talks for _, obj in prepositions(each, ("with",))], guests)


def state_of_others(scene: Scene, hosts: Sequence[Token], guests: Sequence[Mention]) -> Mention | None:
    """The state for which somebody acts, other than that of the guests."""
    if not guests:
        return None
    named = [m for obj in hosts for m in mentions_of(scene, obj)]
    own = {a.state for m in guests for a in m.actors}
    states = [m for m in map(for_state, named) if len(m.actors) == 1 and m.actors[0].type == "state"]
    return next((m for m in states if m.actors[0].id not in own), None)
