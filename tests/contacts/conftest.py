"""Reads a text for the tests of contacts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.knowledge import Knowledge, load_knowledge
from communique.reading import read
from communique.records import Account, Report, ReportDate

ReadText = Callable[[str, str], tuple[Account, ...]]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The lexicon and the language model."""
    return load_knowledge()


@pytest.fixture(scope="session")
def accounts_of(knowledge: Knowledge) -> ReadText:
    """The accounts of a text that was published on a day."""

    def accounts(text: str, day: str) -> tuple[Account, ...]:
        dated = ReportDate(date=day, basis="given", why="test")
        report = Report(id="r", version="v", source="t.txt", body=text, dated=dated)
        return read(report, knowledge).accounts

    return accounts
