"""Talks that run over days: "talks on Thursday and Friday" are one contact of two days, and not two of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec.structs import replace

from communique.contacts.triggers import Trigger
from communique.records import When

RUNNING = frozenset({"talks", "summit"})
STAYS = frozenset({"visit"})  # kinds of contact: a visit of two days in a row is one


def run_on(trigger: Trigger, whens: Sequence[When]) -> When | None:
    """The days of one contact from the first to the last; None where they are not next to each other, or of several contacts.

    "The two sides will hold talks on Thursday and Friday."
    """
    counted = any(c.like_num or c.lower_ in {"both", "several", "separate"} for c in trigger.token.children)
    runs = trigger.cue.id in RUNNING or trigger.kind in STAYS
    if not runs or counted or any(w.start is None or w.start != w.end for w in whens):
        return None
    ordered = sorted(whens, key=lambda w: w.start or "")
    days = [date.fromisoformat(w.start) for w in ordered if w.start]
    if any(after - before != timedelta(days=1) for before, after in pairwise(days)):
        return None
    told = " and ".join(w.derivation for w in ordered)
    return replace(
        whens[0], start=ordered[0].start, end=ordered[-1].end, precision="interval", derivation=told
    )
