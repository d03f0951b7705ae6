"""Vectors of words are remembered, and are the same to the last bit, whatever was met before."""

from __future__ import annotations

import pytest

from communique.knowledge import load_knowledge
from communique.sentences import vectors
from communique.sentences.vectors import Vectors, vectors_of

TEXTS = (
    "The minister met her counterpart.",
    "They didn't meet; they can't have met.",
    "The  minister of Peru\nmet the Minister.",
    "Who's there? U.S. envoys.",
)


def model():
    return load_knowledge().nlp


def fresh() -> Vectors:
    return vectors_of.__wrapped__(model())


def written(found) -> list[bytes]:
    return [each.tobytes() for each in found]


def alone(given: Vectors, docs) -> list[bytes]:
    """What the model makes of each word alone, by `given`."""
    return written([given.look_up(doc.to_array(given.columns)) for doc in docs])


def of_the_model(docs) -> list[bytes]:
    return written(model().get_pipe("tok2vec").model.layers[0].predict(docs))


def test_those_of_words_alone_are_the_models_own():
    nlp, ours = model(), fresh()
    for together in ([0, 1, 2, 3], [2], [3, 0], [1, 1, 1]):
        docs = [nlp.tokenizer(TEXTS[place]) for place in together]
        assert alone(ours, docs) == of_the_model(docs)


def test_those_of_sentences_are_the_models_own_but_for_rounding():
    nlp, ours = model(), fresh()
    docs = [nlp.tokenizer(text) for text in TEXTS]
    for mine, its in zip(ours.of(docs), nlp.get_pipe("tok2vec").predict(docs), strict=True):
        assert mine.shape == its.shape
        assert abs(mine - its).max() < 1e-4


def test_a_word_is_worked_out_once():
    nlp, ours = model(), fresh()
    ours.of([nlp.tokenizer("The envoy met the envoy, and the envoy left.")])
    before = len(ours.rows)
    assert before == len({"The ", "envoy ", "met ", "the ", "envoy", ", ", "and ", "left", "."})
    ours.of([nlp.tokenizer("The envoy left and met the envoy.")])
    assert len(ours.rows) == before + 1  # "left" with a space behind it


def test_what_is_remembered_stays_small(monkeypatch: pytest.MonkeyPatch):
    nlp, ours = model(), fresh()
    monkeypatch.setattr(vectors, "KEPT", 5)
    for text in TEXTS * 2:
        docs = [nlp.tokenizer(text)]
        assert alone(ours, docs) == of_the_model(docs)
        assert len(ours.rows) <= 5 + len(docs[0])


def test_entities_are_the_models_own():
    nlp = model()
    texts = (
        "Ada Lind of Norsk Fisk met Bo Falk in Tromsø on Monday.",
        "They paid 30 dollars to Aker Line.",
        "No.",
    )
    found = []
    for reader in (nlp.get_pipe("ner"), vectors.entity_reader(nlp)):
        docs = [nlp.tokenizer(text) for text in texts]
        reader.set_annotations(docs, reader.predict(docs))
        found.append([[(e.text, e.label_) for e in doc.ents] for doc in docs])
    assert found[0] == found[1]
    assert any(found[0])
