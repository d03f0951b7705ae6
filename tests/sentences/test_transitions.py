"""The parser's steps taken here lead where the model's own lead, whatever stands beside a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.knowledge import load_knowledge
from communique.sentences import transitions
from communique.sentences.transitions import Stepper, stepper_of

TEXTS = (
    "Met.",
    "The foreign minister of Peru met her counterpart from Chile in Lima on Monday.",
    "Ana Torres and Bo Lindqvist, who had flown in from Oslo, said that nothing was agreed; talks go on.",
    "He didn't call.",
    '"We will come back," Lindqvist told reporters after the second round, held behind closed doors in Geneva.',
    "Who is to lead the delegation of the European Union is open, and the envoy of the United Nations waits.",
)
PIPES = ("parser", "ner")


def pipe(name: str):
    return load_knowledge().nlp.get_pipe(name)


def prepared(places):
    nlp = load_knowledge().nlp
    docs = [nlp.tokenizer(TEXTS[place]) for place in places]
    shared = nlp.get_pipe("tok2vec")
    shared.set_annotations(docs, shared.predict(docs))
    return docs


def seen(name: str, reader, places):
    """What a reader sees in sentences, each as what stands in it."""
    docs = prepared(places)
    pipe(name).set_annotations(docs, reader.predict(docs))
    if name == "ner":
        return [[(e.start, e.end, e.label_) for e in doc.ents] for doc in docs]
    return [[(t.head.i, t.dep_) for t in doc] for doc in docs]


@pytest.mark.parametrize("name", PIPES)
def test_the_outcome_is_the_models_own(name: str):
    ours = stepper_of(pipe(name))
    assert isinstance(ours, Stepper)
    every = range(len(TEXTS))
    found = seen(name, ours, every)
    assert found == seen(name, pipe(name), every)
    assert any(found)


@settings(max_examples=15, deadline=None)
@given(places=st.lists(st.integers(0, len(TEXTS) - 1), min_size=1, max_size=40))
def test_a_sentence_is_read_alike_whatever_stands_beside_it(places):
    for name in PIPES:
        ours = stepper_of(pipe(name))
        alone = {place: seen(name, ours, [place])[0] for place in set(places)}
        assert seen(name, ours, places) == [alone[place] for place in places]


@pytest.mark.parametrize("name", PIPES)
def test_where_no_step_passes_the_probe_the_model_multiplies_itself(name: str, monkeypatch):
    monkeypatch.setattr(transitions, "probed", lambda _: None)
    ours = stepper_of.__wrapped__(pipe(name))
    every = range(len(TEXTS))
    assert isinstance(ours, Stepper)
    assert seen(name, ours, every) == seen(name, pipe(name), every)


def test_documents_without_a_word_have_no_steps():
    empty = load_knowledge().nlp.make_doc("")
    assert [state.is_final() for state in stepper_of(pipe("parser")).predict([empty])] == [True]


def test_a_pipe_that_is_built_in_another_way_is_left_alone(monkeypatch):
    monkeypatch.setitem(pipe("parser").cfg, "beam_width", 2)
    assert stepper_of.__wrapped__(pipe("parser")) is pipe("parser")
