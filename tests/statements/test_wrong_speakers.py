"""Words are given to nobody rather than to the wrong one: what only looks like a source beside the real one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., tuple[Any, ...]]

SPEAKERS = [
    (
        'Grain may leave the port, said a ministry spokesman, Bamako Keita. "The silos are full," Bamako said.',
        {"Bamako Keita"},
    ),
    ('Ada Brask wrote after the mill\'s announcement that "idle owners" were to blame.', {"Ada Brask"}),
    (
        "Deputy Minister Anna Kolb told deputies that Jan Berg was finding it hard to sleep and that he had gone home.",
        {"Anna Kolb"},
    ),
    (
        "Security Adviser Tim Lowe met Foreign Minister Ana Prado and Treasury Chief Luis Mota of Paraguay at the palace to underline the worth of river trade.",
        {"Tim Lowe"},
    ),
    (
        "The rail link will open in May, said a senior clerk who admitted that the bridge had cracks.",
        {"a senior clerk"},
    ),
    (
        "The Prime Minister and President Mensah stressed their will to share the river.",
        {"Prime Minister and President Mensah"},
    ),
    (
        "Sen. Ada Brask Ada Marie BraskFive things to know about the dam Harbour bill stalls MORE (R-Ohio) said the plan was dead.",
        {"Ada Brask"},
    ),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS, ids=[text[:40] for text, _ in SPEAKERS])
def test_the_one_beside_the_verb_is_not_taken_for_the_speaker(
    read: Read, text: str, speakers: set[str]
) -> None:
    told = read(text)
    assert told
    assert {s.speaker and s.speaker.name for s in told} == speakers


def test_whoever_a_clause_names_does_not_tell_it_of_himself(read: Read) -> None:
    text = (
        "French President Emmanuel Macron met Finnish President Alexander Stubb in June. Macron thanked Stubb for the boats. "
        "The president also threatened to tax cheese and mocked Macron as weak."
    )
    threats = [s for s in read(text) if s.polarity == "threatens"]
    assert threats
    assert all(s.speaker is None or s.speaker.id != "emmanuel-macron" for s in threats)


@pytest.mark.parametrize(
    "text",
    [
        "A sharp turn by the valley's lenders has underscored the trouble of small savers.",
        "The Lima talks suggest that the fair is moving ahead.",
        "The lazy supporters who wanted to push Ada Brask around failed.",
        "Riders hoping for a new start of the race that would wipe the fall from memory went home.",
        "The side trips may be aimed at reassuring the island's shipowners that the ministry remains loyal to them.",
        "The dispute has led two old firms to feel abandoned and to lobby against any pact that would keep the crane.",
        "The senators have failed to pledge any firm steps to punish Jan Lund.",
        "While Ada Brask was shut up in the hall, she continued to leak papers to the press.",
        "Not that anyone in town understands how the dam could break.",
        "This does not prove that Ada Brask ordered the fire.",
        "The talks will end when the court rules that the dam is safe.",
        "The company committed three thefts and maintains two bases in the valley.",
        "The leader offered little help with the fund.",
        "There is nothing in the notes of the two clerks that indicates a rise in tolls.",
    ],
)
def test_what_tells_of_no_words_is_no_statement(read: Read, text: str) -> None:
    assert read(text) == ()


def test_who_a_sentence_is_about_speaks_next(read: Read) -> None:
    told = read(
        'Jan Lund said the town was safe. Tom Hall\'s main argument was that the council slept. "They sleep," he said.'
    )
    assert [s.speaker.name for s in told] == ["Jan Lund", "Tom Hall", "Tom Hall"]


def test_whom_a_clause_of_time_waits_for_does_not_speak(read: Read) -> None:
    told = read(
        "Both mayors vowed to stay in touch until all sailors are reunited with their families and reaffirmed their love of the river."
    )
    assert "all sailors" not in {s.speaker.name for s in told if s.speaker}


def test_they_are_not_some_who_were_merely_hoped_for(read: Read) -> None:
    told = read(
        "Ada Brask stressed the hope that the parties keep the truce. Ada Brask also told Jan Lund of wider affairs. They pledged to stay in touch."
    )
    assert all(s.speaker is None or s.speaker.name != "parties" for s in told)


def test_a_name_for_it_stays_with_who_called_it_so(read: Read) -> None:
    told = read('Senator Jan Lund called the plan "deeply odd," while Ada Brask added that it was "dear."')
    assert {s.text: s.speaker.name for s in told if s.kind == "part_quote"} == {
        "deeply odd,": "Jan Lund",
        "dear.": "Ada Brask",
    }


@pytest.mark.parametrize(
    "text",
    [
        '"Bread before books," is often attributed, say some historians, to a mayor of Lund.',
        'They welcomed the "Comprehensive Harbour Safety Agreement" of May.',
        'In what the palace is billing as a "feast of the poor," King Haakon met four farmers.',
    ],
)
def test_words_that_are_nobodys_are_given_to_nobody(read: Read, text: str) -> None:
    assert all(s.speaker is None or s.speaker.name == "palace" for s in read(text) if s.kind == "part_quote")


def test_the_name_of_a_broadcast_is_nobodys_words(read: Read) -> None:
    told = read('"I may run again," Ada Brask said during a "Harbour Hour" interview at the quay.')
    assert [s.text for s in told] == ["I may run again,"]
