"""Whose a statement is that speaks by itself: "the statement said" after "the army said in a statement"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.statements.attribution import Attribution
from communique.statements.heard import SPEAKS, Heard
from communique.statements.page import Page
from communique.statements.sources import Source

PAPERS_LAST = 12  # sentences over which "the statement" is the one that was named
PAPER = re.compile(
    r"[Tt]h(?:e|is) (?:(?:joint|written|same|brief) )?(?P<noun>statement|letter|communique|communiqué|press release|readout|note|memo|petition)"
)


def author_before(
    page: Page, attribution: Attribution, source: Source, heard: Sequence[Heard]
) -> Source | None:
    """ "the statement said" after "the army said in a statement": the one who has spoken in it."""
    match = PAPER.fullmatch(source.link.text) if source.link and source.link.id is None else None
    if match is None or source.link is None:
        return None
    given = re.compile(
        rf"\b(?:in|issued|released|published|made|posted|with|via|through|by) (?:an?|its|his|her|their|this|the) (?:[\w-]+ ){{0,3}}{match.group('noun')}\b"
    )
    spoken = [
        h
        for h in heard
        if h.rank < SPEAKS
        and 0 <= attribution.sentence.index - h.sentence <= PAPERS_LAST
        and h.place < source.span.start
        and given.search(page.text(page.sentences[h.sentence]))
    ]
    last = max(h.sentence for h in spoken) if spoken else 0
    latest = [h for h in spoken if h.sentence == last]
    first = [h for h in latest if h.rank == min(other.rank for other in latest)]
    if len({h.link.name for h in first}) != 1:
        return None
    return replace(source, link=replace(first[0].link, text=source.link.text, span=source.span))
