"""The matcher: whole words, case, longest first, capitals, and names that block others."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.knowledge import load_knowledge
from communique.knowledge.fold import plain
from communique.knowledge.index import NameIndex
from communique.knowledge.names import Name


def found(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in load_knowledge().index.find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Erdoğan’s visit to Türkiye", ["Erdoğan", "Türkiye"]),
        ("he told us so", []),
        ("PUTIN, XI JINPING TALK", ["PUTIN", "XI JINPING"]),
        ("ships in the Persian Gulf", ["Persian Gulf"]),
        ("Mohammed Shia Al-Sudani", ["Mohammed Shia Al-Sudani"]),
        ("Malians in Malibu", ["Malians"]),
    ],
)
def test_find(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_form_that_breaks_a_word_does_not_hide_a_shorter_one() -> None:
    index = NameIndex(
        [Name("person", "a", "Ann Lee Mar"), Name("person", "b", "Ann Lee"), Name("place", "c", "Marsh Hill")]
    )
    assert [(hit.start, hit.end) for hit in index.find("Ann Lee Marsh Hill")] == [(0, 7), (8, 18)]


@given(st.text(max_size=80))
def test_levelling_keeps_every_place(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain(text).isascii()


@given(
    st.lists(
        st.sampled_from(
            [
                "Xi",
                "Jinping",
                "President",
                "China's",
                "THE UN",
                "Vladimir Putin",
                "prime minister",
                "é",
                "—",
                "\n",
                "of",
                "Mali",
            ]
        ),
        max_size=12,
    )
)
def test_hits_are_sorted_and_do_not_overlap(parts: list[str]) -> None:
    hits = load_knowledge().index.find(" ".join(parts))
    assert all(one.end <= other.start for one, other in pairwise(hits))
