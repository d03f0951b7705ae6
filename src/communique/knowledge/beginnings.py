"""With which letters whatever a pattern matches begins: a text without a word that begins so need not be searched."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from communique.knowledge.fold import without_case

LONGEST = 5  # letters of a beginning
SHORT = 3  # letters of a beginning for which each text is taken apart
LETTERS = re.compile(rf"[A-Za-z\d]{{1,{LONGEST}}}(?![?*{{])")
EITHER_CASE = re.compile(r"\[([A-Z])((?i:\1))\]")
AT_WORD = re.compile(r"\\b|\^\\W\*|\^")  # what follows these in a pattern begins a word
SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|([(|) ])", re.DOTALL)
MAYBE = re.compile(r"(?:\?|\*|\{0,\d*\})\??")
REPEATED = re.compile(r"(?:[?*+]|\{\d*,?\d*\})\??")
BEGUN = re.compile(r"\b\w{1,3}")
# With these begin words of most sentences: that a text has one tells little.
COMMON = frozenset(
    "a an and are as at be but by can cou did do for had has hav he her his in is it its may no not of on or she sho "
    "tha the thi to was we wer wil wit wou you".split()
)
GROUP = re.compile(r"\(\?(?:-i)?:")  # a group without a number, be it one that takes notice of capitals


@functools.lru_cache(maxsize=256)
def begun_in(text: str) -> AbstractSet[str]:
    """The first one, two and three letters of each word of a text, in small letters."""
    begun = set()
    for letters in BEGUN.findall(without_case(text)):
        begun.add(letters)
        begun.add(letters[:1])
        begun.add(letters[:2])
    return begun


def beginnings(pattern: str) -> frozenset[str] | None:
    """The first letters, up to five, of whatever a pattern that begins a word may match; None where they cannot be told.

    "korea" and "north" of "(?:North )?Korea", in small letters.
    """
    pattern = EITHER_CASE.sub(r"\2", pattern)
    return _joined(_beginnings(alternative) for alternative in alternatives(pattern))


def telling(pattern: str, *, begun: bool = False) -> frozenset[str] | None:
    r"""The first letters, up to three, of a word that whatever a pattern matches must have: of several the rarest.

    "cal" and "spo" of r"\b(?:he|she) (?:called|spoke)"; None where none can be told. `begun` is whether the pattern
    begins a word though it does not say so.
    """
    return _joined(_telling(alternative, begun) for alternative in alternatives(pattern))


def _telling(alternative: str, begun: bool) -> frozenset[str] | None:
    known = [_opening(alternative)]
    for at in _word_starts(alternative, begun):
        known.append(_beginnings(alternative[at:]))
        if group := GROUP.match(alternative, at):
            end = at + closing(alternative[at:])
            if MAYBE.match(alternative, end + 1) is None:
                known.append(telling(alternative[group.end() : end], begun=True))
    told = [frozenset(word[:SHORT] for word in letters) for letters in known if letters]
    return min(told, key=_commonness, default=None)


def _commonness(letters: frozenset[str]) -> tuple[int, int, int]:
    return len(letters & COMMON), -min(map(len, letters)), len(letters)


def _word_starts(alternative: str, begun: bool) -> Iterator[int]:
    """The places of an alternative, outside its groups, that begin a word: at its start, behind a space or a group with one."""
    start = AT_WORD.match(alternative)
    spaces = [place + 1 for place, depth, sign in _depths(alternative) if sign == " " and depth == 0]
    first = [start.end()] if start else [0] if begun else []
    for place in first + spaces:
        at = place
        yield at
        while alternative.startswith("(?:", at):
            end = at + closing(alternative[at:])
            if not all(each.endswith(" ") for each in alternatives(alternative[at + 3 : end])):
                break
            repeated = REPEATED.match(alternative, end + 1)
            at = repeated.end() if repeated else end + 1
            yield at


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
    found, start = [], 0
    for place, depth, sign in _depths(pattern):
        if sign == "|" and depth == 0:
            found.append(pattern[start:place])
            start = place + 1
    return [*found, pattern[start:]]


def closing(pattern: str) -> int:
    """The place of the bracket that closes the group with which a pattern begins."""
    for place, depth, _ in _depths(pattern):
        if depth == 0:
            return place
    raise ValueError(f"no bracket closes {pattern!r}")


def _depths(pattern: str) -> Iterator[tuple[int, int, str]]:
    """The signs of a pattern with their places and with how many groups are open behind each."""
    depth = 0
    for place, sign in signs(pattern):
        depth += (sign == "(") - (sign == ")")
        yield place, depth, sign


def signs(pattern: str) -> Iterator[tuple[int, str]]:
    """The brackets, bars and spaces of a pattern with their places, without those in classes and those that a stroke makes plain."""
    for found in SIGN.finditer(pattern):
        if found[1]:
            yield found.start(), found[1]
