"""Verbs that tell of a contact, each by the frame of its parties: "met Y", "spoke to Y", "hosted Y", "flew to Y"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.contacts.agents import agents, at_token
from communique.contacts.callees import behind_particle, below_channel, named_alone, trailing_predicate
from communique.contacts.channels import channel
from communique.contacts.cues import CueTable, words
from communique.contacts.governors import WITH
from communique.contacts.here import heres
from communique.contacts.scene import Scene, mentions_of, prepositions, spread, tells_news, unique
from communique.contacts.status import (
    called_off_later,
    form_status,
    governed_status,
    is_agreed_contact,
    status_of_verb,
)
from communique.contacts.subjects import travellers
from communique.contacts.triggers import Occurrence, Trigger, acting, sides
from communique.contacts.unnamed import is_assembly, meets_rebels
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token


# Objects that "met" may have and still be of its subject alone: "they met each other", "they met three times".
NO_OBJECTS = frozenset(
    (
        "each one other time times today monday tuesday wednesday thursday friday saturday sunday week month year"
    ).split()
)
DESTINATIONS = frozenset({"state", "place", "capital", "metonym"})
OFFICIAL_FORMS = frozenset({"people", "metonym", "office"})
SPORT = words("sport")
HABITS = words("habits")
FEELINGS = words("feelings")
DELEGATES = words("delegates")
HOSTS = frozenset({"name", "title", "office", "descriptor", "pronoun"})


def read_verb(word: Occurrence) -> Trigger | None:
    """A verb with its frame's parties; None where the frame does not hold."""
    token, cue = word.token, word.cue
    if cue.particles and not any(c.lower_ in cue.particles for c in near_words(word)):
        return None
    if cue.objects and not any(c.lower_ in cue.objects for c in token.children):
        return None
    if cue.plain and any(c.dep_ in {"dobj", "xcomp", "ccomp"} for c in token.children):
        return None
    if cue.id == "discuss-with" and is_agreed_contact(token, word.table):
        return None
    if token.dep_ in {"amod", "compound"} or (
        cue.id == "call" and any(c.dep_ == "prt" for c in token.children)
    ):
        return None
    return FRAMES[word.cue.frame](word)


def near_words(word: Occurrence) -> list[Token]:
    """Where a verb's particle may stand: among its children; "together" anywhere below it."""
    children = list(word.token.children)
    if "together" in word.cue.particles:
        children += [t for t in word.token.subtree if t.lower_ == "together" and t.i > word.token.i]
    if "table" in word.cue.particles:
        children += [obj for _, obj in prepositions(word.token, ("to", "around", "round"))]
    return children


def to_audience(token: Token, table: CueTable) -> bool:
    """Whether a verb of speaking addresses the press or a crowd."""
    for _, obj in prepositions(token, ("to", "with", "at", "before")):
        if any(each.lemma_.lower() in table.audiences for each in spread(obj)):
            return True
    return any(c.dep_ in {"dobj", "dative"} and c.lemma_.lower() in table.audiences for c in token.children)


def verb_trigger(word: Occurrence, first: Sequence[Mention], second: Sequence[Mention]) -> Trigger:
    """A trigger of a verb with its kind and status."""
    scene, token, cue, table = word.scene, word.token, word.cue, word.table
    initiator = (
        first[0]
        if first and cue.kind in {"phone_call", "message"} and cue.frame in {"object", "to"}
        else None
    )
    status = present(scene, token, status_of_verb(token, table), table)
    kind = channel(scene, token, cue.kind)
    if kind == "call" and token.lemma_ == "talk" and status in {"proposed", "declined"}:
        kind = "talks"  # "refused to talk to the rebels" is of negotiations, not of the telephone
    return Trigger(
        scene=scene,
        token=token,
        cue=cue,
        kind=kind,
        status=status,
        first=tuple(first),
        second=tuple(second),
        initiator=initiator,
        definite=True,
        again=any(c.lower_ == "last" and c.dep_ == "advmod" and c.i < token.i for c in token.children),
    )


