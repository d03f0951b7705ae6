"""Folds spellings of one name from another script: Kadhafi and Gaddafi, Sedki and Sedqi, Mohammad and Muhammed.

Transliterations differ in vowels, in doubled letters and in how a few consonants are written. What is left without
these is the skeleton of a word. Two names may be one where the skeletons of all words of the shorter stand in the
longer; that alone proves nothing, so whoever asks must also hold the office and the state against it.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable

WRITTEN = (  # how one sound is written: the first way, and the sign for it
    ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("shch", "S"), ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("sh", "S"),
    ("ch", "C"), ("kh", "k"), ("gh", "k"), ("dh", "d"), ("th", "t"), ("ph", "v"), ("ck", "k"), ("ks", "x"), ("q", "k"),
    ("g", "k"), ("w", "v"), ("f", "v"),
)  # fmt: skip
PARTICLES = frozenset(
    "al el bin ibn ben bint abu ul ad as ar ud de da dos van von der del la le mr dr".split()
)


@functools.cache
def skeleton(word: str) -> str:
    """What is left of a word without vowels, doubled letters and ways of writing: "mhmd" for "Muhammad"."""
    small = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    left = re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-z]", "", small))
    for written, sign in WRITTEN:
        left = left.replace(written, sign)
    first = "a" if left[:1] in "aeiou" or left[:1] == "y" and left[1:2] in "aeiou" else left[:1]
    rest = re.sub(r"(.)\1+", r"\1", first + re.sub(r"[aeiouy]", "", left[1:]))
    return rest[:-1] if rest.endswith("h") and len(rest) > 1 else rest


def bones(name: str) -> frozenset[str]:
    """The skeletons of a name's words, without particles and initials: of "Sabah al-Ahmed" two."""
    words = (word for word in re.split(r"[\s.\-–'’]+", name) if len(word) > 1)
    return frozenset(skeleton(word) for word in words if word.lower() not in PARTICLES)


def alike(name: str, forms: Iterable[str]) -> bool:
    """Whether a name may be another spelling of one of the forms: two words at least, none that the longer has not."""
    own = bones(name)
    for form in forms:
        other = bones(form)
        if min(len(own), len(other)) > 1 and (own <= other or other <= own):
            return True
    return False
