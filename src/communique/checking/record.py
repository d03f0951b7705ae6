"""A claim about the record itself ("their fifth meeting this year"), and what its words count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from communique.checking.periods import Period
from communique.records import Account, Participant, Span

ClaimSort = Literal["first", "ordinal", "silence", "last", "count"]
Bound = Literal["exactly", "at least", "at most"]

_CALLS = frozenset({"phone_call", "video_call", "call"})
_ROOM = frozenset({"meeting", "summit", "talks"})
_SPOKEN = _CALLS | _ROOM
_VISIT = frozenset({"visit"})
# What a word counts: "their first call since" counts calls, "the first contact since" whatever was spoken.
_KINDS = (
    (re.compile(r"\b(?:video|virtual)\b", re.IGNORECASE), frozenset({"video_call", "call"})),
    (re.compile(r"\b(?:visits?|trips?|visited|travell?ed)\b", re.IGNORECASE), _VISIT),
    (re.compile(r"\bsummits?\b", re.IGNORECASE), frozenset({"summit"})),
    (re.compile(r"\b(?:(?:tele)?phone(?:d|s)?|calls?|called)\b", re.IGNORECASE), _CALLS),
    (
        re.compile(
            r"\b(?:meetings?|met|meet|seen|saw|face[- ]to[- ]face|in[- ]person|sit-down)\b", re.IGNORECASE
        ),
        _ROOM,
    ),
    (
        re.compile(r"\b(?:contacts?|conversations?|talk(?:s|ed)?|sp(?:eak|oke|oken)|time)\b", re.IGNORECASE),
        _SPOKEN,
    ),
)
_ANY_HOLDER = re.compile(
    r"\b(?:by|of|for|from|between) (?:an?\b|any\b|the two (?:countries|nations|states|sides)|(?:the )?leaders)",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\n\s*\n|\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordClaim:
    """A claim that the ledger can be counted for.

    "Their fifth meeting this year": sort ordinal, number 5, kinds meeting, talks and summit, the year as period.
    "Have met at least twice since March": sort count, number 2, bound at least, the days from March on as period.
    `pair` are ids of persons, or of states and organisations where the claim is of whoever holds the offices
    ("the first visit by a Chinese premier since 2015"). `until` is the day before which is counted, where the words
    tell it ("before July 2022"); `anew` says that what the same text tells of is not counted ("had not spoken since").
    """

    sort: ClaimSort
    pair: tuple[str, str]
    kinds: frozenset[str]
    text: str
    span: Span
    period: Period | None
    number: int = 1
    bound: Bound = "exactly"
    until: date | None = None
    anew: bool = False


def make_claim(
    sort: ClaimSort, match: re.Match[str], pair: tuple[str, str], kinds: frozenset[str], period: Period | None
) -> RecordClaim:
    """The claim that the words of a match make, without the comma that they may end with."""
    words = match.group().rstrip(" ,")
    span = Span(start=match.start(), end=match.start() + len(words))
    return RecordClaim(sort=sort, pair=pair, kinds=kinds, text=words, span=span, period=period)


def pair_of(participants: Iterable[Participant], *, sides: bool = False) -> tuple[str, str] | None:
    """The two who dealt with each other, by id: persons where they are named; None for one side or three.

    `sides`: the states or organisations that they stand for.
    """
    found: dict[str, str] = {}
    for each in participants:
        if each.role in ("party", "delegation_lead"):
            side = each.actor.state or each.actor.id
            if side not in found or each.actor.type == "person":
                found[side] = side if sides else each.actor.id
    if len(found) != 2:
        return None
    one, other = sorted(found.values())
    return one, other


def counted_pair(words: str, account: Account) -> tuple[str, str] | None:
    """The pair of an account, or its sides where any holder of the offices is meant: "the first visit by a premier"."""
    return pair_of(account.participants, sides=bool(_ANY_HOLDER.search(words)))


def kinds_of(words: str) -> frozenset[str]:
    """Which kinds of contact the words count: "first phone call" calls, "first time" whatever was spoken."""
    return next((kinds for pattern, kinds in _KINDS if pattern.search(words)), _SPOKEN)


def kinds_like(kind: str) -> frozenset[str]:
    """The kinds that are counted with one: "the call was the first between the two since March" counts calls."""
    return next((kinds for kinds in (_CALLS, _ROOM, _VISIT) if kind in kinds), _SPOKEN)


def paragraph_end(body: str, place: int) -> int:
    """Where the paragraph of a place ends."""
    end = _PARAGRAPH.search(body, place)
    return end.start() if end else len(body)


def day_of(written: str | None) -> date | None:
    """The day of an ISO date or time."""
    return date.fromisoformat(written[:10]) if written else None
