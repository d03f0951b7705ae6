"""Statements with speaker, chain, polarity and account."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from communique.records import Statement

Read = Callable[..., tuple[Statement, ...]]


def brief(statement: Statement) -> tuple[str, str | None, tuple[str, ...], str]:
    """Kind, speaker, chain and words."""
    speaker = statement.speaker.name if statement.speaker else None
    return statement.kind, speaker, tuple(link.name for link in statement.chain), statement.text


SPEAKERS = [
    ('"The dam will hold," said Angela Merkel.', ("quote", "Angela Merkel", (), "The dam will hold,")),
    ('Angela Merkel said: "The dam will hold."', ("quote", "Angela Merkel", (), "The dam will hold.")),
    ("Angela Merkel said that the dam would hold.", ("claim", "Angela Merkel", (), "the dam would hold")),
    ("The dam would hold, Angela Merkel said.", ("claim", "Angela Merkel", (), "The dam would hold")),
    (
        "The dam burst at noon, according to two engineers.",
        ("claim", "two engineers", (), "The dam burst at noon"),
    ),
    ('"It burst," growled the keeper, Jan Hus-Novak.', ("quote", "Jan Hus-Novak", (), "It burst,")),
    (
        "Xinhua quoted Xi Jinping as saying the dam would hold.",
        ("claim", "Xi Jinping", ("Xinhua",), "the dam would hold"),
    ),
    (
        "Reuters, citing a senior diplomat, said the dam had burst.",
        ("claim", "a senior diplomat", ("Reuters",), "the dam had burst"),
    ),
    (
        "Angela Merkel told the BBC that the dam would hold.",
        ("claim", "Angela Merkel", ("BBC",), "the dam would hold"),
    ),
    (
        "Angela Merkel said the dam was safe, Reuters reported.",
        ("claim", "Angela Merkel", ("Reuters",), "the dam was safe"),
    ),
    ("In the mayor's view, the dam was badly built.", ("claim", "mayor", (), "the dam was badly built")),
    (
        "Three officials familiar with the plan said the dam was safe.",
        ("claim", "Three officials familiar with the plan", (), "the dam was safe"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS, ids=[text[:40] for text, _ in SPEAKERS])
def test_speaker_chain_and_words(read: Read, text: str, expected: tuple[Any, ...]) -> None:
    assert [brief(s) for s in read(text)] == [expected]


POLARITIES = [
    ("The mayor denied that the dam had burst.", "denies"),
    ("The mayor promised to mend the dam by May.", "promises"),
    ("The mayor demanded that the dam be mended.", "asks"),
    ("The mayor threatened to close the dam.", "threatens"),
    ("The mayor declined to comment on the dam.", "declines"),
    ('"Where is the engineer?" the mayor asked.', "asks"),
    ("The mayor said the dam was old.", "asserts"),
]


@pytest.mark.parametrize(("text", "polarity"), POLARITIES)
def test_polarity(read: Read, text: str, polarity: str) -> None:
    assert [s.polarity for s in read(text)] == [polarity]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "clean list" was long.',
        'He wrote "The Long River", a novel.',
        'They live in the "golden mile" behind the port.',
        "The ferry left at noon and came back empty.",
    ],
)
def test_scare_quotes_titles_and_narration_are_none(read: Read, text: str) -> None:
    assert [s for s in read(text) if s.speaker] == []


def test_a_quotation_goes_on_with_its_speaker(read: Read) -> None:
    found = read('"We came early," Angela Merkel said. "We shall leave late."')
    assert [brief(s)[1] for s in found] == ["Angela Merkel", "Angela Merkel"]


def test_an_unclosed_paragraph_waits_for_its_speaker(read: Read) -> None:
    found = read('"We came early.\n\n"We shall leave late," Angela Merkel said.')
    assert [brief(s)[1] for s in found] == ["Angela Merkel", "Angela Merkel"]


def test_he_is_who_spoke_before(read: Read) -> None:
    found = read('Emmanuel Macron landed in Riga. "The sea is calm," he said.')
    assert [brief(s)[1] for s in found] == ["Emmanuel Macron"]


def test_nobody_is_named_for_want_of_a_better_one(read: Read) -> None:
    found = read('On the wall stood: "The train does not stop here any more."')
    assert [s.speaker for s in found] == [None]


def test_works_without_a_parse(read: Read) -> None:
    found = read(
        '"The dam will hold," Angela Merkel said. Vladimir Putin said that it would burst.', parsed=False
    )
    assert [brief(s)[1] for s in found] == ["Angela Merkel", "Vladimir Putin"]


def test_reading_twice_gives_the_same_ids(read: Read) -> None:
    text = "The mayor said the dam was old. The mayor said the dam was old."
    first, second = read(text), read(text)
    assert [s.id for s in first] == [s.id for s in second]
    assert len({s.id for s in first}) == len(first)


def test_words_and_spans_agree(read: Read) -> None:
    text = "“The dam — ‘our dam’ — will hold,” Angela Merkel told the BBC, adding that “no one” need fear."
    for statement in read(text):
        assert text[statement.span.start : statement.span.end] == statement.text
        assert statement.cue
        assert text[statement.cue.span.start : statement.cue.span.end] == statement.cue.text
