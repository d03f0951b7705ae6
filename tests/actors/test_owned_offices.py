"""Offices whose state or organisation another word tells: a noun, "whose", the place in which they are told of."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.actors import read_passage


def ids(text: str, words: str) -> list[str]:
    start = text.index(words)
    found = read_passage({"id": "t", "date": "2018-03-14", "text": text})
    return [a.id for m in found if m.span.start < start + len(words) and start < m.span.end for a in m.actors]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Kenya is in mourning. The country's president cancelled a trip.", "president", ["uhuru-kenyatta"]),
        ("Peru is in mourning. The nation's former president cancelled a trip.", "president", []),
        ("Bulgaria is in mourning. The prime minister cancelled a trip.", "prime minister", ["boyko-borisov"]),
        ("Norway, whose prime minister is in Geneva, did not reply.", "prime minister", ["erna-solberg"]),
        ("In Islamabad, the prime minister said the vote would go ahead.", "prime minister", ["shahid-khaqan-abbasi"]),
        ("In Turkey, the interior minister said the vote would go ahead.", "interior minister", ["suleyman-soylu"]),
        ("The European Union was split. The bloc's foreign policy chief flew home.", "foreign policy chief",
         ["federica-mogherini"]),
        ("Georgia's and Chile's presidents met in Geneva.", "presidents", ["giorgi-margvelashvili", "sebastian-pinera"]),
        ("Bulgaria is in mourning. The president of the rowing club cancelled a trip.", "president", []),
        ("Kenya and Peru are in mourning. The president cancelled a trip.", "president", []),
        ("Emmanuel Macron met Theresa May. In Oslo, the president was seen alone.", "president", ["emmanuel-macron"]),
    ],
)  # fmt: skip
def test_is_the_holder_of_the_state_that_is_told(text: str, words: str, wanted: list[str]) -> None:
    assert ids(text, words) == wanted
