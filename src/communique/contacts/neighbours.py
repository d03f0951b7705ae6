"""The mentions around a contact noun: whose it is, its attributes, what stands behind it, where it went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.contacts.agents import acting_subjects, listed_before
from communique.contacts.by_way import TABLES
from communique.contacts.cues import Cue, words
from communique.contacts.governors import WITH
from communique.contacts.journeys import DESTINATIONS, from_abroad, stops_among
from communique.contacts.noun_senses import lends_hand
from communique.contacts.scene import Scene, mentions_of, prepositions, unique
from communique.contacts.triggers import ACTING_FORMS, Occurrence, sides
from communique.contacts.visit_goals import (
    by_invitation,
    called_by_place,
    destination_before,
    holders,
    left_behind,
    places_behind,
    told_by_host,
    verb_destination,
    with_hosts,
)
from communique.dates.words import ORDINALS
from communique.record_type import Record
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

BEHIND = {
    "call": (*WITH, "from", "to", "of"),
    "meeting": (*WITH, "of"),
    "audience": (*WITH, "of", "to"),
    **dict.fromkeys(TABLES, (*WITH, "of", "for")),
    "message": ("to", "from", "with", "for", "between"),
    "signing": (*WITH, "by"),
}
MEMBERS = words("members")
TOURS = words("tours")
PARTICIPATION = frozenset({"participation"})
COUNTED = frozenset({*ORDINALS, "last", "latest", "only"})
JOINING = frozenset({"between", "of"})
HOLDING = frozenset({"hold", "have", "conduct"})


class Neighbours(Record, frozen=True, kw_only=True):
    """The mentions around a contact noun: whose it is, its attributes, what stands behind it, where it went."""

    owners: list[Mention]
    beside: list[Mention]
    behind: list[Mention]
    destination: Mention | None
    stops: tuple[Mention, ...] = ()


def read_neighbours(word: Occurrence, verb: Token | None) -> Neighbours:
    """The mentions around a contact noun: "Li's visit", "the Trump-Kim summit", "a call with Li"."""
    scene, token, cue = word.scene, word.token, word.cue
    owners = [m for c in token.children if c.dep_ == "poss" for m in mentions_of(scene, c)]
    owners = [*listed_before(scene, owners), *owners]
    attributes = before_noun(scene, token)
    behind = mentions_behind(scene, token, cue)
    if cue.family == "visit":
        stops = stops_among(places_behind(scene, token))
        owners = list(from_abroad(scene, token, owners, stops))
        destination = stops[0] if stops else destination_before(attributes, owners)
        beside = [m for m in attributes if m.actors and m.form in {"name", "title"}]
        behind = [m for m in behind if token.lemma_.lower() not in TOURS or m.form not in DESTINATIONS]
        return Neighbours(
            owners=owners,
            beside=beside,
            behind=behind,
            destination=destination
            or called_by_place(scene, token)
            or left_behind(scene, token, verb)
            or verb_destination(scene, verb)
            or told_by_host(word, verb, owners + behind)
            or with_hosts(scene, token, owners)
            or by_invitation(scene, verb, visitors(word, verb)),
            stops=stops if len(stops) > 1 else (),
        )
    beside = [m for m in attributes if m.actors and m.form in ACTING_FORMS | {"adjective"}]
    hosted = len(sides(beside)) == 1 and all(m.form in {"state", "adjective"} for m in beside)
    if cue.kind == "summit" and hosted:
        beside = []
    if cue.family == "meeting" and is_bloc(behind) and all(m.form == "group" for m in owners):
        owners = []  # "the leaders' meeting of the forum" is of the forum's
    return Neighbours(owners=owners, beside=beside, behind=behind, destination=None)


def visitors(word: Occurrence, verb: Token | None) -> list[Mention]:
    """Who pays a visit: the subject of its light verb, "will pay a state visit"."""
    light = verb is not None and verb.lemma_.lower() in word.table.light
    return acting_subjects(word.scene, verb) if verb is not None and light else []


def before_noun(scene: Scene, token: Token) -> list[Mention]:
    """Mentions among a noun's attributes: "Franco-German", "Trump-Kim"."""
    attributes = [
        c for c in token.children if c.dep_ in {"compound", "amod", "nmod", "dep"} and c.i < token.i
    ]
    tokens = [each for c in attributes for each in c.subtree]
    found = unique([scene.at[t.i] for t in tokens if t.i in scene.at])
    return [m for m in found if not lends_hand(scene, m)]


