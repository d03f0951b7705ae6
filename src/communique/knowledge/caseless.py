"""Patterns that take no notice of capitals, quick to say that a text has nothing of theirs, as most texts have not.

`re.IGNORECASE` makes each letter of a text small anew at every place and knows no word to look out for. Here a text
without a word that the pattern must have, as its first letters tell, is let go at once, and others are searched in
small letters; only where that finds something is the text itself searched.
"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Iterator

from communique.knowledge.beginnings import alternatives, begun_in, telling
from communique.knowledge.fold import without_case

KEPT_AS_WRITTEN = re.compile(r"\\.|\(\?P[<=]\w+[>)]", re.DOTALL)  # "\W" is not "\w"


AS_WRITTEN = "(?-i:"  # what follows it takes notice of capitals after all


class Caseless:
    """A pattern that takes no notice of capitals; what it finds is what `re.compile(words, re.IGNORECASE)` finds.

    Taking it apart pays only where it is asked for often: the first `plainly` searches are made without.
    """

    def __init__(self, words: str, *, plainly: int = 30) -> None:
        self.pattern = words
        self._plainly = plainly

    def __repr__(self) -> str:
        return f"Caseless({self.pattern!r})"

    @functools.cached_property
    def _exact(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE)

    @functools.cached_property
    def _small(self) -> re.Pattern[str] | None:
        return None if AS_WRITTEN in self.pattern else re.compile(in_small_letters(self.pattern))

    @functools.cached_property
    def _parts(self) -> list[tuple[frozenset[str], re.Pattern[str]]]:
        """The pattern's alternatives for a text in small letters, each with the letters that such a text must have."""
        if self._small is None:
            return []
        if not self.letters:
            return [(self.letters, self._small)]
        parts = alternatives(self.pattern)
        return [(telling(one) or frozenset(), re.compile(in_small_letters(one))) for one in parts]

    @functools.cached_property
    def letters(self) -> frozenset[str]:
        """With some of these a word of any text begins that has something of the pattern's; empty where none can be told."""
        return telling(self.pattern) or frozenset()

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between two places."""
        if self._plainly:
            self._plainly -= 1
            return self._exact.search(text, start, end)
        letters = self.letters
        begun = letters & begun_in(text) if letters else letters
        if letters and not begun:
            return None
        if self._parts:
            small = without_case(text)
            for own, part in self._parts:
                if (not own or not own.isdisjoint(begun)) and part.search(small, start, end):
                    break
            else:
                return None
        return self._exact.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins at a place."""
        if self._small is not None and self._small.match(without_case(text), start, end) is None:
            return None
        return self._exact.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match of the whole text."""
        return self._exact.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match between two places, none overlapping another."""
        if self.search(text, start, end) is None:
            return iter(())
        return self._exact.finditer(text, start, end)


def in_small_letters(pattern: str) -> str:
    """The pattern for a text in small letters."""
    made, reached = "", 0
    for kept in KEPT_AS_WRITTEN.finditer(pattern):
        made += without_case(pattern[reached : kept.start()]) + kept.group()
        reached = kept.end()
    return made + without_case(pattern[reached:])
