"""Places of one journey whose list the parse has cut: "will also travel to Oman, Fiji, Tonga and Peru, as well as Mali".

The words between two places alone join them, and "namely" joins a number of countries to their names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.contacts.scene import Scene
from communique.records import Mention

PLACES = frozenset({"state", "place", "capital"})
JOINT = re.compile(
    r"(?:, |,? and |,? as well as |, and then |,? then |,? followed by |;? and on to )(?:to )?(?:the )?"
)
NAMED = re.compile(
    r"\b(?:countries|nations|states|capitals)\b.{0,60}?(?:, namely|, including| including|:| -| –| —) (?:the )?$"
)
OWNED = ("'", "’")
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def all_stops(scene: Scene, found: Sequence[Mention]) -> list[Mention]:
    """The places of a journey with those that stand in one list with the last or the first of them."""
    if not found:
        return []
    places = [m for m in scene.mentions if m.form in PLACES and m.actors]
    places.sort(key=lambda m: m.span.start)
    stops = sorted(found, key=lambda m: m.span.start)
    for other in places:
        new = other not in stops and any(follows(scene, stop, other) for stop in stops)
        if new and not acts(scene, other):
            stops.append(other)
    stops.sort(key=lambda m: m.span.start)
    for other in reversed(places):
        if follows(scene, other, stops[0]) and before(scene, other).endswith((" to", " in", " of")):
            stops.insert(0, other)
    return stops


def named_countries(scene: Scene, after: int) -> list[Mention]:
    """The countries that a number of them is named by: "to four African countries this week, namely Mali and Chad"."""
    for mention in sorted(scene.mentions, key=lambda m: m.span.start):
        if mention.form in PLACES and mention.actors and mention.span.start > after:
            text = scene.doc.text[
                after - scene.sentence.span.start : mention.span.start - scene.sentence.span.start
            ]
            return [mention] if NAMED.search(text) else []
    return []


def follows(scene: Scene, one: Mention, other: Mention) -> bool:
    """Whether nothing but a comma or "and" stands between two places of two states."""
    base = scene.sentence.span.start
    if one.span.end >= other.span.start or one.actors[0].id == other.actors[0].id:
        return False
    return JOINT.fullmatch(scene.doc.text[one.span.end - base : other.span.start - base]) is not None


def before(scene: Scene, mention: Mention) -> str:
    """The words right before a mention, without its article."""
    text = scene.doc.text[: mention.span.start - scene.sentence.span.start].rstrip()
    return text.removesuffix(" the")


def acts(scene: Scene, mention: Mention) -> bool:
    """Whether a place acts or owns what follows, and is no stop: "flew to Lima, and Chile said", "and Mali's army"."""
    text = scene.doc.text[mention.span.end - scene.sentence.span.start :]
    if text.startswith(OWNED):
        return True
    behind = next((t for t in scene.doc.tokens if scene.starts_at(t) >= mention.span.end), None)
    return behind is not None and behind.tag_ in VERBS
