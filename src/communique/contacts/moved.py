"""Contacts that are moved from one day to another: "put off until Tuesday", "moved from this week to 27 May"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.cues import words
from communique.contacts.scene import VERBAL
from communique.contacts.status import negated
from communique.contacts.triggers import Trigger
from communique.dates.words import SMALL
from communique.records import When

if TYPE_CHECKING:
    from communique.sentences import Token

PUT_OFF = words("put_off")
POSTPONING = PUT_OFF - {"delay", "reschedule"}  # what is delayed may be late by an hour
VAGUE = frozenset({"date", "notice", "time", "later"})
COUNTS = SMALL | {"a": 1, "an": 1}
UNITS = {"day": 1, "week": 7}
MOVING = frozenset({"move", "shift", "bring", "put", "push"})
TO = frozenset({"to", "until", "till"})
FROM = frozenset({"from"})
MONTHS = "january february march april may june july august september october november december"
TIMES = frozenset(
    f"{MONTHS} monday tuesday wednesday thursday friday saturday sunday tomorrow week month year date".split()
)


def is_moved(verb: Token) -> bool:
    """Whether a verb moves a contact to another time: "was moved to Friday", "has been brought forward to May"."""
    return verb.lemma_ in MOVING and any(is_time(c) for c in verb.children if c.lower_ in TO)


def is_time(preposition: Token) -> bool:
    """Whether a time stands right below a preposition."""
    return any(t.lower_ in TIMES for c in preposition.children for t in (c, *c.children))


def length_moved(verb: Token) -> int | None:
    """By how many days a contact is put off: 7 of "postponed by a week"; None where no length is told."""
    for by in (c for c in verb.children if c.lower_ == "by"):
        for unit in (t for t in by.children if t.lemma_.lower() in UNITS):
            counts = [t.lower_ for t in unit.children if t.lower_ in COUNTS]
            if counts:
                return UNITS[unit.lemma_.lower()] * COUNTS[counts[0]]
    return None


def put_later(trigger: Trigger, when: When) -> When:
    """The day of a contact that is put off by a told length: a Friday's talks "postponed by a week" are the next Friday's."""
    verb = trigger.governor
    days = length_moved(verb) if verb is not None and (is_put_off(verb) or verb.lemma_ in PUT_OFF) else None
    if days is None or not (when.start and when.start == when.end):
        return when
    day = (date.fromisoformat(when.start) + timedelta(days=days)).isoformat()
    return replace(when, start=day, end=day, derivation=f"{when.derivation}, put off by {days} days")


def day_moved_to(trigger: Trigger) -> When | None:
    """The new time of a contact that is moved; None where nothing is, or no new time is told."""
    verb = verb_of(trigger)
    if verb.pos_ not in VERBAL or not (verb.lemma_ in PUT_OFF or is_moved(verb)):
        return None
    return time_among(trigger, below(verb, TO))


def day_moved_from(trigger: Trigger) -> When | None:
    """The former time of a contact that is moved: May 12 of "planned for May 12, has been moved to May 15"."""
    verb = verb_of(trigger)
    if verb.pos_ not in VERBAL or not (verb.lemma_ in PUT_OFF or is_moved(verb) or is_put_off(verb)):
        return None
    own = {t.i for t in trigger.token.subtree} - below(verb, TO)
    return time_among(trigger, own | below(verb, FROM))


def verb_of(trigger: Trigger) -> Token:
    """The verb that may move a contact."""
    return trigger.governor if trigger.governor is not None else trigger.token.head


def below(verb: Token, prepositions: AbstractSet[str]) -> set[int]:
    """The places of all words that some prepositions on a verb bring."""
    return {t.i for c in verb.children if c.lower_ in prepositions for t in c.subtree}


def time_among(trigger: Trigger, places: AbstractSet[int]) -> When | None:
    """The first time with both bounds whose word is at one of some places of the sentence."""
    for when in trigger.scene.whens:
        token = trigger.scene.token_at(when.span) if when.span else None
        if token is not None and token.i in places and when.start and when.end:
            return when
    return None


def is_put_off(verb: Token) -> bool:
    """Whether a verb puts a contact off or back to a later day."""
    return verb.lemma_ in {"put", "push"} and any(
        c.dep_ in {"prt", "advmod", "prep"} and c.lower_ in {"off", "back"} for c in verb.children
    )


def put_off_status(verb: Token) -> str | None:
    """ "was postponed to May" planned, "was put off because of the storm" cancelled: what has no new day is off for now."""
    if is_moved(verb) and not negated(verb):
        return "planned"
    if not (is_put_off(verb) or verb.lemma_ in POSTPONING) or negated(verb):
        return None
    if length_moved(verb) is not None:
        return "planned"
    ahead = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in TO]
    named = [g for c in ahead for g in c.children if g.lemma_.lower() not in VAGUE]
    return "planned" if named or verb.lemma_ == "push" else "cancelled"
