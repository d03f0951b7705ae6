"""The cheap gate before the parser: a report that names fewer than two sides tells of no contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from communique.knowledge import Knowledge


class Named(Protocol):
    """What the gate asks of a phrase: the persons it may name, the states it names, and its own words."""

    @property
    def persons(self) -> tuple[str, ...]: ...
    @property
    def of(self) -> tuple[str, ...]: ...
    @property
    def entity(self) -> str: ...
    @property
    def form(self) -> str: ...
    @property
    def name(self) -> str: ...


def count_sides(phrases: Mapping[int, Sequence[Named]], knowledge: Knowledge) -> int:
    """How many states and organisations the phrases of a report can stand for.

    A person of the lexicon stands for every state served; a titled name that the lexicon does not know for a side.
    """
    sides: set[str] = set()
    for found in phrases.values():
        for phrase in found:
            sides.update(of for of in (*phrase.of, phrase.entity) if of)
            for person in phrase.persons:
                sides.update(t.of for t in knowledge.tenures_of.get(person, ()))
            if phrase.form == "title" and not phrase.persons and not phrase.of:
                sides.add(phrase.name)
    return len(sides)
