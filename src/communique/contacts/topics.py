"""What was talked about: topics of lexicon/topics.toml found by their words."""

from __future__ import annotations

import functools

import ahocorasick_rs

from communique.knowledge.fold import lower
from communique.knowledge.load import LEXICON, read_toml


@functools.cache
def matcher() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    """The compiled matcher over all words of all topics, and the topic of each word."""
    topic_of = {
        lower(word): entry["id"]
        for entry in read_toml(LEXICON / "topics.toml").get("topic", ())
        for word in entry["words"]
    }
    words = sorted(topic_of)
    return ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.Standard), tuple(
        topic_of[word] for word in words
    )


@functools.lru_cache(maxsize=256)
def find_topics(text: str) -> tuple[tuple[str, int, int], ...]:
    """(topic, start, end) of each topic word in a text, the longest at each place, in order."""
    automaton, topics = matcher()
    small = lower(text)
    found = [
        (start, -end, which)
        for which, start, end in automaton.find_matches_as_indexes(small, overlapping=True)
        if whole(small, start, end)
    ]
    longest: list[tuple[str, int, int]] = []
    reached = 0
    for start, end, which in sorted(found):
        if start >= reached:
            reached = -end
            longest.append((topics[which], start, -end))
    return tuple(longest)


def whole(text: str, start: int, end: int) -> bool:
    """Whether a match is not part of a longer word."""
    return (start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "_-")) and (
        end == len(text) or not (text[end].isalnum() or text[end] in "_-")
    )
