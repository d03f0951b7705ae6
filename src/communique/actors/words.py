"""The words around titles and names, from lexicon/roles.toml and lexicon/forms_of_address.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.knowledge.load import LEXICON, read_toml


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first."""
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


def any_of_by_letter(words: Iterable[str]) -> str:
    """The same for words in small letters, parted by their first letters: quicker where a pattern takes no notice of capitals."""
    parted: dict[str, list[str]] = {}
    for word in words:
        parted.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{any_of(rest)})" for first, rest in parted.items())


ROLES = read_toml(LEXICON / "roles.toml")
ADDRESS = read_toml(LEXICON / "forms_of_address.toml")
PEOPLE: tuple[str, ...] = tuple(ROLES["people"])
FORMER: frozenset[str] = frozenset(ROLES["former"])
COMING: frozenset[str] = frozenset(ROLES["coming"])
ACTING: frozenset[str] = frozenset(ROLES["acting"])
MODIFIERS: tuple[str, ...] = (*ROLES["former"], *ROLES["coming"], *ROLES["acting"], *ROLES["other"])
WORD_FAMILIES: frozenset[str] = frozenset(ROLES["word_families"])
COMMON_FAMILIES: frozenset[str] = frozenset(ROLES["common_families"])
LED: frozenset[str] = frozenset(ROLES["leaders"])
NTH: frozenset[str] = frozenset(ROLES["nth"])  # "Zambia's first president" holds the office no more
NO_FAMILIES: frozenset[str] = frozenset(ROLES["no_families"])
WORDLIKE_FAMILIES: frozenset[str] = frozenset(ROLES["wordlike_families"])
