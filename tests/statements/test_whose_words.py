"""Whose words they are where somebody else stands nearer: relative clauses, papers, asides, offices that quote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read as read_report
from communique.records import Statement

Read = Callable[..., tuple[Statement, ...]]

WHOSE = [
    (
        "Minister Ole Brandt was sticking to his charge – denied by the United States – that the convoy had been bombed.",
        "the convoy had been bombed",
        "United States",
    ),
    (
        "Minister Ole Brandt repeated his view, echoing earlier statements by Mayor Vera Stolz denying the theft of the files.",
        "the theft of the files",
        "Vera Stolz",
    ),
    (
        'Minister Ole Brandt rang Mayor Vera Stolz. "The bridge is closed," Brandt\'s office quoted him as telling the mayor.',
        "The bridge is closed,",
        "Ole Brandt",
    ),
    ("Poland's statement said the border would stay shut.", "the border would stay shut", "Poland"),
    ("A statement by the Kremlin said the talks had begun.", "the talks had begun", "Russia"),
    (
        "The harbour ministry said in a statement that the port was open. The cranes were working, the statement added.",
        "The cranes were working",
        "harbour ministry",
    ),
    (
        "Pakistan's Foreign Office spokesperson met the press. The Foreign Office said the visa rules would change.",
        "the visa rules would change",
        "Pakistan",
    ),
    ("The Foreign Office said the visa rules would change.", "the visa rules would change", "United Kingdom"),
    (
        "Senator Anna Horn said the law should be dropped, citing the mayor's earlier remarks on the matter.",
        "the law should be dropped",
        "Anna Horn",
    ),
    ("The agency quoted the king as urging both sides to talk.", "talk", "king"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), WHOSE)
def test_words_are_of_whom_the_text_gives_them(read: Read, text: str, words: str, speaker: str) -> None:
    found = [s for s in read(text) if s.text == words]
    assert [s.speaker.name if s.speaker else None for s in found] == [speaker]


NOBODYS = [
    "The minister appeared to be responding to comments by Mayor Stolz that the bridge was unsafe.",
    "The council has yet to respond to Mayor Stolz closing the bridge.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_who_only_answers_is_not_given_what_others_said(read: Read, text: str) -> None:
    assert not [
        s
        for s in read(text)
        if s.speaker and s.speaker.text.lower() in {"the minister", "the council", "the mayor"}
    ]


def test_a_participle_behind_a_comma_goes_on_with_the_main_speaker(read: Read) -> None:
    found = read(
        'Minister Ole Brandt ruled out the sale of the port to the bank, describing the offer as "an insult to sailors".'
    )
    assert {s.speaker.name if s.speaker else None for s in found} == {"Ole Brandt"}
    assert "an insult to sailors" in {s.text for s in found}


def test_what_is_demanded_is_no_addressee(read: Read) -> None:
    (found,) = read("The council urged restraint to calm the border.")
    assert (found.text, found.polarity, found.addressee) == ("restraint", "asks", None)


def test_a_clause_about_a_letter_is_its_writers() -> None:
    text = "The envoy waved a letter by Senator Anna Horn in which she denied the theft of the files."
    report = make_report(Fields(source="t", text=text, date="2019-05-08"))
    found = read_report(report, load_knowledge(), every_statement=True).statements
    assert ("the theft of the files", "Anna Horn") in {(s.text, s.speaker.name) for s in found if s.speaker}


NOBODY_SAYS = [
    'Dinner for the two delegations: "Lake Trout in the Manner of Bled", lamb, walnuts.',
    'What the papers call the "bread index" rose by three points in May.',
    "The bridge at Kotor is said to be older than the railway.",
    'The brewery\'s new account, "Ready When You Are", costs nothing in the first year.',
]


@pytest.mark.parametrize("text", NOBODY_SAYS)
def test_names_and_hearsay_are_nobodys_words(read: Read, text: str) -> None:
    assert not read(text)


def test_the_name_of_an_operation_is_no_part_quote(read: Read) -> None:
    assert {
        s.kind for s in read('The army denied that the operation "Clean Sweep" had emptied the town.')
    } == {"claim"}


CARRIED = [
    ('"We wrote six letters," the director of customs told the broadcaster TVK.', ["TVK"]),
    ("Nobody has asked us, the minister told the breakfast programme of Radio Drina.", ["Radio Drina"]),
    ("The plan was sound, according to a participant quoted by Reuters.", ["Reuters"]),
]


@pytest.mark.parametrize(("text", "chain"), CARRIED)
def test_an_outlet_told_by_its_sort_or_programme_passes_on(read: Read, text: str, chain: list[str]) -> None:
    assert {tuple(link.name for link in s.chain) for s in read(text)} == {tuple(chain)}


WISHES = [
    ("Ankara wants the alliance to set up a buffer zone.", [("Turkey", "asks")]),
    ("Japan agreed to lift the ban on beef.", [("Japan", "promises")]),
    ("The child wants the dog to sit down.", []),
    ("They agreed to meet again.", []),
]


@pytest.mark.parametrize(("text", "expected"), WISHES)
def test_only_sides_want_and_agree(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.speaker.name if s.speaker else None, s.polarity) for s in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The premier criticised the inquiry after officers said they had been insulted.", []),
        ("The bank said the deal had failed after regulators warned that it was unsafe.", ["bank"]),
        ("In a message read out by her daughter, the dissident said she would not bow.", ["her daughter"]),
    ],
)
def test_a_chain_has_who_passes_words_on_and_not_who_answers_them(
    read: Read, text: str, chain: list[str]
) -> None:
    (told,) = [s for s in read(text) if s.kind == "claim"][-1:]
    assert [link.name for link in told.chain] == chain
