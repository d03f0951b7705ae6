"""Finds the words of a sentence that tell of a contact, with the parties that the parse gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.contacts.cues import FAMILY, Cue, CueTable
from communique.contacts.scene import (
    OUTER,
    SUBJECT,
    VERBAL,
    Scene,
    mentions_of,
    prepositions,
    spread,
    subjects,
    unique,
)
from communique.contacts.status import (
    BEFORE,
    HAPPENED,
    NOUN_STATUS,
    form_status,
    governed_status,
    negated,
    status_of_verb,
)
from communique.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTING_FORMS = frozenset(
    {
        "name",
        "title",
        "office",
        "state",
        "people",
        "demonym",
        "capital",
        "metonym",
        "organisation",
        "body",
        "group",
        "descriptor",
        "ordinal",
        "pronoun",
    }
)
WITH = ("with", "between", "among", "alongside")
DURING = frozenset(
    {
        "in",
        "during",
        "on",
        "at",
        "over",
        "after",
        "before",
        "following",
        "by",
        "via",
        "through",
        "since",
        "ahead",
        "for",
        "from",
        "of",
        "to",
        "into",
        "under",
        "amid",
        "upon",
    }
)
SHARED = frozenset({"in", "during", "on", "at", "over", "after", "before", "following", "by", "via", "ahead"})
PHONE = frozenset({"phone", "telephone", "telephonic", "telephonically", "hotline"})
VIDEO = frozenset(
    {
        "video",
        "videoconference",
        "video-conference",
        "virtual",
        "virtually",
        "zoom",
        "videolink",
        "video-link",
        "online",
        "teleconference",
        "videotelephone",
        "televideo",
    }
)
IN_PERSON = frozenset({"sidelines", "margins", "in-person", "face-to-face", "handshake", "bilaterally"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word that tells of a contact in one sentence, as far as this sentence goes."""

    scene: Scene
    token: Token
    cue: Cue
    kind: str
    status: str | None
    first: tuple[Mention, ...]
    second: tuple[Mention, ...]
    destination: Mention | None = None
    initiator: Mention | None = None
    host: Mention | None = None
    definite: bool = False
    governor: Token | None = None
    adjective: str | None = None
    named: bool = False
    again: bool = False

    @property
    def family(self) -> str:
        """The family of the kind."""
        return FAMILY[self.kind]

    @property
    def parties(self) -> tuple[Mention, ...]:
        """All mentions that deal with each other."""
        return tuple(unique([*self.first, *self.second]))


def find_triggers(scene: Scene, table: CueTable) -> Iterator[Trigger]:
    """The triggers of a sentence, in order."""
    for token in scene.doc:
        lemma = token.lemma_.lower()
        if token.pos_ in {"VERB", "NOUN", "PROPN", "ADJ", "AUX"} or token.tag_.startswith("VB"):
            for cue in table.verbs.get(lemma, ()):
                if token.tag_.startswith("VB"):
                    trigger = read_verb(scene, token, cue, table)
                    if trigger:
                        yield trigger
            if (
                lemma in table.nouns
                and token.tag_ in {"NN", "NNS", "NNP", "NNPS"}
                and token.i not in scene.at
            ):
                trigger = read_noun(scene, token, table.nouns[lemma], table)
                if trigger:
                    yield trigger


