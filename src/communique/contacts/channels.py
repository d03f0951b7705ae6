"""How those who deal with each other did: by phone, by video, in person, from the words around a trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import FAMILY, load_cues, words
from communique.contacts.durations import NUMBERS, number
from communique.contacts.scene import VERBAL, Scene, mentions_of, prepositions

if TYPE_CHECKING:
    from communique.sentences import Token


OTHER_TIMES = frozenset({"after", "before", "since", "until", "till", "following", "ahead"})
PHONE = words("phone")
CIRCUMSTANCES = frozenset({"prep", "advmod", "npadvmod", "dobj", "oprd", "advcl", "agent", "amod"})
CALLS = frozenset({"call", "conversation", "phone"})
VIDEO = words("video")
BODILY = words("bodily")
LINKS = PHONE | VIDEO | {"link"}
IN_PERSON = words("in_person")
PRIVATE = frozenset({"alone", "private", "privately", "dinner", "lunch"})
BY = frozenset({"by", "on", "over", "via", "through", "conversation", "call"})
OUTDOORS = words("outdoors")
LENGTHS = frozenset({"hour", "day", "minute"})
LONG = 3  # hours for which nobody phones
MARGINS = frozenset({"sideline", "margin", "fringe"})
ROOMS = words("rooms") - {"stage", "table", "train", "car", "house", "office"}


def unnamed(scene: Scene, token: Token) -> list[Token]:
    """Interlocutors without names, whose place is that of the contact: "spoke to Chinese officials in Beijing"."""
    objects = [obj for _, obj in prepositions(token, ("to", "with"))]
    return [o for o in objects if o.i not in scene.at or scene.at[o.i].form in {"office", "people"}]


def of_another_time(part: Token) -> bool:
    """Whether what hangs on a verb was before or after it: "met in Oslo, a week after they spoke by phone"."""
    return part.lower_ in OTHER_TIMES or (
        part.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in OTHER_TIMES for c in part.children)
    )


def is_call_above(part: Token) -> bool:
    """Whether a call that the parse hangs on "to meet" is that in which it was agreed: nobody meets during a phone call."""
    if (
        part.lower_ not in {"during", "in", "over"}
        or part.head.lemma_ not in BODILY
        or part.head.tag_ != "VB"
    ):
        return False
    return any(c.dep_ == "pobj" and c.lemma_.lower() in CALLS for c in part.children)


def by_channel(token: Token) -> list[Token]:
    """The channel that a verb names, on which the parse may hang whom it was with: "spoke by video link with Y"."""
    if LINKS.isdisjoint(token.doc.words):
        return []
    named = [obj for _, obj in prepositions(token, ("by", "via", "over", "on", "through"))]
    return [
        obj for obj in named if obj.lower_ in LINKS or any(c.lower_ in VIDEO | PHONE for c in obj.children)
    ]


def is_about_phones(token: Token) -> bool:
    """Whether a verb's telephones are what the deed was about: "summoned the ambassador over the tapping of phones"."""
    near = [t for t in token.subtree if t.lower_ in PHONE and t.head.lower_ not in BY]
    return (
        token.pos_ in VERBAL
        and bool(near)
        and not any(t.lower_ in PHONE and t.head.lower_ in BY for t in token.subtree)
    )


def is_journeys_end(verb: Token) -> bool:
    """Whether somebody travels to speak to another: "flew to Lima to speak with Garcia"."""
    head = verb.head
    purpose = verb.dep_ in {"advcl", "xcomp", "conj"} and any(c.lower_ == "to" for c in verb.children)
    goes = head.pos_ in VERBAL and head.lemma_.lower() in load_cues().journeys
    return purpose and goes and any(prepositions(head, ("to", "in", "into")))


def channel(scene: Scene, token: Token, kind: str) -> str:
    """The kind after what the words around the trigger say of the channel: by phone, by video, in person."""
    if kind in {"summit", "visit", "signing"}:
        return kind
    if kind == "talks" and is_in_touch(token):
        kind = "call"
    near = around_deed(token) if token.pos_ in VERBAL else {t.lower_ for t in token.subtree}
    if token.pos_ not in VERBAL and (token.head.pos_ in VERBAL or token.head.pos_ == "ADP"):
        near.add(token.head.lower_)
        near |= by_light_verb(token)
    family = FAMILY[kind]
    if kind == "message" and token.pos_ in VERBAL and near & PHONE:
        return "phone_call"  # "congratulated him by telephone"
    if family in {"call", "meeting"} and is_by_video(token, near):
        return "video_call"
    if family == "call" or (kind in {"talks", "meeting"} and not is_about_phones(token)):
        compounds = {c.lower_ for c in token.children if c.dep_ in {"compound", "amod", "nmod"}}
        if near & PHONE and (
            family == "call" or compounds & PHONE or token.pos_ in VERBAL or "by" in near or "over" in near
        ):
            return "phone_call"
    if family == "call" and is_face_to_face(token, near):
        return "meeting"
    return "talks" if kind == "call" and token.pos_ in VERBAL and is_placed(scene, token) else kind


