"""To whom a pronoun leans by the verb between two persons: the groups of lexicon/leanings.toml, and plain sentences."""

from __future__ import annotations

import re
from typing import Any

import pytest

from communique.evaluation.scoring.actors import read_passage
from communique.knowledge.load import LEXICON, read_toml

ENTRIES: list[dict[str, Any]] = read_toml(LEXICON / "leanings.toml")["leaning"]
PRONOUNS = frozenset({"he", "him", "his", "she", "her"})
SCENES = (
    ("2019-04-24", "Russian President Vladimir Putin", "Emmanuel Macron"),
    ("2014-03-24", "Trade Minister Anders Holmqvist of Sweden", "Kenyan President Uhuru Kenyatta"),
)


def last_meant(text: str, date: str) -> str | None:
    """The name of whom the last pronoun of a text means."""
    mentions = [m for m in read_passage({"id": "t", "date": date, "text": text}) if m.actors]
    found = [m for m in mentions if m.text.lower() in PRONOUNS]
    wanted = max(word.start() for word in re.finditer(r"\w+", text) if word.group().lower() in PRONOUNS)
    return found[-1].actors[0].name if found and found[-1].span.start == wanted else None


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_each_group_leans_as_its_example_says(entry: dict[str, Any]) -> None:
    mentions = read_passage({"id": "t", "date": "2019-04-24", "text": entry["example"]})
    meant = [m for m in mentions if m.text in PRONOUNS]
    assert [a.id for a in meant[-1].actors] == entry["wanted"]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene[1])
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{A} told {B} that he must withdraw.", "B"),
        ("{A} told {B} that he backed the plan.", "A"),
        ("{A} assured {B} that he had no plans to attack.", "A"),
        ("{A} told {B} that he risked isolation.", "B"),
        ("{A} warned {B} that he would impose duties.", None),
        ("{A} told {B} that he ran a shop.", None),
        ("{A} asked {B} what he wanted.", "B"),
        ("{A} asked {B} why he had left.", "B"),
        ("{A} attacked {B}, saying he had failed.", "B"),
        ("{A} thanked {B}, saying he was glad.", "A"),
        ("{A} thanked {B} but said he could not stay.", "A"),
        ("{A} attacked {B} and said he was not trusted.", None),
        ("{A} invited {B} to visit him in Geneva.", "A"),
        ("{A} invited {B} to visit his country.", "A"),
        ("{A} urged {B} to feed his people.", "B"),
        ("{A} called on {B} to keep his promise.", "B"),
        ("{A} said he was grateful to {B} for his support.", "B"),
        ("{A} was thanked by {B} for his support.", "A"),
        ("{A} wished {B} a quick recovery from his illness.", "B"),
        ("{A} met {B} during his visit to Geneva.", "A"),
        ("{A} briefed {B} on his talks in Geneva.", "A"),
        ("{A} said {B} had rung before he left.", "B"),
        ("{A} received {B} in his office.", "A"),
        ("{A} received {B} on his first visit to Geneva.", "B"),
        ("{A} invited {B} to Geneva. He accepted.", "B"),
        ("{A} urged {B} to go. He promised more.", None),
        ("A spokesman for {A} said he would meet {B}.", "A"),
        ("A spokesman said {A} would meet {B}. He will also see a school.", "A"),
        ("{A} and {B} met. He was pleased.", None),
        ("{A} praised {B} for a speech he gave in Geneva.", "B"),
        ("{A} thanked {B} for the help he had received.", "A"),
        ("{A} read a letter from {B} in which he asked for help.", "B"),
        ("{A} accused {B} of breaking his word.", "B"),
        ("{A} kept {B} from selling his land.", "B"),
        ("{A} said it was up to {B} to say what he wanted.", "B"),
        ("{A} told {B} that his forces must withdraw.", "B"),
        ("{A} promised him that {B} would keep his word.", "B"),
        ("{A} told {B} that the court had heard of his plan.", None),
        ("{A} said that when {B} took office he had promised to go.", None),
        ("{A} supported {B} in his fight against crime.", "B"),
        ("{A} thanked {B} on behalf of his people.", "A"),
        ("{A} and {B} met in his office.", None),
        ("{A} phoned {B} to ask about his health.", "B"),
        ("{A} met the farmer. The farmer said he was glad.", None),
        ("{A} met a boy who saw a house burn beside him.", None),
        ("Talks between {A} and {B} began. He will stay until Friday.", None),
    ],
)
def test_plain_sentences_of_two_persons(text: str, wanted: str | None, scene: tuple[str, str, str]) -> None:
    date, one, other = scene
    name = {"A": one, "B": other}
    meant = last_meant(text.format(A=one, B=other), date)
    assert meant is None if wanted is None else meant is not None and meant in name[wanted]
