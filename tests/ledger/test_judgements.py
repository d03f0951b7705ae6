"""People's judgements are kept beside the program's, outlive re-reading, and can be taken back."""

from __future__ import annotations

import pytest

from communique.errors import NotFoundError, UsageError
from communique.ledger import Ledger, Word
from communique.records import Judgement

NOON, LATER = "2026-03-10T12:00:00+00:00", "2026-03-11T12:00:00+00:00"
APART = Judgement(one="a1", other="a2", same=False, score=1.0, reason="two calls", author="Ada")


def members(ledger: Ledger) -> list[tuple[str, ...]]:
    return [tuple(account.id for account in contact.accounts) for contact in ledger.contacts()]


def test_a_judgement_reaches_merging_and_is_taken_back(readings):
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings, NOON)
        assert members(ledger) == [("a1", "a2"), ("a3",)]
        kept = ledger.judge(APART, LATER)
        assert members(ledger) == [("a1",), ("a2",), ("a3",)]
        ledger.undo(kept.id, Word(author="Ada", reason="one call after all"), LATER)
        assert members(ledger) == [("a1", "a2"), ("a3",)]
        with pytest.raises(NotFoundError, match="no decision"):
            ledger.undo(kept.id, Word(author="Ada", reason="again"), LATER)


def test_what_people_join_stays_joined_when_a_report_comes(readings):
    join = Judgement(one="a2", other="a3", same=True, score=1.0, reason="the same", author="Ada")
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings[1:], NOON)
        ledger.judge(join, NOON)
        ledger.add(readings[:1], LATER)
        assert members(ledger) == [("a1", "a2", "a3")]


def test_the_program_is_no_author(readings):
    with Ledger.open(":memory:") as ledger, pytest.raises(UsageError, match="person"):
        ledger.judge(Judgement(one="a1", other="a2", same=True, score=1, reason="like"))


def test_judgements_of_the_program_are_kept_and_undone_when_no_longer_made(readings):
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings, NOON)
        [made] = ledger.judgements()
        assert (made.one, made.other, made.same, made.author) == ("a1", "a2", True, "program")
        assert "the same persons" in made.reason
        ledger.judge(APART, LATER)
        assert [each.author for each in ledger.judgements()] == ["Ada"]
