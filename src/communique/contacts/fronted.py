"""The time that a sentence opens with, where the contact hangs on a later verb of it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from communique.contacts.scene import VERBAL
from communique.contacts.status import SPEECH
from communique.contacts.triggers import Trigger
from communique.records import When

if TYPE_CHECKING:
    from communique.sentences import Token

NEWS_DAYS = 31  # how long something may count as new
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def fronted(trigger: Trigger, day: str | None) -> When | None:
    """The time of long ago that a sentence opens with: "In July 2014 ... the White House said he had spoken with ..."."""
    if day is None or trigger.status != "held" or not trigger.scene.whens:
        return None
    when = trigger.scene.whens[0]
    token = trigger.scene.token_at(when.span) if when.span else None
    if token is None or when.relation or not when.start or not when.end:
        return None
    head = next((a for a in token.ancestors if a.pos_ in VERBAL), None)
    opens = token.i < trigger.token.i and head is not None and head.i > token.i and head.dep_ == "ROOT"
    told = opens and head is not None and head.lemma_ in SPEECH and head in list(trigger.token.ancestors)
    return when if told and long_ago(when.end, day) else None


def long_ago(end: str, day: str) -> bool:
    """Whether a time ended so long ago that nothing in it is news."""
    return (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(end)).days > NEWS_DAYS


def shared_front(trigger: Trigger) -> When | None:
    """The one time that two verbs of one subject share: "In September Moon travelled north, and met Kim"."""
    whens = trigger.scene.whens
    verb = trigger.governor if trigger.governor is not None else trigger.token
    head = verb.head
    if trigger.status != "held" or len(whens) != 1 or verb.dep_ != "conj" or head.pos_ not in VERBAL:
        return None
    own = any(child.dep_ in SUBJECTS for child in verb.children)
    when = whens[0]
    token = trigger.scene.token_at(when.span) if when.span else None
    alike = verb.tag_ == head.tag_ or {verb.tag_, head.tag_} <= {"VBD", "VBN"}
    if own or token is None or not alike or head.lemma_ in SPEECH or when.relation:
        return None
    return when if token.i < head.i and hangs_in_front(token, head) else None


def hangs_in_front(token: Token, verb: Token) -> bool:
    """Whether a date hangs on a verb by a preposition at most: "in September" of "In September he travelled"."""
    above = token.head
    if above.dep_ == "prep" and above.i < token.i:
        above = above.head
    return above.i == verb.i


def day_when(trigger: Trigger) -> When | None:
    """The date whose clause the contact is: "were in Delhi on June 26, when Macron and Modi met"."""
    verb = trigger.governor if trigger.governor is not None else trigger.token
    when = any(c.lower_ == "when" and c.dep_ == "advmod" for c in verb.children)
    if not when or verb.dep_ not in {"relcl", "advcl"} or trigger.status != "held":
        return None
    place = trigger.scene.span(verb.head)
    return next(
        (w for w in trigger.scene.whens if w.span and w.span.overlaps(place) and w.start and w.end), None
    )
