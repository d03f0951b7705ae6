"""Sources that are told in rarer ways, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., tuple[Any, ...]]

TOLD = [
    ("The board lost three million crowns, the mill said, citing higher wages.", "mill"),
    ("Sen. Ada Brask, D-Ohio, who lost in May, said that the bridge was shut.", "Ada Brask"),
    ("Sen. Ada Brask, R-N.H., said that the bridge was shut.", "Ada Brask"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_who_says_so(read: Read, text: str, speaker: str) -> None:
    assert [s.speaker and s.speaker.name for s in read(text)] == [speaker]


def test_an_answer_before_a_colon_is_its_owners(read: Read) -> None:
    (told,) = read('The mayor, Ada Brask, came out at noon. Brask\'s reply was short: "We have lost."')
    assert (told.speaker.name, told.text, told.cue.text) == ("Ada Brask", "We have lost.", "reply")
