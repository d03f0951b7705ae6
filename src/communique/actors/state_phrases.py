"""A state, its people, its seat, an organisation or a body: "Chinese officials", "Russian and Turkish diplomats"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from communique.actors.patterns import LISTED, OPENERS, OWN_PLACE, PEOPLE_AFTER
from communique.actors.phrase import STATE_LIKE, Phrase, owner
from communique.actors.reader import Reader, ends_hit
from communique.actors.words import ROLES, any_of
from communique.knowledge.index import Hit
from communique.records import Span

NAMED = frozenset({*STATE_LIKE, "organisation", "body", "place"})
SHORT_NAMES = frozenset(ROLES["short_bodies"])
GOVERNING = re.compile(
    rf"\b(?P<people>{any_of(ROLES['governing'])}) in (?:the )?$", re.IGNORECASE
)  # "the government in Lima" is Peru's
WITHIN_OFFICE = re.compile(
    r"\bof (?:the )?(?:[\w-]+ )?$"
)  # "the leader of the interim authorities in Tripoli"
BEFORE = re.compile(r"(?<![.!?] )(?<!^)\b(?P<word>[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+) $")


def read_state(reader: Reader, number: int) -> tuple[Phrase | None, int]:
    """A state, its people, its seat, an organisation or a body."""
    hit = reader.hits[number]
    start, end = hit.start, hit.end
    forms = [name.category for name in hit.names if name.category in NAMED]
    if not forms:
        return None, number
    form: str = forms[0]
    if form in {"body", "organisation"} and inside_name(reader, hit):
        return None, number
    entity = owner(hit)
    head = Span(start=start, end=end)
    following = number + 1
    if form == "state" and OWN_PLACE.match(reader.body, end):
        form = "place"  # "talks in Ethiopia's capital": Ethiopia takes no part
    if form in {"demonym", "state", "capital"} and (listed := read_listed_people(reader, number)):
        return listed
    if form != "place" and (people := PEOPLE_AFTER.match(reader.body, end)):
        head = Span(start=people.start("people"), end=people.end("people"))
        while following < len(reader.hits) and reader.hits[following].start < people.end():
            following += 1
        return Phrase(
            Span(start=start, end=people.end()),
            head,
            "people",
            name=reader.body[start : people.end()],
            entity=entity,
            of=(entity,),
        ), following
    name, weak = reader.body[start:end], False not in [one.weak for one in hit.names]
    phrase = Phrase(head, head, form, name=name, entity=entity, of=(entity,), weak=weak)
    if form == "capital":
        phrase = replace(phrase, either=tuple(hit.ids("organisation")), owner=governing(reader, number))
    return phrase, following


def governing(reader: Reader, number: int) -> Span | None:
    """Who governs from a capital, and may act for the state: "the government in Lima", "the foreign ministry in Ankara"."""
    hit = reader.hits[number]
    if not reader.body.endswith((" in ", " in the "), 0, hit.start):
        return None
    before = GOVERNING.search(reader.body, max(0, hit.start - 40), hit.start)
    if before is None or number and reader.hits[number - 1].end > before.start():
        return None
    if WITHIN_OFFICE.search(reader.body, max(0, before.start() - 30), before.start()):
        return None
    return Span(start=before.start("people"), end=before.end("people"))


def inside_name(reader: Reader, hit: Hit) -> bool:
    """Whether a body's short name ends another one's: "the National Security Council", "the All Progressive Congress"."""
    if not all(name.category in {"body", "organisation"} for name in hit.names):
        return False
    text = reader.body[hit.start : hit.end]
    if text not in SHORT_NAMES:
        return False
    if owned_by_another(reader, hit):
        return True
    before = BEFORE.search(reader.body, max(0, hit.start - 24), hit.start)
    return (
        before is not None and before["word"].lower() not in OPENERS and not ends_hit(reader, hit.start - 1)
    )


def owned_by_another(reader: Reader, hit: Hit) -> bool:
    """Whether another state stands before a body as its owner: "Peru's Congress", "the Peruvian Congress"."""
    before = next(
        (h for h in reader.hits if h.end in {hit.start - 1, hit.start - 3} and h.end < hit.start), None
    )
    if before is None or not before.has("state", "demonym"):
        return False
    return owner(before) not in {owner(hit), hit.names[0].of}


def read_listed_people(reader: Reader, number: int) -> tuple[Phrase, int] | None:
    """People of several states: "Russian, Turkish and Iranian diplomats"."""
    of = [owner(reader.hits[number])]
    n = number
    while (
        n + 1 < len(reader.hits)
        and reader.hits[n + 1].has("demonym", "state")
        and LISTED.fullmatch(reader.body, reader.hits[n].end, reader.hits[n + 1].start)
        and owner(reader.hits[n + 1]) not in of  # "arrived in Islamabad, Pakistan's foreign ministry said"
    ):
        n += 1
        of.append(owner(reader.hits[n]))
    if n == number:
        return None
    people = PEOPLE_AFTER.match(reader.body, reader.hits[n].end)
    if not people:
        return None
    following = n + 1
    while following < len(reader.hits) and reader.hits[following].start < people.end():
        following += 1
    start = reader.hits[number].start
    return Phrase(
        Span(start=start, end=people.end()),
        Span(start=people.start("people"), end=people.end("people")),
        "people",
        name=reader.body[start : people.end()],
        entity=of[0],
        of=tuple(of),
    ), following
