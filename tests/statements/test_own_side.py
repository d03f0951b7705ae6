""" "The President said" in a side's own text: its own, and not the guest whom alone the text calls by title and name."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read_many


def speakers(outlet: str, text: str, day: str = "2023-05-25") -> list[str]:
    report = make_report(Fields(source="x", text=text, date=day, outlet=outlet))
    (reading,) = read_many([report], load_knowledge())
    return [s.speaker.name for s in reading.statements if s.speaker is not None]


@pytest.mark.parametrize(
    ("outlet", "text", "wanted"),
    [
        ("10 Downing Street",
         "The Prime Minister spoke to Indian Prime Minister Narendra Modi this evening. They talked about rice. The Prime Minister said that duties had to fall.", "Rishi Sunak"),
        ("10 Downing Street",
         "The Prime Minister spoke to Indian Prime Minister Narendra Modi this evening. They talked about rice. Prime Minister Modi said that duties had to fall.", "Narendra Modi"),
        ("Kremlin",
         "Vladimir Putin met with President of Tajikistan Emomali Rahmon. The President noted that trade had grown.",
         "Vladimir Putin"),
        ("The White House",
         "Joe Biden hosted President Yoon Suk Yeol of South Korea. The President said that trade had grown.",
         "Joe Biden"),
    ],
)  # fmt: skip
def test_the_bare_title_is_the_own_holders(outlet: str, text: str, wanted: str) -> None:
    assert speakers(outlet, text) == [wanted]
