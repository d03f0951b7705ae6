"""Peoples whose name with "The" is a newspaper's, too: "The Australian Prime Minister" is no paper's."""

from __future__ import annotations

from collections.abc import Sequence

from communique.actors.patterns import PEOPLE_AFTER
from communique.knowledge import Knowledge
from communique.knowledge.index import Hit

ARTICLE = "The "


def without_papers(body: str, hits: Sequence[Hit], knowledge: Knowledge) -> Sequence[Hit]:
    """The hits, where a paper's name that opens an office or a people's noun stands for the people."""
    papers = [n for n, hit in enumerate(hits) if body.startswith(ARTICLE, hit.start) and hit.has("outlet")]
    if not papers:
        return hits
    found = list(hits)
    for n in papers:
        hit = hits[n]
        office = n + 1 < len(hits) and hits[n + 1].has("office") and hits[n + 1].start == hit.end + 1
        if not office and not PEOPLE_AFTER.match(body, hit.end):
            continue
        inner = knowledge.index.find(body[hit.start + len(ARTICLE) : hit.end])
        if len(inner) == 1 and inner[0].has("demonym") and inner[0].start == 0:
            found[n] = Hit(hit.start + len(ARTICLE), hit.end, inner[0].names)
    return found
