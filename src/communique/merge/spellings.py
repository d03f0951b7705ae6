"""Whether two spellings are one person's: reports write a name that the lexicon does not know as they hear it."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

from communique.merge.zones import is_state

STRANGE = "~"  # the first of the id of a person whom the lexicon does not know
PARTICLES = frozenset({"al", "el", "ul", "ad", "as", "bin", "ibn", "ben", "de", "da", "von", "van", "the"})
SOUNDS = (
    ("tsch", "C"),
    ("sch", "S"),
    ("tch", "C"),
    ("dzh", "J"),
    ("sh", "S"),
    ("ch", "C"),
    ("dj", "J"),
    ("ph", "f"),
    ("gh", "g"),
    ("kh", "k"),
    ("th", "t"),
    ("dh", "d"),
    ("ck", "k"),
    ("x", "ks"),
    ("c", "k"),
    ("q", "k"),
    ("w", "v"),
    ("j", "J"),
)
VOWELLED = "aeiouy"
VOWELS = re.compile(f"[{VOWELLED}]+")
CLASSES = str.maketrans({"e": "a", "y": "i", "o": "u"})
MANY = 6  # letters of a name in which one that is missing is a slip of the pen


def is_one_name(mine: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Whether two sets of ids have a person in common, also spelled otherwise: "el-sissi" may be "al-sisi"."""
    if not mine.isdisjoint(theirs):
        return True
    return any(is_same(one, other) for one in mine for other in theirs if STRANGE in (one[:1], other[:1]))


@lru_cache(maxsize=16_384)
def is_same(one: str, other: str) -> bool:
    """Whether one name's words are all among the other's, as they sound: "~hasan-salihi" and "~hassan-al-salehi"."""
    short, long = sorted((words_of_name(one), words_of_name(other)), key=len)
    return all(any(sounds_alike(a, b) for b in long) for a in short) and not is_crowd(short)


def names_elsewhere(side: str, named: AbstractSet[str]) -> frozenset[str]:
    """Those of a side's persons whom another report may place on another side: all who stand for no state, and whom
    the lexicon does not know.
    """
    return frozenset(named if not is_state(side) else (name for name in named if name[:1] == STRANGE))


def words_of_name(name: str) -> tuple[str, ...]:
    """The words of an id without particles and the numbers that part namesakes."""
    words = name.removeprefix(STRANGE).split("-")
    return tuple(word for word in words if word and word not in PARTICLES and not word.isdigit())


def first_sound(word: str) -> str:
    """The first consonant of a word as it sounds, by which spellings of a name are looked up: "b" of "Ibrahimi"."""
    return bare_of(word)[:1]


def is_crowd(words: tuple[str, ...]) -> bool:
    """Whether one short word is all that there is beside initials: too many bear it."""
    written = [word for word in words if len(word) > 1]
    return not written or (len(written) == 1 and len(written[0]) < len("Sisi"))


@lru_cache(maxsize=16_384)
def sounds_alike(one: str, other: str) -> bool:
    """Whether two words are one name: alike as they sound, an initial, or long and a letter short."""
    if one == other or sound_of(one) == sound_of(other):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return long.startswith(short)
    return len(short) >= MANY and len(long) == len(short) + 1 and lacks_one(short, long)


def lacks_one(short: str, long: str) -> bool:
    """Whether a word is another without one of its letters: "erdoan", "erdogan"."""
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


@lru_cache(maxsize=16_384)
def sound_of(word: str) -> str:
    """A word's consonants as they sound, each run of one once, and its first vowel: "Hossein" and "Husain" are "usn"."""
    run = VOWELS.search(word)
    return f"{run.group()[-1].translate(CLASSES) if run else ''}{'-' if word[:1] in VOWELLED else ''}{bare_of(word)}"


@lru_cache(maxsize=16_384)
def bare_of(word: str) -> str:
    """A word's consonants as they sound, each run of one once."""
    for letters, sound in SOUNDS:
        word = word.replace(letters, sound)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]|(?<=.)h", "", word))
