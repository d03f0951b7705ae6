"""The words of a report without its furniture, and whether one report's words are another's, rewritten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from communique.record_type import Record
from communique.records import Report

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
QUOTED = re.compile(r"“[^”]{1,600}”|\"[^\"\n]{1,600}\"")
ASIDE = frozenset({"related", "prompt", "biography", "credit", "header", "caption"})
SHORT = 25  # words: below, only exact copies count
PAIRS, THREES = 0.25, 0.12  # shares of the shorter text that the longer has; measured on planted rewrites
ORDER = (
    0.5  # of the shorter text's words in order; rewrites of two words in five keep 0.55 and more, others 0.48
)
ORDER_OF_HAND = 0.47  # where both texts bear an agency's credit or a reporter's name
SAME_CREDIT = 0.75  # how far both may fall short where both texts are of one hand: an agency's credit, a reporter's name
OWN_TEXT = 0.8  # two texts of one outlet are often of one mould: only nearly the same is a copy
NAMES = 0.5  # share of the names of the one with fewer: a form letter on somebody else is no copy


class Wording(Record, frozen=True, kw_only=True):
    """A text's words in order, its word pairs and threes, its names, outlet, credit and byline."""

    words: tuple[str, ...]
    pairs: frozenset[str]
    threes: frozenset[str]
    names: frozenset[str]
    outlet: str | None
    credit: str | None
    byline: str | None

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
            byline=report.byline,
        )
    return Wording(
        words=tuple(words),
        pairs=frozenset(map(" ".join, pairwise(words))),
        threes=frozenset(map(" ".join, zip(words, words[1:], words[2:], strict=False))),
        names=frozenset(NAME.findall(text)),
        outlet=report.outlet,
        credit=report.credit,
        byline=report.byline,
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

    Two reporters on one event share names and quotes, but few runs of three words, and these in other orders; a
    rewrite shares many, in their order.
    """
    if not (one.long_enough and other.long_enough):
        return False
    pairs, threes = share(one.pairs, other.pairs), share(one.threes, other.threes)
    if one.names and other.names and share(one.names, other.names) < NAMES:
        return False
    if one.outlet is not None and one.outlet == other.outlet:
        return threes >= OWN_TEXT
    ease = SAME_CREDIT if same_hand(one, other) else 1.0
    if pairs < PAIRS * ease or threes < THREES * ease:
        return False
    return in_order(one.words, other.words) >= (ORDER if ease == 1.0 else ORDER_OF_HAND)


def same_hand(one: Wording, other: Wording) -> bool:
    """Whether both texts bear one agency's credit, or one reporter's name."""
    return bool(one.credit and one.credit == other.credit) or bool(one.byline and one.byline == other.byline)


def in_order(one: Sequence[str], other: Sequence[str]) -> float:
    """Which share of the shorter text's words the longer has in the same order.

    A rewrite keeps the order of what it keeps; two reporters share stock phrases and names in orders of their own.
    The longest common subsequence, by the bits of whole numbers: a step for each word of the longer text.
    """
    short, long = sorted((one, other), key=len)
    at: dict[str, int] = {}
    for place, word in enumerate(short):
        at[word] = at.get(word, 0) | 1 << place
    every = (1 << len(short)) - 1
    row = every
    for word in long:
        met = row & at.get(word, 0)
        row = ((row + met) | (row - met)) & every
    return (len(short) - row.bit_count()) / (len(short) or 1)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """Which share of the smaller set the larger holds."""
    return len(one & other) / (min(len(one), len(other)) or 1)
