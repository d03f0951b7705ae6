"""Notices of retraction and correction are found by their words, in the head and foot of a text."""

from __future__ import annotations

import pytest

from communique.knowledge.load import LEXICON, read_toml
from communique.ledger.notices import find_notice

pytestmark = pytest.mark.of_files

ENTRIES = read_toml(LEXICON / "notices.toml")["notice"]
STORY = "Vale and Brandt spoke by phone.\n\n" + "They talked about grain at length. " * 60


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_each_notice_of_the_lexicon_finds_its_example_above_and_below_a_story(entry):
    assert find_notice(None, f"{entry['example']}\n\n{STORY}") == entry["kind"]
    assert find_notice(None, f"{STORY}\n\n{entry['example']}") == entry["kind"]
    assert find_notice(entry["example"], STORY) == entry["kind"]


@pytest.mark.parametrize(
    "body",
    [
        STORY,
        "The ministry has withdrawn its ambassador from Turku.",
        "Brandt retracted his offer on grain, the chancellery said.",
        "The offer was withdrawn on Friday.",
        STORY + "An earlier version of this story gave another day. " + STORY * 3,
    ],
)
def test_what_a_story_tells_of_others_is_no_notice(body):
    assert find_notice(None, body) is None
