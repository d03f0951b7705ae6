"""Whom a bare family name means: the leader, else the office-holder, of whom one thinks first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.actors.leading import leading_offices
from communique.actors.words import ROLES

if TYPE_CHECKING:
    from communique.actors.resolve import Resolver

HEADS: tuple[str, ...] = tuple(ROLES["heads_by_rank"])
STATE_HEADS: frozenset[str] = frozenset(ROLES["heads_of_states"])
MAJOR: frozenset[str] = frozenset(ROLES["major"])
"""States and organisations of which a bare family name is thought first where two persons in office share it."""


def most_prominent(resolver: Resolver, persons: Sequence[str], *, common: bool = False) -> str | None:
    """The one whom a bare family name means: a single leader of the day, else a single office-holder."""
    if not resolver.day:
        leaders = [
            p
            for p in persons
            if any(resolver.level(t) == 0 for t in resolver.knowledge.tenures_of.get(p, ()))
        ]
        return leaders[0] if len(leaders) == 1 else persons[0] if len(persons) == 1 else None
    heads = [
        p
        for p in persons
        if any(
            t.office in STATE_HEADS
            and t.of in resolver.knowledge.states
            or t.of in MAJOR
            and t.office in HEADS
            for t in resolver.current(p)
        )
    ]
    every = heads
    if len(heads) > 1:
        heads = [p for p in heads if any(t.of in MAJOR and t.office in HEADS for t in resolver.current(p))]
        heads = heads or [p for p in every if leads(resolver, p)]
    if len(heads) == 1 and (not common or only_bearer(resolver, heads[0], persons)):
        return heads[0]
    for worst in (0, 1, 2):
        serving = [p for p in persons if any(resolver.level(t) <= worst for t in resolver.current(p))]
        if len(serving) > 1 and not common:
            serving = [
                p
                for p in serving
                if any(t.of in MAJOR and resolver.level(t) <= worst for t in resolver.current(p))
            ]
        if len(serving) == 1:
            return serving[0] if not every or serving[0] in every else None
        if len(serving) > 1 or common and worst == 1:
            return None
    recent = [
        p
        for p in persons
        if any(
            t.first_day() <= resolver.day and resolver.level(t) == 0
            for t in resolver.knowledge.tenures_of.get(p, ())
        )
    ]
    return recent[0] if len(recent) == 1 else None


def leads(resolver: Resolver, person: str) -> bool:
    """Whether somebody holds the office that leads a state: Kim Jong-un, not his premier."""
    return any(t.office in leading_offices(t.of, resolver.day or "")[:1] for t in resolver.current(person))


def only_bearer(resolver: Resolver, person: str, persons: Sequence[str]) -> bool:
    """Whether a head of a major state is the only one in office who bears a common family name: "Bush" in 2003."""
    others = [p for p in persons if p != person and resolver.current(p)]
    return not others and any(t.of in MAJOR and resolver.level(t) == 0 for t in resolver.current(person))
