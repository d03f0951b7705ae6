"""Combines hits of the lexicon into noun phrases that name actors: state, title and name read together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from communique.actors.bare_names import read_person
from communique.actors.patterns import HONOURED, MAJESTY
from communique.actors.phrase import STATE_LIKE, Phrase
from communique.actors.reader import Reader
from communique.actors.shared_states import share_states
from communique.actors.state_phrases import read_state
from communique.actors.titled import read_titled
from communique.knowledge.index import Hit
from communique.records import Span

NAMED = frozenset({*STATE_LIKE, "organisation", "body"})
SHAPES: tuple[tuple[Callable[[Reader, int], tuple[Phrase | None, int]], frozenset[str]], ...] = (
    (read_titled, NAMED | {"office"}),
    (read_person, frozenset({"person", "family"})),
    (read_state, NAMED | {"place"}),
)
"""The shapes of phrases, and the categories of the hits with which each begins."""


def read_phrases(body: str, hits: Sequence[Hit]) -> list[Phrase]:
    """All phrases of a text by its hits, in order, none overlapping."""
    reader = Reader(body, hits)
    found: list[Phrase] = []
    number = 0
    while number < len(reader.hits):
        phrase, following = read(reader, number)
        if phrase:
            found.append(honoured(reader, phrase))
        number = max(following, number + 1)
    return share_states(body, found)


def honoured(reader: Reader, phrase: Phrase) -> Phrase:
    """A name with the honorific before it: "the Hon. Marise Payne"."""
    if phrase.form not in {"name", "title"}:
        return phrase
    before = HONOURED.search(reader.body, max(0, phrase.span.start - 40), phrase.span.start)
    if not before:
        return phrase
    return replace(phrase, span=Span(start=before.start(), end=phrase.span.end), honorific=before.group())


def read(reader: Reader, number: int) -> tuple[Phrase | None, int]:
    """The phrase that begins at a hit, and the number of the first hit behind it."""
    if is_style(reader, number):
        return None, number + 1
    kinds = {name.category for name in reader.hits[number].names}
    for shape, begins in SHAPES:
        if not begins.isdisjoint(kinds):
            phrase, following = shape(reader, number)
            if phrase:
                return phrase, following
    return None, number + 1


def is_style(reader: Reader, n: int) -> bool:
    """Whether a hit is only the style before a monarch's title or name: "His Majesty the King of Norway"."""
    hits, body = reader.hits, reader.body
    return (
        n + 1 < len(hits)
        and body[hits[n].start] in "Hh"
        and hits[n + 1].has("office", "person")
        and MAJESTY.fullmatch(body, hits[n].start, hits[n + 1].start) is not None
    )
