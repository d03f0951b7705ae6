"""Whose name stands behind an office, wherever the parse hangs it: "his counterpart from Peru, Ollanta Humala"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.cues import words
from communique.records import Actor, Mention

if TYPE_CHECKING:
    from communique.contacts.scene import Scene
    from communique.sentences import Token

BELOW = 3  # nouns below an office behind which its bearer may stand
IN_TURN = re.compile(r",? (?:and )?of (?:the )?")
SECOND_OFFICE = re.compile(r"(?: \([A-Z]+\))? and ")
CALLINGS = words("people") | words("callings")


def named_in_turn(scene: Scene, token: Token, mention: Mention) -> list[Mention]:
    """The bearers of a plural office, each behind the state: "the ministers of Fiji, X, of Peru, Y, and of Mali, Z"."""
    if token.tag_ not in {"NNS", "NNPS"} or len(mention.actors) != 1:
        return []
    left, state, found = mention, mention.actors[0].state or mention.actors[0].id, list[Mention]()
    for right in sorted(scene.mentions, key=lambda m: m.span.start):
        if right.span.start < left.span.end:
            continue
        base = scene.sentence.span.start
        gap = scene.doc.text[left.span.end - base : right.span.start - base]
        if gap == ", " and right.form in {"name", "title"} and left.form not in {"name", "title"}:
            found.append(bearing(right, replace(mention.actors[0], state=state)))
        elif IN_TURN.fullmatch(gap) and right.form in {"state", "place"} and right.actors and found:
            state = right.actors[0].id
        else:
            break
        left = right
    return found if len(found) > 1 else []


def bearer_behind(scene: Scene, token: Token, mention: Mention) -> list[Mention]:
    """The person whom the parse hangs on his state: "his counterpart from Peru, Ollanta Humala"."""
    if len(mention.actors) != 1:
        return []
    names = [scene.at[c.i] for c in token.children if c.dep_ == "appos" and c.i in scene.at]
    state = mention.actors[0].id
    return [m for m in names if m.form in {"name", "title"} and all(a.state == state for a in m.actors)]


def bearer_below(scene: Scene, token: Token) -> list[Mention]:
    """The person whom the parse hangs on the last noun of an office: "the head of the council in Aden, Ann Lee"."""
    if token.lemma_.lower() not in CALLINGS or token.tag_ not in {"NN", "NNP"}:
        return []
    noun = token
    for _ in range(BELOW):
        inner = next(
            (
                g
                for c in noun.children
                if c.dep_ == "prep" and c.i > noun.i
                for g in c.children
                if g.dep_ == "pobj"
            ),
            None,
        )
        if inner is None:
            return []
        noun = inner
        names = [scene.at[c.i] for c in noun.children if c.dep_ == "appos" and c.i in scene.at]
        if names:
            return [m for m in names if m.form in {"name", "title"}][:1]
    return []


def posted(scene: Scene, mention: Mention) -> list[Mention]:
    """The bearer of an office behind its post: "the US ambassador to Ankara John Bass", "the envoy in Kabul, Ann Lee"."""
    if len(mention.actors) != 1:
        return []
    behind = sorted((m for m in scene.mentions if m.span.start >= mention.span.end), key=lambda m: m.span)[:2]
    if len(behind) < 2 or behind[0].form not in {"place", "state"} or behind[1].form not in {"name", "title"}:
        return []
    base = scene.sentence.span.start
    ends = (mention.span.end, behind[0].span.start, behind[0].span.end, behind[1].span.start)
    before, _, after = (scene.doc.text[a - base : b - base] for a, b in pairwise(ends))
    person = behind[1].actors[0] if len(behind[1].actors) == 1 else None
    if before not in {" to ", " in "} or after not in {" ", ", "} or person is None:
        return []
    if person.state not in {None, mention.actors[0].state or mention.actors[0].id}:
        return []
    return [
        bearing(behind[1], replace(mention.actors[0], state=mention.actors[0].state or mention.actors[0].id))
    ]


def second_office(scene: Scene, token: Token, mention: Mention) -> list[Mention]:
    """The bearer of two offices that stand before the name: "party secretary and President of Laos Ann Lee"."""
    if token.tag_ not in {"NN", "NNP"} or len(mention.actors) != 1:
        return []
    behind = [m for m in scene.mentions if m.span.start > mention.span.end and m.form == "title"]
    bearer = min(behind, key=lambda m: m.span.start, default=None)
    if bearer is None or len(bearer.actors) != 1:
        return []
    base = scene.sentence.span.start
    gap = scene.doc.text[mention.span.end - base : bearer.span.start - base]
    own = mention.actors[0].state or mention.actors[0].id
    return [bearer] if SECOND_OFFICE.fullmatch(gap) and bearer.actors[0].state == own else []


def bearing(name: Mention, office: Actor) -> Mention:
    """A name with the office told of it, where nothing else is known of its bearer."""
    if len(name.actors) != 1 or name.actors[0].state or name.actors[0].type != "person":
        return name
    actor = replace(name.actors[0], state=office.state, office=office.office, office_id=office.office_id)
    return replace(name, actors=(actor,))
