"""Who of a side dealt where no name is told: "Indian officials", "the trade minister"; they are not its prime minister."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from communique.knowledge.load import LEXICON, read_toml
from communique.merge.levels import office_levels
from communique.records import Actor, Participant, Report

Rank = tuple[str, bool, str]  # a side, whether somebody is named for it, and the rank of who dealt for it
LEADERS, MINISTERS, OFFICIALS, STAFF = "leaders", "ministers", "officials", "staff"
ORDER = (LEADERS, MINISTERS, OFFICIALS, STAFF)
NEAR = 60  # code points before a state: who comes from it
SENDERS = re.compile(r"\b(\w+) (?:from|of) (?:the )?(?:[A-ZÀ-ÞĀ-Ț][\w'’-]+(?:, and|,| and) )*$")
WORD = re.compile(r"[^\W\d_]+")
ONE_DESK = {"trade_minister": "economy_minister", "trade_representative": "economy_minister"}
ANY_DESK = frozenset({"minister", "deputy_prime_minister", "high_representative"})


def ranks_of(report: Report, sides: Iterable[tuple[str, Participant, bool]]) -> frozenset[Rank]:
    """The highest rank that is told for each side; none for a state of which no person is told.

    `sides` are those who deal, each with its side and whether it is named.
    """
    best: dict[str, Rank] = {}
    for side, participant, named in sides:
        rank = rank_of(participant, report)
        known = best.get(side)
        if rank and (known is None or height(rank) < height(known[2])):
            best[side] = (side, named, rank)
    return interned(frozenset(best.values()))


@lru_cache(maxsize=65_536)
def interned(ranks: frozenset[Rank]) -> frozenset[Rank]:
    """The same object for equal ranks: a million accounts tell few."""
    return ranks


def rank_of(participant: Participant, report: Report) -> str:
    """A minister's office, else the level of a person, or of those who deal for a state; empty where none is told."""
    actor = participant.actor
    if actor.type == "person":
        return rank_of_person(actor)
    if actor.type != "state":
        return ""
    told = rank_in(participant.as_named)
    if told or participant.span is None:
        return told
    start = participant.span.start
    before = SENDERS.search(report.body, max(0, start - NEAR), start)
    return rank_in(before.group(1)) if before else ""


def rank_of_person(actor: Actor) -> str:
    """The level of a person's office; for a minister the office itself."""
    if actor.office_id is None or actor.office_id in words("offices_of_any"):
        return ""
    level = office_levels().get(actor.office_id, "")
    return ONE_DESK.get(actor.office_id, actor.office_id) if level == MINISTERS else level


@lru_cache(maxsize=65_536)
def rank_in(named: str) -> str:
    """The rank of those who deal for a state, by what they are called: "French negotiators", "the Indian ambassador"."""
    said = {word.lower() for word in WORD.findall(named)}
    if said & words("below_ministers"):
        return OFFICIALS
    return STAFF if said & words("below_leaders") else ""


@cache
def words(name: str) -> frozenset[str]:
    """A list of the lexicon's: "offices_of_any" are those that a minister may hold as well ("envoy", "negotiator")."""
    return frozenset(read_toml(LEXICON / "contacts.toml")["words"][name])


def height(rank: str) -> int:
    """The place of a rank from above; a minister's office is a minister's."""
    return ORDER.index(rank) if rank in ORDER else ORDER.index(MINISTERS)


def ranked_otherwise(mine: Iterable[Rank], theirs: Iterable[Rank]) -> str:
    """For which side two accounts tell of people who cannot be the same, one of them without a name; empty where none."""
    others = list(theirs)
    for side, named, rank in sorted(mine):
        for each, also, other in others:
            if side == each and not (named and also) and are_two(rank, other):
                return f"others of {side}"
    return ""


def are_two(rank: str, other: str) -> bool:
    """Whether people of two ranks are two: a leader and anybody lower, an ambassador and a minister, two ministers."""
    high, low = sorted((rank, other), key=height)
    if height(high) == height(low) == ORDER.index(MINISTERS):
        return rank != other and ANY_DESK.isdisjoint((rank, other))
    if high == LEADERS:
        return low != LEADERS
    return height(high) == ORDER.index(MINISTERS) and low == OFFICIALS


def unnamed(ranks: frozenset[Rank]) -> frozenset[Rank]:
    """The ranks of those who are not named."""
    return frozenset(rank for rank in ranks if not rank[1])