def present(scene: Scene, token: Token, status: str | None, table: CueTable) -> str | None:
    """A present tense is held in a headline, a caption or the first words, else ongoing until a date says otherwise; a headline's "to meet" looks ahead."""
    if (
        status == "proposed"
        and scene.sentence.layer == "headline"
        and form_status(token) == "infinitive"
        and governed_status(token, table) is None
    ):
        return "planned"
    if status == "planned" and called_off_later(token, table):
        return "cancelled"
    if status == "present" and is_habit(token):
        return None
    if status == "present" and when_to_come(token):
        return "planned"
    if status == "present":
        return "held" if tells_news(scene) else "present"
    return status


def when_to_come(verb: Token) -> bool:
    """Whether a present tense tells when something will be: "will be taken up on Friday, when Truss receives Sefcovic"."""
    clause = verb.dep_ in {"advcl", "relcl"} and any(c.lower_ in {"when", "once"} for c in verb.children)
    above = verb.head if verb.head.pos_ in {"VERB", "AUX"} else verb.head.head.head
    return clause and form_status(above) == "planned"


def is_habit(verb: Token) -> bool:
    """Whether a present tense tells of a custom: "they meet every Friday", "usually speaks to"."""
    return any(
        c.lower_ in HABITS or any(g.lower_ in HABITS for g in c.children)
        for c in verb.children
        if c.dep_ in {"advmod", "npadvmod", "prep"}
    )


def frame_invite(word: Occurrence) -> Trigger | None:
    """ "invited Y to Paris": a visit that is wanted; to what is no place is left to other words."""
    scene, token = word.scene, word.token
    first, second = agents(scene, token)
    guests = [m for m in second if is_personal(m)]
    places = [m for each in goals(word) for m in at_token(scene, each) if m.form in DESTINATIONS and m.actors]
    status = status_of_verb(token, word.table)
    if not guests or not places or status is None:
        return None
    return Trigger(
        scene=scene,
        token=token,
        cue=word.cue,
        kind="visit",
        status="proposed" if status in {"held", "present", "ongoing", "planned"} else status,
        first=tuple(guests),
        second=(),
        destination=places[0],
        initiator=first[0] if first else None,
        definite=True,
    )


def frame_with(word: Occurrence) -> Trigger | None:
    """ "met (with) Y", or a plural subject alone; "meet expectations" is none."""
    scene, token, cue, table = word.scene, word.token, word.cue, word.table
    first, second = agents(scene, token)
    objects = [c for c in token.children if c.dep_ == "dobj"]
    withs = acting([m for _, obj in prepositions(token, WITH) for m in mentions_of(scene, obj)])
    withs = tuple(unique([*withs, *loose_names(scene, token)])) if withs else below_channel(word, WITH)
    if to_audience(token, table) and not second and not withs:
        return None
    if cue.frame == "sign":
        first, second = first or second, ()
        if not withs and len(sides(first)) < 2:
            return None
    elif meets_rebels(scene, token):
        return verb_trigger(word, first, unique([*second, *withs]))
    elif objects and not second and not withs and objects[0].lower_ not in NO_OBJECTS:
        return None
    if cue.id in {"meet", "face"} and is_sport(scene, token, [*first, *second, *withs]):
        return None
    plural = any(len(m.actors) > 1 for m in first) or len(first) > 1 or is_assembly(first)
    if not second and not withs and (not plural or meets_feeling(token)):
        return None
    return verb_trigger(word, first, unique([*second, *withs]))


def meets_feeling(token: Token) -> bool:
    """Whether what is "met with" is a feeling, or what is met is half the way: "met with scepticism", "meet halfway"."""
    felt = any(obj.lemma_.lower() in FEELINGS for _, obj in prepositions(token, ("with",)))
    return felt or any(c.lower_ in {"halfway", "half-way"} for c in token.children)


def is_sport(scene: Scene, token: Token, parties: Sequence[Mention]) -> bool:
    """Whether states that meet are teams: "France meets Germany in the final"."""
    teams = all(m.form in {"state", "demonym", "people"} for m in parties)
    return teams and (any(t.lower_ in SPORT for t in scene.doc) or is_team(token))


