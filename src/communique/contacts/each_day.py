"""Dealings that one verb tells of, each with a day of its own: "met Wang Yi on Monday and Sergey Lavrov on Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.scene import Scene
from communique.contacts.triggers import Trigger
from communique.records import Mention, When

if TYPE_CHECKING:
    from communique.sentences import Token

TOLD = frozenset({"held", "planned", "present"})
DEALING = frozenset({"meeting", "call"})
HOURS = re.compile(
    r",? (?:later |early )?(?:in the|at|that|the same) (?:morning|noon|midday|afternoon|evening|night)\b"
)
AGAIN = frozenset({"with", "to"})


def find_each_day(scene: Scene, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """The dealing with the second of two whom the parse hangs on the first one's day.

    In "met Wang Yi on Monday and Sergey Lavrov on Tuesday" Lavrov is joined to Monday by "and": he was met, too, and so
    are those of "and with Sergey Lavrov and Dmitry Peskov on Tuesday".
    """
    if not scene.whens or "and" not in scene.doc.words:
        return
    known = {a.id for t in told for m in t.parties for a in m.actors}
    for place, mention in scene.at.items():
        token = scene.doc[place]
        behind = joined_to(token) or joined_by_office(scene, mention, token)
        if behind is None or not is_named(mention) or known & {a.id for a in mention.actors}:
            continue
        verb = next((t for t in told if t.token is behind and is_of_two(t)), None)
        if verb is not None:
            yield replace(verb, second=(mention,))
            continue
        day = day_that_holds(scene, behind)
        trigger = next((t for t in told if day is not None and dealt_on(t, day, token)), None)
        partners = [mention, *(scene.at[c.i] for c in conjuncts(token) if c.i in scene.at)]
        if trigger is not None and has_time_behind(scene, partners[-1]):
            for partner in partners:
                yield replace(trigger, second=(partner,))


def is_of_two(trigger: Trigger) -> bool:
    """Whether a verb told of meeting or calling somebody, to whom a name is joined: "met Li on Monday morning and Roe at noon"."""
    return trigger.cue.part == "verb" and trigger.family in DEALING and bool(trigger.first and trigger.second)


def joined_to(token: Token) -> Token | None:
    """The word of the day that "and" joins a partner to, also behind a preposition: "on Monday and with Lavrov"."""
    if token.dep_ == "conj":
        return token.head
    again = token.dep_ == "pobj" and token.head.dep_ == "conj" and token.head.lower_ in AGAIN
    return next((c for c in token.head.head.children if c.dep_ == "pobj"), None) if again else None


def joined_by_office(scene: Scene, mention: Mention, name: Token) -> Token | None:
    """The word of the day that "and" joins a partner's office to: "on Monday and the President of Fiji, Jo Roe, on Friday"."""
    if mention.form != "title" or name.dep_ not in {"npadvmod", "appos", "dobj"}:
        return None
    inside = [t for t in scene.doc.tokens[: name.i] if mention.span.covers(scene.span(t))]
    return next((t.head for t in inside if t.dep_ == "conj" and t.head not in inside), None)


def conjuncts(token: Token) -> Iterator[Token]:
    """The names that "and" joins to a name behind a preposition: "with Wang Yi and Xi Jinping"."""
    for child in token.children if token.dep_ == "pobj" else ():
        if child.dep_ == "conj":
            yield child


def is_named(mention: Mention) -> bool:
    """Whether a mention names one actor, by name or title."""
    return len(mention.actors) == 1 and mention.form in {"name", "title"}


def day_that_holds(scene: Scene, token: Token) -> When | None:
    """The time whose words hold a token."""
    place = scene.span(token)
    return next((w for w in scene.whens if w.span and w.span.covers(place)), None)


def dealt_on(trigger: Trigger, day: When, other: Token) -> bool:
    """Whether what tells of meeting or calling has its partner before that day, and the other behind it."""
    # "held talks with Li on Monday and with Lavrov"
    deals = trigger.cue.part == "verb" or (trigger.cue.part == "noun" and other.dep_ == "pobj")
    if not deals or trigger.family not in DEALING or not trigger.second or day.span is None:
        return False
    ends = [m.span.end for m in trigger.second]
    return trigger.token.i < other.i and max(ends) <= day.span.start


def day_of_its_own(trigger: Trigger) -> When | None:
    """The day right behind the partner, where another stands between the verb and him.

    "Spoke to Pashinyan on Thursday and to Aliyev in the early hours of Friday": Friday with Aliyev.
    """
    scene = trigger.scene
    if len(scene.whens) < 2 or not trigger.second or trigger.status not in TOLD:
        return None
    partner = max(trigger.second, key=lambda m: m.span.start)
    verb = scene.span(trigger.token)
    before = [
        w for w in scene.whens if w.span and verb.end <= w.span.start and w.span.end <= partner.span.start
    ]
    own = day_behind(scene, partner)
    listed = any(" and " in scene.doc.text[offset(scene, w) : offset_of(scene, partner)] for w in before)
    return own if own is not None and listed else None


def has_time_behind(scene: Scene, partner: Mention) -> bool:
    """Whether a day or a part of one stands behind a mention: "and Roe on Tuesday", "and Roe in the afternoon"."""
    end = partner.span.end - scene.sentence.span.start
    return HOURS.match(scene.doc.text, end) is not None or day_behind(scene, partner) is not None


def day_behind(scene: Scene, partner: Mention) -> When | None:
    """The closed time of days that stands behind a mention with nothing but small words between."""
    for when in scene.whens:
        if (
            when.span is None
            or when.relation
            or not (when.start and when.end)
            or when.span.start < partner.span.end
        ):
            continue
        base = scene.sentence.span.start
        between = scene.doc.text[partner.span.end - base : when.span.start - base].split()
        if len(between) <= FEW and all(word.lower() in SMALL for word in between):
            return when
    return None


def offset(scene: Scene, when: When) -> int:
    """Where a time ends in the text of its sentence."""
    return when.span.end - scene.sentence.span.start if when.span else 0


def offset_of(scene: Scene, mention: Mention) -> int:
    """Where a mention begins in the text of its sentence."""
    return mention.span.start - scene.sentence.span.start


FEW = 5  # words between a partner and his day
SMALL = frozenset(
    {",", "on", "in", "at", "the", "early", "late", "hours", "of", "evening", "morning", "again"}
)


TIMES = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}


def counted_days(trigger: Trigger) -> list[When | None]:
    """The days of so many contacts as are told of: "two rounds of talks, the first on 2 April and the second on 17 April"."""
    number = number_told(trigger)
    if number is None or trigger.status not in TOLD:
        return []
    place = trigger.scene.span(trigger.token).end
    days: list[When | None] = [
        w
        for w in trigger.scene.whens
        if w.span and w.span.start >= place and w.start and w.start == w.end and not w.relation
    ]
    return days if len(days) == number else []


def number_told(trigger: Trigger) -> int | None:
    """How many contacts a word tells of: "two meetings", "three rounds of talks", "sat down twice"; None for one."""
    token = trigger.token
    if trigger.cue.part == "verb":
        often = {c.lower_ for c in token.children if c.dep_ in {"advmod", "npadvmod"}}
        return 2 if "twice" in often else None
    holder = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    counted = [TIMES.get(c.lower_) for each in (token, holder) for c in each.children if c.dep_ == "nummod"]
    return next((n for n in counted if n), None)
