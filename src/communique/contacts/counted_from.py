"""The day of a contact from which another thing's day is counted: "spoke on Wednesday, a day after he met Xi"."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.story import Story
from communique.contacts.triggers import Trigger
from communique.dates import count_back, day_of_event, find_expressions
from communique.records import When

if TYPE_CHECKING:
    from communique.sentences import Token

HOURS = re.compile(
    r"(?:just |only |barely |mere |a few |several |some )*(?:\w+ )?(?:hours?|minutes?)\b", re.IGNORECASE
)
DAWN = re.compile(r"\b(?:early|morning|dawn|overnight|midnight|night)\b|\b0\d:", re.IGNORECASE)
OPENING = 5  # code points: an amount that opens a sentence is told of a day behind it
BACK = 2  # sentences: how far back the day may be told that is counted back from
WORDS = {"after": {"after", "following", "of"}, "next_day": {"after", "following"}, "before": {"before"}}
WIDEST = 31  # days: from what took longer nothing is counted back


def counted_from(trigger: Trigger, story: Story | None) -> When | None:
    """The day of a contact in the clause that an amount of time counts from; None where no such clause holds it.

    "The call came on Friday, two days after Biden met Putin": the meeting was on the Wednesday. Where no day is told
    to count back from, the amount says only that the contact was before it, and the interval has no start.
    """
    for when in trigger.scene.whens:
        counting = word_counting(trigger, when) if when.relation in WORDS else None
        if counting is None or trigger.token not in clause_behind(counting):
            continue
        if has_own_day(trigger, counting, when):
            return None
        words = counting.doc[counting.i + 1 :].text
        event = day_of_event(words, story.day if story else None, word=trigger.token.text)
        if event is not None:
            return replace(event, span=when.span, text=when.text)
        base = told_day(trigger, when, story)
        return back(when, base, base.derivation) if base is not None else unknown(when)
    return event_since(trigger, story)


def event_since(trigger: Trigger, story: Story | None) -> When | None:
    """The day of a known event in the clause that tells of it: "in the days since Biden sat down with Putin in Geneva"."""
    if story is None or trigger.status != "held" or "since" not in trigger.scene.doc.words:
        return None
    clause = next((t for t in (trigger.token, *trigger.token.ancestors) if is_since(t)), None)
    if clause is None:
        return None
    words = [t for t in clause.subtree if t.lower_ != "since"]
    text = trigger.scene.doc[words[0].i : words[-1].i + 1].text
    event = day_of_event(text, story.day, word=trigger.token.text)
    return replace(event, derivation=f"since then: {event.derivation}") if event is not None else None


def is_since(verb: Token) -> bool:
    """Whether a verb heads a clause that "since" opens."""
    return verb.dep_ == "advcl" and any(c.lower_ == "since" and c.dep_ == "mark" for c in verb.children)


def word_counting(trigger: Trigger, when: When) -> Token | None:
    """The "after" or "before" of "two days after the talks"; None of another time, or with a date of its own."""
    if when.relation not in WORDS or when.span is None or not when.text:
        return None
    first = next(iter(find_expressions(when.text)), None)
    if first is None or first.cls != "offset" or first.base is not None:
        return None
    inside = (t for t in trigger.scene.doc if when.span.covers(trigger.scene.span(t)))
    return next((t for t in inside if t.lower_ in WORDS[when.relation or ""]), None)


def has_own_day(trigger: Trigger, counting: Token, when: When) -> bool:
    """Whether the clause behind "after" tells its own day: "came hours after Biden spoke with Putin on Friday"."""
    scene, clause = trigger.scene, {t.i for t in clause_behind(counting)}
    days = [w.span for w in scene.whens if w is not when and w.span and w.start and w.relation not in WORDS]
    return any(day is not None and day.i in clause for day in map(scene.token_at, days))


def clause_behind(word: Token) -> list[Token]:
    """What stands behind "after": its clause, or the noun with what hangs on it."""
    head = word.head if word.dep_ == "mark" else word
    return [t for t in head.subtree if t.i > word.i]


def told_day(trigger: Trigger, when: When, story: Story | None) -> When | None:
    """The day of what happened so much later: the sentence's main verb's, else that of the sentences before."""
    counting = word_counting(trigger, when)
    inside = {t.i for t in clause_behind(counting)} if counting is not None else set()
    own = [
        w
        for w in trigger.scene.whens
        if w is not when
        and not w.relation
        and w.span
        and (token := trigger.scene.token_at(w.span))
        and token.i not in inside
    ]
    if own:
        ahead = [w for w in own if w.span and when.span and w.span.end <= when.span.start]
        opens = when.span is not None and when.span.start - trigger.scene.sentence.span.start <= OPENING
        return next((w for w in (*ahead[-1:], *(own[:1] if opens else ())) if near(w)), None)
    if story is None:
        return None
    before = story.passage_before(trigger.scene.sentence.index, BACK)
    return before.when if before is not None and before.when is not None and near(before.when) else None


def near(when: When) -> bool:
    """Whether an interval is closed and short."""
    if not (when.start and when.end):
        return False
    return (dt.date.fromisoformat(when.end) - dt.date.fromisoformat(when.start)).days <= WIDEST


def back(when: When, base: When, told: str) -> When | None:
    """The base moved against the amount of time; hours before something not told of a morning were on its day."""
    moved = count_back(when.text or "", base)
    if moved is not None and HOURS.match(when.text or "") and base.start == base.end and not at_dawn(base):
        moved = base
    if moved is None:
        return unknown(when)
    words = " ".join((when.text or "").split())
    return replace(
        when,
        start=moved.start,
        end=moved.end,
        precision=moved.precision,
        basis="relative_event",
        derivation=f"{words}: counted back from {told}",
        relation=None,
    )


def at_dawn(when: When) -> bool:
    """Whether a day is told by its first hours."""
    return DAWN.search(f"{when.time_of_day or ''} {when.text or ''}") is not None


def unknown(when: When) -> When:
    """A contact of which nothing but the amount of time until something undated is known."""
    return replace(
        when,
        start=None,
        end=None,
        precision="interval",
        derivation=f"counted from it: {when.text}",
        relation=None,
    )
