"""Generic titles count only where an organisation or a state beside them binds them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.actors.patterns import BETWEEN, OF
from communique.knowledge.index import Hit

TITLED = re.compile(
    r"(?<!\d )(?<!\d)\b(?:PM|FM|DPM|VP) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]{2,}\b"
)
ALONE = frozenset({"PM", "FM", "DPM"})
OPENING = re.compile(r"(?:^|[\n:;] ?|\b[Tt]he )$")
GOING_ON = re.compile(r"(?:['’]s)? [a-z]|['’]s [A-Z]")
THING = re.compile(
    r" (?:elections?|strikes?|public|assembly|agreement|population|budget|debate|manager|rule|interest|idea|amnesty|mood|terms)\b"
)
OWNED = re.compile(r"\b[Ii]ts (?:own |new )?$")
CAPITAL_OF = re.compile(r"['’]s? (?:own |new )?")
LONGEST = 4  # letters of an abbreviation; longer words in capitals are of a headline


def with_context(body: str, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Hits without generic titles that nothing beside them binds: "chief" counts in "the NATO chief" only."""
    offices = [hit for hit in hits if hit.has("office")]
    if not offices:
        return hits
    if none := [hit for hit in offices if is_no_office(body, hit)]:
        hits = [hit for hit in hits if hit not in none]
    if not [name for hit in offices for name in hit.names if name.weak and name.category == "office"]:
        return hits
    kept: list[Hit] = []
    for number, hit in enumerate(hits):
        weak = [name for name in hit.names if name.category == "office" and name.weak]
        if not weak or any(name.category == "office" and not name.weak for name in hit.names):
            kept.append(hit)
            continue
        names = tuple(name for name in hit.names if name not in weak or bound(body, hits, number, name.id))
        if names:
            kept.append(hit._replace(names=names))
    return kept


def is_no_office(body: str, hit: Hit) -> bool:
    """Whether a title is part of another word or says of a thing what it is: "under-secretary", "a general election"."""
    if body.endswith("nder-", 0, hit.start):
        return True
    return body[hit.start : hit.end].lower() == "general" and THING.match(body, hit.end) is not None


def bound(body: str, hits: Sequence[Hit], number: int, office: str) -> bool:
    """Whether an organisation, or a state where the office is not an organisation's, stands beside a title, or "its" before it."""
    owners = (
        ("organisation",)
        if office in {"secretary_general", "director_general", "delegate", "minister"}
        else ("organisation", "state", "demonym")
    )
    before = hits[number - 1] if number else None
    after = hits[number + 1] if number + 1 < len(hits) else None
    hit = hits[number]
    return bool(
        (before and before.has(*owners) and BETWEEN.fullmatch(body, before.end, hit.start))
        or (after and after.has(*owners) and OF.fullmatch(body, hit.end, after.start))
        or (after and abbreviates(body, hit, after))
        or (before and before.has("capital") and CAPITAL_OF.fullmatch(body, before.end, hit.start))
        or OWNED.search(body, max(0, hit.start - 9), hit.start)
        or TITLED.match(body, hit.start)
        or (office == "foreign_minister" and body.endswith(("the ", "The "), 0, hit.start))
        or stands_alone(body, hit)
    )


def stands_alone(body: str, hit: Hit) -> bool:
    """Whether an office in capitals is used like a noun: "The PM spoke to the King", "FM holds talks"."""
    word = body[hit.start : hit.end]
    if word not in ALONE or not OPENING.search(body, max(0, hit.start - 6), hit.start):
        return False
    return GOING_ON.match(body, hit.end) is not None


def abbreviates(body: str, hit: Hit, after: Hit) -> bool:
    """Whether an office in capitals stands right before a name: "PM Modi", "FM Qureshi"."""
    word = body[hit.start : hit.end]
    beside = body[hit.end : after.start] == " " and after.has("person", "family")
    return beside and word.isupper() and len(word) <= LONGEST
