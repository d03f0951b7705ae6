"""Verbs that tell of a contact, each by the frame of its parties: "met Y", "spoke to Y", "hosted Y", "flew to Y"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.agents import agents, at_token
from communique.contacts.callees import behind_particle, below_channel, named_alone, trailing_predicate
from communique.contacts.channels import channel, is_journeys_end
from communique.contacts.cues import Cue, CueTable, load_cues, words
from communique.contacts.governors import WITH
from communique.contacts.journeys import (
    DESTINATIONS,
    frame_leave,
    frame_travel,
    goals,
    is_personal,
    journey_to,
)
from communique.contacts.scene import VERBAL, Scene, mentions_of, prepositions, spread, unique
from communique.contacts.status import status_of_verb
from communique.contacts.triggers import Occurrence, Trigger, acting, sides
from communique.contacts.unnamed import is_assembly, meets_rebels
from communique.contacts.verb_forms import form_status
from communique.contacts.verb_senses import (
    is_appeal,
    is_called_upon,
    is_of_their_words,
    is_sport,
    is_what_for,
    meets_feeling,
)
from communique.contacts.verb_status import is_agreed_contact, present
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token


# Objects that "met" may have and still be of its subject alone: "they met each other", "they met three times".
NO_OBJECTS = frozenset(
    (
        "each one other face time times today monday tuesday wednesday thursday friday saturday sunday week month year"
    ).split()
)
OFFICIAL_FORMS = frozenset({"people", "metonym", "office"})
SHEETS = words("sheets")


def read_verb(word: Occurrence) -> Trigger | None:
    """A verb with its frame's parties; None where the frame does not hold."""
    token, cue = word.token, word.cue
    if cue.particles and {c.lower_ for c in near_words(word)}.isdisjoint(cue.particles):
        return None
    if cue.objects and {c.lower_ for c in [*token.children, *on_sheets(token)]}.isdisjoint(cue.objects):
        return None
    if cue.plain and any(c.dep_ in {"dobj", "xcomp", "ccomp"} for c in token.children):
        return None
    if cue.id == "call-on" and is_appeal(token):
        return None
    if cue.id == "discuss-with" and is_agreed_contact(token, word.table):
        return None
    if token.dep_ in {"amod", "compound"} or is_guests(word) or (cue.id == "call" and is_called_upon(token)):
        return None
    return FRAMES[word.cue.frame](word)


def is_guests(word: Occurrence) -> bool:
    """Whether "visiting" says of a guest that he is one: "gave a dinner for visiting President Ann Lee"."""
    token = word.token
    if token.lower_ != "visiting" or token.dep_ != "pcomp":
        return False
    return any(
        m.actors[0].type == "person"
        for c in token.children
        if c.dep_ == "dobj"
        for m in at_token(word.scene, c)
        if m.actors
    )


def on_sheets(verb: Token) -> list[Token]:
    """What is handed over on paper: "presented copies of his credentials", "their letters of credence"."""
    sheets = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.lemma_.lower() in SHEETS]
    if not sheets:
        return []
    return [obj for sheet in sheets for _, obj in prepositions(sheet, ("of",))]


def near_words(word: Occurrence) -> list[Token]:
    """Where a verb's particle may stand: among its children; "together" anywhere below it."""
    children = [c for c in word.token.children if not is_where(c)]
    if "together" in word.cue.particles:
        children += [t for t in word.token.subtree if t.lower_ == "together" and t.i > word.token.i]
    if "table" in word.cue.particles:
        children += [obj for _, obj in prepositions(word.token, ("to", "around", "round", "at"))]
    return children


def is_where(preposition: Token) -> bool:
    """Whether a preposition behind an object says where, and is no particle: "called his counterpart in Rabat"."""
    if preposition.dep_ != "prep" or not any(c.dep_ == "pobj" for c in preposition.children):
        return False
    return any(c.dep_ == "dobj" and c.i < preposition.i for c in preposition.head.children)


ADDRESSED = ("to", "with", "at", "before")


