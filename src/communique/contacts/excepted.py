"""Whom a sentence leaves out of a contact, and whom it adds apart: "met Stubb but not Boric", "met Stubb and, later, Boric"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from communique.contacts.scene import Scene
from communique.contacts.subjects import SUBJECT
from communique.contacts.triggers import Trigger, acting
from communique.records import Mention

TITLE = r"(?:(?:the|his|her|its|their|[a-z]+ minister|minister|president|leader|counterpart|[A-Z][\w'’-]*) )*"
LEFT_OUT = re.compile(rf"\b(?:but|and|,) not (?:(?:with|to|by|from|even) )*{TITLE}$")
APART = re.compile(
    rf",? and,? (?:separately|then|later|afterwards|subsequently),? (?:(?:with|to|by|from) )?{TITLE}$"
)
ASIDE = re.compile(
    r", (?:(?:for|with|to|of|from|by) )?(?:who|whose|whom)\b[^,;:\"“”]*, "
    rf"(?:and|as well as|along with)(?: (?:with|to|from))? {TITLE}$"
)
BEHIND = re.compile(r"(?:[,.;]|$| (?:on|in|at|by|over|during|last|this|yesterday|today|before|after)\b)")
EXCEPTING = ("but not ", "and not ", ", not ")
ADVERBS = frozenset({"separately", "then", "later", "afterwards", "subsequently"})
PARTING = ADVERBS | {"who", "whose", "whom"}


def without_left_out(told: list[Trigger]) -> list[Trigger]:
    """The triggers of a sentence without whom it leaves out: "spoke with Stubb but not with Boric" is with Stubb alone."""
    if not told or not any(words in told[0].scene.doc.text for words in EXCEPTING):
        return told
    return [kept for trigger in told if (kept := without_those(trigger)) is not None]


def without_those(trigger: Trigger) -> Trigger | None:
    """A trigger without the mentions behind "but not"; None where they leave one side alone."""
    first = tuple(m for m in trigger.first if not is_left_out(trigger, m))
    second = tuple(m for m in trigger.second if not is_left_out(trigger, m))
    if (first, second) == (trigger.first, trigger.second):
        return trigger
    return replace(trigger, first=first, second=second) if len({*first, *second}) > 1 else None


def is_left_out(trigger: Trigger, mention: Mention) -> bool:
    """Whether "but not" stands right before a mention, behind the word that tells of the contact."""
    told = trigger.token.idx
    start = mention.span.start - trigger.scene.sentence.span.start
    return start > told and LEFT_OUT.search(trigger.scene.doc.text[told:start]) is not None


def with_added(trigger: Trigger) -> Trigger:
    """A trigger with the next of a list that the parse has parted from it: "met Stubb and, separately, Boric".

    So is whom a clause on the one before parts: "met Stubb, who is new in office, and Boric".
    """
    if not trigger.second or PARTING.isdisjoint(trigger.scene.doc.words):
        return trigger
    last = max(trigger.second, key=lambda m: m.span.end)
    follower = next_name(trigger.scene, last)
    if (
        follower is None
        or follower in trigger.parties
        or last.span.end <= trigger.scene.span(trigger.token).start
    ):
        return trigger
    base, text = trigger.scene.sentence.span.start, trigger.scene.doc.text
    between = text[last.span.end - base : follower.span.start - base]
    apart = APART.fullmatch(between) is not None
    if not (apart or is_behind_clause(trigger, follower, between)) or not acting([follower]):
        return trigger
    return replace(trigger, second=(*trigger.second, follower))


def is_behind_clause(trigger: Trigger, follower: Mention, between: str) -> bool:
    """Whether a clause on the last of a list ends before the next, who begins no clause of his own: "met A, who is ill, and B on Monday"."""
    scene = trigger.scene
    if ASIDE.fullmatch(between) is None:
        return False
    token = scene.token_at(follower.head) or scene.token_at(follower.span)
    text = scene.doc.text[follower.span.end - scene.sentence.span.start :]
    return token is not None and token.dep_ not in SUBJECT and BEHIND.match(text) is not None


def next_name(scene: Scene, mention: Mention) -> Mention | None:
    """The next person's name of a sentence."""
    behind = [m for m in scene.mentions if m.span.start >= mention.span.end and m.form in {"name", "title"}]
    return min(behind, key=lambda m: m.span.start, default=None)
