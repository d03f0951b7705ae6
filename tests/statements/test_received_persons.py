"""Who is welcomed at a door is not what somebody says: a welcome reports words only where it is of a thing."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


def said(text: str) -> list[str]:
    report = make_report(Fields(source="x", text=text, date="2017-03-17"))
    return [each.text for each in read(report, load_knowledge(), every_statement=True).statements]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump welcomed Chancellor Merkel to the Oval Office.",
        "Donald Trump welcomed Angela Merkel at the White House on Friday.",
        "Donald Trump welcomed the German chancellor to the White House.",
    ],
)
def test_a_person_is_received(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Donald Trump welcomed Angela Merkel’s decision to stay.", "Angela Merkel’s decision to stay"),
        ("Donald Trump welcomed the new plan.", "the new plan"),
    ],
)
def test_a_thing_is_welcomed_in_words(text: str, words: str) -> None:
    assert said(text) == [words]
