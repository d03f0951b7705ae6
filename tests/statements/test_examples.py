"""Each entry of the reporting words is found in its own example."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.knowledge.load import LEXICON, read_toml
from communique.records import Statement

ENTRIES = [
    entry for part in ("verb", "relay", "phrase") for entry in read_toml(LEXICON / "reporting.toml")[part]
]
QUOTE_ONLY = {"judge"}


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["id"] for entry in ENTRIES])
def test_the_example_gives_a_statement_with_a_speaker(
    read: Callable[..., tuple[Statement, ...]], entry: dict[str, str]
) -> None:
    found = read(entry["example"])
    assert [s for s in found if s.speaker or entry["id"] == "go-on"]


def test_ids_are_unique() -> None:
    ids = [entry["id"] for entry in ENTRIES]
    assert len(ids) == len(set(ids))


IDIOMS = read_toml(LEXICON / "purposes.toml")["idiom"]


@pytest.mark.parametrize("entry", IDIOMS, ids=[entry["id"] for entry in IDIOMS])
def test_the_example_of_a_set_phrase_does_what_the_phrase_does(
    read: Callable[..., tuple[Statement, ...]], entry: dict[str, str]
) -> None:
    found = read(entry["example"])
    assert [(s.polarity, s.speaker is not None) for s in found] == [(entry["polarity"], True)]


SIGNS = read_toml(LEXICON / "purposes.toml")["sign"]


@pytest.mark.parametrize("entry", SIGNS, ids=[entry["id"] for entry in SIGNS])
def test_the_example_of_a_sign_does_what_the_sign_does(
    read: Callable[..., tuple[Statement, ...]], entry: dict[str, str]
) -> None:
    assert [s.polarity for s in read(entry["example"])] == [entry["polarity"]]


DOUBLES = [entry for entry in SIGNS if "not" in entry]


@pytest.mark.parametrize("entry", DOUBLES, ids=[entry["id"] for entry in DOUBLES])
def test_nearly_the_same_words_only_assert(
    read: Callable[..., tuple[Statement, ...]], entry: dict[str, str]
) -> None:
    assert {s.polarity for s in read(entry["not"])} == {"asserts"}


def test_ids_of_signs_are_unique() -> None:
    ids = [entry["id"] for entry in SIGNS]
    assert len(ids) == len(set(ids))


MOODS = read_toml(LEXICON / "moods.toml")["mood"]


@pytest.mark.parametrize("entry", MOODS, ids=[entry["id"] for entry in MOODS])
def test_the_example_of_a_mood_does_what_the_mood_does(
    read: Callable[..., tuple[Statement, ...]], entry: dict[str, str]
) -> None:
    assert [s.polarity for s in read(entry["example"])] == [entry["polarity"]]


def test_the_moods_ask_for_the_classes_that_there_are() -> None:
    asked = {trait for entry in MOODS for one in entry["has"] for trait in one.split("|")}
    asked |= {trait for entry in MOODS for trait in entry.get("lacks", ())}
    kinds = [
        trait.split(" ", 1) for trait in asked if trait.startswith(("verb ", "object ", "subject ", "state "))
    ]
    own = {"doer", "inert"}  # who acts, and what does not, whatever mood it is
    assert {name for _, name in kinds} - {"any"} | own == set(read_toml(LEXICON / "moods.toml")["class"])
