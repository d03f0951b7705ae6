"""Reads a text for the tests of statements."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.actors import find_mentions
from communique.contacts import find_accounts
from communique.dates import find_whens
from communique.knowledge import load_knowledge
from communique.records import Account, Report, ReportDate, Statement
from communique.sentences import find_candidates, parse_sentences, split_sentences
from communique.statements import attach_chains, find_statements, wanted_for_statements

Read = Callable[..., tuple[Statement, ...]]
ReadAll = Callable[[str], tuple[tuple[Account, ...], tuple[Statement, ...]]]


def read_all(text: str, *, parsed: bool = True) -> tuple[tuple[Account, ...], tuple[Statement, ...]]:
    """Accounts with their chains, and statements, of a text published on 2019-05-08."""
    knowledge = load_knowledge()
    dated = ReportDate(date="2019-05-08", basis="given", why="test")
    report = Report(id="r", version="v", source="t.txt", body=text, dated=dated)
    sentences = split_sentences(report)
    wanted = find_candidates(report, sentences) | wanted_for_statements(report, sentences)
    parses = parse_sentences(report, sentences, wanted if parsed else frozenset(), knowledge)
    mentions = find_mentions(report, sentences, parses, knowledge)
    whens = find_whens(report, sentences, parses)
    accounts, _ = find_accounts(report, sentences, parses, mentions, whens, knowledge)
    statements = find_statements(report, sentences, parses, mentions, accounts, knowledge)
    return attach_chains(accounts, statements), statements


@pytest.fixture
def read() -> Read:
    """Statements of a text."""

    def statements(text: str, *, parsed: bool = True) -> tuple[Statement, ...]:
        return read_all(text, parsed=parsed)[1]

    return statements


@pytest.fixture
def read_accounts() -> ReadAll:
    """Accounts and statements of a text."""
    return read_all
