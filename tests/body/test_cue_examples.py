"""Each cue's example is labelled by that cue, and its counter-example by none."""

from __future__ import annotations

import pytest

from communique.body.cues import Cue, load_cues


@pytest.mark.parametrize("cue", load_cues().cues, ids=lambda cue: cue.id)
def test_example_and_counter_example(cue: Cue) -> None:
    found = load_cues().match(cue.example)
    assert found is not None and found.kind == cue.kind
    if cue.counter:
        assert load_cues().match(cue.counter) is None


def test_cue_ids_are_unique() -> None:
    ids = [cue.id for cue in load_cues().cues]
    assert len(ids) == len(set(ids))
