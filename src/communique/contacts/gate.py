"""The cheap gate before the parser: a report that names fewer than two sides tells of no contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Protocol

from communique.knowledge import Knowledge


class Titled(Protocol):
    """What the gate asks of a title: its offices, each with whose it always is."""

    @property
    def offices(self) -> tuple[tuple[str, str], ...]: ...


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
    @property
    def title(self) -> Titled | None: ...


def has_two_sides(phrases: Mapping[int, Sequence[Named]], knowledge: Knowledge, here: str | None) -> bool:
    """Whether the phrases of a report can stand for two states or organisations, with `here` the state where it is.

    A person of the lexicon stands for every state served; a titled name that the lexicon does not know for a side.
    """
    named = {here} if here else set()
    for phrase in chain.from_iterable(phrases.values()):
        named |= sides_of(phrase, knowledge)
        if len(named) > 1:
            return True
    return False


def sides_of(phrase: Named, knowledge: Knowledge) -> set[str]:
    """The states and organisations that a phrase can stand for."""
    sides = {*phrase.of, phrase.entity}
    sides.discard("")
    for person in phrase.persons:
        sides |= {t.of for t in knowledge.tenures_of.get(person, ())}
    if phrase.form == "title" and not phrase.persons and not phrase.of:
        sides.add(phrase.name)
    if phrase.title is not None and not sides:
        sides.update(of for _, of in phrase.title.offices if of)
    return sides


def name_two(phrases: Mapping[int, Sequence[Named]], knowledge: Knowledge) -> frozenset[int]:
    """Indexes of the sentences that name two persons of different sides, and so may tell of them without any cue.

    "Merkel walked Macron round the garden." is worth its parse; "Merkel praised the plan." is not.
    """
    found = set()
    for index, several in phrases.items():
        persons = [p for p in several if p.persons or p.form == "title"]
        sides = [sides_of(p, knowledge) for p in persons] if len(persons) > 1 else []
        if any(one.isdisjoint(other) for n, one in enumerate(sides) for other in sides[n + 1 :]):
            found.add(index)
    return frozenset(found)