def to_audience(token: Token, table: CueTable, wanted: Sequence[str] = ADDRESSED) -> bool:
    """Whether a verb of speaking addresses the press or a crowd; who met "at a conference" did not meet the press."""
    if not token.doc.of_lemmas(table.audiences):
        return False
    for _, obj in prepositions(token, wanted):
        if any(each.lemma_.lower() in table.audiences for each in spread(obj)):
            return True
    told = [c.lemma_.lower() for c in token.children if c.dep_ in {"dobj", "dative"}]
    return not table.audiences.isdisjoint(told)


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
    if kind == "call" and (is_journeys_end(token) or any("visiting " in m.text for m in (*first, *second))):
        kind, initiator = "meeting", None
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
        again=any(c.dep_ == "advmod" and c.i < token.i for c in token.children if c.lower_ == "last"),
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
    shown = ("to", "with") if cue.family == "meeting" else ("to", "with", "before")  # they met before cameras
    if not second and not withs and to_audience(token, table, shown):
        return None
    if cue.frame == "sign":
        withs = withs or acting(below(scene, token, WITH))
        first, second = first or second, ()
        if not withs and len(sides(first)) < 2 and not meets_rebels(scene, token):
            return None
    elif meets_rebels(scene, token):
        return verb_trigger(word, first, unique([*second, *withs]))
    elif objects and not second and not withs and objects[0].lower_ not in NO_OBJECTS:
        return None
    if cue.id in {"meet", "face"} and is_sport(scene, token, [*first, *second, *withs]):
        return None
    plural = any(len(m.actors) > 1 for m in first) or len(first) > 1 or is_assembly(first)
    signed = cue.frame == "sign" and bool(first)
    if not second and not withs and not signed and (not plural or meets_feeling(token)):
        return None
    return verb_trigger(word, first, unique([*second, *withs]))


def frame_to(word: Occurrence) -> Trigger | None:
    """ "spoke to/with Y"; speaking to the press is none; a plural subject may speak alone ("the two have spoken twice")."""
    scene, token, cue, table = word.scene, word.token, word.cue, word.table
    first, objects = agents(scene, token)
    if cue.id == "speak" and is_what_for(token) and not prepositions_of(token, cue):
        return None  # "are meeting in Lima to talk about gas" is one contact
    if cue.id == "phone-with" and objects:
        return None  # "telephoned Karzai" is of the one who is called
    second = acting([m for _, obj in prepositions(token, cue.prepositions) for m in mentions_of(scene, obj)])
    second = tuple(unique([*second, *loose_names(scene, token)])) if second else second
    second = second or below_channel(word, cue.prepositions)
    if not second and cue.id == "speak":
        topics = [obj for _, obj in prepositions(token, ("about", "on", "over"))]
        topics = [
            t for t in topics if t.lemma_.lower() not in table.nouns
        ]  # "spoke about his talks with Kim"
        behind = [m for t in topics for _, obj in prepositions(t, ("with",)) for m in mentions_of(scene, obj)]
        second = acting([m for m in behind if is_personal(m)])  # "talked about gas with Putin"
    if not second and (cue.objects or cue.id == "discuss-with"):
        second = acting(below_object(word))
    addressed = (
        ("to", "with") if cue.family == "meeting" else ADDRESSED
    )  # two may shake hands before the press
    if not second and to_audience(token, table, addressed):
        return None
    if cue.id == "write":
        second = tuple(unique([*second, *[m for m in objects if m.form != "organisation"]]))
    if not second:
        plural = any(len(m.actors) > 1 for m in first) or len(sides(first)) > 1
        if (
            not plural
            or is_of_their_words(token)
            or cue.id in {"write", "call-on"}
            or any(
                c.dep_ == "prep" and c.lower_ in {"of", "to", "at", "against"} and c.i == token.i + 1
                for c in token.children
            )
        ):
            return None
    return verb_trigger(word, first, second)


def prepositions_of(verb: Token, cue: Cue) -> list[Token]:
    """With whom or to whom a verb is said to be done."""
    return [obj for _, obj in prepositions(verb, cue.prepositions)]


def loose_names(scene: Scene, token: Token) -> list[Mention]:
    """Names of a list that punctuation has parted from its head: "spoke with Costa; Meloni and Tusk"."""
    loose = [c for c in token.children if c.dep_ == "conj" and c.i > token.i and c.i in scene.at]
    found = acting([m for c in loose for m in mentions_of(scene, c)])
    return [m for m in found if m.form in {"name", "title"}]


