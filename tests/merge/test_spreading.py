"""A merge whose parcels are worked on elsewhere, in any order, gives what it gives here."""

from __future__ import annotations

import importlib.util
import pickle
from pathlib import Path

import pytest

from communique.ledger import Ledger
from communique.merge import spreading

SPEC = importlib.util.spec_from_file_location("made", Path(__file__).with_name("made.py"))
assert SPEC
assert SPEC.loader
made = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(made)

NOON = "2031-06-01T12:00:00+00:00"


class Elsewhere:
    """Tasks go out and come back as bytes, the last first."""

    def __init__(self) -> None:
        self.tasks = 0

    def __call__(self, work, tasks):
        self.tasks += len(tasks)
        sent = [pickle.dumps((work, task)) for task in tasks]
        found = []
        for each in reversed(sent):
            doing, task = pickle.loads(each)
            found.append(pickle.loads(pickle.dumps(doing(task))))
        return found[::-1]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("parcel", [1, 7, 4000])
def test_the_ledger_is_the_same(seed: int, parcel: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "PARCEL", parcel)
    readings, elsewhere = made.story(seed), Elsewhere()
    with Ledger.open(":memory:") as here, Ledger.open(":memory:") as there:
        for ledger in (here, there):
            ledger.write(readings, NOON)
            assert not ledger.is_merged()
        here.merge(recorded=NOON)
        there.merge(elsewhere, NOON)
        assert there.is_merged()
        assert list(here.dump(times=True)) == list(there.dump(times=True))
        assert here.contacts() == there.contacts() != []
    assert elsewhere.tasks > (10 if parcel == 1 else 0)


def test_what_is_merged_already_is_left_alone() -> None:
    elsewhere = Elsewhere()
    with Ledger.open(":memory:") as ledger:
        ledger.add(made.story(1), NOON)
        ledger.merge(elsewhere)
    assert elsewhere.tasks == 0
