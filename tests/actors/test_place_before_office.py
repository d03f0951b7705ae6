"""An office behind a place or a state that its sentence opens with is of its own state, and a list of states is one."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.actors import read_passage

CASES = [
    ("Before flying to France, the Turkish leader spoke.", {"Turkish leader": ["recep-tayyip-erdogan"]}),
    ("In the UAE, the German foreign minister spoke.", {"German foreign minister": ["sigmar-gabriel"]}),
    ("After a row with the U.K., the French president spoke.", {"French president": ["emmanuel-macron"]}),
    ("Leaving Germany, the US and French presidents flew home.", {"US and French presidents": ["donald-trump", "emmanuel-macron"]}),
    ("In the U.S., Turkish leaders spoke.", {}),
    ("In talks with Russian, Chinese leaders, Angela Merkel was frank.", {"Russian, Chinese leaders": ["vladimir-putin", "xi-jinping"]}),
    ("Merkel invited the U.S. and French presidents.", {"U.S. and French presidents": ["donald-trump", "emmanuel-macron"]}),
    (
        "Merkel received the German, the French and the Italian presidents.",
        {
            "German, the French and the Italian presidents": [
                "frank-walter-steinmeier",
                "emmanuel-macron",
                "sergio-mattarella",
            ]
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_an_office_is_of_the_state_right_before_it(text: str, expected: dict[str, list[str]]) -> None:
    mentions = read_passage({"id": "t", "date": "2017-05-17", "text": text})
    assert {m.text: [a.id for a in m.actors] for m in mentions if m.form == "office"} == expected


@pytest.mark.parametrize(
    "place", ["France", "the UAE", "the U.S.", "South Korea", "Ghana", "the European Union"]
)
@pytest.mark.parametrize("opening", ["In", "After a visit to", "Before leaving for", "In a row with"])
def test_no_place_before_a_comma_takes_the_office_of_another(opening: str, place: str) -> None:
    text = f"{opening} {place}, the Turkish president spoke of trade."
    mentions = read_passage({"id": "t", "date": "2017-05-17", "text": text})
    assert [[a.id for a in m.actors] for m in mentions if m.form == "office"] == [["recep-tayyip-erdogan"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('George Bush met José María Aznar. The aim is to disarm Saddam Hussein. "Time is short," the president said.', []),
        ("George Bush met José María Aznar to speak of Saddam Hussein. The president said that time was short.", []),
        ("George Bush met José María Aznar in the Azores to speak of Saddam Hussein. The president was hopeful.", []),
        ("George Bush met Vladimir Putin. Putin praised the talks. The president said that time was short.", ["vladimir-putin"]),
        ("George Bush met José María Aznar. The president said that time was short.", ["george-w-bush"]),
        ("In Lisbon, the president said that time was short.", ["jorge-sampaio"]),
    ],
)  # fmt: skip
def test_a_bare_office_is_not_his_who_is_only_talked_of(text: str, expected: list[str]) -> None:
    mentions = read_passage({"id": "t", "date": "2003-03-17", "text": text})
    offices = [m for m in mentions if m.form == "office"]
    assert [a.id for m in offices for a in m.actors] == expected
