"""With which letters whatever a pattern matches begins: a text without a word that begins so need not be searched."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

LETTERS = re.compile(r"[A-Za-z\d]{1,3}(?![?*{])")
AT_WORD = re.compile(r"\\b|\^\\W\*|\^")  # what follows these in a pattern begins a word
MAYBE = re.compile(r"(?:\?|\*|\{0,\d*\})\??")
BEGUN = re.compile(r"\b\w{1,3}")
GROUP = re.compile(r"\(\?(?:-i)?:")  # a group without a number, be it one that takes notice of capitals


@functools.lru_cache(maxsize=256)
def begun_in(text: str) -> frozenset[str]:
    """The first one, two and three letters of each word of a text, in small letters."""
    words = {*BEGUN.findall(text.lower())}
    return frozenset(words.union([word[:1] for word in words], [word[:2] for word in words]))


def beginnings(pattern: str) -> frozenset[str] | None:
    """The first letters, up to three, of whatever a pattern that begins a word may match; None where they cannot be told.

    "kor" and "nor" of "(?:North )?Korea", in small letters.
    """
    return _joined(_beginnings(alternative) for alternative in alternatives(pattern))


def openings(pattern: str) -> frozenset[str] | None:
    """The same for a pattern that says itself where a word begins; None also where it may begin within one."""
    return _joined(_opening(alternative) for alternative in alternatives(pattern))


def _joined(several: Iterator[frozenset[str] | None]) -> frozenset[str] | None:
    found: set[str] = set()
    for letters in several:
        if letters is None:
            return None
        found |= letters
    return frozenset(found)


def _opening(alternative: str) -> frozenset[str] | None:
    if at_word := AT_WORD.match(alternative):
        return _beginnings(alternative[at_word.end() :])
    if group := GROUP.match(alternative):
        end = closing(alternative)
        optional = MAYBE.match(alternative, end + 1)
        return None if optional else openings(alternative[group.end() : end])
    return None


def _beginnings(alternative: str) -> frozenset[str] | None:
    group = GROUP.match(alternative)
    if group is None:
        letters = LETTERS.match(alternative)
        return frozenset({letters.group().lower()}) if letters else None
    end = closing(alternative)
    first, behind = beginnings(alternative[group.end() : end]), end + 1
    optional = MAYBE.match(alternative, behind)
    if first is None or optional is None:
        return first
    second = _beginnings(alternative[optional.end() :])
    return None if second is None else first | second


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern: those of a group within it are not parted."""
    found, depth, start = [], 0, 0
    for place, character in signs(pattern):
        depth += (character == "(") - (character == ")")
        if character == "|" and depth == 0:
            found.append(pattern[start:place])
            start = place + 1
    return [*found, pattern[start:]]


def closing(pattern: str) -> int:
    """The place of the bracket that closes the group with which a pattern begins."""
    depth = 0
    for place, character in signs(pattern):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return place
    raise ValueError(f"no bracket closes {pattern!r}")


def signs(pattern: str) -> Iterator[tuple[int, str]]:
    """The signs of a pattern with their places, without those in classes and those that a stroke makes plain."""
    place, inside = 0, False
    while place < len(pattern):
        character = pattern[place]
        if character == "\\":
            place += 1
        elif inside:
            inside = character != "]"
        elif character == "[":
            inside = True
            place += pattern[place + 1 : place + 2] == "]" or (pattern[place + 1 : place + 3] == "^]") * 2
        else:
            yield place, character
        place += 1
