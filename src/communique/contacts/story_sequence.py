"""The day of what a report tells of as just before, beside or just after something dated: "Earlier, she had met ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.borrowed import carried
from communique.contacts.drafts import Draft
from communique.contacts.scene import VERBAL
from communique.contacts.story import Passage, Story, is_main, simple_past
from communique.contacts.time_words import time_pattern, time_words
from communique.contacts.triggers import Trigger
from communique.records import Precision, When

if TYPE_CHECKING:
    from communique.sentences import Token

STEPS = 6
NEXT = 2  # sentences: how far a day carries to what had led up to it
EARLIER = time_pattern("earlier_that_day", re.NOFLAG)
HOURS = time_pattern("for_hours")
MEANWHILE = time_pattern("meanwhile")
STOP = time_pattern("stop_before")
ONWARD = time_words("onward")


def day_in_sequence(draft: Draft, trigger: Trigger, verb: Token | None, story: Story) -> When | None:
    """The day of a contact by its place beside something dated: right after it, leading up to it, at the same time.

    "He signed on Thursday before talks with Powell" was that Thursday, or later until the report. "Earlier, he had
    received Li", "They had sat together for seven hours", "was in Baghdad at the same time and met Zebari", told after
    something of Thursday, were that Thursday.
    """
    own = story.passages[trigger.scene.sentence.index]
    if follows_main(trigger):
        base = (
            own.when if own.when is not None else None if own.other else day_before_it(draft, trigger, story)
        )
        if base is None or base.start != base.end:
            return None
        return replace(carried(base, "what it followed"), end=story.day, precision=precision(base, story))
    if own.when is not None and own.when.start == own.when.end and had_just(verb):
        return carried(own.when, "who said it")
    if own.when is not None or own.other or verb is None or not is_main(verb):
        return None
    return day_before_it(draft, trigger, story) if same_day(trigger, verb) else None


def precision(base: When, story: Story) -> Precision:
    """A day, where the report is of the day itself; else an interval."""
    return "day" if base.start == story.day else "interval"


def follows_main(trigger: Trigger) -> bool:
    """Whether a contact stands behind "before" in a sentence whose main verb is in the simple past."""
    token = trigger.token
    for _ in range(STEPS):
        if token.head == token:
            return False
        behind = token.lower_ == "before" and token.dep_ == "prep"
        clause = token.dep_ == "advcl" and any(
            c.lower_ == "before" and c.dep_ == "mark" for c in token.children
        )
        if behind or clause:
            head = token.head
            return head.pos_ in VERBAL and is_main(head) and simple_past(head)
        token = token.head
    return False


def had_just(verb: Token | None) -> bool:
    """Whether a clause of speech tells of what had just been: "said late on Tuesday that he had just spoken to Conte"."""
    if verb is None or verb.dep_ != "ccomp":
        return False
    return {"had", "just"} <= {c.lower_ for c in verb.children if c.dep_ in {"aux", "advmod"}}


def just_said(trigger: Trigger, story: Story) -> When | None:
    """The day on which words with "just" were said: "'I just had a call with Putin,' he wrote on Wednesday"."""
    own = story.passages[trigger.scene.sentence.index].when
    verb = trigger.governor if trigger.governor is not None else trigger.token
    just = any(c.lower_ == "just" and c.dep_ == "advmod" for c in verb.children)
    if own is None or own.start != own.end or not just or verb.tag_ not in {"VBD", "VBN"}:
        return None
    return carried(own, "who said it")


def same_day(trigger: Trigger, verb: Token) -> bool:
    """Whether words set a contact into the day that was just told: "earlier", "for five hours", "at the same time"."""
    text = trigger.scene.doc.text
    had = any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children)
    if had:
        return EARLIER.search(text) is not None or HOURS.search(text) is not None
    return simple_past(verb) and (EARLIER.search(text) is not None or MEANWHILE.search(text) is not None)


def day_before_it(draft: Draft, trigger: Trigger, story: Story) -> When | None:
    """The single day of the news that the sentence right before tells of somebody who takes part, or of his state."""
    before = story.passage_before(trigger.scene.sentence.index, NEXT)
    if before is None or before.when is None or before.when.start != before.when.end:
        return None
    fresh = (before.when.end or "") >= story.span_of_news()[0]
    return (
        carried(before.when, "the sentence before")
        if fresh and shares_actor(draft, trigger, before)
        else None
    )


def shares_actor(draft: Draft, trigger: Trigger, passage: Passage) -> bool:
    """Whether one who acts in the trigger's sentence, or a participant's state, acts in the passage, too."""
    acting = {a.id for m in trigger.first for a in m.actors}
    acting |= {id for p in draft.participants for id in (p.actor.id, p.actor.state) if id}
    return bool(acting & passage.actors)


def is_earlier_stop(draft: Draft, trigger: Trigger) -> bool:
    """Whether a visit was a stop before the one just told: "Earlier, he visited Oman", "visited Oman before flying on"."""
    text = trigger.scene.doc.text
    return draft.kind == "visit" and bool(EARLIER.search(text) or STOP.search(text[trigger.token.idx :]))


def is_of_opening(trigger: Trigger, story: Story) -> bool:
    """Whether a word of the news stands beside the sentence that tells its day, or heads a report in which that sentence
    names all who deal: "Ruto hosts Kagame", "Kagame entered State House on Sunday, where Ruto".
    """
    if story.lede_at is None:
        return False
    if trigger.scene.sentence.layer != "headline":
        return abs(trigger.scene.sentence.index - story.lede_at) <= 1
    deal = trigger.ids
    return len(deal) > 1 and deal <= story.passages[story.lede_at].actors


def lies_between(verb: Token) -> bool:
    """Whether a deed lies between the two told before it: "In between, Kerry met Lavrov in Paris"."""
    fronts = (c for c in verb.children if c.lower_ == "in" and c.dep_ == "prep")
    return any(g.lower_ == "between" and not any(g.children) for c in fronts for g in c.children)


def starts_anew(verb: Token) -> bool:
    """Whether a clause with its own subject tells what came next: "; then Lund came to Riga"."""
    return any(c.lower_ in ONWARD and c.dep_ == "advmod" for c in verb.children) and any(
        c.dep_ == "nsubj" for c in verb.children
    )


def quoted(trigger: Trigger) -> bool:
    """Whether the trigger stands between quotation marks."""
    text = trigger.scene.doc.text[: trigger.token.idx]
    return text.count("“") > text.count("”") or (text.count('"') % 2 == 1)