def mentions_behind(scene: Scene, token: Token, cue: Cue) -> list[Mention]:
    """The mentions behind a contact noun: "a call with Li", "a visit by Li", "a meeting of the two ministers"."""
    behind: list[Mention] = []
    for holder in (*holders(token), *counted_as(token)):
        wanted = BEHIND.get(token.lemma_.lower()) or BEHIND.get(cue.family, ("of", "by", "from"))
        taken = ("by",) if cue.family == "call" and holder.dep_ == "acl" else ()
        for name, obj in prepositions(holder, (*wanted, *taken)):
            found = mentions_of(scene, obj)
            several = sum(len(m.actors) for m in found) > 1
            loose = name == "of" and cue.family == "meeting" and cue.kind != "summit" and not several
            if not loose or obj.lemma_ in MEMBERS or is_bloc(found):
                behind += found
    signed = prepositions(token, ("of",)) if cue.family == "signing" else ()
    behind += [
        m for _, paper in signed for _, obj in prepositions(paper, WITH) for m in mentions_of(scene, obj)
    ]
    return behind + behind_place(scene, token, cue) + participating(scene, token, cue)


def counted_as(token: Token) -> list[Token]:
    """The ordinal that a contact is said to be: "Tuesday's call was the first between Biden and Xi since November"."""
    said = token.head.children if token.dep_ == "nsubj" and token.head.lemma_ == "be" else ()
    found = [c for c in (*said, *token.children) if c.dep_ in {"attr", "appos"}]
    return [c for c in found if c.pos_ in {"ADJ", "NUM"} and c.lower_ in COUNTED]


def behind_place(scene: Scene, token: Token, cue: Cue) -> list[Mention]:
    """Those whom the parse hangs on where or when a contact was: "a meeting on Monday in Luanda between Kagame and Ruto".

    Behind "of" they are several: "a meeting in Geneva of the two foreign ministers". Who held talks on a war between
    two others talked about them.
    """
    if cue.family not in {"meeting", "call"} or JOINING.isdisjoint(token.doc.words):
        return []
    above = [token.head] if token.dep_ in {"nsubj", "nsubjpass", "dobj"} else []
    matters = token.dep_ == "dobj" and token.head.lemma_ in HOLDING or bool(prepositions(token, ("with",)))
    places = [
        obj
        for holder in (token, *above)
        for word, obj in prepositions(holder, ("in", "at", "on"))
        if not (matters and word == "on" and obj.pos_ == "NOUN")
    ]
    found = [(word, mentions_of(scene, obj)) for p in places for word, obj in prepositions(p, tuple(JOINING))]
    return [m for word, some in found if word == "between" or is_several(some) for m in some]


def is_several(found: Sequence[Mention]) -> bool:
    """Whether mentions are of persons of more than one side: "the Ethiopian and Egyptian ministers"."""
    return len({a.state or a.id for m in found for a in m.actors if a.type == "person"}) > 1


def participating(scene: Scene, token: Token, cue: Cue) -> list[Mention]:
    """Those with whose participation a contact is: "a summit with the participation of the presidents of X and Y"."""
    if cue.family != "meeting" or not token.doc.of_lemmas(PARTICIPATION):
        return []
    shared = [obj for _, obj in prepositions(token, ("with",)) if obj.lemma_.lower() in PARTICIPATION]
    holders = [obj for noun in shared for _, obj in prepositions(noun, ("of",))]
    return [m for obj in holders for m in mentions_of(scene, obj)]


def is_bloc(found: Sequence[Mention]) -> bool:
    """Whether what stands behind "a meeting of" is an organisation of states: "a meeting of the African Union"."""
    actors = [a for m in found for a in m.actors]
    return bool(actors) and all(a.type == "organisation" and not a.state for a in actors)
