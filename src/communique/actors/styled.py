"""Given names behind a style that the report has written before the full name: "Sheikh Mohammed" after "Sheikh Mohammed bin Rashid"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.actors.words import ADDRESS, any_of
from communique.knowledge.index import Hit
from communique.knowledge.names import Name

STYLES: dict[str, str] = {style: main for main, every in ADDRESS["with_given"].items() for style in every}
STYLED = re.compile(
    rf"\b(?P<style>{any_of(STYLES)})\.? (?P<given>[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+)(?!\w)"
    r"(?! (?:[Bb]in|[Ii]bn|[Bb]int|[Aa]l)\b|[ -][A-Z]|-)"
)
BEFORE = re.compile(rf"\b(?P<style>{any_of(STYLES)})\.? $")
NAMED = re.compile(rf"(?:(?P<style>{any_of(STYLES)})\.? )?(?P<given>[A-ZÀ-ÞĀ-Ț][\w'’-]+) ")


def with_styled(body: str, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits with each style and given name that stand for one person whom the report names in full behind that style.

    "Prince Sultan" is Sultan bin Abdulaziz where "Prince Sultan bin Abdulaziz" was named, and no sultan.
    """
    if not [style for style in STYLES if style in body] or not (known := bearers(body, hits)):
        return hits
    found: list[Hit] = []
    for match in STYLED.finditer(body):
        ids = known.get((STYLES[match["style"]], match["given"]), set())
        if len(ids) == 1:
            name = Name("person", next(iter(ids)), match["given"])
            found.append(Hit(match.start("given"), match.end("given"), (name,)))
    if not found:
        return hits
    taken = [
        hit
        for hit in hits
        if hit.has("person") or not any(hit.start < one.end and one.start < hit.end for one in found)
    ]
    free = [one for one in found if not any(hit.start < one.end and one.start < hit.end for hit in taken)]
    return sorted((*taken, *free), key=lambda hit: hit.start)


def bearers(body: str, hits: Sequence[Hit]) -> dict[tuple[str, str], set[str]]:
    """Style and given name with the persons whom the report names in full behind that style."""
    known: dict[tuple[str, str], set[str]] = {}
    for hit in hits:
        if not hit.has("person") or not (named := NAMED.match(body, hit.start, hit.end)):
            continue
        before = BEFORE.search(body, max(0, hit.start - 24), hit.start)
        style = named["style"] or (before["style"] if before else None)
        if style:
            known.setdefault((STYLES[style], named["given"]), set()).update(hit.ids("person"))
    return known
