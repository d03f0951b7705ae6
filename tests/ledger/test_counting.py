"""Sets of contacts are counted as one would count them by hand, in whichever form they are held."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.ledger import Ledger
from communique.ledger.bits import PART, bits_of, pack
from communique.ledger.counting import Countable, Fit, column_of, count_by, make_countable, members_of
from communique.records import Reading

NUMBERS = st.sets(st.integers(0, 3 * PART - 1), max_size=40)


def countable(numbers: set[int]) -> Countable:
    return make_countable({part: pack(held) for part, held in bits_of(numbers).items()})


@given(NUMBERS, NUMBERS)
def test_members_and_what_two_share(fit: set[int], other: set[int]):
    assert members_of(bits_of(fit)).tolist() == sorted(fit)
    assert Fit(bits_of(fit)).members.tolist() == sorted(fit)
    assert Fit(bits_of(fit)).within(countable(other)) == len(fit & other)


@pytest.mark.parametrize("many", [3, 9000])
@pytest.mark.parametrize("of_the_other", [5, 60_000])
def test_few_and_many_are_counted_alike(many: int, of_the_other: int):
    dice = random.Random(many + of_the_other)
    fit = set(dice.sample(range(2 * PART), many))
    other = set(dice.sample(range(PART + 100), of_the_other))
    ready = countable(other)
    assert (ready.members is None) == (of_the_other == 60_000)
    assert Fit(bits_of(fit)).within(ready) == len(fit & other)


@settings(max_examples=50)
@given(st.dictionaries(st.integers(0, PART + 9), st.sampled_from(("2019", "2020", "2021"))), NUMBERS)
def test_counts_by_columns(years: dict[int, str], members: set[int]):
    kinds = {number: "visit" if number % 3 else "call" for number in range(PART)}
    columns = [
        column_of(
            {name: bits_of(n for n, held in told.items() if held == name) for name in set(told.values())}
        )
        for told in (years, kinds)
    ]
    expected: dict[tuple[str, ...], int] = {}
    for number in members & years.keys() & kinds.keys():
        pair = (years[number], kinds[number])
        expected[pair] = expected.get(pair, 0) + 1
    assert count_by(members_of(bits_of(members)), columns) == expected


def test_within_one_state_nothing_new_is_seen(readings: list[Reading], tmp_path: Path):
    """The numbers of one page fit together, whatever is written while it is made."""
    path = str(tmp_path / "one.db")
    with Ledger.open(path) as writer:
        writer.add(readings[:1])
        before = writer.count()
        with Ledger.open(path, as_merged=True) as reader:
            with reader.at_once():
                state, seen = reader.contacts_state(), [reader.count()]
                writer.add(readings[1:])
                assert writer.count() > before
                seen += [reader.count(), len(reader.page().lines), reader.sketch().count]
                assert seen == [before] * 4
                assert reader.contacts_state() == state
            assert reader.count() == writer.count()
            assert reader.contacts_state() != state
