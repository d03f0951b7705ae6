"""Given names alone: "Imran" after "Imran Khan", "Jaroslaw" in a report of his brother Lech Kaczyński."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.actors.patterns import OPENERS
from communique.actors.words import COMMON_FAMILIES, WORD_FAMILIES, WORDLIKE_FAMILIES
from communique.knowledge import Knowledge
from communique.knowledge.fold import plain
from communique.knowledge.index import Hit
from communique.knowledge.names import Name

LEAST = 5  # letters of a given name that stands for somebody
NO_GIVEN = COMMON_FAMILIES | WORD_FAMILIES | WORDLIKE_FAMILIES
BEFORE = re.compile(r"(?P<word>[\w'’.]+) $")
BEHIND = re.compile(r"(?:['’]s)?(?:[ -](?:[A-ZÀ-ÞĀ-Ț]|bin\b|al-)|-|\w)")


def with_givens(body: str, hits: Sequence[Hit], knowledge: Knowledge) -> Sequence[Hit]:
    """The hits with each given name that stands alone and can mean one person only, behind the full name or a relative's."""
    found: list[Hit] = []
    for word, where in bearers(hits, knowledge).items():
        if len(where) == 1:
            ((id, start),) = where.items()
            if body.find(word, start) >= 0:
                found += alone(body, word, id, start)
    if not found:
        return hits
    free = [one for one in found if not any(one.start < hit.end and hit.start < one.end for hit in hits)]
    return sorted((*hits, *free), key=lambda hit: hit.start)


def bearers(hits: Sequence[Hit], knowledge: Knowledge) -> dict[str, dict[str, int]]:
    """Given names with the persons who bear them and where the report first speaks of each, or of a relative."""
    known: dict[str, dict[str, int]] = {}
    named: set[str] = set()
    akin: set[str] = set()  # those whose relatives are noted
    for hit in hits:
        if not hit.has("person", "family"):
            continue
        persons = hit.ids("person")
        for id in persons:
            if id not in named:
                named.add(id)
                note(known, given_of(knowledge, id), id, hit.end)
        ids = persons or hit.ids("family")
        for id in ids if len(ids) < FEW else ():
            if id not in akin:
                akin.add(id)
                for _, other in knowledge.relatives.get(id, ()):
                    note(known, given_of(knowledge, other), other, hit.end)
    return known


INITIAL = 3  # letters of an initial or a short title with its point
FEW = 4  # bearers of a family name whose relatives are looked at


def note(known: dict[str, dict[str, int]], word: str, id: str, place: int) -> None:
    """Notes where a given name may begin to stand for a person, where it is long enough and no family name."""
    if len(word) < LEAST or word in NO_GIVEN:
        return
    where = known.setdefault(word, {})
    where[id] = min(place, where.get(id, place))


def given_of(knowledge: Knowledge, id: str) -> str:
    """The first word of a person's name, where a family name follows it; empty where the family name leads."""
    person = knowledge.persons[id]
    first, _, rest = person.name.partition(" ")
    return plain(first) if rest and first not in person.family and "." not in first else ""


def alone(body: str, word: str, id: str, start: int) -> Iterator[Hit]:
    """The places behind the first full name where a given name stands without any other part of a name."""
    for match in re.finditer(rf"\b{re.escape(word)}\b", body[start:]):
        begin, end = start + match.start(), start + match.end()
        before = BEFORE.search(body, max(0, begin - 24), begin)
        ended = before is not None and before["word"].endswith(".") and len(before["word"]) > INITIAL
        named = (
            before
            and not ended
            and before["word"][0].isupper()
            and before["word"].lower().rstrip(".") not in OPENERS
        )
        if not named and not BEHIND.match(body, end) and body[begin - 1 : begin] not in {"-", "'", "’"}:
            yield Hit(begin, end, (Name("person", id, word),))
