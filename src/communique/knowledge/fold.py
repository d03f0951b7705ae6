"""Folding of names: diacritics and fancy apostrophes levelled, one code point for one, so that spans stay true."""

from __future__ import annotations

import functools
import re
import unicodedata

LEVELLED = {
    "’": "'",
    "‘": "'",
    "ʻ": "'",
    "ʼ": "'",
    "`": "'",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "\u00a0": " ",
    "ı": "i",
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
}


@functools.cache
def fold_letter(letter: str) -> str:
    """One code point without its diacritics; itself where folding would change the length."""
    if letter in LEVELLED:
        return LEVELLED[letter]
    bare = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    return bare if len(bare) == 1 else letter


ASCII = bytes(range(128))
WORD_SIGN, OTHER_SIGN = "\x01", "\x02"  # stand for letters and for signs that have no ASCII form


def fold(text: str) -> str:
    """The text with each code point levelled; as long as before.

    >>> fold("Erdoğan’s visit to Paraná")
    "Erdogan's visit to Parana"
    """
    if text.isascii():
        return text
    for letter in set(
        text.encode(errors="surrogatepass").translate(None, ASCII).decode(errors="surrogatepass")
    ):
        level = fold_letter(letter)
        if level != letter:
            text = text.replace(letter, level)
    return text


def plain(text: str) -> str:
    """As `fold`, and in ASCII throughout: letters and signs without an ASCII form become one sign each."""
    text = fold(text)
    if text.isascii():
        return text
    for letter in set(
        text.encode(errors="surrogatepass").translate(None, ASCII).decode(errors="surrogatepass")
    ):
        text = text.replace(letter, WORD_SIGN if letter.isalnum() else OTHER_SIGN)
    return text


def lower(text: str) -> str:
    """Folded and in small letters, as long as before."""
    return small_letters(fold(text))


def small_letters(text: str) -> str:
    """The text in small letters, letter for letter: where one would become two, it stays as it is."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


ALIKE = (("İ", "i"), ("ı", "i"), ("ſ", "s"))  # what `lower` makes no letter of, though `re.IGNORECASE` does


def without_case(text: str) -> str:
    """The text in the small letters as which `re.IGNORECASE` takes it, letter for letter: "istanbul" of "İstanbul"."""
    if not text.isascii():
        for letter, plain_one in ALIKE:
            text = text.replace(letter, plain_one)
    return text.lower()


NO_ID = re.compile(r"[^a-z0-9]+")


def kebab(name: str) -> str:
    """A name as an id in ASCII: "Yuri Ushakov" gives "yuri-ushakov"; empty where no letter or figure is left."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return NO_ID.sub("-", bare.lower()).strip("-")
