"""Where reported clauses begin that no "that" opens, and sentences whose only verb the parse has lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., tuple[Any, ...]]

CONTENTS = [
    "talks with Peru would resume after the harvest",
    "sanctions would be lifted",
    "police had arrested two men",
    "plans to build the dam would go ahead",
    "trade with China had doubled",
    "nothing had changed",
    "despite the strike, ships were leaving the port",
    "in the past week, three boats had sunk",
    "under the plan, farmers would get new seed",
    "the port was shut, the trains were late and the roads were blocked",
    "the guards fired because they were afraid",
    "exports fell 3.2 percent in the first quarter",
]
FRAMES = [
    ("The ministry said on Tuesday {}.", "ministry"),
    ("The ministry said Tuesday {}.", "ministry"),
    ("One diplomat told reporters {}.", "One diplomat"),
    ("The harbour master told parliament {}.", "harbour master"),
    ("Police were quoted as saying {}.", "Police"),
]


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize(("frame", "speaker"), FRAMES, ids=[frame[:28] for frame, _ in FRAMES])
def test_a_clause_from_its_first_word(read: Read, frame: str, speaker: str, content: str) -> None:
    told = [(s.speaker and s.speaker.name, s.text) for s in read(frame.format(content))]
    assert (speaker, content) in told


LOST = [
    ("The head of the fishing board announced on Tuesday that the bridge was open.", "head of the fishing board", "the bridge was open"),
    ("A senior official protested on Friday that the well was dry.", "A senior official", "the well was dry"),
    ('"The road is closed," a senior official proposed on Tuesday.', "a senior official", "The road is closed,"),
    ("Prices would rise again, the abbot proclaimed.", "abbot", "Prices would rise again"),
    ("The 63-year-old said the well was dry.", "63-year-old", "the well was dry"),
    ('The harbour master hollered: "Nobody was hurt."', "harbour master", "Nobody was hurt."),
    ("The crowd cheered an aide to the president, who said the talks had failed.", "an aide to the president", "the talks had failed"),
    ("Workers at the port went home early. They said the road was open.", "Workers", "the road was open"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), LOST, ids=[told[0][:40] for told in LOST])
def test_who_speaks_where_the_parse_has_lost_the_verb(
    read: Read, text: str, speaker: str, words: str
) -> None:
    (statement,) = read(text)
    assert (statement.speaker and statement.speaker.name, statement.text) == (speaker, words)


@pytest.mark.parametrize(
    "text",
    ["The strike announced on Tuesday shut the port.", "The plan held on Friday in the library is blue."],
)
def test_a_participle_reports_nothing(read: Read, text: str) -> None:
    assert read(text) == ()


WHO = [
    ("Dozens of farmers blocked the road. They said the road was theirs.", "Dozens of farmers"),
    ("Roth and Lund opened the plant. They said the road was theirs.", "Roth and Lund"),
    ("One of the nurses came out. She said the road was theirs.", "One of the nurses"),
    ("Protesters reached the square. They said the road was theirs.", "Protesters"),
]


@pytest.mark.parametrize(("text", "speaker"), WHO, ids=[told[0][:30] for told in WHO])
def test_whom_a_pronoun_means_who_were_counted_or_joined(read: Read, text: str, speaker: str) -> None:
    (statement,) = read(text)
    assert (statement.speaker and statement.speaker.name, statement.text) == (speaker, "the road was theirs")


WHOLE = [
    ("The clerk had never seen the deed, let alone signed it, the abbot said.", "abbot", "The clerk had never seen the deed, let alone signed it"),
    ("The abbot said he had never seen the deed, let alone signed it.", "abbot", "he had never seen the deed, let alone signed it"),
    ("Forecasters predict half a metre of snow by Thursday.", "Forecasters", "half a metre of snow by Thursday"),
    ("The abbot urged pilgrims to wait until they were called.", "abbot", "wait until they were called"),
    ("The abbot faulted those who sold the bell.", "abbot", "those who sold the bell"),
    ("The ministry was unequivocal that the plan was dead.", "ministry", "the plan was dead"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), WHOLE, ids=[told[0][:40] for told in WHOLE])
def test_contents_to_their_end(read: Read, text: str, speaker: str, words: str) -> None:
    told = [(s.speaker and s.speaker.name, s.text) for s in read(text)]
    assert (speaker, words) in told


def test_the_words_of_somebody_in_the_middle_stay_whole(read: Read) -> None:
    claim, part = read('The plan was, in the words of the abbot, "a leap in the dark".')
    assert claim.text == 'The plan was, in the words of the abbot, "a leap in the dark"'
    assert part.speaker.name == claim.speaker.name == "abbot"


@pytest.mark.parametrize(
    "text",
    [
        "The crew asked for water.",
        "The king ordered a coffee.",
        "The road, said to be the longest in Peru, was shut.",
        "The late school holidays explained part of the drop.",
    ],
)
def test_what_nobody_says(read: Read, text: str) -> None:
    assert read(text) == ()


def test_when_something_was_said_is_no_statement(read: Read) -> None:
    (statement,) = read('"I will not step down," Roth said when the question came.')
    assert statement.kind == "quote"