def is_in_touch(noun: Token) -> bool:
    """Whether two have been "in touch" or "in contact", by no channel that is told."""
    return noun.lemma_ in {"touch", "contact"} and noun.dep_ == "pobj" and noun.head.lower_ in {"in", "into"}


def by_light_verb(noun: Token) -> set[str]:
    """The channel that hangs on a noun's light verb: "held talks with Modi via video link"."""
    verb = noun.head
    if (
        noun.dep_ != "dobj"
        or LINKS.isdisjoint(noun.doc.words)
        or verb.lemma_.lower() not in load_cues().light
    ):
        return set()
    return {t.lower_ for obj in by_channel(verb) for t in (obj.head, *obj.subtree)}


def is_by_video(token: Token, near: set[str]) -> bool:
    """Whether the words around tell of a link by video; a meeting of which there is a video was none."""
    filmed = (
        token.lower_ in {"meeting", "summit"}
        and "video" in near
        and not near & {"conference", "by", "via", "link", "call"}
        and not any(c.lower_ == "video" and c.i == token.i - 1 for c in token.children)
    )
    return bool(near & VIDEO) and not filmed


def is_face_to_face(token: Token, near: set[str]) -> bool:
    """Whether those who spoke were in one place: "spoke in person", "talked at the border", "a conversation in his office"."""
    if near & IN_PERSON:
        return True
    if near & PHONE:
        return False
    if token.pos_ in VERBAL:
        return bool(near & PRIVATE) or is_outdoors(token) or is_where(token)
    return token.pos_ == "NOUN" and (bool(near & ROOMS) or is_on_margins(token))


def is_on_margins(noun: Token) -> bool:
    """Whether a talk was had beside an event that both came to: "On the sidelines of the summit, he had a conversation with Li"."""
    holders = (noun, noun.head) if noun.dep_ == "dobj" else (noun,)
    return any(
        obj.lemma_.lower() in MARGINS for each in holders for _, obj in prepositions(each, ("on", "at"))
    )


def is_placed(scene: Scene, verb: Token) -> bool:
    """Whether two spoke in one place: "spoke to Chinese officials in Beijing", "talked for an hour at a villa in Bern".

    Nobody talks on the phone for as long as half a day, either.
    """
    lengths = [obj for _, obj in prepositions(verb, ("for",)) if obj.lemma_ in LENGTHS]
    rooms = [obj for each in (verb, *lengths) for _, obj in prepositions(each, ("in", "at")) if is_room(obj)]
    if rooms or any(is_long(each) for each in lengths):
        return True
    return any(
        m.form in {"place", "capital"} and m.actors
        for holder in [verb, *lengths, *unnamed(scene, verb)]
        for _, obj in prepositions(holder, ("in", "at"))
        for m in mentions_of(scene, obj)
    )


def is_room(noun: Token) -> bool:
    """Whether a noun is a place in which two sit together: "a hotel", "the guest house"."""
    guest = noun.lemma_ == "house" and any(c.lower_ in {"guest", "state"} for c in noun.children)
    return noun.lemma_.lower() in ROOMS or guest


def is_long(noun: Token) -> bool:
    """Whether a length of time is longer than a call: "three hours", "hours", "two days"."""
    if noun.lemma_ == "day":
        return True
    numbers = [c.lower_ for c in noun.children if c.dep_ in {"nummod", "det", "amod"}]
    told = [number(word) for word in numbers if word in NUMBERS or word.isdigit()]
    return noun.lower_ == "hours" and (not told or max(told) >= LONG)


def around_deed(verb: Token) -> set[str]:
    """The words that tell how and where a verb's deed was done, in small letters."""
    return {
        t.lower_
        for c in verb.children
        if c.dep_ in CIRCUMSTANCES and not of_another_time(c) and not is_call_above(c)
        for t in c.subtree
        if abs(t.i - verb.i) < 25
    }


def is_outdoors(verb: Token) -> bool:
    """Whether a verb names a place where both were: "talked for two hours at the border"."""
    lengths = [obj for _, obj in prepositions(verb, ("for",))]
    return any(
        obj.lemma_.lower() in OUTDOORS
        for holder in (verb, *lengths)
        for _, obj in prepositions(holder, ("at", "on"))
    )


def is_where(verb: Token) -> bool:
    """Whether a clause tells what was done in the place just named: "the palace, where Lee and Roe talked"."""
    return verb.dep_ == "relcl" and any(c.lower_ == "where" and c.dep_ == "advmod" for c in verb.children)
