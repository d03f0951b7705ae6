"""The surface forms of the lexicon with what each can mean: names, demonyms, titles in singular and plural."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from communique.knowledge.entries import Office, Organisation, Outlet, Person, Place, State

INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}\s*[A-Z]\w+")

Category = Literal[
    "person",
    "family",
    "state",
    "demonym",
    "capital",
    "metonym",
    "organisation",
    "body",
    "office",
    "place",
    "outlet",
    "none",
]


class Name(NamedTuple):
    """One meaning of a surface form: a category and the id of the entry; `of` binds an office title to a state.

    `weak` marks forms that need context: ambiguous names ("Georgia") and generic titles ("chief").
    """

    category: Category
    id: str
    form: str
    of: str = ""
    plural: bool = False
    weak: bool = False


def plural(title: str) -> str:
    """The plural of an office title: "secretaries of state", "foreign ministers"."""
    head, of, rest = title.partition(" of ")
    if not of:
        head, of, rest = title.partition(" for ")
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        head = head[:-1] + "ies"
    elif head.endswith("man"):
        head = head[:-3] + "men"
    elif not head.endswith("s"):
        head += "s"
    return head + of + rest


def state_names(states: Iterable[State]) -> Iterator[Name]:
    """Names, demonyms, capitals and metonyms of states."""
    for state in states:
        kinds: tuple[tuple[Category, tuple[str, ...]], ...] = (
            ("state", (state.name, state.official, *state.names)),
            ("demonym", state.demonyms),
            ("capital", state.capitals),
            ("metonym", state.metonyms),
        )
        for category, forms in kinds:
            for form in dict.fromkeys(forms):
                yield Name(category, state.id, form, weak=form in state.ambiguous)


def blocking_names(forms: Iterable[str]) -> Iterator[Name]:
    """Longer names in which a state's name does not stand for the state: "Persian Gulf"."""
    for form in forms:
        yield Name("none", "", form)


def organisation_names(organisations: Iterable[Organisation]) -> Iterator[Name]:
    """Names and metonyms of organisations; bodies of states are a category of their own."""
    for organisation in organisations:
        category: Category = "body" if organisation.kind == "body" else "organisation"
        for form in dict.fromkeys(
            (organisation.name, organisation.id, *organisation.names, *organisation.metonyms)
        ):
            yield Name(
                category, organisation.id, form, of=organisation.of, weak=form in organisation.ambiguous
            )


def office_names(offices: Iterable[Office]) -> Iterator[Name]:
    """Office titles in singular and plural; titles of one state only are bound to it, generic ones are weak."""
    for office in offices:
        for title in office.titles:
            yield Name("office", office.id, title)
            yield Name("office", office.id, plural(title), plural=True)
        for title in office.generic:
            yield Name("office", office.id, title, weak=True)
        for of, titles in office.own.items():
            for title in titles:
                yield Name("office", office.id, title, of=of)
                yield Name("office", office.id, plural(title), of=of, plural=True)


def person_names(persons: Iterable[Person]) -> Iterator[Name]:
    """Full names and aliases; the words of second mention are a category of their own."""
    for person in persons:
        told = (person.name, *person.aliases)
        for form in dict.fromkeys((*told, *(bare for name in told for bare in without_points(name)))):
            yield Name("family" if form in person.family else "person", person.id, form)
        for form in person.family:
            yield Name("family", person.id, form)


def without_points(name: str) -> tuple[str, ...]:
    """A name as writers have it who set no points: "M. K. Narayanan" as "M K Narayanan" and "M.K. Narayanan"."""
    if not INITIALS.match(name):
        return ()
    spaced = re.sub(r"\.\s*(?=[A-Z]\.)", ". ", name)
    return (spaced.replace(".", ""), re.sub(r"\. (?=[A-Z]\.)", ".", spaced))


def place_names(places: Iterable[Place]) -> Iterator[Name]:
    """Cities, venues and regions."""
    for place in places:
        for form in dict.fromkeys((place.name, *place.names)):
            yield Name("place", place.name, form, of=place.state, weak=form in place.ambiguous)


def outlet_names(outlets: Iterable[Outlet]) -> Iterator[Name]:
    """Agencies, broadcasters, newspapers and platforms."""
    for outlet in outlets:
        for form in dict.fromkeys((outlet.name, *outlet.names)):
            yield Name("outlet", outlet.id, form, weak=form in outlet.ambiguous)
