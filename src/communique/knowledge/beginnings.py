"""With which letters whatever a pattern matches begins: a text without a word that begins so need not be searched."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

LONGEST = 5  # letters of a beginning
SHORT = 3  # letters of a beginning for which each text is taken apart
LETTERS = re.compile(rf"[A-Za-z\d]{{1,{LONGEST}}}(?![?*{{])")
EITHER_CASE = re.compile(r"\[([A-Z])([a-z])\]")
AT_WORD = re.compile(r"\\b|\^\\W\*|\^")  # what follows these in a pattern begins a word
SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|([(|)])", re.DOTALL)
MAYBE = re.compile(r"(?:\?|\*|\{0,\d*\})\??")
BEGUN = re.compile(r"\b\w{1,3}")
GROUP = re.compile(r"\(\?(?:-i)?:")  # a group without a number, be it one that takes notice of capitals


@functools.lru_cache(maxsize=256)
def begun_in(text: str) -> frozenset[str]:
    """The first one, two and three letters of each word of a text, in small letters."""
    words = {*BEGUN.findall(text.lower())}
    return frozenset(words.union([word[:1] for word in words], [word[:2] for word in words]))


def beginnings(pattern: str) -> frozenset[str] | None:
    """The first letters, up to five, of whatever a pattern that begins a word may match; None where they cannot be told.

    "korea" and "north" of "(?:North )?Korea", in small letters.
    """
    pattern = EITHER_CASE.sub(lambda m: m[2] if m[1].lower() == m[2] else m[0], pattern)
    return _joined(_beginnings(alternative) for alternative in alternatives(pattern))


def openings(pattern: str) -> frozenset[str] | None:
    """The same, up to three, for a pattern that says itself where a word begins; None also where it may begin within one."""
    found = _joined(_opening(alternative) for alternative in alternatives(pattern))
    return None if found is None else frozenset(letters[:SHORT] for letters in found)


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
    """The brackets and bars of a pattern with their places, without those in classes and those that a stroke makes plain."""
    for found in SIGN.finditer(pattern):
        if found[1]:
            yield found.start(), found[1]
