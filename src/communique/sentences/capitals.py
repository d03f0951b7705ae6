"""Headlines in capitals: "Polish President Meets Turkish Prime Minister in Ankara" is read as "Polish president meets ...".

A parser takes each word with a capital for a name. Words that a headline is made of (verbs and nouns of contacts, the
verbs that govern them, people, small words) are given to it in small letters; all others keep their capital.
"""

from __future__ import annotations

import functools
import re

from communique.knowledge.load import LEXICON, read_toml
from communique.sentences.candidates import noun_lemmas, verb_forms, verb_lemmas

LONGEST = 160  # code points: headlines are short
FEWEST = 3  # words with a capital
LONG_SMALL = re.compile(
    r"(?<![\w'’-])(?!(?:about|after|ahead|among|amid|before|during|under|until|with)\b)[a-z]{4,}"
)
WORD = re.compile(r"[A-Z][a-z]+(?:-[A-Za-z]+)*")


def is_in_capitals(sentence: str) -> bool:
    """Whether a sentence writes every long word with a capital, as a headline does."""
    if len(sentence) > LONGEST or LONG_SMALL.search(sentence):
        return False
    return sum(1 for _ in WORD.finditer(sentence)) >= FEWEST


def in_small_letters(sentence: str) -> dict[int, str]:
    """The words of a headline in capitals that are no names, in small letters, by where they begin."""
    known = headline_words()
    found = ((m.start(), m.group().lower()) for m in WORD.finditer(sentence) if m.start() > 0)
    return {start: word for start, word in found if word in known}


@functools.cache
def headline_words() -> frozenset[str]:
    """Words that a headline may write with a capital and that are no names."""
    return headline_verbs() | frozenset(noun_lemmas()) | frozenset(_clipped()["in_capitals"])


@functools.cache
def headline_verbs() -> frozenset[str]:
    """The forms of verbs that headlines tell of contacts with: "Meets", "Cancels", "Arrives", "Postponed"."""
    raw = read_toml(LEXICON / "contacts.toml")
    governing = [word for several in raw["status"].values() for word in several]
    regular = {form for lemma in [*governing, *raw["light"]["hold"]] for form in verb_forms(lemma)}
    return frozenset(verb_lemmas()) | regular


@functools.cache
def present_verbs() -> frozenset[str]:
    """Those in the present tense, which may stand right behind a title or a name: "President Cancels Trip"."""
    both, several = frozenset(_clipped()["families_like_verbs"]), frozenset(_clipped()["of_several"])
    return several | {form for form in headline_verbs() if form.endswith("s") and form not in both}


def _clipped() -> dict[str, list[str]]:
    listed: dict[str, list[str]] = read_toml(LEXICON / "contacts.toml")["clipped"]
    return listed