def is_team(verb: Token) -> bool:
    """Whether one state takes a plural verb, as teams do: "Ghana meet Rwanda on Saturday"."""
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    return verb.tag_ == "VBP" and len(own) == 1 and len(list(spread(own[0]))) == 1


def frame_to(word: Occurrence) -> Trigger | None:
    """ "spoke to/with Y"; speaking to the press is none; a plural subject may speak alone ("the two have spoken twice")."""
    scene, token, cue, table = word.scene, word.token, word.cue, word.table
    first, objects = agents(scene, token)
    second = acting([m for _, obj in prepositions(token, cue.prepositions) for m in mentions_of(scene, obj)])
    second = tuple(unique([*second, *loose_names(scene, token)])) if second else second
    second = second or below_channel(word, cue.prepositions)
    if not second and (cue.objects or cue.id == "discuss-with"):
        second = acting(below_object(word))
    if to_audience(token, table) and not second:
        return None
    if cue.id == "write":
        second = tuple(unique([*second, *[m for m in objects if m.form != "organisation"]]))
    if not second:
        plural = any(len(m.actors) > 1 for m in first) or len(sides(first)) > 1
        if (
            not plural
            or cue.id == "write"
            or any(
                c.dep_ == "prep" and c.lower_ in {"of", "to", "at", "against"} and c.i == token.i + 1
                for c in token.children
            )
        ):
            return None
    return verb_trigger(word, first, second)


def loose_names(scene: Scene, token: Token) -> list[Mention]:
    """Names of a list that punctuation has parted from its head: "spoke with Costa; Meloni and Tusk"."""
    loose = [c for c in token.children if c.dep_ == "conj" and c.i > token.i and c.i in scene.at]
    found = acting([m for c in loose for m in mentions_of(scene, c)])
    return [m for m in found if m.form in {"name", "title"}]


def below_object(word: Occurrence) -> list[Mention]:
    """The interlocutors that the parse hangs below the object: "exchanged views on fisheries with Abe"."""
    objects = [c for c in word.token.children if c.dep_ == "dobj"]
    under = [t for c in objects for t in c.subtree if t.dep_ == "pobj"]
    beside = below(word.scene, word.token, word.cue.prepositions) if word.cue.id == "discuss-with" else []
    return [m for m in beside if is_personal(m) or m.form in {"office", "body"}] + [
        m
        for t in under
        for _, obj in prepositions(t, word.cue.prepositions)
        for m in mentions_of(word.scene, obj)
    ]


def frame_object(word: Occurrence) -> Trigger | None:
    """ "phoned Y"; "called Y a thug" and "called for" are none."""
    scene, token, cue = word.scene, word.token, word.cue
    first, second = agents(scene, token)
    parted = any(c.dep_ == "prep" and c.lower_ in cue.particles for c in token.children)
    second = acting(behind_particle(word)) if parted else second or named_alone(word)
    persons = tuple(
        m for m in second if any(a.type == "person" for a in m.actors) or m.form in OFFICIAL_FORMS
    )
    if not persons and not (cue.id == "congratulate" and second):
        return None
    if cue.bare and (
        any(
            (c.dep_ in {"oprd", "attr"} and scene.at.get(c.i) not in second)
            or c.dep_ == "ccomp"
            or (c.dep_ == "xcomp" and not any(g.lower_ == "to" for g in c.children))
            or (c.dep_ == "prep" and c.lower_ in {"as"})
            for c in token.children
        )
        or (cue.id == "call" and trailing_predicate(token))
    ):
        return None
    if cue.purpose and form_status(token) != "infinitive":
        return None
    return verb_trigger(word, first, persons or second)


def frame_gathered(word: Occurrence) -> Trigger | None:
    """ "brought X and Y together": those who are brought deal with each other; the subject lends a hand."""
    first, second = agents(word.scene, word.token)
    persons = tuple(m for m in second if m.form in {"name", "title", "office", "people"})
    if len(persons) < 2:
        return None
    between = first[0] if first and len(first[0].actors) == 1 else None
    return replace(verb_trigger(word, (), persons), mediator=between)


