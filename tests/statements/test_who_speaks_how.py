"""Speakers, chains and contents by construction: interrupters, outlets by their noun, passives, stances, short answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., tuple[Any, ...]]

TOLD = [
    ("Choirs must practise, the abbot said, and the bells should ring as before.", "abbot",
     "Choirs must practise, the abbot said, and the bells should ring as before"),
    ("Whatever the jury says, the loser told friends in Graz, he will bow to it.", "loser",
     "Whatever the jury says, the loser told friends in Graz, he will bow to it"),
    ("Not so, says the warden.", "warden", "Not so"),
    ("No, said the widow, she had not been told.", "widow", "No, said the widow, she had not been told"),
    ("The smugglers were accused by villagers of burning boats.", "villagers", "burning boats"),
    ("The warden was adamant that the gate had been shut.", "warden", "the gate had been shut"),
    ("The bishop made it known that he would retire.", "bishop", "he would retire"),
    ("The college's line is that no beds were sold.", "college", "no beds were sold"),
    ("Malta has no plans to leave the pact, Malta's deputy minister, Carmen Zahra, was quoted by the radio as saying.", "Carmen Zahra",
     "Malta has no plans to leave the pact"),
    ("The guest supported the proposal to build a second pier.", "guest", "the proposal to build a second pier"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), TOLD, ids=[text[:50] for text, _, _ in TOLD])
def test_who_says_what(read: Read, text: str, speaker: str, words: str) -> None:
    assert [(s.speaker and s.speaker.name, s.text) for s in read(text)] == [(speaker, words)]


def test_an_outlet_that_no_list_knows_is_named_by_its_noun(read: Read) -> None:
    (told,) = read("A colonel said on the radio station Echo Velden that the bridge was safe.")
    assert [link.name for link in told.chain] == ["Echo Velden"]


def test_the_agency_is_the_one_that_was_named(read: Read) -> None:
    found = read(
        "The TASS agency quoted a clerk as saying that the hall was full. It would stay shut, the agency added."
    )
    assert found[-1].speaker.id == found[0].chain[0].id


def test_it_is_the_body_that_its_clause_begins_with(read: Read) -> None:
    found = read(
        "A porter who had seen it said that the crates were empty. The World Bank pays no bribes, it repeated."
    )
    assert found[-1].speaker.name != "A porter who had seen it"


def test_a_claim_that_is_denied_in_passing_is_told_once(read: Read) -> None:
    found = read("The islanders say that forty goats have vanished, a claim the police deny.")
    assert [(s.speaker.name, s.text, s.chain) for s in found] == [
        ("islanders", "forty goats have vanished", ())
    ]


def test_nobody_is_asked_anything_by_a_summons_to_protest(read: Read) -> None:
    assert read("The minister summoned the ambassador to protest against the flights.") == ()


def test_reporters_are_no_addressees(read: Read) -> None:
    (told,) = read("The warden told journalists that the gate was shut.")
    assert told.addressee is None


def test_he_is_the_one_who_acts_in_the_sentence_before(read: Read) -> None:
    found = read('The mayor let six days pass. "I have heard you," he said then from the balcony.')
    assert [s.speaker and s.speaker.name for s in found] == ["mayor"]


NAMED = [
    ("The group's convener, Peter Hobart, appealed to the council to act. Hobart said he was moved by a film.", ["Peter Hobart", "Peter Hobart"]),
    ('A clerk asked the office of Senator Manuel "Boyet" Lacson to pay the fee.', ["A clerk"]),
    ("The premier would not say when the state would act, but called on opposition leader Ada Finch to talk.", ["premier", "premier"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), NAMED, ids=[text[:50] for text, _ in NAMED])
def test_the_right_one_speaks(read: Read, text: str, speakers: list[str]) -> None:
    assert [s.speaker and s.speaker.name for s in read(text)] == speakers


ITSELF = [
    ("The airline cancelled forty flights on Monday. It said crews were sick.", "airline"),
    ("Fastwing cancelled forty flights. It said crews were sick.", "Fastwing"),
    ("The palace put out a statement in which it deplored the leak.", "palace"),
    ("Unless the wage is paid, said the foreman, nothing will leave the quarry.", "foreman"),
]


@pytest.mark.parametrize(("text", "speaker"), ITSELF, ids=[text[:50] for text, _ in ITSELF])
def test_it_is_the_body_that_acted(read: Read, text: str, speaker: str) -> None:
    assert [s.speaker and s.speaker.name for s in read(text)] == [speaker]
