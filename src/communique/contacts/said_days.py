"""The day on which something is told to have been said bounds what had been before: "said on Friday that he had met"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.intervals import open_when
from communique.contacts.scene import VERBAL
from communique.contacts.status import SPEECH
from communique.contacts.triggers import Trigger
from communique.records import When

if TYPE_CHECKING:
    from communique.sentences import Token

HAD = frozenset({"had", "'d", "’d"})
STEPS = 4  # verbs between a trigger and the clause that tells of it


def undated(trigger: Trigger, status: str, day: str | None) -> When | None:
    """The open interval of a contact that no date is told of: up to the day of the saying, else up to the report or from it."""
    told = None
    if status == "held" and trigger.scene.whens:
        told = day_of_saying(trigger) or bound_by_speech(trigger)
    return told if told and told.end and day and told.end <= day else open_when(status, day)


def day_of_saying(trigger: Trigger) -> When | None:
    """The time up to the day of the saying, for what is told in the past perfect in a clause of speech.

    "Eide said on Friday that he had met Fidan": the meeting was on that Friday or before it, and nothing says when. The
    interval keeps the span of the day, so that it is known of what it is the day. None where no such day is told.
    """
    verb = told_as_before(trigger)
    if verb is None:
        return None
    teller = verb.head
    subject = next((t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}), verb)
    for when in trigger.scene.whens:
        token = trigger.scene.token_at(when.span) if when.span else None
        if token is None or not when.start or when.start != when.end:
            continue
        between = teller.i < token.i < subject.left_edge.i
        fronted = token.i < teller.i and verb not in token.ancestors and teller in token.ancestors
        if between or fronted:
            return until(when)
    return None


def bound_by_speech(trigger: Trigger) -> When | None:
    """The time up to the day of a sentence's own verb of speech: '"He has been to Doha," she said on Friday'."""
    root = trigger.token.sent.root
    if root.lemma_.lower() not in SPEECH or root.tag_ != "VBD" or trigger.governor is root:
        return None
    days = [w for w in trigger.scene.whens if w.start and w.start == w.end and tells_saying(trigger, w, root)]
    return until(days[0]) if len(days) == 1 else None


def tells_saying(trigger: Trigger, when: When, root: Token) -> bool:
    """Whether a time hangs on the verb of speech, or on what was issued with the words: "a statement issued on Sunday"."""
    token = trigger.scene.token_at(when.span) if when.span else None
    verb = next((t for t in token.ancestors if t.pos_ in VERBAL), None) if token is not None else None
    if verb is None or verb == root:
        return verb is not None
    return verb.dep_ == "acl" and verb.head.dep_ == "nsubj" and verb.head.head == root


def until(when: When) -> When:
    """The time up to a day of saying."""
    return replace(
        when,
        start=None,
        precision="interval",
        basis="inferred",
        derivation=f"before it was told: {when.derivation}",
    )


def told_as_before(trigger: Trigger) -> Token | None:
    """The verb in the past perfect that tells of a contact in a clause of speech: "said that he had met Fidan"."""
    if HAD.isdisjoint(trigger.scene.doc.words):
        return None
    current: Token | None = trigger.governor if trigger.governor is not None else trigger.token
    for _ in range(STEPS):
        if current is None:
            return None
        if [t for t in current.children if t.lower_ in HAD and t.dep_ == "aux"]:
            said = current.dep_ == "ccomp" and current.head.lemma_.lower() in SPEECH
            return current if said and current.head.tag_ == "VBD" else None
        current = current.head if current.head is not current else None
    return None