def frame_host(word: Occurrence) -> Trigger | None:
    """ "hosted Y", "played host to Y": the subject is host; things and decisions that are welcomed are none."""
    first, second = agents(word.scene, word.token)
    if word.cue.prepositions:
        second = acting(below(word.scene, word.token, word.cue.prepositions))
    persons = tuple(
        m
        for m in second
        if m.form
        in {"name", "title", "office", "people", "descriptor", "group", "pronoun", "ordinal", "assembly"}
    )
    if not persons:
        return None
    trigger = verb_trigger(word, first, persons)
    if all(m.form == "pronoun" and len(m.actors) > 1 for m in persons):
        return None
    host = first[0] if first else None
    return replace(trigger, initiator=None, host=host)


def below(scene: Scene, token: Token, wanted: Sequence[str]) -> list[Mention]:
    """The mentions behind a verb's prepositions, wherever the parse hangs them: on the verb or on its object."""
    holders = [token, *(c for c in token.children if c.dep_ == "dobj")]
    return [
        m for holder in holders for _, obj in prepositions(holder, wanted) for m in mentions_of(scene, obj)
    ]


def frame_shuttle(word: Occurrence) -> Trigger | None:
    """ "shuttled between Y and Z": the subject deals with each; a capital stands for its state."""
    scene, token = word.scene, word.token
    first, _ = agents(scene, token)
    heads = [each for _, obj in prepositions(token, word.cue.prepositions) for each in spread(obj)]
    second = [m for head in heads for m in (mentions_of(scene, head) or at_token(scene, head)) if m.actors]
    if not first or len(sides(second)) < 2:
        return None
    return verb_trigger(word, first, unique(second))


def frame_travel(word: Occurrence) -> Trigger | None:
    """ "visited Egypt", "flew to Cairo": the subject's person and the state of the place."""
    scene, token, cue = word.scene, word.token, word.cue
    persons = [m for s in travellers(token) for m in visitors(scene, s)]
    if not persons or (cue.passive and not is_plain_passive(token)):
        return None
    places = [m for each in goals(word) for m in at_token(scene, each)]
    stops = stops_among(places)
    destination = stops[0] if stops else None
    guests = () if cue.prepositions or cue.weak else tuple(m for m in places if m.form in HOSTS)
    if destination is None and not guests:
        return None
    status = (
        "planned" if cue.passive else present(scene, token, status_of_verb(token, word.table), word.table)
    )
    return Trigger(
        scene=scene,
        token=token,
        cue=cue,
        kind="visit",
        status=status,
        first=tuple(persons),
        second=guests,
        destination=destination,
        stops=stops if len(stops) > 1 else (),
        definite=True,
    )


def frame_leave(word: Occurrence) -> Trigger | None:
    """ "leaves for Cairo today": a journey that is about to begin; one who "left for Cairo" is told of elsewhere."""
    if form_status(word.token) not in {"present", "planned"}:
        return None
    return frame_travel(word)


def stops_among(places: Sequence[Mention]) -> tuple[Mention, ...]:
    """The places that a journey goes to, one for each state."""
    found = [m for m in places if m.form in DESTINATIONS and m.actors]
    return tuple({m.actors[0].state or m.actors[0].id: m for m in reversed(found)}.values())[::-1]


def is_personal(mention: Mention) -> bool:
    """Whether a mention is of persons: a state or an organisation does not travel."""
    return mention.form == "people" or any(a.type == "person" for a in mention.actors)


def visitors(scene: Scene, subject: Token) -> list[Mention]:
    """Who travels: persons, and a state's or an organisation's delegates: "Delegations from Hamas and Qatar arrived"."""
    found = mentions_of(scene, subject)
    if subject.lower_ not in DELEGATES:
        return [m for m in found if is_personal(m)]
    return [m if is_personal(m) else replace(m, form="people") for m in acting(found)]


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
    return [each for head in heads for each in spread(head)]


FRAMES: dict[str, Callable[[Occurrence], Trigger | None]] = {
    "with": frame_with,
    "to": frame_to,
    "object": frame_object,
    "host": frame_host,
    "shuttle": frame_shuttle,
    "travel": frame_travel,
    "leave": frame_leave,
    "sign": frame_with,
    "gathered": frame_gathered,
    "invite": frame_invite,
}
