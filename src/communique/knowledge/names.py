"""Every surface form of the lexicon in one compiled matcher: text in, hits out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import ahocorasick_rs

from communique.knowledge.entries import Office, Organisation, Outlet, Person, Place, State
from communique.knowledge.fold import fold, lower

Category = Literal["person", "family", "state", "demonym", "capital", "metonym", "organisation", "body",
                   "office", "place", "outlet", "none"]
SHORT_CODE = 4  # all-capitals names up to this length ("US", "UAE") are matched in capitals only
LOWER_CASE = frozenset({"office"})


@dataclass(frozen=True, slots=True)
class Name:
    """One meaning of a surface form: a category and the id of the entry; `of` binds an office title to a state."""

    category: Category
    id: str
    form: str
    of: str = ""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface form found in a text, with all its meanings."""

    start: int
    end: int
    names: tuple[Name, ...]

    def has(self, *categories: str) -> bool:
        """Whether one of the meanings is of one of the categories."""
        return any(name.category in categories for name in self.names)

    def ids(self, *categories: str) -> tuple[str, ...]:
        """The ids of the meanings of these categories, in order."""
        return tuple(dict.fromkeys(name.id for name in self.names if name.category in categories))


class NameIndex:
    """The compiled matcher over all names; `find(text)` gives the longest hits at word boundaries."""

    def __init__(self, names: Iterable[Name]) -> None:
        table: dict[str, list[Name]] = defaultdict(list)
        for name in names:
            key = lower(name.form)
            if len(key) > 1 and name not in table[key]:
                table[key].append(name)
        self._forms = sorted(table)
        self._names = [tuple(table[form]) for form in self._forms]
        self._matcher = ahocorasick_rs.AhoCorasick(self._forms, matchkind=ahocorasick_rs.MatchKind.Standard)

    def __len__(self) -> int:
        return len(self._forms)

    def find(self, text: str) -> list[Hit]:
        """All hits of a text, longest first at each place, none overlapping, sorted by place."""
        small, folded = lower(text), fold(text)
        found: list[tuple[int, int, int]] = []
        size = len(small)
        for which, start, end in self._matcher.find_matches_as_indexes(small, overlapping=True):
            if (start == 0 or not is_word(small[start - 1]) or not is_word(small[start])) and (
                end == size or not is_word(small[end]) or not is_word(small[end - 1])
            ):
                found.append((start, end, which))
        found.sort(key=lambda hit: (hit[0], -hit[1]))
        hits: list[Hit] = []
        reached = 0
        for start, end, which in found:
            if start < reached:
                continue
            names = tuple(name for name in self._names[which] if case_fits(name, folded[start:end]))
            if names:
                hits.append(Hit(start, end, names))
                reached = end
        return hits


def is_word(letter: str) -> bool:
    """Whether a code point continues a word."""
    return letter.isalnum() or letter == "_"


def case_fits(name: Name, written: str) -> bool:
    """Whether the case of the text allows the name: names are capitalised, short codes are capitals, titles anything."""
    if name.category in LOWER_CASE:
        return True
    form = fold(name.form)
    if len(form) <= SHORT_CODE and form.isupper():
        return written == form
    return written[:1].isupper() or written[:1] == form[:1] and not form[:1].islower() or (
        form[:1].islower() and any(c.isupper() for c in written))


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
        for form in dict.fromkeys((state.name, state.official, *state.names)):
            if form:
                yield Name("state", state.id, form)
        for form in state.demonyms:
            yield Name("demonym", state.id, form)
        for form in state.capitals:
            yield Name("capital", state.id, form)
        for form in state.metonyms:
            yield Name("metonym", state.id, form)


def organisation_names(organisations: Iterable[Organisation]) -> Iterator[Name]:
    """Names and metonyms of organisations; bodies of states are a category of their own."""
    for organisation in organisations:
        category: Category = "body" if organisation.kind == "body" else "organisation"
        for form in dict.fromkeys((organisation.name, organisation.id, *organisation.names, *organisation.metonyms)):
            yield Name(category, organisation.id, form, of=organisation.of)


def office_names(offices: Iterable[Office]) -> Iterator[Name]:
    """Office titles in singular and plural; titles of one state only are bound to it."""
    for office in offices:
        for title in office.titles:
            yield Name("office", office.id, title)
            yield Name("office", office.id, plural(title), plural=True)
        for of, titles in office.own.items():
            for title in titles:
                yield Name("office", office.id, title, of=of)
                yield Name("office", office.id, plural(title), of=of, plural=True)


def person_names(persons: Iterable[Person]) -> Iterator[Name]:
    """Full names and aliases; the words of second mention are a category of their own."""
    for person in persons:
        for form in dict.fromkeys((person.name, *person.aliases)):
            yield Name("family" if form in person.family else "person", person.id, form)
        for form in person.family:
            yield Name("family", person.id, form)


def place_names(places: Iterable[Place]) -> Iterator[Name]:
    """Cities, venues and regions."""
    for place in places:
        for form in dict.fromkeys((place.name, *place.names)):
            yield Name("place", place.name, form, of=place.state)


def outlet_names(outlets: Iterable[Outlet]) -> Iterator[Name]:
    """Agencies, broadcasters, newspapers and platforms."""
    for outlet in outlets:
        for form in dict.fromkeys((outlet.name, *outlet.names)):
            yield Name("outlet", outlet.id, form)
