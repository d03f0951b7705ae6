"""Whom a description by trade or past means: the one person named before whom it fits."""

from __future__ import annotations

import pytest

from communique.actors.descriptions import KNOWN
from communique.evaluation.scoring.actors import read_passage
from communique.knowledge import load_knowledge


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        ("Rex Tillerson met Sheikh Tamim. The former oilman flew on.", "2017-07-11", "The former oilman",
         ["rex-tillerson"]),
        ("Angela Merkel rang Hassan Rouhani. The cleric said yes.", "2015-07-11", "The cleric", ["hassan-rouhani"]),
        ("Kofi Annan saw Bashar al-Assad. The veteran diplomat left at noon.", "2012-07-11", "The veteran diplomat",
         ["kofi-annan"]),
        ("Mario Draghi met Emmanuel Macron. The former banker smiled.", "2021-07-11", "The former banker", []),
        ("Xi Jinping met Emmanuel Macron. The general smiled.", "2021-07-11", "The general", []),
        ("Emmanuel Macron spoke. The politician smiled.", "2021-07-11", "The politician", ["emmanuel-macron"]),
        ("Xi Jinping met Emmanuel Macron. The politician smiled.", "2021-07-11", "The politician", []),
    ],
)  # fmt: skip
def test_whom_a_description_means(text: str, date: str, words: str, wanted: list[str]) -> None:
    mentions = read_passage({"id": "t", "date": date, "text": text})
    assert [a.id for m in mentions if m.text == words for a in m.actors] == wanted


def test_descriptions_speak_of_persons_and_offices_of_the_lexicon() -> None:
    knowledge = load_knowledge()
    for noun, known in KNOWN.items():
        assert known.persons <= knowledge.persons.keys(), noun
        assert known.offices <= knowledge.offices.keys(), noun
