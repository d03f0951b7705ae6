"""The words of a report without its furniture, and whether one report's words are another's, rewritten."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from communique.records import Report

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
QUOTED = re.compile(r"“[^”]{1,600}”|\"[^\"\n]{1,600}\"")
ASIDE = frozenset({"related", "prompt", "biography", "credit", "header", "caption"})
SHORT = 25  # words: below, only exact copies count
PAIRS, THREES = 0.25, 0.12  # shares of the shorter text that the longer has; measured on planted rewrites
SAME_CREDIT = 0.75  # how far both may fall short where both texts bear the same agency's credit
OWN_TEXT = 0.8  # two texts of one outlet are often of one mould: only nearly the same is a copy
NAMES = 0.5  # share of the names of the one with fewer: a form letter on somebody else is no copy


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """A text's words in order, its word pairs and threes, its names, outlet and credit."""

    words: tuple[str, ...]
    pairs: frozenset[str]
    threes: frozenset[str]
    names: frozenset[str]
    outlet: str | None
    credit: str | None

    @property
    def long_enough(self) -> bool:
        """Whether the text has words enough to tell a rewrite from another report of the same event."""
        return len(self.words) >= SHORT


def read_wording(report: Report) -> Wording:
    """The wording of a report's prose, without quotes: everybody who reports a letter has its words."""
    text = QUOTED.sub(" ", prose_of(report))
    words = WORD.findall(text.lower())
    if len(words) < SHORT:
        nothing: frozenset[str] = frozenset()
        return Wording(
            words=tuple(words),
            pairs=nothing,
            threes=nothing,
            names=nothing,
            outlet=report.outlet,
            credit=report.credit,
        )
    return Wording(
        words=tuple(words),
        pairs=frozenset(map(" ".join, pairwise(words))),
        threes=frozenset(map(" ".join, zip(words, words[1:], words[2:], strict=False))),
        names=frozenset(NAME.findall(text)),
        outlet=report.outlet,
        credit=report.credit,
    )


def prose_of(report: Report) -> str:
    """The body without the furniture that each outlet adds of its own."""
    if not report.furniture:
        return report.body
    aside = sorted((f.span for f in report.furniture if f.kind in ASIDE), key=lambda span: span.start)
    kept, at = [], 0
    for span in aside:
        kept.append(report.body[at : max(at, span.start)])
        at = max(at, span.end)
    return "\n".join([*kept, report.body[at:]])


def is_rewrite(one: Wording, other: Wording) -> bool:
    """Whether one text is the other copied, cut or lightly rewritten.

    Two reporters on one event share names and quotes, but few runs of three words; a rewrite shares many.
    """
    if not (one.long_enough and other.long_enough):
        return False
    pairs, threes = share(one.pairs, other.pairs), share(one.threes, other.threes)
    if one.names and other.names and share(one.names, other.names) < NAMES:
        return False
    if one.outlet is not None and one.outlet == other.outlet:
        return threes >= OWN_TEXT
    ease = SAME_CREDIT if one.credit and one.credit == other.credit else 1.0
    return pairs >= PAIRS * ease and threes >= THREES * ease


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """Which share of the smaller set the larger holds."""
    return len(one & other) / (min(len(one), len(other)) or 1)
