"""Purposes by grammar and by set phrases: what a clause asks, promises or denies, and clauses like it that only assert."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., tuple[Any, ...]]

DONE = {
    "denies": [
        "Uganda's president hit back at suggestions that his guards had beaten the clerk.",
        "A palace spokesman poured cold water on reports of an early wedding.",
        "Gabon has distanced itself from claims that it paid for the yacht.",
        '"At no time were we shown the contract," the treasurer said.',
        'Asked if he would stand again, the mayor said: "No."',
        '"That\'s not what we agreed at all," her deputy said.',
        '"We do not interfere in the elections of our neighbours," the ambassador said.',
        "The former minister has always maintained her innocence.",
    ],
    "asks": [
        "Lesotho's premier has sought Pretoria's help in repairing the dam.",
        "Bakers lobbied the treasury to drop the tax on flour.",
        "Turkey must reopen the strait at once, the Greek shipping minister said.",
    ],
    "promises": [
        "Canada is committed to taking in 900 families, the immigration minister said.",
        "Norway stands ready to host the next round, its foreign minister said.",
        "The insurer gave an undertaking to repay every widow.",
    ],
    "threatens": [
        "Rebels gave the governor 48 hours to leave the town or face an attack.",
        "Pyongyang warned of countermeasures if the exercise went ahead.",
        "Minsk could cut off the gas in response to the new tariffs, the energy minister said.",
        '"If they touch one more trawler, they will answer for it," the admiral said.',
    ],
    "asserts": [
        "Any settlement must be checked by engineers, the two ministers said.",
        "Both countries are ready to build relations on an equal footing, the adviser said.",
        "Nobody was hurt, the fire brigade said.",
        "The bridge has to be closed twice a year for repairs, engineers said.",
        "False claims about the vaccine were spreading fast, the agency said.",
        "The president's critics say he has no plan.",
        "The ministry will keep watching the lake, officials said.",
    ],
}
CASES = [(purpose, text) for purpose, texts in DONE.items() for text in texts]


@pytest.mark.parametrize(("purpose", "text"), CASES, ids=[text[:50] for _, text in CASES])
def test_words_do_what_a_reader_takes_them_to_do(read: Read, purpose: str, text: str) -> None:
    found = read(text)
    assert [(s.polarity, s.speaker is not None) for s in found] == [(purpose, True)]


def test_a_rejected_report_keeps_its_noun(read: Read) -> None:
    told = read("Estonia dismissed as absurd an allegation that it had closed the crossing to lorries.")
    assert [s.text for s in told] == ["an allegation that it had closed the crossing to lorries"]


def test_its_minister_is_of_the_subject_and_not_of_the_state_named_last(read: Read) -> None:
    told = read("Japan will give two million doses to Taiwan, its foreign minister announced.")
    assert told[0].polarity == "promises"
    assert told[0].speaker.name == "Taro Kono"


def test_a_study_in_a_journal_speaks_and_not_the_journal(read: Read) -> None:
    told = read("A study in the journal Nature found that the reef had lost half its fish.")
    assert [(s.speaker.text, s.text) for s in told] == [
        ("A study in the journal Nature", "the reef had lost half its fish")
    ]


def test_an_expressed_view_is_told_once(read: Read) -> None:
    told = read("The bank expressed the view that inflation had peaked.")
    assert [s.text for s in told] == ["inflation had peaked"]


def test_what_a_speaker_left_out_is_no_part_of_what_he_said(read: Read) -> None:
    told = read("Doha confirmed that the two ministers had spoken by phone but gave no details.")
    assert told[0].text == "the two ministers had spoken by phone"


def test_only_what_stands_before_a_source_is_told_where_narration_follows(read: Read) -> None:
    told = read(
        "The premier took refuge in a chapel, his party said, hours after an allegation that he had robbed an aide."
    )
    assert [s.text for s in told] == ["The premier took refuge in a chapel"]


def test_what_is_narrated_behind_a_quotation_is_nobodys_words(read: Read) -> None:
    told = read(
        '"It is a fake," Haddad said in a statement read out by his lawyer as about 200 of his fans gathered outside.'
    )
    assert [s.text for s in told] == ["It is a fake,"]


def test_a_speaker_is_nobody_whom_his_own_clause_names(read: Read) -> None:
    told = read(
        '"We shall appeal," lawyer Sankara Pillay told the court.\n\n'
        "If the judge agreed, Malik would be freed on Monday, he added."
    )
    assert [s.speaker.name for s in told] == ["Sankara Pillay", "Sankara Pillay"]


def test_a_family_name_that_stands_first_is_kept_to_its_bearer(read: Read) -> None:
    told = read(
        'The flight was "reckless", said ministry spokesman Jiang Wenhao.\n\n'
        "Jiang said the pilot had been warned."
    )
    assert {s.speaker.name for s in told} == {"Jiang Wenhao"}


@pytest.mark.parametrize(
    "text",
    [
        "The talks held in Vienna continued to drag on, and nobody was surprised.",
        "A rally was held in the square, organisers having paid for the stage.",
        "He continued to leak papers to the press while he lived in the hotel.",
    ],
)
def test_verbs_of_going_on_and_holding_tell_no_words(read: Read, text: str) -> None:
    assert read(text) == ()


def test_a_source_that_hides_its_name_refuses_nothing(read: Read) -> None:
    told = read("Another miner, who refused to give her name, said the shaft had flooded twice.")
    assert [(s.polarity, s.text) for s in told] == [("asserts", "the shaft had flooded twice")]


def test_an_ultimatum_has_its_hearer(read: Read) -> None:
    told = read("The dockers gave the port until Friday to raise its offer.")
    assert (told[0].polarity, told[0].addressee.text, told[0].text) == ("asks", "the port", "raise its offer")
