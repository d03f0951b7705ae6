"""Days that hang on no verb: the one that a letter bears, the only one of a pair without a cue."""

from __future__ import annotations

from communique.contacts.triggers import Trigger
from communique.records import When


def date_of_letter(trigger: Trigger) -> When | None:
    """The day that a letter bears: "a letter from his British colleague, dated Friday, 26 January"."""
    if trigger.family != "message" or trigger.cue.part != "noun":
        return None
    base, text = trigger.scene.sentence.span.start, trigger.scene.doc.text
    return next(
        (w for w in trigger.scene.whens if w.span and text[: w.span.start - base].endswith("dated ")), None
    )


def between_parties(trigger: Trigger) -> When | None:
    """The sentence's one time, where it stands between the two of a pair without a cue: "Blair's May 2007 appearance with Bush"."""
    whens = trigger.scene.whens
    if trigger.cue.id != "learned" or trigger.status != "held" or len(whens) != 1:
        return None
    span = whens[0].span
    before = any(m.span.end <= span.start for m in trigger.parties) if span else False
    behind = any(m.span.start >= span.end for m in trigger.parties) if span else False
    return whens[0] if before and behind and whens[0].start and whens[0].end else None
