"""Nouns that tell of a contact ("a call with Y", "the visit to Z") with the parties around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.contacts.agents import at_token
from communique.contacts.channels import PHONE, channel
from communique.contacts.cues import Cue, CueTable
from communique.contacts.governors import WITH, add_governor, governing_verb, link
from communique.contacts.noun_status import adjective_status, noun_status
from communique.contacts.scene import Scene, mentions_of, prepositions, spread, unique
from communique.contacts.subjects import subjects
from communique.contacts.triggers import ACTING_FORMS, Trigger, acting, sides
from communique.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


DURING = frozenset(
    (
        "in during on at over after before following by via through since ahead for from of to into under "
        "amid upon"
    ).split()
)


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
