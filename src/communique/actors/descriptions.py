"""By what trade or standing news calls persons, from lexicon/descriptions.toml: "the former oilman", "the cleric"."""

from __future__ import annotations

import re
from typing import NamedTuple

from communique.actors.words import any_of
from communique.knowledge.load import LEXICON, read_toml


class Description(NamedTuple):
    """For whom a noun is known: persons, and holders of offices."""

    persons: frozenset[str]
    offices: frozenset[str]


WORDS = read_toml(LEXICON / "descriptions.toml")
KNOWN: dict[str, Description] = {}
for _entry in WORDS["description"]:
    for _noun in _entry["nouns"]:
        _had = KNOWN.get(_noun, Description(frozenset(), frozenset()))
        KNOWN[_noun] = Description(
            _had.persons | frozenset(_entry["persons"]), _had.offices | frozenset(_entry.get("offices", ()))
        )
ANYONE: tuple[str, ...] = tuple(WORDS["anyone"])
DESCRIPTION = re.compile(
    rf"\b[Tt]he (?:(?:{any_of(WORDS['before'])})[ -])*(?P<what>{any_of((*KNOWN, *ANYONE))})\b"
    r"(?! (?:of|for|in|at|from|who|with)\b| [A-Z]|['’-]\w)"
)
