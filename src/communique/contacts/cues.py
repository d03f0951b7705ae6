"""The words that tell of a contact, from lexicon/contacts.toml, ready for look-up by lemma."""

from __future__ import annotations

import functools
from typing import Any

from msgspec.structs import force_setattr

from communique.knowledge.load import LEXICON, read_toml
from communique.record_type import Record

FAMILY = {
    "call": "call",
    "phone_call": "call",
    "video_call": "call",
    "meeting": "meeting",
    "talks": "meeting",
    "summit": "meeting",
    "visit": "visit",
    "signing": "signing",
    "message": "message",
}


class Cue(Record, frozen=True, kw_only=True):
    """A word that tells of a contact, with the kind and the frame of its parties.

    From the kind follows `family`: call, meeting, visit, message or signing.
    """

    id: str
    lemmas: tuple[str, ...]
    kind: str
    part: str
    example: str = ""
    frame: str = ""
    prepositions: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    plain: bool = False
    person: bool = False
    bare: bool = False
    weak: bool = False
    purpose: bool = False
    passive: bool = False
    family: str = ""

    def __post_init__(self) -> None:
        force_setattr(self, "family", FAMILY[self.kind])


class CueTable(Record, frozen=True, kw_only=True):
    """All cues by lemma, the governing words by what they make of the status, and the word lists around them."""

    verbs: dict[str, tuple[Cue, ...]]
    nouns: dict[str, Cue]
    light: frozenset[str]
    governors: dict[str, str]
    status_nouns: dict[str, str]
    adjectives: dict[str, str]
    audiences: frozenset[str]
    not_verbs: frozenset[str]
    journeys: frozenset[str]
    visits: frozenset[str]
    not_nouns: frozenset[str]


@functools.cache
def load_cues() -> CueTable:
    """contacts.toml as a table; read once."""
    raw = read_toml(LEXICON / "contacts.toml")
    verbs: dict[str, tuple[Cue, ...]] = {}
    nouns: dict[str, Cue] = {}
    for part in ("verb", "noun"):
        for entry in raw[part]:
            fields: dict[str, Any] = {
                key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
            }
            cue = Cue(part=part, **fields)
            for lemma in cue.lemmas:
                if part == "verb":
                    verbs[lemma] = (*verbs.get(lemma, ()), cue)
                else:
                    nouns[lemma] = cue
    return CueTable(
        verbs=verbs,
        nouns=nouns,
        light=frozenset(raw["light"]["hold"]),
        governors=by_word(raw["status"]),
        status_nouns=by_word(raw["status_nouns"]),
        adjectives=by_word(raw["adjectives"]),
        audiences=frozenset(raw["audiences"]["words"]),
        journeys=frozenset(
            lemma
            for cues in verbs.values()
            for cue in cues
            if cue.frame in {"travel", "leave"}
            for lemma in cue.lemmas
        ),
        visits=frozenset(lemma for lemma, cues in verbs.items() if any(cue.kind == "visit" for cue in cues)),
        not_verbs=frozenset(raw["together"]["not_verbs"]),
        not_nouns=frozenset(raw["together"]["not_nouns"]),
    )


@functools.cache
def words(name: str) -> frozenset[str]:
    """A list of `[words]` in contacts.toml by its name; "phone" holds "telephone"."""
    return frozenset(read_toml(LEXICON / "contacts.toml")["words"][name])


def by_word(table: dict[str, list[str]]) -> dict[str, str]:
    """The status of each word, from lists of words by status."""
    return {word: status for status, words in table.items() for word in words}
