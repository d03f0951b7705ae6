"""Gives each fact of an account the chain of the source that its clause hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from communique.records import Account, Fact, Link, Statement


def attach_chains(accounts: Sequence[Account], statements: Sequence[Statement]) -> tuple[Account, ...]:
    """Accounts whose facts say through whom they came.

    "The call lasted 90 minutes, according to Ushakov": the duration's chain is (Ushakov,). A fact outside every
    statement is the report's own word and keeps an empty chain.
    """
    spoken = [Spoken(s, s.speaker) for s in statements if s.speaker]
    if not spoken:
        return tuple(accounts)
    return tuple([with_chains(account, spoken) for account in accounts])


class Spoken(NamedTuple):
    """A statement whose speaker is known."""

    statement: Statement
    speaker: Link


def with_chains(account: Account, spoken: Sequence[Spoken]) -> Account:
    """An account whose facts have the chains of the words that they stand in."""
    facts = tuple([attached(fact, spoken) for fact in account.facts])
    return account if facts == account.facts else replace(account, facts=facts)


def attached(fact: Fact, spoken: Sequence[Spoken]) -> Fact:
    """A fact with the chain of the words that it stands in, if it stands in any."""
    if fact.chain:
        return fact
    start, end = fact.span.start, fact.span.end
    covering: list[Spoken] = []
    around: list[Spoken] = []
    for one in spoken:
        whole = one.statement.span
        if end <= whole.end:
            if whole.start <= start:
                covering.append(one)
            elif one.statement.chain and one.speaker.span.start <= start:
                around.append(one)
    if not covering and not around:
        return fact
    return replace(fact, chain=chain_of(covering, around))


def chain_of(covering: Sequence[Spoken], around: Sequence[Spoken]) -> tuple[Link, ...]:
    """Speaker and chain of the narrowest statement over a fact, nearest to the fact first.

    `around` are those over a fact that stands between their speaker and their words: only their chain is its own.
    """
    if not covering:
        closest = min(around, key=lambda s: (s.statement.span.end - s.speaker.span.start, s.statement.id))
        return closest.statement.chain
    nearest = min(covering, key=lambda s: (s.statement.span.end - s.statement.span.start, s.statement.id))
    return (nearest.speaker, *nearest.statement.chain)
