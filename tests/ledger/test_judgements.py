"""People's judgements are kept beside the program's, outlive re-reading, and can be taken back."""

from __future__ import annotations

import sys

import pytest

from communique.errors import NotFoundError, UsageError
from communique.ledger import Ledger, Word
from communique.records import Judgement

pytestmark = pytest.mark.usefixtures("merge_of_days")
NOON, LATER = "2026-03-10T12:00:00+00:00", "2026-03-11T12:00:00+00:00"
APART = Judgement(one="a1", other="a2", same=False, score=1.0, reason="two calls", author="Ada")


def test_a_judgement_reaches_merging_and_is_taken_back(readings, monkeypatch):
    seen = []
    merge = sys.modules["communique.merge"].merge_accounts
    stand_in = lambda readings, judgements, _: seen.append(judgements) or merge(readings)  # noqa: E731
    monkeypatch.setattr(sys.modules["communique.merge"], "merge_accounts", stand_in)
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings, NOON)
        kept = ledger.judge(APART, LATER)
        assert [(each.author, each.same, each.recorded) for each in seen[-1]] == [("Ada", False, LATER)]
        ledger.undo(kept.id, Word(author="Ada", reason="one call after all"), LATER)
        assert seen[-1] == ()
        with pytest.raises(NotFoundError, match="no decision"):
            ledger.undo(kept.id, Word(author="Ada", reason="again"), LATER)


def test_the_program_is_no_author(readings):
    with Ledger.open(":memory:") as ledger, pytest.raises(UsageError, match="person"):
        ledger.judge(Judgement(one="a1", other="a2", same=True, score=1, reason="like"))


def test_judgements_of_the_program_are_kept_and_undone_when_no_longer_made(readings, monkeypatch):
    made = [Judgement(one="a1", other="a2", same=True, score=0.9, reason="same day")]
    merge = sys.modules["communique.merge"].merge_accounts

    def with_judgements(readings, judgements, settled):
        merged = merge(readings)
        merged.judgements = tuple(made)
        return merged

    monkeypatch.setattr(sys.modules["communique.merge"], "merge_accounts", with_judgements)
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings, NOON)
        assert [each.reason for each in ledger.judgements()] == ["same day"]
        made.clear()
        ledger.derive(LATER)
        assert ledger.judgements() == ()
