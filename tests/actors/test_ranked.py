"""Ranks say nothing of whom a general serves; the office beside his name does."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


def served(text: str) -> dict[str, str | None]:
    """The state of each person that a text names, by id."""
    reading = read(make_report(Fields(source="x", text=text, date="2012-05-10")), load_knowledge())
    return {a.id: a.state for m in reading.mentions for a in m.actors if a.type == "person"}


@pytest.mark.parametrize(
    ("text", "person", "state"),
    [
        (
            "India's Chief of Army Staff, General Ravi Nair, met Bangladeshi Prime Minister Sheikh Hasina on Monday.",
            "ravi-nair",
            "IND",
        ),
        (
            "Major General Pedro Alvarez Soto, commander of the Peruvian army, called on the minister in Quito.",
            "pedro-alvarez-soto",
            "PER",
        ),
    ],
)
def test_the_office_beside_a_rank_is_its_bearers(text: str, person: str, state: str) -> None:
    assert served(text)[person] == state


def test_an_office_apart_from_a_rank_is_not_its_bearers() -> None:
    found = served("India's Chief of Army Staff said that General Ravi Nair met Sheikh Hasina on Monday.")
    assert found["ravi-nair"] is None
