"""Visits of those who are sent, who come back, whom their plane brings; envoys summoned where they serve."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read

CASES = [
    ("Chile dispatched its foreign minister, Mariano Fernandez, to La Paz on Monday.", "visit held"),
    ("Chile will send its foreign minister, Mariano Fernandez, to La Paz on Monday.", "visit planned"),
    ("Chile did not send its foreign minister, Mariano Fernandez, to La Paz.", ""),
    ("Chile sent troops to Haiti on Monday, Michelle Bachelet said.", ""),
    ("Evo Morales returned from Lima on Wednesday.", "visit held"),
    ("Evo Morales returned from holiday on Wednesday.", ""),
    ("Evo Morales's plane touched down in Lima early on Tuesday.", "visit held"),
    ("The Swedish ambassador in Ankara was summoned on Monday.", "meeting held"),
    ("The Swedish ambassador in Stockholm was summoned on Monday.", ""),
    (
        "Hillary Clinton talked about the border with Chile's visiting foreign minister on Tuesday.",
        "meeting held",
    ),
    ("Hillary Clinton talked about the border on Tuesday.", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_was_sent_or_came_back(text: str, expected: str) -> None:
    reading = read(make_report(Fields(source="x", text=text, date="2009-05-08")), load_knowledge())
    assert " ".join(f"{a.kind} {a.status}" for a in reading.accounts) == expected
