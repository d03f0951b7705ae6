"""Which words refer to actors named elsewhere; the words that a kind needs never keep one of it out."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from communique.actors.descriptions import ANYONE, KNOWN
from communique.actors.expressions import (
    BODIES,
    DECADES,
    GROUPS,
    KINDS,
    KINSHIP,
    NUMBERS,
    RELATIONS,
    find_expressions,
)
from communique.actors.regions import LEADING

TEXTS = (
    *(
        f"Both of the two {noun} left; the {noun} of the three countries, and the Isles' {noun}, stayed."
        for noun in GROUPS
    ),
    *(f"The {number} agreed, all of them; the latter two and {number} more did not." for number in NUMBERS),
    *(f"He told his new {noun}, and Venn's {noun} told her own {noun} so." for noun in RELATIONS),
    *(f"Her late {kin} wrote, and Venn's {kin} did too." for kin in KINSHIP),
    *(f"The {decade} leader rose." for decade in DECADES),
    *(f"The former {noun} nodded, and the {noun} of Venn did not." for noun in (*KNOWN, *ANYONE)),
    *(
        f"The visiting {noun} met the {region} {noun}."
        for noun in LEADING
        for region in ("african", "south asian")
    ),
    *(f"The {noun} met in spring, the 27-member {noun} too." for noun in BODIES),
    "Neither spoke, and each leader left, either minister with an aide; neither of them knew the other.",
    "The 61-year-old spoke to the younger man, the eldest of the pair; the former did not hear the latter.",
    "The two Holts and the others asked their opposite numbers from Venn and Low; each other they knew.",
    "His country and her own government agreed; the twins left with the son.",
    "Venn and Low said that their foreign ministers would come.",
    "He told his guests and his three old partners so.",
    "Moll went from the one to the other; she thanked Low for its harbour.",
    "I told you myself; we gave one another ours. THEY AND THEM.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_kind_needs_stands_wherever_it_matches(text: str) -> None:
    every = {
        (kind, m.start() + m[0].startswith(" "), m.end())
        for kind, _, pattern, _ in KINDS
        for m in pattern.finditer(text)
    }
    found = {(one.kind, one.span.start, one.span.end) for one in find_expressions(text, 0)}
    assert found == every


def test_the_texts_hold_every_kind() -> None:
    kinds = {one.kind for text in TEXTS for one in find_expressions(text, 0)}
    assert kinds == {kind for kind, *_ in KINDS}


def test_a_word_follows_from_what_was_matched() -> None:
    (one,) = find_expressions("He left.", 0)
    other = re.match("Her", "Her aide")
    assert other is not None
    assert (one.word, replace(one, match=other).word) == ("he", "her")
