"""What words make of their neighbours is the model's own but for rounding, and the same whatever stands beside them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.knowledge import load_knowledge
from communique.sentences import neighbours
from communique.sentences.neighbours import Encoder, encoder_of
from communique.sentences.rounding import LARGEST

WIDTH = 96


def model():
    return load_knowledge().nlp.get_pipe("tok2vec").model.layers[1]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    made = encoder_of(model())
    if made is None:
        pytest.skip("no step passes the probe on this machine")
    return made


def sentence(number: int, length: int):
    return np.random.default_rng(number).standard_normal((length, WIDTH), dtype=np.float32)


@settings(max_examples=25, deadline=None)
@given(lengths=st.lists(st.integers(1, 140), min_size=1, max_size=14), seed=st.integers(0, 9))
def test_a_sentences_vectors_are_the_same_whatever_stands_beside_it(encoder, lengths, seed):
    sentences = [sentence(100 * seed + place, length) for place, length in enumerate(lengths)]
    together = [each.tobytes() for each in encoder.predict(sentences)]
    backwards = [each.tobytes() for each in encoder.predict(sentences[::-1])][::-1]
    alone = [encoder.predict([each])[0].tobytes() for each in sentences]
    assert together == alone == backwards


@pytest.mark.parametrize("length", [1, 2, 11, 44, 45, 92, 187, 376, 377, LARGEST, 500])
def test_it_is_the_models_own_but_for_rounding(encoder, length):
    given = [sentence(1, 5), sentence(2, length), sentence(3, 9)]
    for ours, its in zip(encoder.predict(given), encoder.model.predict(given), strict=True):
        assert ours.shape == its.shape
        assert abs(ours - its).max() < 1e-4


def test_one_that_is_too_long_is_left_to_the_model(encoder):
    long = sentence(4, LARGEST)
    assert encoder.predict([long])[0].tobytes() == encoder.model.predict([long])[0].tobytes()


def test_no_step_no_reading(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(neighbours, "probed", lambda _: None)
    assert encoder_of(model()) is None


def test_a_model_that_is_built_in_another_way_is_left_alone():
    assert encoder_of(load_knowledge().nlp.get_pipe("tok2vec").model.layers[0].layers[2]) is None
