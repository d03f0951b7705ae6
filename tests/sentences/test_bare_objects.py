"""A headline that says what becomes of a contact, without an article, tells of that and of no meeting that was held."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Rousseff postpones meeting with Cristina Fernandez", "meeting", "cancelled"),
        ("Chile's Bachelet cancels meeting with Peru's Humala", "meeting", "cancelled"),
        ("Evo Morales canceled planned meeting with Michelle Bachelet", "meeting", "cancelled"),
        ("Dilma Rousseff scraps visit to Washington", "visit", "cancelled"),
        ("Bachelet seeks meeting with Ollanta Humala", "meeting", "proposed"),
    ],
)
def test_what_becomes_of_a_contact_in_a_headline(text: str, kind: str, status: str) -> None:
    reading = read(make_report(Fields(source="x", text=text, date="2014-09-17")), load_knowledge())
    assert [(a.kind, a.status) for a in reading.accounts] == [(kind, status)]
