"""Many words and phrases looked for at once, as a pattern over all of them would find them, only faster."""

from __future__ import annotations

import functools
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator

from communique.knowledge.fold import small_letters

BEGINNING = re.compile(r"(?<![\w-])\w+")
INSIDE = re.compile(r"[\w-]")
LETTER = re.compile(r"\w")
FIRST_WORD = re.compile(r"\w+")


class Forms:
    """Words and phrases that stand as words of their own, in capitals or not; spaces in them match any white space.

    Where "said" and "said to" both fit, the longer is found. Each word of a text is looked up once; only behind one
    that begins a form, and only in a text with the longest of its other words, is anything compared.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        by_first: dict[str, list[str]] = defaultdict(list)
        for form in sorted(forms, key=len, reverse=True):
            first = FIRST_WORD.match(form)
            if first is None:
                raise ValueError(f"no word begins {form!r}")
            by_first[first.group().lower()].append(form)
        self._forms = dict(by_first)
        self._first = frozenset(by_first)
        # "in" begins "in a statement" only where "statement" stands as well.
        self._behind = {first: frozenset(map(_longest_behind, those)) for first, those in by_first.items()}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The forms between two places, left to right, none overlapping another."""
        before = 1 if start and INSIDE.match(text, start - 1) else 0
        asked = text[start - before : end]
        words, behind = _beginnings(asked), self._behind
        if self._first.isdisjoint(words):
            return
        begun = [w for w in self._first & words if "" in behind[w] or not behind[w].isdisjoint(words)]
        if not begun:
            return
        reached = start
        for place, word in _places(asked, begun):
            at = start - before + place
            match = self._beginning_with(word).match(text, at, end) if at >= reached else None
            if match is not None:
                reached = match.end()
                yield match

    def _beginning_with(self, word: str) -> re.Pattern[str]:
        """The pattern of the forms that begin with a word, compiled at the first use: a run meets few of them."""
        found = self._patterns.get(word)
        if found is None:
            found = self._patterns[word] = _pattern(self._forms[word])
        return found

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first form between two places."""
        return next(self.finditer(text, start, end), None)


@functools.lru_cache(maxsize=512)
def _beginnings(text: str) -> frozenset[str]:
    """The words of a text that may begin a form; many tables ask for those of one sentence."""
    return frozenset(BEGINNING.findall(small_letters(text)))


def _longest_behind(form: str) -> str:
    """The longest word of a form behind its first; empty where there is none."""
    words = [FIRST_WORD.match(part) for part in form.lower().split()[1:]]
    return max([word.group() if word else "" for word in words], key=len, default="")


def _places(text: str, words: Iterable[str]) -> list[tuple[int, str]]:
    """Where in a text some words stand as words of their own, in order."""
    small = small_letters(text)
    found: list[tuple[int, str]] = []
    for word in words:
        at = small.find(word)
        while at >= 0:
            end = at + len(word)
            if not (at and INSIDE.match(small, at - 1)) and not LETTER.match(small, end):
                found.append((at, word))
            at = small.find(word, end)
    return sorted(found)


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """One pattern over forms that begin with the same word."""
    several = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    return re.compile(rf"(?:{several})(?![\w-])", re.IGNORECASE)
