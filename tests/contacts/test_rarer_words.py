"""Contacts told by rarer words, and the same words where they tell of none."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


def kinds(text: str) -> list[tuple[str, str]]:
    """(kind, status) of the contacts of a text."""
    reading = read(make_report(Fields(source="x", text=text, date="2016-06-06")), load_knowledge())
    return [(a.kind, a.status) for a in reading.accounts]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sergei Lavrov called up John Kerry on Friday.", ("phone_call", "held")),
        ("Sergei Lavrov bumped into John Kerry in the lobby on Friday.", ("meeting", "held")),
        ("Sergei Lavrov thrashed out a truce with John Kerry on Friday.", ("talks", "held")),
        ("Sergei Lavrov sent word to John Kerry on Friday that he would come.", ("message", "held")),
    ],
)
def test_a_rarer_word_tells_of_a_contact(text: str, wanted: tuple[str, str]) -> None:
    assert kinds(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Sergei Lavrov called up the reserves. John Kerry protested.",
        "Sergei Lavrov bumped into a chair. John Kerry laughed.",
        "Sergei Lavrov hammered out a speech. John Kerry slept.",
    ],
)
def test_the_same_word_of_a_thing_does_not(text: str) -> None:
    assert kinds(text) == []


def test_by_each_of_two_is_a_contact_with_each() -> None:
    assert len(kinds("Sergei Lavrov was received by Shinzo Abe and by John Kerry on Friday.")) == 2
    assert len(kinds("Sergei Lavrov was received by Shinzo Abe and later by Fumio Kishida on Friday.")) == 2
    assert len(kinds("Sergei Lavrov was received by Shinzo Abe and Fumio Kishida on Friday.")) == 1
