"""Capitals and houses that act for their state, and those where something only happens."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.actors import read_passage
from communique.records import Mention


def mentions(text: str) -> tuple[Mention, ...]:
    return read_passage({"id": "t", "date": "2018-03-14", "text": text})


def acting(text: str, words: str) -> set[str]:
    """The states and organisations for which the mention that ends with the words stands, where it is no place."""
    return {a.id for m in mentions(text) if m.text.endswith(words) and m.form != "place" for a in m.actors}


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("There was no immediate comment from Lima.", "Lima", "PER"),
        ("The threat from Yerevan was dismissed.", "Yerevan", "ARM"),
        ("Montevideo's position has not changed.", "Montevideo", "URY"),
        ("The note was sent to Kampala last week.", "Kampala", "UGA"),
        ("Oslo sent a long letter to Lusaka on Monday.", "Lusaka", "ZMB"),
        ("Pressure on Bamako to act has grown.", "Bamako", "MLI"),
        ("Oslo imposed sanctions on Minsk.", "Minsk", "BLR"),
        ("Unlike Lisbon, Reykjavik has signed the treaty.", "Lisbon", "PRT"),
        ("The plan irked Rabat for years.", "Rabat", "MAR"),
        ("He no longer accepts Amman as a mediator.", "Amman", "JOR"),
        ("Doha was not invited.", "Doha", "QAT"),
        ("They called on Tunis to stop it.", "Tunis", "TUN"),
        ("Riga wants quiet on its ports and Tallinn wants a fair.", "Tallinn", "EST"),
        ("The government in Lima expelled two envoys.", "Lima", "PER"),
        ("The offer was refused by the foreign ministry in Ankara.", "Ankara", "TUR"),
        ("Brussels warned Warsaw of a fine.", "Brussels", "EU"),
        ("Belgium was cross. Brussels warned Warsaw of a fine.", "Brussels", "BEL"),
    ],
)
def test_a_capital_acts_for_its_state(text: str, words: str, wanted: str) -> None:
    assert acting(text, words) == {wanted}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A blast shook Beirut on Tuesday.", "Beirut"),
        ("Envoys left Kampala on Tuesday.", "Kampala"),
        ("He chose Lima for his first trip.", "Lima"),
        ("Lima's airport was closed.", "Lima"),
        ("The envoy returned from Tunis.", "Tunis"),
        ("He took the offer with him to Moscow.", "Moscow"),
        ("He was sent to Moscow as a young man.", "Moscow"),
        ("He had been invited to Rabat.", "Rabat"),
        ("The road to Amman was closed.", "Amman"),
        ("They dined at the palace in Ankara.", "Ankara"),
        ("Troops are stationed in Niger.", "Niger"),
        ("Rebels in northern Chad fled.", "Chad"),
    ],
)
def test_a_place_does_not_act(text: str, words: str) -> None:
    assert not acting(text, words)
