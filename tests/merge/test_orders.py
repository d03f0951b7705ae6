"""Whatever the order and the batches in which reports come, the ledger holds the same contacts with the same ids.

Merging is held against 1,000 random orders, and the ledger against as many random orders and batchings as there is time
for: `COMMUNIQUE_ORDERS=1000 pytest tests/merge/test_orders.py` gives the figure that docs/merging.md tells.
"""

from __future__ import annotations

import importlib.util
import os
import random
from pathlib import Path

import pytest

from communique.ledger import Ledger, derive
from communique.merge import merge_accounts

SPEC = importlib.util.spec_from_file_location("made", Path(__file__).with_name("made.py"))
assert SPEC
assert SPEC.loader
made = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(made)

ORDERS = int(os.environ.get("COMMUNIQUE_ORDERS", "20"))
NOON = "2031-06-01T12:00:00+00:00"


def test_a_thousand_random_orders_merge_into_the_same() -> None:
    stories = [made.story(seed) for seed in range(10)]
    expected = [merge_accounts(readings) for readings in stories]
    for number in range(1_000):
        readings = list(stories[number % 10])
        random.Random(number).shuffle(readings)
        assert merge_accounts(iter(readings)) == expected[number % 10], f"order {number}"


def contacts_in(ledger: Ledger) -> list[str]:
    """What the ledger holds of contacts, as its dump has it."""
    ledger.contacts()
    return [line for line in ledger.dump() if line.startswith('{"table": "contact')]


def test_random_orders_and_batches_give_the_same_contacts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derive, "_MOST", 2.0)  # each batch is merged by its parts, however large
    expected: dict[int, list[str]] = {}
    for number in range(ORDERS):
        seed, dice = number % 10, random.Random(number)
        readings = made.story(seed)
        if seed not in expected:
            with Ledger.open(":memory:") as ledger:
                ledger.add(readings, NOON)
                ledger.derive(NOON)
                expected[seed] = contacts_in(ledger)
            ids = {contact.id for contact in merge_accounts(readings).contacts}
            assert all(any(name in line for line in expected[seed]) for name in ids)
        dice.shuffle(readings)
        cuts = sorted(dice.sample(range(1, len(readings)), dice.randint(1, 4)))
        with Ledger.open(":memory:") as ledger:
            for first, last in zip([0, *cuts], [*cuts, len(readings)], strict=True):
                ledger.add(readings[first:last], NOON)
                if dice.random() < 0.7:
                    ledger.contacts()
            assert contacts_in(ledger) == expected[seed], f"order {number}"
