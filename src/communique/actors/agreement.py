"""What a reference and a person must agree in: sex and age."""

from __future__ import annotations

import re
from collections.abc import Callable

from communique.knowledge import Knowledge
from communique.records import Actor

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
TOLD = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "dame": "f", "lady": "f", "miss": "f"}
TITLED = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lord|Lady|Dame)\.? (?:[A-ZÀ-ÞĀ-Ț][\w'’.-]+ )*?$")


class Sexes:
    """The sex of an actor: from the lexicon, from "Mr" and "Ms" in the report, or from the given name."""

    def __init__(self, knowledge: Knowledge, body: str) -> None:
        self.knowledge, self.body = knowledge, body
        self.told: dict[str, str] = {}

    def of(self, actor: Actor) -> str:
        """m, f or nothing where it is not known."""
        person = self.knowledge.persons.get(actor.id)
        if person and person.sex:
            return person.sex
        if actor.id not in self.told:
            self.told[actor.id] = self.from_honorific(actor) or self.from_given_name(actor)
        return self.told[actor.id]

    def from_honorific(self, actor: Actor) -> str:
        """What an honorific before the name says: "Ms. Nwokocha"."""
        if actor.known:
            return ""
        last = actor.name.split()[-1]
        place = self.body.find(last)
        while place >= 0:
            before = TITLED.search(self.body, max(0, place - 40), place)
            if before:
                return TOLD[before.group(1).lower()]
            place = self.body.find(last, place + len(last))
        return ""

    def from_given_name(self, actor: Actor) -> str:
        """What the persons of the lexicon who bear the same given name are, if all are the same."""
        first, _, rest = actor.name.partition(" ")
        return self.knowledge.given_names.get(first, "") if rest else ""

    def fit(self, pronoun: str) -> Callable[[Actor], bool]:
        """Whether a person can be meant by "he" or "she"; whose sex is not known can be meant by either."""
        wanted = "f" if pronoun.lower() in FEMALE else "m" if pronoun.lower() in MALE else ""
        return lambda actor: not wanted or self.of(actor) in {"", wanted}


def fits_age(born: int, age: int, year: int) -> bool:
    """Whether somebody born in a year is so old in another: the birthday may be before or ahead."""
    return year - born in (age, age + 1)
