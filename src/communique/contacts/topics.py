"""What was talked about: topics of lexicon/topics.toml found by their words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from communique.knowledge.load import LEXICON, read_toml


@functools.cache
def patterns() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern over all words of all topics, and the topic of each word."""
    topic_of = {word.lower(): entry["id"] for entry in read_toml(LEXICON / "topics.toml").get("topic", ()) for word in entry["words"]}
    if not topic_of:
        return re.compile(r"(?!)"), {}
    words = "|".join(sorted((re.escape(word) for word in topic_of), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE), topic_of


def find_topics(text: str) -> Iterator[tuple[str, int, int]]:
    """(topic, start, end) of each topic word in a text, in order."""
    pattern, topic_of = patterns()
    for match in pattern.finditer(text):
        yield topic_of[match.group().lower()], match.start(), match.end()
