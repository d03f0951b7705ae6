"""Which two a claim is of: those named before and behind its words, or the two whom one word means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from communique.knowledge import load_knowledge
from communique.records import Actor, Span

Named = tuple[Span, tuple[str, ...]]  # a place in the body, and the ids of those whom it means

TOGETHER = r"(?:the (?:two|pair|duo|leaders|presidents|ministers|sides)|they|both)"  # who can only be the two
_JOINED = re.compile(r",? and (?:(?:then-)?[A-Z][\w.’'-]+ ){0,3}$")


def pair_around(
    body: str, span: Span, words: re.Match[str], named: Iterable[Named]
) -> tuple[str, str] | None:
    """The two whom a claim is of, within a sentence.

    "Xi has spoken with Zelenskyy only once": the last who is named before the words, and the first in their `rest`.
    "Biden and Xi have met twice", "they have met twice": two joined by "and", or meant by one word. None where the
    words leave it open.
    """
    places = sorted(each for each in named if each[0].start >= span.start and each[0].end <= span.end)
    before = [each for each in places if each[0].end <= words.start()]
    rest = words.span("rest")
    behind = [each for each in places if rest[0] <= each[0].start and each[0].end <= rest[1]]
    if not before:
        return None
    if behind:
        one, other = before[-1][1], behind[0][1]
        return _two((*one, *other)) if len(one) == len(other) == 1 else None
    return _two(before[-1][1]) or _two(_joined(body, before))


def last_name(actor: Actor) -> str:
    """The name by which news means somebody after the first mention: "Xi" of Xi Jinping, else the last word."""
    person = load_knowledge().persons.get(actor.id)
    return person.family[0] if person and person.family else actor.name.split()[-1]


def _joined(body: str, before: Sequence[Named]) -> tuple[str, ...]:
    """The last two, if "and" joins them: "Biden and President Putin have not met since March"."""
    if len(before) < 2 or not _JOINED.fullmatch(f"{body[before[-2][0].end : before[-1][0].start]}"):
        return ()
    return (*before[-2][1], *before[-1][1])


def _two(ids: tuple[str, ...]) -> tuple[str, str] | None:
    one, *others = sorted(set(ids)) or [""]
    return (one, others[0]) if len(others) == 1 else None