def below_object(word: Occurrence) -> list[Mention]:
    """The interlocutors that the parse hangs below the object: "exchanged views on fisheries with Abe"."""
    objects = [c for c in word.token.children if c.dep_ == "dobj"]
    under = [t for c in objects for t in c.subtree if t.dep_ == "pobj" or (t == c and word.cue.objects)]
    under = [t for t in under if not goes_with(t, word.token)]
    beside = below(word.scene, word.token, word.cue.prepositions) if word.cue.id == "discuss-with" else []
    return [m for m in beside if is_personal(m) or m.form in {"office", "body"}] + [
        m
        for t in under
        for _, obj in prepositions(t, word.cue.prepositions)
        for m in mentions_of(word.scene, obj)
    ]


def goes_with(noun: Token, verb: Token) -> bool:
    """Whether what stands "with" a noun is a part of the matter: "its ties with Iran", "the wish to be at peace with Iran"."""
    table = load_cues()
    lemma = noun.lemma_.lower()
    if lemma in table.not_nouns or (lemma in table.nouns and noun.dep_ == "pobj"):
        return True
    return any(t.pos_ in VERBAL for t in up_to(noun, verb))


def up_to(token: Token, above: Token) -> Iterator[Token]:
    """The tokens between a token and one above it."""
    while token.head.i not in {above.i, token.i}:
        token = token.head
        yield token


def frame_object(word: Occurrence) -> Trigger | None:
    """ "phoned Y"; "called Y a thug" and "called for" are none."""
    scene, token, cue = word.scene, word.token, word.cue
    first, second = agents(scene, token)
    parted = any(c.dep_ == "prep" for c in token.children if c.lower_ in cue.particles)
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
    if cue.id in {"summon", "call-in"} and not first:
        first = tuple(seats_of(scene, token))
    return verb_trigger(word, first, persons or second)


def seats_of(scene: Scene, token: Token) -> list[Mention]:
    """Where envoys serve who are summoned, which tells by whom: "Sweden's ambassador in Ankara was summoned"."""
    called = [c for c in token.children if c.dep_ in {"nsubjpass", "dobj"}]
    places = [obj for c in (*called, token) for _, obj in prepositions(c, ("in", "to"))]
    found = [m for each in places for m in at_token(scene, each) if m.form in DESTINATIONS and m.actors]
    own = {a.state for c in called for m in mentions_of(scene, c) for a in m.actors}
    return [m for m in found if m.actors[0].state not in own][:1]


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
    if host is not None and is_state_visit(word, host, persons):
        return journey_to(word.scene, word.token, word.cue, (persons, (host,)), trigger.status)
    return replace(trigger, initiator=None, host=host)


def is_state_visit(word: Occurrence, host: Mention, guests: Sequence[Mention]) -> bool:
    """Whether a state hosts a guest of another, which is a visit: "Peru will host the Chadian president next week"."""
    state = host.form in {"state", "capital"} and all(a.type == "state" for a in host.actors)
    named = all(m.form in {"name", "title", "office"} for m in guests)
    talks = [obj for _, obj in prepositions(word.token, ("for",)) if obj.lemma_.lower() in word.table.nouns]
    met = any(word.table.nouns[obj.lemma_.lower()].family != "visit" for obj in talks)
    return state and named and not met and len(sides(guests)) == 1


def below(scene: Scene, token: Token, wanted: Sequence[str]) -> list[Mention]:
    """The mentions behind a verb's prepositions, wherever the parse hangs them: on the verb or on its object."""
    holders = [token, *(c for c in token.children if c.dep_ == "dobj"), *raised(token)]
    return [
        m for holder in holders for _, obj in prepositions(holder, wanted) for m in mentions_of(scene, obj)
    ]


def raised(verb: Token) -> list[Token]:
    """What is to be signed, where the parse hangs it on "is": "The treaty between Oman and Iraq is to be signed"."""
    passive = verb.dep_ == "xcomp" and any(c.dep_ == "auxpass" for c in verb.children)
    return [c for c in verb.head.children if c.dep_ in {"nsubj", "nsubjpass"}] if passive else []


def frame_shuttle(word: Occurrence) -> Trigger | None:
    """ "shuttled between Y and Z": the subject deals with each; a capital stands for its state."""
    scene, token = word.scene, word.token
    first, _ = agents(scene, token)
    heads = [each for _, obj in prepositions(token, word.cue.prepositions) for each in spread(obj)]
    second = [m for head in heads for m in (mentions_of(scene, head) or at_token(scene, head)) if m.actors]
    if not first or len(sides(second)) < 2:
        return None
    return verb_trigger(word, first, unique(second))


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
