"""A report more makes anew only what it touches, and what comes of it is what making all anew gives."""

from __future__ import annotations

import importlib.util
import random
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from communique.ledger import Ledger, Word, derive, judging, schema
from communique.records import Judgement, Reading

SPEC = importlib.util.spec_from_file_location("made", Path(__file__).parent.parent / "merge" / "made.py")
assert SPEC
assert SPEC.loader
made = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(made)
NOON = "2031-06-01T12:00:00+00:00"


def derived(ledger: Ledger) -> list[str]:
    """All that follows from accounts and judgements, and the judgements that stand."""
    lines = [
        line
        for line in ledger.dump()
        if line.startswith(('{"table": "contact', '{"table": "doubt', '{"table": "judge'))
    ]
    with ledger._reading() as connection:
        for table in (schema.listing, schema.tally):
            rows = connection.execute(select(table).order_by(*table.primary_key)).all()
            lines += [str(row) for row in rows if table is schema.listing or row.number]
    return lines


def whole(ledger: Ledger) -> list[str]:
    ledger.derive(NOON)
    return derived(ledger)


@pytest.fixture(autouse=True)
def always_by_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many reports are new beside those that are held."""
    monkeypatch.setattr(derive, "_MOST", 2.0)


def batches(readings: list[Reading], dice: random.Random) -> list[list[Reading]]:
    shuffled = readings[:]
    dice.shuffle(shuffled)
    cuts = sorted(dice.sample(range(1, len(shuffled)), dice.randint(1, 5)))
    return [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, len(shuffled)], strict=True)]


@pytest.mark.parametrize("seed", range(12))
def test_batches_in_any_order_give_what_one_merge_gives(seed: int):
    readings = made.many_readings(seed, 30)
    dice = random.Random(seed)
    with Ledger.open(":memory:") as ledger:
        for batch in batches(readings, dice):
            ledger.add(batch, NOON)
        by_parts = derived(ledger)
        assert by_parts == whole(ledger)


@pytest.mark.parametrize("seed", range(8))
def test_reports_read_again_give_what_one_merge_gives(seed: int):
    readings, others = made.many_readings(seed, 24), made.many_readings(seed + 100, 24)
    dice = random.Random(seed)
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings, NOON)
        for number, other in enumerate(dice.sample(others, 6)):
            again = replace(
                other.report, version=f"again {number}", modified="2031-07-01", body=f"New text {number}."
            )
            ledger.add([replace(other, report=again)], NOON)
            by_parts = derived(ledger)
            assert by_parts == whole(ledger)


@pytest.mark.parametrize("seed", range(8))
def test_judgements_give_what_one_merge_gives(seed: int):
    readings = made.many_readings(seed, 24)
    dice = random.Random(seed)
    names = [account.id for reading in readings for account in reading.accounts]
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings[:20], NOON)
        held = [name for name in names if int(name[1:4]) < 20]
        for number in range(5):
            one, other = dice.sample(held, 2)
            word = Judgement(
                one=one, other=other, same=dice.random() < 0.6, score=1.0, reason="read", author="Ada"
            )
            kept = ledger.judge(word, NOON)
            by_parts = derived(ledger)
            assert by_parts == whole(ledger)
            if number % 2:
                ledger.undo(kept.id, Word(author="Ada", reason="misread"), NOON)
                by_parts = derived(ledger)
                assert by_parts == whole(ledger)
        for reading in readings[20:]:
            ledger.add([reading], NOON)
            by_parts = derived(ledger)
            assert by_parts == whole(ledger)


@pytest.mark.parametrize("seed", range(6))
def test_corrections_give_what_one_merge_gives(seed: int):
    readings = made.many_readings(seed, 20)
    dice = random.Random(seed)
    names = sorted(account.id for reading in readings for account in reading.accounts)
    ada = Word(author="Ada", reason="misread")
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings, NOON)
        for number in range(5):
            name, when = dice.choice(names), ("when", f"2031-05-{dice.randint(1, 28):02}")
            kept = judging.correct(ledger, name, when, ada, account=name if number % 2 else None)
            by_parts = derived(ledger)
            assert by_parts == whole(ledger)
            if number > 2:
                ledger.undo(kept.id, ada, NOON)
                by_parts = derived(ledger)
                assert by_parts == whole(ledger)


def test_a_report_merges_anew_only_what_it_hangs_together_with(monkeypatch: pytest.MonkeyPatch):
    asked = []
    merge = derive.merge_members
    monkeypatch.setattr(
        derive,
        "merge_members",
        lambda members, *more: (asked.append(len(members)), merge(members, *more))[1],
    )
    calls = [
        made.reading(
            f"c{n:02}",
            f"2031-05-{n + 1:02}",
            made.account(f"c{n:02}", ("vale", "brandt"), made.day(f"2031-05-{n + 1:02}")),
        )
        for n in range(25)
    ]
    with Ledger.open(":memory:") as ledger:
        ledger.add(calls, NOON)
        ledger.add(
            [
                made.reading(
                    "new", "2031-05-09", made.account("new", ("vale", "brandt"), made.day("2031-05-09"))
                )
            ],
            NOON,
        )
        assert asked == [25, 2]
        assert len(ledger.contacts()) == 25
