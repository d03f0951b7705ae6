"""Whom "they" means: several who were named together or described, or one whose sex is left open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.records import Link
from communique.statements.heard import Heard

NEUTRAL = frozenset(
    {
        "spokesperson",
        "person",
        "official",
        "source",
        "witness",
        "insider",
        "aide",
        "resident",
        "police",
        "force",
    }
)


def neutral_speaker(sentence: int, near: Sequence[Heard]) -> Link | None:
    """Somebody without a sex who spoke in the sentence before: "a police spokesperson said. They said they had no more"."""
    spoken = [h for h in near if h.rank == 0 and h.sentence == sentence - 1]
    last = spoken[-1].link if spoken else None
    noun = re.split(r" (?:of|for|in|at|from|with|on) ", last.name)[0].split()[-1:] if last else []
    return last if last and last.id is None and noun and noun[0].lower() in NEUTRAL else None


PLURAL = re.compile(
    r"(?<!s)s$|^(?:people|men|women|police|children|some|many|several|others)$|(?:men|women)$", re.IGNORECASE
)


def is_plural(link: Link) -> bool:
    """Whether a description is of several: "fans", "forty scientists"; names are of one."""
    words = re.split(r" (?:of|for|in|at|from|to|with|who|that|on|about|by) ", link.name)[0].split()
    return link.id is None and bool(words) and PLURAL.search(words[-1]) is not None


def several(sentence: int, near: Sequence[Heard]) -> list[Heard]:
    """Those of several people whom "they" may mean: not the parties of "the hope that the parties agree", two sentences before."""
    many = [h for h in near if " and " in h.link.text or is_plural(h.link)]
    return [] if all(h.rank > 1 and sentence - h.sentence > 1 for h in many) else many
