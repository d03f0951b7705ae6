"""Which sentences are worth a parse."""

from __future__ import annotations

import pytest

from communique.sentences import cue_forms
from communique.sentences.candidates import TOGETHER, cue_pattern


@pytest.mark.parametrize(
    "form", ["met", "spoke", "phoned", "visits", "dining", "telephoned", "talks", "summits", "flew"]
)
def test_forms_of_a_cue_are_known(form: str) -> None:
    assert form in cue_forms()


@pytest.mark.parametrize("text", ["The metre was long.", "A gasometer burst.", "The recaller left."])
def test_a_form_within_a_longer_word_is_none(text: str) -> None:
    assert cue_pattern().search(text) is None


def test_two_acting_together_are_worth_a_parse() -> None:
    assert TOGETHER.search("She drank coffee with her guest Lind.")
    assert TOGETHER.search("She drank coffee with milk.") is None
