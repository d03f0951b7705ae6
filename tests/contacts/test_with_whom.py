"""Whom "whom" means wherever the parse hangs its clause, "the head of state" as who was named, and "before the two meet"."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read

BOTH = {"mohammed-vi", "pedro-sanchez"}


def contacts(text: str) -> list[tuple[set[str], str]]:
    """(parties, status) of each contact of a text of 1 April 2022."""
    reading = read(make_report(Fields(source="x", text=text, date="2022-04-01")), load_knowledge())
    return [({p.actor.id for p in a.participants}, a.status) for a in reading.accounts]


@pytest.mark.parametrize(
    "text",
    [
        "The invitation came from King Mohammed VI, with whom Pedro Sánchez met yesterday.",
        "Pedro Sánchez was invited by King Mohammed VI, with whom he talked by phone yesterday.",
        "Pedro Sánchez is a friend of King Mohammed VI, with whom he held talks yesterday in Rabat.",
        "Pedro Sánchez praised King Mohammed VI, whom he met yesterday.",
    ],
)
def test_whom_is_who_stands_before_it(text: str) -> None:
    assert contacts(text) == [(BOTH, "held")]


def test_whom_is_the_noun_that_its_clause_describes() -> None:
    text = "Pedro Sánchez is one of the leaders in Madrid whom King Mohammed VI met yesterday."
    assert all("ESP" not in parties or "mohammed-vi" not in parties for parties, _ in contacts(text))


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Emmanuel Macron is back in Paris. The head of state met with Emomali Rahmon in Geneva yesterday.",
         {"emmanuel-macron", "emomali-rahmon"}),
        ("Olaf Scholz is back in Berlin. The head of government met with Emomali Rahmon in Geneva yesterday.",
         {"olaf-scholz", "emomali-rahmon"}),
    ],
)  # fmt: skip
def test_the_head_of_state_is_the_one_named(text: str, parties: set[str]) -> None:
    assert contacts(text) == [(parties, "held")]


def test_of_two_heads_of_state_neither_is_meant() -> None:
    text = "Emmanuel Macron and Sergio Mattarella dined. The head of state met with Emomali Rahmon yesterday."
    assert all("emomali-rahmon" not in parties for parties, _ in contacts(text))


def test_what_lies_behind_before_is_still_to_come() -> None:
    text = "Much remains to be done before Emmanuel Macron and Olaf Scholz meet this month, officials said."
    assert contacts(text) == [({"emmanuel-macron", "olaf-scholz"}, "planned")]
