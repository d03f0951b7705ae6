"""What a journey's day says of a meeting that another sentence tells of: nothing, that it came behind, or the day itself."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.borrowed import borrowed
from communique.contacts.cues import words
from communique.contacts.story import Story, is_main
from communique.contacts.time_words import time_words
from communique.contacts.triggers import Trigger
from communique.records import When

if TYPE_CHECKING:
    from communique.contacts.drafts import Draft

GOING = words("arriving") | time_words("leaving")
HAD = frozenset({"had", "'d", "’d"})
RECENT = 7  # days for which a journey told behind a meeting may be the one to it


def lent_day(dated: Draft, draft: Draft, *, apart: bool, story: Story | None) -> When | None:
    """The day of a contact as that of another told in one breath with it, or of a visit's as that of its meeting.

    `apart` says that other sentences tell of it. "Wong met Wang Yi. She went to Beijing last December" lends nothing, and
    "met Wang Yi. He had flown to Beijing on Monday" the time from that Monday on.
    """
    assert dated.when is not None
    when = dated.when
    lent = borrowed(
        when,
        f"told together with the {dated.kind.replace('_', ' ')} of {when.start or when.end}",
        "relative_event",
    )
    if not apart or story is None or dated.kind != "visit" or draft.status != "held":
        return lent
    if is_told_behind(dated, draft) and is_old(when, story) and is_plainly_told(draft):
        return None
    if when.start and when.start == when.end and all(goes(t) for t in dated.triggers):
        return replace(lent, end=max(story.day, when.start), precision="interval")
    return lent


def is_told_behind(dated: Draft, draft: Draft) -> bool:
    """Whether a report tells of one contact only after another."""
    first = min(t.scene.sentence.index for t in dated.triggers)
    return first > max(t.scene.sentence.index for t in draft.triggers)


def is_old(when: When, story: Story) -> bool:
    """Whether a time lies too far before the report to be that of its news."""
    day = datetime.date.fromisoformat(story.day) - datetime.timedelta(days=RECENT)
    return bool(when.end and when.end < day.isoformat())


def is_plainly_told(draft: Draft) -> bool:
    """Whether a main clause tells of a contact without looking back: "met Wang Yi", not "had met" nor "after meeting"."""
    verbs = [t.governor if t.governor is not None else t.token for t in draft.triggers]
    return not draft.recalled() and any(
        is_main(verb) and not any(c.lower_ in HAD and c.dep_ == "aux" for c in verb.children)
        for verb in verbs
    )


def goes(trigger: Trigger) -> bool:
    """Whether a visit is told by the journey to it, and not by the stay: "flew to Beijing on Monday"."""
    return trigger.cue.part == "verb" and trigger.token.lemma_.lower() in GOING
