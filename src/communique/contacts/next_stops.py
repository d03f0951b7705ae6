"""Further stops of a journey, each with days of its own: "will visit Oman on Friday and Peru on Saturday".

A parse mostly joins the second place to the first one's day. What stands between the two decides instead: a day of the
first, what joins places of one list, perhaps a day of the second, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from communique.contacts.each_day import day_behind
from communique.contacts.scene import Scene
from communique.contacts.stop_lists import PLACES, acts
from communique.contacts.triggers import Trigger
from communique.records import Mention, When

DAY = "@"  # stands for the words of a time
JOINT = re.compile(
    r"(?:,? (?:(?:early |late |again )?(?:on|in|from|at|for|over) )?(?:the )?@)?"
    r"(?P<joint>,? and(?: then| later| finally| from there)?|,? then|,? followed by|,? as well as|,)"
    r"(?P<own>,? (?:(?:on|in|from) )?(?:the )?@,?)?"
    r"(?P<place> (?:on )?(?:to|in|visit))? (?:the )?"
)
ENDING = re.compile(
    rf"$|[.,;:)]| (?:[{DAY}]|on|in|from|for|and|before|as|during|at|over|early|late|to|where|with|then)\b| {DAY}"
)
SEVERAL = 2


def find_next_stops(scene: Scene, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """The visits to further stops: "flew to Oslo on Monday and Rome on Tuesday" tells of a visit to Rome, too."""
    if not scene.whens or not any(t.family == "visit" and t.destination for t in told):
        return
    known = {m.actors[0].id for t in told for m in (t.destination, *t.stops) if m and t.family == "visit"}
    for trigger in told:
        if trigger.family != "visit" or trigger.destination is None:
            continue
        last = max((trigger.destination, *trigger.stops), key=lambda m: m.span.start)
        while (stop := stop_behind(scene, last)) is not None and stop.actors[0].id not in known:
            known.add(stop.actors[0].id)
            yield replace(trigger, destination=stop, stops=())
            last = stop


def stop_behind(scene: Scene, stop: Mention) -> Mention | None:
    """The stop that is joined to another over a day."""
    return next((m for m in places_of(scene) if joint(scene, stop, m) is not None), None)


def stop_before(scene: Scene, stop: Mention) -> Mention | None:
    """The stop that another is joined to over a day."""
    return next((m for m in places_of(scene) if joint(scene, m, stop) is not None), None)


def places_of(scene: Scene) -> list[Mention]:
    """The places of a sentence, where it has several."""
    places = [m for m in scene.mentions if m.form in PLACES and m.actors]
    return places if len(places) >= SEVERAL else []


def joint(scene: Scene, one: Mention, other: Mention) -> re.Match[str] | None:
    """What joins two stops, at least one of which has a day beside it that parts them."""
    if one.span.end >= other.span.start or one.actors[0].id == other.actors[0].id or acts(scene, other):
        return None
    between = JOINT.fullmatch(masked(scene, one.span.end, other.span.start))
    if between is None or DAY not in between.group() or not ENDING.match(masked(scene, other.span.end)):
        return None
    dated = between["own"] or day_behind(scene, other) is not None
    return between if dated or between["joint"] != "," and between["place"] != " in" else None


def masked(scene: Scene, start: int, end: int | None = None) -> str:
    """A stretch of a sentence with its times masked."""
    base = scene.sentence.span.start
    text = scene.doc.text[start - base : None if end is None else end - base]
    limit = start + len(text)
    inside = [w.span for w in scene.whens if w.span and start <= w.span.start and w.span.end <= limit]
    for span in sorted(inside, key=lambda s: -s.start):
        if not any(o is not span and o.covers(span) and o != span for o in inside):
            text = text[: span.start - start] + DAY + text[span.end - start :]
    return text


def day_of_stop(trigger: Trigger) -> tuple[When | None, ...]:
    """The day of a stop that has one of its own, none for a stop behind another's day; () where days part no stops."""
    scene, stop = trigger.scene, trigger.destination
    if trigger.family != "visit" or stop is None or stop.form not in PLACES:
        return ()
    before = stop_before(scene, stop)
    if before is not None:
        return (day_in_front(scene, before, stop) or day_behind(scene, stop),)
    own = day_behind(scene, stop) if stop_behind(scene, stop) is not None else None
    return (own,) if own is not None else ()


def day_in_front(scene: Scene, before: Mention, stop: Mention) -> When | None:
    """The day that stands before a stop: "to Oslo on Monday, then on Tuesday to Rome"."""
    found = joint(scene, before, stop)
    if found is None or not found["own"]:
        return None
    inside = [w for w in scene.whens if w.span and before.span.end <= w.span.start < stop.span.start]
    return max(inside, key=lambda w: w.span.start if w.span else 0)