def acting(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Mentions that can be parties: they act, and are no places or adjectives."""
    return tuple(m for m in mentions if m.form in ACTING_FORMS and m.actors)


MULTILATERAL = frozenset({"country", "nation", "state", "government", "world", "leaders"})


def multilateral(token: Token) -> bool:
    """Whether a contact noun is of many unnamed states: "a meeting of officials from 50 countries"."""
    below = list(token.subtree)
    many = any(
        t.like_num
        and t.lower_ not in {"one", "two"}
        or t.lower_ in {"dozens", "several", "many", "scores", "other", "various"}
        for t in below
    )
    return many and any(
        t.lemma_.lower() in {"country", "nation", "state", "government"} and t.tag_ == "NNS" for t in below
    )


def channel(scene: Scene, token: Token, kind: str) -> str:
    """The kind after what the words around the trigger say of the channel: by phone, by video, in person."""
    near = {t.lower_ for t in token.subtree} | {t.lower_ for t in token.children}
    if token.pos_ in VERBAL:
        near = {
            t.lower_
            for c in token.children
            if c.dep_ in {"prep", "advmod", "npadvmod", "dobj", "oprd", "advcl", "agent", "amod"}
            for t in c.subtree
            if abs(t.i - token.i) < 25
        }
    elif token.head.pos_ in VERBAL | {"ADP"}:
        near |= {token.head.lower_}
    family = FAMILY[kind]
    if (
        family in {"call", "meeting"}
        and kind != "summit"
        and near & VIDEO
        and not (
            token.lower_ in {"meeting", "summit"}
            and "video" in near
            and not near & {"conference", "by", "via", "link", "call"}
        )
    ):
        return "video_call"
    if family == "call" or kind in {"talks", "meeting"}:
        compounds = {c.lower_ for c in token.children if c.dep_ in {"compound", "amod", "nmod"}}
        if near & PHONE and (
            family == "call" or compounds & PHONE or token.pos_ in VERBAL or "by" in near or "over" in near
        ):
            return "phone_call"
    if family == "call" and (
        near & IN_PERSON
        or (
            token.pos_ in VERBAL
            and near & {"alone", "private", "privately", "dinner", "lunch"}
            and not near & PHONE
        )
    ):
        return "meeting"
    if (
        kind == "call"
        and token.pos_ in VERBAL
        and any(
            m.form in {"place", "capital"} and m.actors
            for _, obj in prepositions(token, ("in", "at"))
            for m in mentions_of(scene, obj)
        )
    ):
        return "talks"
    return kind


def read_verb(scene: Scene, token: Token, cue: Cue, table: CueTable) -> Trigger | None:
    """A verb with its frame's parties; None where the frame does not hold."""
    if cue.particles and not any(c.lower_ in cue.particles for c in token.children):
        return None
    if cue.objects and not any(c.lower_ in cue.objects for c in token.children):
        return None
    if cue.plain and any(c.dep_ in {"dobj", "xcomp", "ccomp"} for c in token.children):
        return None
    if token.dep_ in {"amod", "compound"} or (
        cue.id == "call" and any(c.dep_ == "prt" for c in token.children)
    ):
        return None
    reader = {
        "with": frame_with,
        "to": frame_to,
        "object": frame_object,
        "host": frame_host,
        "travel": frame_travel,
        "sign": frame_with,
        "gathered": frame_gathered,
    }[cue.frame]
    return reader(scene, token, cue, table)


def agents(scene: Scene, token: Token) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """(those who act, those who are acted on) of a verb, passives turned."""
    subject = [m for s in subjects(token) for m in mentions_of(scene, s)]
    objects = [m for c in token.children if c.dep_ in {"dobj", "dative"} for m in mentions_of(scene, c)]
    if any(c.dep_ in {"nsubjpass", "auxpass"} for c in token.children) or (
        token.tag_ == "VBN" and token.dep_ == "acl" and any(c.dep_ == "agent" for c in token.children)
    ):
        by = [m for _, obj in prepositions(token, ("by",)) for m in mentions_of(scene, obj)]
        return acting(by), acting(subject or objects)
    return acting(subject) or left_names(scene, token), acting(objects)


def acting_subjects(scene: Scene, verb: Token, noun: Token | None = None) -> list[Mention]:
    """Whose action a verb is, found by the parse or, where that left it hanging, just before the verb."""
    found = acting(
        [m for s in subjects(verb) if noun is None or s.i != noun.i for m in mentions_of(scene, s)]
    )
    return list(found or left_names(scene, verb))


def left_names(scene: Scene, token: Token) -> tuple[Mention, ...]:
    """Names that the parse left hanging before a finite verb without a subject: "Ann Lee, the minister, today received"."""
    if token.tag_ not in {"VBD", "VBZ", "VBP"}:
        return ()
    before = token.i - 1
    while before >= 0 and scene.doc[before].pos_ in {"ADV", "AUX"}:
        before -= 1
    if (
        before in scene.at
        and not any(c.dep_ in SUBJECT for c in token.children)
        and date_before(scene.doc[before])
    ):
        return acting([scene.at[before]])
    hanging = [
        c
        for c in token.lefts
        if c.dep_ in {"dep", "npadvmod", "nmod", "appos", "compound", "nsubj", "ccomp", "parataxis"}
        and c.pos_ != "VERB"
    ]
    found = [
        scene.at[t.i]
        for c in hanging
        for t in c.subtree
        if t.i in scene.at and not any(a.dep_ in {"prep", "relcl", "acl"} for a in between_tokens(t, c))
    ]
    return acting([m for m in found if m.form in {"name", "title"}])


def date_before(token: Token) -> bool:
    """Whether a name stands behind a date that the parse has run it into: "On 5 October Sikorski met"."""
    return token.i > 0 and (
        token.doc[token.i - 1].ent_type_ in {"DATE", "TIME"}
        or token.doc[token.i - 1].like_num
        or token.doc[token.i - 1].lower_.endswith("day")
    )


def between_tokens(low: Token, high: Token) -> Iterator[Token]:
    """The tokens from one up to another that it hangs below, the upper one left out."""
    while low.i != high.i and low.head != low:
        yield low
        low = low.head


def to_audience(scene: Scene, token: Token, table: CueTable) -> bool:
    """Whether a verb of speaking addresses the press or a crowd."""
    for _, obj in prepositions(token, ("to", "with", "at", "before")):
        if any(each.lemma_.lower() in table.audiences for each in spread(obj)):
            return True
    return any(c.dep_ in {"dobj", "dative"} and c.lemma_.lower() in table.audiences for c in token.children)


def verb_trigger(
    scene: Scene, token: Token, cue: Cue, table: CueTable, first: Sequence[Mention], second: Sequence[Mention]
) -> Trigger:
    """A trigger of a verb with its kind and status."""
    initiator = (
        first[0]
        if first and cue.kind in {"phone_call", "message"} and cue.frame in {"object", "to"}
        else None
    )
    return Trigger(
        scene,
        token,
        cue,
        channel(scene, token, cue.kind),
        present(scene, token, status_of_verb(token, table), table),
        tuple(first),
        tuple(second),
        initiator=initiator,
        definite=True,
    )


def present(scene: Scene, token: Token, status: str | None, table: CueTable) -> str | None:
    """A present tense is held in a headline or caption, else ongoing until a date says otherwise; a headline's "to meet" looks ahead."""
    if (
        status == "proposed"
        and scene.sentence.layer == "headline"
        and form_status(token) == "infinitive"
        and governed_status(token, table) is None
    ):
        return "planned"
    if status == "present":
        return "held" if scene.sentence.layer != "prose" else "present"
    return status


def frame_with(scene: Scene, token: Token, cue: Cue, table: CueTable) -> Trigger | None:
    """ "met (with) Y", or a plural subject alone; "meet expectations" is none."""
    first, second = agents(scene, token)
    objects = [c for c in token.children if c.dep_ == "dobj"]
    withs = acting([m for _, obj in prepositions(token, WITH) for m in mentions_of(scene, obj)])
    if to_audience(scene, token, table) and not second and not withs:
        return None
    if cue.frame == "sign":
        first, second = first or second, ()
        if not withs and len(sides(first)) < 2:
            return None
    elif (
        objects
        and not second
        and not withs
        and objects[0].lower_
        not in {
            "each",
            "one",
            "other",
            "time",
            "times",
            "today",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "week",
            "month",
            "year",
        }
    ):
        return None
    if not second and not withs and not any(len(m.actors) > 1 for m in first) and len(first) < 2:
        return None
    return verb_trigger(scene, token, cue, table, first, unique([*second, *withs]))


def sides(mentions: Sequence[Mention]) -> set[str]:
    """The states and organisations that mentions stand for."""
    return {a.state or a.id for m in mentions for a in m.actors}


def frame_to(scene: Scene, token: Token, cue: Cue, table: CueTable) -> Trigger | None:
    """ "spoke to/with Y"; speaking to the press is none; a plural subject may speak alone ("the two have spoken twice")."""
    first, objects = agents(scene, token)
    second = acting([m for _, obj in prepositions(token, cue.prepositions) for m in mentions_of(scene, obj)])
    if to_audience(scene, token, table) and not second:
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
    return verb_trigger(scene, token, cue, table, first, second)


def frame_object(scene: Scene, token: Token, cue: Cue, table: CueTable) -> Trigger | None:
    """ "phoned Y"; "called Y a thug" and "called for" are none."""
    first, second = agents(scene, token)
    persons = tuple(
        m for m in second if any(a.type == "person" for a in m.actors) or m.form in {"people", "metonym"}
    )
    if not persons and not (cue.id == "congratulate" and second):
        return None
    if cue.bare and (
        any(
            c.dep_ in {"oprd", "ccomp", "attr"}
            or (c.dep_ == "xcomp" and not any(g.lower_ == "to" for g in c.children))
            or (c.dep_ == "prep" and c.lower_ in {"as"})
            for c in token.children
        )
        or trailing_predicate(token, scene)
    ):
        return None
    if cue.purpose and form_status(token) != "infinitive":
        return None
    return verb_trigger(scene, token, cue, table, first, persons or second)


def frame_gathered(scene: Scene, token: Token, cue: Cue, table: CueTable) -> Trigger | None:
    """ "brought X and Y together": those who are brought deal with each other; the subject lends a hand."""
    _, second = agents(scene, token)
    persons = tuple(m for m in second if m.form in {"name", "title", "office", "people"})
    if len(persons) < 2:
        return None
    return verb_trigger(scene, token, cue, table, (), persons)


def trailing_predicate(token: Token, scene: Scene) -> bool:
    """Whether "called Y" goes on with what Y was called: "called Putin a thug", "called Trump 'very good'"."""
    objects = [c for c in token.children if c.dep_ in {"dobj", "dative"}]
    if len(objects) > 1:
        return True
    if not objects:
        return True
    edge = objects[-1].right_edge.i + 1
    if edge < len(scene.doc):
        following = scene.doc[edge]
        return following.text in {'"', "'", "“", "a", "an"} or (
            following.pos_ == "ADJ" and following.lower_ not in {"last", "earlier", "early", "late"}
        )
    return False


def frame_host(scene: Scene, token: Token, cue: Cue, table: CueTable) -> Trigger | None:
    """ "hosted Y": the subject is host; things and decisions that are welcomed are none."""
    first, second = agents(scene, token)
    persons = tuple(
        m
        for m in second
        if m.form in {"name", "title", "office", "people", "descriptor", "group", "pronoun", "ordinal"}
    )
    if not persons:
        return None
    trigger = verb_trigger(scene, token, cue, table, first, persons)
    if all(m.form == "pronoun" and len(m.actors) > 1 for m in persons):
        return None
    host = first[0] if first else None
    return Trigger(scene, token, cue, trigger.kind, trigger.status, first, persons, host=host, definite=True)


def frame_travel(scene: Scene, token: Token, cue: Cue, table: CueTable) -> Trigger | None:
    """ "visited Egypt", "flew to Cairo": the subject's person and the state of the place."""
    travellers = [
        m
        for s in subjects(token)
        for m in mentions_of(scene, s)
        if any(a.type == "person" for a in m.actors) or m.form == "people"
    ]
    if not travellers or (
        cue.passive
        and (
            not any(c.dep_ == "auxpass" for c in token.children)
            or any(c.dep_ in {"xcomp", "ccomp"} for c in token.children)
        )
    ):
        return None
    if cue.prepositions:
        places = [
            m
            for _, obj in prepositions(token, cue.prepositions)
            for each in spread(obj)
            for m in at_token(scene, each)
        ]
    else:
        places = [
            m
            for c in token.children
            if c.dep_ in {"dobj", "nsubjpass"}
            for each in spread(c)
            for m in at_token(scene, each)
        ]
    destination = next(
        (m for m in places if m.form in {"state", "place", "capital", "metonym"} and m.actors), None
    )
    guests = (
        tuple(m for m in places if m.form in {"name", "title", "office", "descriptor", "pronoun"})
        if not cue.prepositions
        else ()
    )
    if destination is None and not guests:
        return None
    if cue.passive:
        return Trigger(
            scene,
            token,
            cue,
            "visit",
            "planned",
            tuple(travellers),
            guests,
            destination=destination,
            definite=True,
        )
    return Trigger(
        scene,
        token,
        cue,
        "visit",
        present(scene, token, status_of_verb(token, table), table),
        tuple(travellers),
        guests,
        destination=destination,
        definite=True,
    )


def at_token(scene: Scene, token: Token) -> list[Mention]:
    """Mentions at a token, inside it, or its only place; "Rio" in "Del Rio" is none."""
    if token.i in scene.at:
        mention = scene.at[token.i]
        longer = mention.form == "place" and any(
            c.dep_ == "compound" and c.text[:1].isupper() and scene.span(c).end < mention.span.start + 1
            for c in token.children
        )
        return [] if longer else [mention]
    inside = scene.inside(token)
    if inside:
        return inside
    within = [
        g
        for c in token.children
        if c.dep_ == "prep" and c.lower_ == "including"
        for g in c.children
        if g.dep_ == "pobj" and g.i in scene.at
    ]
    if within:
        return [scene.at[g.i] for g in within]
    return [
        m
        for c in token.children
        if c.dep_ in {"compound", "poss", "nmod", "appos"}
        for m in ([scene.at[c.i]] if c.i in scene.at else [])
        if m.form in {"place", "state", "capital", "metonym"}
    ]


def read_noun(scene: Scene, token: Token, cue: Cue, table: CueTable) -> Trigger | None:
    """A noun that names a contact, with the parties around it and those of the verb that governs it."""
    if not names_contact(token, cue):
        return None
    owners = [m for c in token.children if c.dep_ == "poss" for m in mentions_of(scene, c)]
    beside = unique(
        [
            m
            for c in token.children
            if c.dep_ in {"compound", "amod", "nmod", "dep"} and c.i < token.i
            for each in c.subtree
            for m in ([scene.at[each.i]] if each.i in scene.at else scene.inside(each))
        ]
    )
    behind, destination = noun_prepositions(scene, token, cue)
    verb = governing_verb(token)
    first, second = list(acting(owners)), list(acting(behind))
    compound = [
        m
        for m in beside
        if m.actors and (m.form in ACTING_FORMS or (m.form in {"adjective"} and cue.family != "visit"))
    ]
    if cue.family == "visit":
        destination = destination or next(
            (m for m in beside if m.form in {"place", "capital", "state", "metonym", "adjective"}), None
        )
        if destination is None and owners and owners[0].form in {"place", "capital", "metonym"}:
            destination = owners[0]
        compound = [m for m in compound if m.form in {"name", "title"}]
        destination = destination or verb_destination(scene, verb)
    if (
        cue.kind == "summit"
        and len(sides(compound)) == 1
        and all(m.form in {"state", "adjective"} for m in compound)
    ):
        compound = []
    second += compound
    governor = verb
    if verb is not None:
        first, second = add_governor(scene, token, cue, table, verb, first, second)
    status = noun_status(scene, token, verb, table)
    initiator, host = noun_roles(scene, token, verb, cue, first)
    definite = any(c.dep_ == "poss" or c.lower_ in {"the", "that", "this", "their"} for c in token.children)
    return Trigger(
        scene,
        token,
        cue,
        channel(scene, token, cue.kind),
        status,
        tuple(unique(first)),
        tuple(unique(second)),
        destination=destination,
        initiator=initiator,
        host=host,
        definite=definite,
        governor=governor,
        adjective=adjective_status(token, table),
        named=bool(compound or has_proper_name(token)),
    )


def has_proper_name(token: Token) -> bool:
    """Whether a noun bears a name: "the NATO Summit", "the Munich meeting"."""
    return any(c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN" for c in token.children)


def names_contact(token: Token, cue: Cue) -> bool:
    """Whether the noun is the thing itself: not "meeting room", "a call for action", "talk show", "visit our site"."""
    if token.dep_ in {"compound", "nmod"} and token.head.pos_ in {"NOUN", "PROPN"} and token.i < token.head.i:
        return (
            token.head.lemma_.lower() in {"talk", "call", "meeting", "negotiation", "conversation", "round"}
            and False
        )
    if cue.id == "call":
        if any(c.dep_ == "prep" and c.lower_ == "for" and c.i == token.i + 1 for c in token.children):
            return any(c.lower_ in PHONE | {"conference", "video"} for c in token.children)
        if any(c.dep_ == "acl" and c.tag_ == "VB" for c in token.children):
            return False
        return token.lower_ not in {"phone", "telephone"}
    if token.lemma_.lower() == "phone":
        return token.dep_ == "pobj" and token.head.lower_ in {"on", "off", "over", "by"}
    if cue.id == "talks" and token.lemma_ == "round":
        return any(
            c.dep_ == "prep"
            and c.lower_ == "of"
            and any(
                g.lemma_ in {"talk", "talks", "negotiation", "discussion", "consultation"} for g in c.children
            )
            for c in token.children
        )
    return True


def noun_prepositions(scene: Scene, token: Token, cue: Cue) -> tuple[list[Mention], Mention | None]:
    """The mentions behind a contact noun, and where a visit went."""
    wanted = {
        "call": (*WITH, "from", "to", "of"),
        "meeting": (*WITH, "of"),
        "message": ("to", "from", "with"),
        "signing": WITH,
    }.get(cue.family, ("of", "by", "from"))
    holders = [token, *[c for c in token.children if c.dep_ in {"acl", "prep", "relcl"}]]
    behind: list[Mention] = []
    destination = None
    for holder in holders:
        for name, obj in prepositions(holder, wanted):
            behind += (
                mentions_of(scene, obj)
                if name != "of"
                or cue.family != "meeting"
                or cue.kind == "summit"
                or any(c.lemma_ in {"leader", "minister", "president"} for c in [obj])
                or len(mentions_of(scene, obj)) > 1
                else []
            )
        if cue.family == "visit":
            for _, obj in prepositions(holder, ("to", "in")):
                places = [m for each in spread(obj) for m in at_token(scene, each)]
                destination = destination or next(
                    (m for m in places if m.actors and m.form in {"place", "state", "capital", "metonym"}),
                    None,
                )
    return behind, destination


def verb_destination(scene: Scene, verb: Token | None) -> Mention | None:
    """Where a visit went when the parser hangs "to Cairo" on the verb: "paid a visit on Monday to Cairo"."""
    if verb is None:
        return None
    for _, obj in prepositions(verb, ("to",)):
        for m in at_token(scene, obj):
            if m.actors and m.form in {"place", "state", "capital", "metonym"}:
                return m
    return None


def governing_verb(token: Token) -> Token | None:
    """The verb whose object, subject or circumstance a contact noun is."""
    head, child = token.head, token
    for _ in range(5):
        if head.pos_ in VERBAL or head.tag_.startswith("VB"):
            return head
        if head == child or head.pos_ not in {"ADP", "NOUN", "SCONJ", "ADV", "PROPN", "ADJ"}:
            return None
        if head.pos_ in {"NOUN", "PROPN"} and child.dep_ not in {"conj", "prep", "appos", "pobj", "compound"}:
            return None
        child, head = head, head.head
    return None


def link(token: Token, verb: Token) -> tuple[str, str]:
    """How a noun hangs on its verb: (dependency, preposition): ("dobj", ""), ("pobj", "during"), ("nsubj", "")."""
    child = token
    preposition = ""
    while child.head != verb and child.head != child:
        if child.dep_ == "pobj" and child.head.pos_ in {"ADP", "SCONJ"}:
            if preposition == "of" and child.lemma_.lower() in OUTER:
                preposition = ""
            preposition = preposition or child.head.lower_
        child = child.head
    dep = child.dep_
    return ("pobj", preposition or child.lower_) if dep in {"prep", "agent"} or preposition else (dep, "")


def add_governor(
    scene: Scene,
    token: Token,
    cue: Cue,
    table: CueTable,
    verb: Token,
    first: list[Mention],
    second: list[Mention],
) -> tuple[list[Mention], list[Mention]]:
    """Parties that stand with the verb: "held talks with", "X told Y in a call", "in a call with Y, X said"."""
    dep, preposition = link(token, verb)
    lemma = verb.lemma_.lower()
    subject = acting_subjects(scene, verb, token)
    others = (
        list(acting([m for _, obj in prepositions(verb, WITH) for m in mentions_of(scene, obj)]))
        if obj_free(token)
        else []
    )
    if dep in {"nsubj", "nsubjpass"}:
        if any(c.dep_ == "auxpass" for c in verb.children):
            first = first or list(
                acting([m for _, obj in prepositions(verb, ("by",)) for m in mentions_of(scene, obj)])
            )
        return first, second + others
    direct = (
        object_like(dep, lemma, preposition)
        or lemma in {"participate", "engage", "emerge", "take"}
        and dep == "pobj"
    )
    if direct and (lemma in table.light or lemma in table.governors):
        if direct_request(verb, lemma, table) and len(sides([*first, *second, *subject, *others])) < 2:
            others = others + asked(scene, verb)
        if cue.family == "call" and lemma in {"receive", "get", "field", "take"}:
            second = second + [m for m in subject if m not in first]
        elif lemma not in {"announce", "confirm", "describe", "discuss"} and not complete(
            token, first, second, subject
        ):
            first = first or subject if cue.family == "visit" else first + subject
        return first, second + others
    if (
        dep == "pobj"
        and preposition in {"about", "of", "on"}
        and lemma in {"inform", "brief", "update", "tell", "report"}
        and not first
    ):
        return subject, second
    if direct_request(verb, lemma, table) and len(sides([*first, *second])) < 2:
        second = second + asked(scene, verb)
    if (
        cue.family == "visit"
        and dep == "pobj"
        and not first
        and not second
        and preposition in {"during", "on", "after", "for", "following", "in", "of", "from"}
    ):
        return [
            m for m in subject if m.form in {"name", "title", "office", "pronoun", "people", "descriptor"}
        ], second
    lacking = not first and any(c.dep_ == "prep" and c.lower_ == "with" for c in token.children)
    attends = cue.kind == "summit" and bool(second) and preposition in {"at", "of", "during", "in", "to"}
    if (
        dep == "pobj"
        and (preposition in SHARED or attends)
        and (preposition != "on" or cue.family == "call")
        and cue.family != "visit"
        and (lacking or attends or len(sides([*first, *second])) < 2)
    ):
        told = list(
            acting([m for c in verb.children if c.dep_ in {"dobj", "dative"} for m in mentions_of(scene, c)])
        )
        subject += (
            acting([m for _, obj in prepositions(verb, ("by",)) for m in mentions_of(scene, obj)])
            if any(c.dep_ == "auxpass" for c in verb.children)
            else ()
        )
        return first + subject, second + others + (
            told
            if preposition in {"in", "during", "by", "on", "over"}
            and verb.lemma_
            in {
                "tell",
                "urge",
                "ask",
                "inform",
                "warn",
                "assure",
                "press",
                "thank",
                "congratulate",
                "reassure",
                "invite",
                "remind",
                "brief",
            }
            else []
        )
    return first, second


def complete(
    token: Token, first: Sequence[Mention], second: Sequence[Mention], subject: Sequence[Mention]
) -> bool:
    """Whether a noun has its parties without the verb's subject: "prepared for the summit between Trump and Kim"."""
    known = sides([*first, *second])
    if len(known) < 2:
        return False
    between = any(c.dep_ == "prep" and c.lower_ == "between" for c in token.children) or bool(first)
    return between or bool(sides(subject) & known)


def direct_request(verb: Token, lemma: str, table: CueTable) -> bool:
    """Whether a verb asks for a contact and stands beside the clause that says whom: "wrote to Putin, requesting a meeting"."""
    return (
        table.governors.get(lemma) == "proposed"
        and verb.dep_ in {"advcl", "xcomp", "conj"}
        and verb.head.pos_ in VERBAL
    )


def asked(scene: Scene, verb: Token) -> list[Mention]:
    """Whom the head clause of a request addresses."""
    head = verb.head
    objects = [m for c in head.children if c.dep_ in {"dobj", "dative"} for m in mentions_of(scene, c)]
    objects += [m for _, obj in prepositions(head, ("to", "with")) for m in mentions_of(scene, obj)]
    return list(acting([m for m in objects if any(a.type == "person" for a in m.actors)]))


OBJECT_VERBS = frozenset(
    {
        "look",
        "call",
        "push",
        "press",
        "participate",
        "engage",
        "work",
        "agree",
        "prepare",
        "wait",
        "plan",
        "appeal",
        "aim",
        "rule",
        "pull",
        "back",
        "opt",
        "invite",
        "head",
        "travel",
        "arrive",
        "ask",
        "hope",
        "try",
        "gear",
        "commit",
        "return",
    }
)


def object_like(dep: str, lemma: str, preposition: str) -> bool:
    """Whether a noun is what its verb is about: an object, or the object of "look forward to", "call for", "agree on"."""
    if dep in {"dobj", "attr", "oprd"}:
        return True
    wanted = {"for", "on", "to", "of", "from", "out", "toward", "towards", "into"} | (
        {"in"} if lemma in {"participate", "engage"} else set()
    )
    return dep == "pobj" and lemma in OBJECT_VERBS and preposition in wanted


def obj_free(token: Token) -> bool:
    """Whether the noun has no "with" of its own, so that the verb's may be its."""
    return not any(c.dep_ == "prep" and c.lower_ in {"with", "between"} for c in token.children)


def adjective_status(token: Token, table: CueTable) -> str | None:
    """What an adjective or participle on the noun says: "a planned meeting", "the cancelled summit"."""
    for child in token.children:
        word = child.lower_
        if child.dep_ in {"amod", "compound", "nmod", "det"} and word in table.adjectives:
            return table.adjectives[word]
        if (
            child.dep_ == "acl"
            and child.tag_ in {"VBN", "VBD"}
            and child.lemma_
            in {"plan", "schedule", "expect", "set", "propose", "slate", "arrange", "cancel", "due"}
        ):
            return table.governors.get(child.lemma_)
    return None


def noun_status(scene: Scene, token: Token, verb: Token | None, table: CueTable) -> str | None:
    """The status of a contact noun from its adjectives, its governing noun and its verb; "" where nothing tells."""
    own = adjective_status(token, table)
    negative = any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in token.children)
    governing = (
        token.head
        if token.head.pos_ in {"NOUN"}
        else token.head.head
        if token.head.pos_ == "ADP" and token.head.head.pos_ == "NOUN"
        else None
    )
    above = (
        NOUN_STATUS.get(governing.lemma_.lower())
        if governing is not None and governing.i != token.i
        else None
    )
    if verb is None:
        return (
            None
            if negative
            else own
            or above
            or ("held" if scene.sentence.layer != "prose" and token.head == token and False else "")
        )
    dep, preposition = link(token, verb)
    lemma = verb.lemma_.lower()
    status = status_of_verb(verb, table)
    shown = "held" if status == "present" and scene.sentence.layer != "prose" else status
    if negative or (negated(verb) and dep in {"dobj", "nsubj", "nsubjpass", "attr"} and not own):
        return (
            "declined"
            if form_status(verb) == "planned" and lemma not in {"be", "happen"}
            else None
            if negative or lemma in table.light | {"take", "happen", "be", "occur"}
            else own or ""
        )
    if dep in {"nsubj", "nsubjpass"}:
        return subject_status(verb, lemma, own, shown, table)
    if object_like(dep, lemma, preposition):
        return object_status(verb, lemma, own, shown, table)
    if own or above:
        return own or above
    if preposition == "for" and table.governors.get(lemma) == "planned" and lemma not in table.light:
        return "planned"
    if preposition in BEFORE:
        return "before"
    if preposition in {
        "after",
        "following",
        "during",
        "since",
        "in",
        "at",
        "over",
        "on",
        "from",
        "by",
    } and form_status(verb) in {"held", "present", "gerund"}:
        return "held" if form_status(verb) == "held" else ""
    return ""


def subject_status(
    verb: Token, lemma: str, own: str | None, shown: str | None, table: CueTable
) -> str | None:
    """The meeting ... was held, will take place, is scheduled, was cancelled."""
    if lemma == "call" and any(c.lower_ == "off" for c in verb.children):
        return "cancelled"
    found = table.governors.get(lemma)
    if (
        found in {"cancelled", "denied", "declined"}
        and any(c.dep_ == "auxpass" for c in verb.children)
        or found == "cancelled"
    ):
        return "cancelled" if found != "denied" else "denied"
    if lemma == "take" or lemma not in table.governors:
        below = next(
            (
                c
                for c in verb.children
                if c.dep_ in {"acomp", "attr", "xcomp", "oprd", "prep"}
                and (
                    c.lemma_.lower() in NOUN_STATUS
                    or c.lemma_.lower() in table.governors
                    or c.lower_ in {"underway", "under", "off"}
                    or (c.lower_ == "in" and c.dep_ == "prep")
                )
            ),
            None,
        )
        if lemma == "be" and below is not None:
            word = below.lemma_.lower()
            if below.lower_ in {"underway", "under"}:
                return "ongoing"
            if below.lower_ == "off":
                return "cancelled"
            if below.lower_ == "in" and any(
                g.lemma_.lower() in {"work", "works", "pipeline", "offing", "card", "cards", "planning"}
                for g in below.children
            ):
                return "planned"
            return NOUN_STATUS.get(word) or table.governors.get(word)
        if lemma == "be" and any(c.lower_ in {"ongoing", "continuing"} for c in verb.children):
            return "ongoing"
        if shown == "proposed" and lemma in HAPPENED:
            return own or ""
        if shown == "present" and lemma in HAPPENED and lemma != "be":
            return own or "held"
        return own or shown
    if found == "planned" and any(c.dep_ == "xcomp" and c.lemma_ not in TAKING_PLACE for c in verb.children):
        return own or ""
    if found in {"planned", "proposed"}:
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        return found if passive or lemma in {"look"} or found == "proposed" else own or shown
    if found == "ongoing":
        return "ongoing" if form_status(verb) in {"present", "ongoing", "held"} else shown
    return own or shown


TAKING_PLACE = frozenset(
    {
        "take",
        "hold",
        "happen",
        "occur",
        "begin",
        "start",
        "resume",
        "be",
        "go",
        "open",
        "convene",
        "continue",
        "follow",
        "come",
        "conclude",
        "end",
        "kick",
        "proceed",
    }
)


def object_status(verb: Token, lemma: str, own: str | None, shown: str | None, table: CueTable) -> str | None:
    """X ... held / will hold / plans / proposed / refused / cancelled a meeting."""
    particles = {c.lower_ for c in verb.children if c.dep_ in {"prt", "prep", "advmod"}}
    if lemma == "call" and "off" in particles or lemma in {"pull", "back"} and "out" in particles:
        return "cancelled"
    if lemma == "turn" and "down" in particles or lemma == "rule" and "out" in particles:
        return "declined"
    if lemma == "set" and "up" not in particles and shown == "held":
        return "planned"
    found = table.governors.get(lemma)
    if found and lemma not in table.light:
        if (
            lemma
            in {
                "discuss",
                "announce",
                "confirm",
                "accept",
                "extend",
                "move",
                "open",
                "need",
                "try",
                "express",
            }
            and own is None
        ):
            return {
                "accept": "planned",
                "announce": "planned",
                "confirm": "planned",
                "discuss": "proposed",
                "extend": "proposed",
                "need": "proposed",
            }.get(lemma, shown)
        if found == "ongoing":
            return "ongoing"
        if own == "cancelled":
            return own
        return found
    if own in {"planned", "proposed", "cancelled"} and shown in {"held", None, "present"}:
        return own
    return shown


def noun_roles(
    scene: Scene, token: Token, verb: Token | None, cue: Cue, first: Sequence[Mention]
) -> tuple[Mention | None, Mention | None]:
    """Who placed the call or sent the message, and who hosted."""
    if verb is None:
        return None, None
    dep, _ = link(token, verb)
    lemma = verb.lemma_.lower()
    subject = acting([m for s in subjects(verb) if s.i != token.i for m in mentions_of(scene, s)])
    if cue.family in {"call", "message"}:
        frm = acting([m for _, obj in prepositions(token, ("from",)) for m in mentions_of(scene, obj)])
        if frm:
            return frm[0], None
        if dep == "dobj" and lemma in {"place", "make", "initiate", "send", "write"} and subject:
            return subject[0], None
        to = [m for _, obj in prepositions(token, ("to",)) for m in mentions_of(scene, obj)]
        owner = [m for c in token.children if c.dep_ == "poss" for m in mentions_of(scene, c)]
        if to and owner:
            return owner[0], None
    if dep == "dobj" and lemma in {"request", "seek", "propose", "offer", "suggest"} and subject:
        return subject[0], None
    if dep == "dobj" and lemma in {"host", "convene"} and subject:
        return None, subject[0]
    return None, None
