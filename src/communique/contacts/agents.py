"""Who acts and who is acted on: the parties that stand with a verb, and the names that the parse left hanging."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.cues import words
from communique.contacts.scene import Scene, mentions_of, prepositions
from communique.contacts.subjects import SUBJECT, is_finite, subjects
from communique.contacts.triggers import acting
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

ATTRIBUTES = frozenset({"amod", "poss", "nmod", "compound"})
NAMED = frozenset({"name", "title"})
JOINT = re.compile(r",? (?P<and>and |& )?(?:the )?|, ")
TOWNS = words("towns")
RECEIVING = words("meeting_bearers")
GUESTS = frozenset({"name", "title", "office", "people"})
PARTED = re.compile(
    r" (?:the |his |her |a )?visiting |(?: in audience| (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+)?| today| yesterday| here"
    r"| (?:in|at) (?:the |his |her )?[A-Z][\w -]{1,40}?)+,? (?:the |his |her |a |an |visiting )*"
)
PASSIVE = frozenset({"nsubjpass", "auxpass"})
OPENING = 2  # where a name stands behind two words, a preposition and a place
TOWN = frozenset({"place", "capital", "state", "metonym"})
FROM = frozenset({"from", "in", "after"})
OF_PLACE = frozenset({"including", "of"})


def agents(scene: Scene, token: Token) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """(those who act, those who are acted on) of a verb, passives turned."""
    subject = [m for s in subjects(token) for m in mentions_of(scene, s)]
    objects = [m for c in token.children if c.dep_ in {"dobj", "dative"} for m in mentions_of(scene, c)]
    if not PASSIVE.isdisjoint([c.dep_ for c in token.children]) or (
        token.tag_ == "VBN" and token.dep_ == "acl" and any(c.dep_ == "agent" for c in token.children)
    ):
        by = [m for _, obj in prepositions(token, ("by",)) for m in mentions_of(scene, obj)]
        by = by or [m for obj in lower_agents(token) for m in mentions_of(scene, obj)]
        return acting(by), acting(subject or objects)
    return acting(subject) or left_names(scene, token), acting(objects) or shifted_object(scene, token)


def lower_agents(verb: Token) -> list[Token]:
    """Who acts in a passive where the parse hangs "by" on a circumstance: "was received with honours by the king"."""
    lower = [obj for _, obj in prepositions(verb, ("with", "in", "at", "on", "as", "for"))]
    return [obj for each in lower for _, obj in prepositions(each, ("by",))]


def shifted_object(scene: Scene, verb: Token) -> tuple[Mention, ...]:
    """The guest whom a day or a place parts from the verb: "received on Wednesday the Chadian envoy"."""
    if verb.lemma_.lower() not in RECEIVING or any(c.dep_ in {"dobj", "auxpass"} for c in verb.children):
        return ()
    start, base = scene.span(verb).end, scene.sentence.span.start
    behind = [m for m in scene.mentions if m.span.start > start and m.form in GUESTS and m.actors]
    first = min(behind, key=lambda m: m.span.start, default=None)
    if first is None:
        return ()
    between = scene.doc.text[start - base : first.span.start - base]
    return (first,) if PARTED.fullmatch(between) else ()


def acting_subjects(scene: Scene, verb: Token, noun: Token | None = None) -> list[Mention]:
    """Whose action a verb is, found by the parse or, where that left it hanging, just before the verb."""
    found = acting(
        [m for s in subjects(verb) if noun is None or s.i != noun.i for m in mentions_of(scene, s)]
    )
    return list(found or left_names(scene, verb))


def left_names(scene: Scene, token: Token) -> tuple[Mention, ...]:
    """Names that the parse left hanging before a finite verb without a subject: "Ann Lee, the minister, today received"."""
    if not is_finite(token):
        return ()
    if token.dep_ in {"dep", "acl", "relcl", "appos"} and not any(c.dep_ in SUBJECT for c in token.children):
        above = acting([scene.at[token.head.i]]) if token.head.i in scene.at else ()
        if above and token.head.i < token.i:
            return above
    before = token.i - 1
    while before >= 0 and scene.doc[before].pos_ in {"ADV", "AUX"}:
        before -= 1
    if (
        before in scene.at
        and not any(c.dep_ in SUBJECT for c in token.children)
        and (date_before(scene.doc[before]) or place_before(scene, before))
    ):
        return acting([scene.at[before]])
    hanging = [
        c
        for c in token.children
        if c.dep_ in {"dep", "npadvmod", "nmod", "appos", "compound", "nsubj", "ccomp", "parataxis"}
        and c.i < token.i
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


def place_before(scene: Scene, name: int) -> bool:
    """Whether a name stands behind a place that the parse has run it into: "From Lima President Jagdeo travels to Cuba"."""
    place = scene.at.get(name - 1)
    return name == OPENING and place is not None and place.form in TOWN and scene.doc[0].lower_ in FROM


def between_tokens(low: Token, high: Token) -> Iterator[Token]:
    """The tokens from one up to another that it hangs below, the upper one left out."""
    while low.i != high.i and low.head != low:
        yield low
        low = low.head


def place_prepositions(token: Token) -> frozenset[str]:
    """Behind which prepositions of a noun its places stand: "states including Oman", "the capital of Eritrea"."""
    return OF_PLACE if token.lemma_.lower() in TOWNS else frozenset({"including"})


def at_token(scene: Scene, token: Token) -> list[Mention]:
    """Mentions at a token, or its only place; "Rio" in "Del Rio" is none."""
    if token.i in scene.at:
        mention = scene.at[token.i]
        longer = mention.form == "place" and any(
            c.dep_ == "compound"
            and c.text[:1].isupper()
            and scene.starts_at(c) + len(c.text) <= mention.span.start
            for c in token.children
        )
        return [] if longer else [mention]
    within = [
        g
        for c in token.children
        if c.dep_ == "prep" and c.lower_ in place_prepositions(token)
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
    ] or capital_of(scene, token)


def capital_of(scene: Scene, token: Token) -> list[Mention]:
    """The state whose capital a noun is, by its adjective alone: "had reached the Indian capital that afternoon"."""
    if token.lemma_.lower() != "capital":
        return []
    of = [scene.at[c.i] for c in token.children if c.dep_ in ATTRIBUTES and c.i in scene.at]
    return [replace(m, form="capital") for m in of if m.form in {"adjective", "state"}]


def listed_before(scene: Scene, owners: Sequence[Mention]) -> list[Mention]:
    """The names of a list that the parse leaves out of a possessive: "Sullivan, Blinken and Milley's call with Kuleba"."""
    if len(owners) != 1 or owners[0].form not in NAMED:
        return []
    found, right = list[Mention](), owners[0]
    for mention in sorted(scene.mentions, key=lambda m: m.span.start, reverse=True):
        if mention.span.end > right.span.start:
            continue
        joint = JOINT.fullmatch(between_mentions(scene, mention, right))
        if mention.form not in NAMED or joint is None or not (found or joint["and"]):
            break
        found.insert(0, mention)
        right = mention
    return found


def between_mentions(scene: Scene, left: Mention, right: Mention) -> str:
    """The words between two mentions of a sentence."""
    base = scene.sentence.span.start
    return scene.doc.text[left.span.end - base : right.span.start - base]
