"""States that a report calls by a side of the compass once it has named them: "the North" beside North Korea."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.actors.words import ROLES
from communique.knowledge.index import Hit
from communique.knowledge.names import Name

HALVES: dict[str, str] = {entry["word"]: entry["state"] for entry in ROLES["half"]}
STATES = frozenset(HALVES.values())
HALF = re.compile(
    rf"\b[Tt]he (?P<word>{'|'.join(HALVES)})(?P<owns>['’]s)?(?![\w-]| (?:and|or) [Ss]outh| [A-Z])"
)
WORD = "|".join(HALVES)
BOTH = re.compile(  # "North and South Korea": the first half has only the word
    rf"\b(?P<word>{WORD}) (?:and|or) (?:{WORD}) (?:Korea\b|Koreans?\b)"
)
NAMED = frozenset({"state", "demonym", "capital"})


def with_halves(body: str, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits with those of "the North" and "the South" where the report names the state, itself or by its people.

    "The North's leader" does where it names the other half alone, and "North and South Korea" names both.
    """
    if not [word for word in HALVES if word in body]:
        return hits
    named = {name.id for hit in hits for name in hit.names if name.category in NAMED and not name.weak}
    if not named & STATES:
        return hits
    taken = {place for hit in hits for place in range(hit.start, hit.end)}
    found = [
        Hit(match.start("word"), match.end("word"), (Name("state", HALVES[match["word"]], match["word"]),))
        for match in HALF.finditer(body)
        if (HALVES[match["word"]] in named or match["owns"]) and match.start("word") not in taken
    ]
    found += [
        Hit(match.start("word"), match.end("word"), (Name("state", HALVES[match["word"]], match["word"]),))
        for match in BOTH.finditer(body)
        if match.start("word") not in taken
    ]
    return sorted((*hits, *found), key=lambda hit: hit.start) if found else hits
