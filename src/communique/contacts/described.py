"""Whose a name is that nobody knows, by what the report calls its bearer: "Ann Lee, Oman's chief negotiator,".

Said once, it holds throughout: "Lee met the Qatari minister on Sunday" is then a meeting of Oman with Qatar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.bearers import CALLINGS, bearing
from communique.contacts.scene import Scene, prepositions
from communique.records import Actor, Mention

if TYPE_CHECKING:
    from communique.sentences import Token

WHOSE = frozenset({"state", "adjective", "demonym", "people", "organisation", "body", "capital"})
BEFORE = frozenset({"poss", "amod", "compound", "nmod"})
OWNERS = WHOSE | {"office"}
OWNED = re.compile(r"['’]s? [^,;.:()\"“”]{3,90}?,? (?:(?:Mr|Ms|Mrs|Dr)\.? )?")
APOSTROPHES = frozenset("'’")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
POSTED = re.compile(r" (?:on|for|to) [^,;.]{2,60}, ")  # "the UN envoy on border talks, Ann Lee"


def lay_described(scenes: Sequence[Scene]) -> list[Scene]:
    """The scenes, each name that nobody knows bearing the state and the office that the report once gives it."""
    unknown = [m for scene in scenes for m in scene.mentions if m.actors and not m.actors[0].known]
    if not any(is_lone(m) for m in unknown):
        return list(scenes)
    offices: dict[str, Actor] = {}
    for scene in scenes:
        for name, office in told(scene):
            offices.setdefault(name.actors[0].id, office)
    return [with_offices(scene, offices) for scene in scenes] if offices else list(scenes)


def is_lone(mention: Mention) -> bool:
    """Whether a mention is of one person of whom neither state nor office is known."""
    if len(mention.actors) != 1:
        return False
    actor = mention.actors[0]
    return actor.type == "person" and not actor.known and not actor.state and not actor.office


def told(scene: Scene) -> Iterator[tuple[Mention, Actor]]:
    """Each lone name of a sentence that is described there, with whose the description makes it."""
    lone = [m for m in scene.mentions if m.form in {"name", "title"} and is_lone(m)]
    for name in lone:
        office, token = posted_before(scene, name), scene.token_at(name.head)
        whose = office.actors[0] if office else owned(scene, name)
        if whose is None and token is not None:
            whose = apposed(scene, token)
        if whose is not None:
            yield name, whose


def apposed(scene: Scene, name: Token) -> Actor | None:
    """Whose a name is by the noun in apposition to it: "Ann Lee, Oman's negotiator", "Ann Lee, head of Oman's team"."""
    nouns = [c for c in name.children if c.dep_ == "appos"]
    nouns += above(name) if name.dep_ in {"appos", "compound", "nmod"} else []
    for noun in nouns:
        if noun.lemma_.lower() not in CALLINGS:
            continue
        below = [obj for _, obj in prepositions(noun, ("of", "for"))]
        for holder in (noun, *below):
            for child in (c for c in holder.children if c.dep_ in BEFORE):
                found = of_whom(scene, child)
                if found is not None:
                    return found
        found = next((one for obj in below if (one := of_whom(scene, obj)) is not None), None)
        if found is not None:
            return found
    return None


def owned(scene: Scene, name: Mention) -> Actor | None:
    """Whose a name is by whom its office belongs to: "the Omani foreign ministry's director-general for Asia, Ann Lee"."""
    base, text = scene.sentence.span.start, scene.doc.text
    begin = name.span.start - base
    if APOSTROPHES.isdisjoint(text[:begin]):
        return None
    for owner in scene.mentions:
        end = owner.span.end - base
        between = text[end:begin] if owner.span.end < name.span.start and owner.form in OWNERS else ""
        post = OWNED.fullmatch(between) if between else None
        if post is None or len(owner.actors) != 1:
            continue
        words = [t for t in scene.doc.tokens if end <= t.idx < begin]
        state = owner.actors[0].state or owner.actors[0].id
        if any(t.tag_ in FINITE for t in words) or not any(t.lemma_.lower() in CALLINGS for t in words):
            continue
        return Actor(id=state, name=state, type="state", state=state)
    return None


def above(name: Token) -> list[Token]:
    """The noun that a name hangs on, and the office whose last noun that is: "the head of Oman's council, Ann Lee"."""
    noun = name.head
    outer = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in {"of", "for"} else noun
    return [noun] if outer is noun else [noun, outer]


def of_whom(scene: Scene, token: Token) -> Actor | None:
    """The state or the organisation that a word names."""
    mention = scene.at.get(token.i)
    if mention is None or mention.form not in WHOSE or len(mention.actors) != 1:
        return None
    actor = mention.actors[0]
    return actor if actor.type != "person" else None


def posted_before(scene: Scene, name: Mention) -> Mention | None:
    """The office whose post alone stands between it and a name: "the UN envoy on border talks, Ann Lee"."""
    base = scene.sentence.span.start
    offices = (m for m in scene.mentions if m.form == "office" and len(m.actors) == 1)
    before = (m for m in offices if m.span.end <= name.span.start)
    return next(
        (m for m in before if POSTED.fullmatch(scene.doc.text[m.span.end - base : name.span.start - base])),
        None,
    )


def with_offices(scene: Scene, offices: Mapping[str, Actor]) -> Scene:
    """A sentence whose lone names bear what they are told to be; an office before its post gives way to its bearer."""
    if not any(is_lone(m) and m.actors[0].id in offices for m in scene.mentions):
        return scene
    lent = {m.span: lend(m, offices) for m in scene.mentions}
    at = {i: lent.get(m.span, m) if m in scene.mentions else m for i, m in scene.at.items()}
    whole = replace(scene, mentions=tuple(lent.values()), at=at)
    for name in [m for m in scene.mentions if is_lone(m)]:
        office = posted_before(scene, name)
        place = scene.token_at(office.head) if office is not None else None
        if place is not None:
            at[place.i] = lent[name.span]
    return whole


def lend(mention: Mention, offices: Mapping[str, Actor]) -> Mention:
    """A lone name as its description makes it; any other mention as it is."""
    if not is_lone(mention) or mention.actors[0].id not in offices:
        return mention
    whose = offices[mention.actors[0].id]
    state = whose.state or whose.id
    if whose.type != "person":
        whose = replace(whose, office=None, office_id=None)
    return bearing(mention, replace(whose, state=state))
