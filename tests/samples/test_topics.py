"""The vocabulary of topics: each example is marked with its topic, and no word belongs to two."""

from __future__ import annotations

import re
import tomllib

import pytest

from communique.contacts.topics import find_topics
from communique.knowledge.load import LEXICON

TOPICS = tomllib.loads((LEXICON / "topics.toml").read_text(encoding="utf-8"))["topic"]


@pytest.mark.parametrize("topic", TOPICS, ids=[topic["id"] for topic in TOPICS])
def test_the_example_is_marked(topic: dict[str, str]) -> None:
    assert topic["id"] in {found for found, _, _ in find_topics(topic["example"])}


def test_each_word_belongs_to_one_topic() -> None:
    words = [word.casefold() for topic in TOPICS for word in topic["words"]]
    assert len(words) == len(set(words))


def test_ids_are_kebab_case_and_broader_topics_exist() -> None:
    ids = {topic["id"] for topic in TOPICS}
    assert len(ids) == len(TOPICS)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each) for each in ids)
    assert {topic["broader"] for topic in TOPICS if "broader" in topic} <= ids
