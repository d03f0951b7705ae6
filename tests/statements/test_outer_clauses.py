"""Clauses that hold another's verb, stand behind an adjunct or around a source, and subjects that a weekday hides."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read as read_report
from communique.records import Statement

FOUND = [
    (
        "Mayor Vera Stolz said at a briefing that Norway had called in an envoy to protest and demand that the boats leave.",
        "Norway had called in an envoy to protest and demand that the boats leave",
        "Vera Stolz",
    ),
    (
        "Mayor Vera Stolz said it is laughable that Ole Brandt thinks the town will pay.",
        "it is laughable that Ole Brandt thinks the town will pay",
        "Vera Stolz",
    ),
    ("Ghana Monday rejected Togolese claims of raids.", "Togolese claims of raids", "Ghana"),
    ("Ghana Monday flatly rejected Togolese claims of raids.", "Togolese claims of raids", "Ghana"),
    ("Chad Friday urged Sudan to withdraw its troops.", "withdraw its troops", "Chad"),
    (
        "Mayor Vera Stolz said under the lease, it was the duty of the owner to mend the roof.",
        "under the lease, it was the duty of the owner to mend the roof",
        "Vera Stolz",
    ),
    (
        "Mayor Vera Stolz said Friday the five, who also include two nurses, would be tried.",
        "the five, who also include two nurses, would be tried",
        "Vera Stolz",
    ),
    (
        "The harbour ministry issued a statement after the lunch saying that the port was open.",
        "the port was open",
        "harbour ministry",
    ),
    (
        "To keep the peace, army officers say, the bridge must stay shut.",
        "To keep the peace, army officers say, the bridge must stay shut",
        "army officers",
    ),
    (
        "Ole Brandt was responding to Mayor Vera Stolz's assertion that there were two flaws in the plan.",
        "there were two flaws in the plan",
        "Vera Stolz",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), FOUND)
def test_clause_is_found_with_its_speaker(text: str, words: str, speaker: str) -> None:
    found = [s for s in statements(text) if s.text == words]
    assert [s.speaker.name if s.speaker else None for s in found] == [speaker]


def test_clause_that_is_nothing_but_anothers_words_is_told_once() -> None:
    found = statements("Mayor Vera Stolz said that Ole Brandt had demanded that the boats leave.")
    assert [(s.text, s.speaker.name if s.speaker else None) for s in found] == [
        ("the boats leave", "Ole Brandt")
    ]


PURPOSES = [
    ("Norway accused Sweden of spreading baseless allegations.", "asserts"),
    ('"There will not be much cheer, and there will not be a deal," the Swedish envoy said.', "asserts"),
    ('"Now is the time to talk of trade and not of war," the Swedish envoy said.', "asks"),
]


@pytest.mark.parametrize(("text", "polarity"), PURPOSES)
def test_purpose_is_told(text: str, polarity: str) -> None:
    assert [s.polarity for s in statements(text)] == [polarity]


def statements(text: str) -> tuple[Statement, ...]:
    fields = Fields(source="test", text=text, date="2024-05-14")
    return read_report(make_report(fields), load_knowledge(), every_statement=True).statements
