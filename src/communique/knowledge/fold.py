"""Folding of names: diacritics and fancy apostrophes levelled, one code point for one, so that spans stay true."""

from __future__ import annotations

import functools
import unicodedata

LEVELLED = {"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " ",
            "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d"}


@functools.cache
def fold_letter(letter: str) -> str:
    """One code point without its diacritics; itself where folding would change the length."""
    if letter in LEVELLED:
        return LEVELLED[letter]
    bare = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    return bare if len(bare) == 1 else letter


def fold(text: str) -> str:
    """The text with each code point levelled; as long as before.

    >>> fold("Erdoğan’s visit to Paraná")
    "Erdogan's visit to Parana"
    """
    if text.isascii():
        return text
    return "".join(c if c < "\x80" else fold_letter(c) for c in text)


def lower(text: str) -> str:
    """Folded and in lower case, as long as before (capitals whose lower case is longer stay as they are)."""
    folded = fold(text)
    small = folded.lower()
    if len(small) == len(folded):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)
