"""Gives each fact of an account the chain of the source that its clause hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.records import Account, Fact, Link, Span, Statement


def attach_chains(accounts: Sequence[Account], statements: Sequence[Statement]) -> tuple[Account, ...]:
    """Accounts whose facts say through whom they came.

    "The call lasted 90 minutes, according to Ushakov": the duration's chain is (Ushakov,). A fact outside every
    statement is the report's own word and keeps an empty chain.
    """
    if not statements:
        return tuple(accounts)
    return tuple(
        replace(account, facts=tuple(attached(fact, statements) for fact in account.facts))
        if account.facts
        else account
        for account in accounts
    )


def attached(fact: Fact, statements: Sequence[Statement]) -> Fact:
    """A fact with the chain of the words that it stands in, if it stands in any."""
    if fact.chain:
        return fact
    chain = chain_of(fact.span, statements)
    return replace(fact, chain=chain) if chain else fact


def chain_of(span: Span, statements: Sequence[Statement]) -> tuple[Link, ...]:
    """Speaker and chain of the narrowest statement that covers a span, nearest to the fact first."""
    covering = [s for s in statements if s.speaker and s.span.covers(span)]
    if not covering:
        around = [
            s
            for s in statements
            if s.chain and s.speaker and s.speaker.span.start <= span.start and span.end <= s.span.end
        ]
        return min(around, key=lambda s: (s.span.end - s.speaker.span.start, s.id)).chain if around else ()  # type: ignore[union-attr]  # each in `around` has a speaker
    statement = min(covering, key=lambda s: (s.span.end - s.span.start, s.id))
    assert statement.speaker is not None
    return (statement.speaker, *statement.chain)
