"""Words lie in rows that are rounded as their place in the sentence asks, each in a row of its own."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.sentences.rounding import LARGEST, SIZES, Rounding, one_thread, probed

KINDS = st.sampled_from(
    [(0,) * 12, (0,) * 6 + (1,) * 6, (0, 1, 1, 0, 2, 2, 2, 0, 2, 2, 2, 2), tuple(range(16))]
)


@given(kinds=KINDS, lengths=st.lists(st.integers(1, 500), min_size=1, max_size=9))
def test_each_word_has_a_row_of_its_own_and_of_its_kind(kinds, lengths):
    rounding = Rounding(kinds=kinds, sizes=SIZES)
    wanted = np.concatenate([rounding.kinds_of(length) for length in lengths])
    rows = rounding.rows_of(wanted)
    assert len(set(rows.tolist())) == sum(lengths)
    assert [kinds[row % len(kinds)] for row in rows] == wanted.tolist()


@given(kinds=KINDS, length=st.integers(0, 900), longer=st.integers(0, 900))
def test_a_words_kind_goes_by_its_place_alone(kinds, length, longer):
    rounding = Rounding(kinds=kinds, sizes=SIZES)
    first = rounding.kinds_of(length).tolist()
    assert rounding.kinds_of(length + longer).tolist()[:length] == first
    assert Counter(first) == Counter(dict(enumerate(rounding.taken(length))))
    assert sum(rounding.room) == LARGEST


def test_rows_of_one_kind_are_rounded_alike():
    chance = np.random.default_rng(3)
    weights = chance.standard_normal((64, 106), dtype=np.float32)
    rounding = probed(weights)
    if rounding is None:
        pytest.skip("no step passes the probe on this machine")
    row = chance.standard_normal(64, dtype=np.float32)
    for size in rounding.sizes:
        with one_thread():
            made = np.dot(np.tile(row, (size, 1)), weights)
        kinds = np.resize(rounding.kinds, size)
        for kind in set(rounding.kinds):
            assert len({each.tobytes() for each in made[kinds == kind]}) == 1
