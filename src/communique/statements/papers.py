"""Whose a statement is that speaks by itself: "the statement said" after "the army said in a statement"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from communique.records import Link
from communique.statements.attribution import Attribution
from communique.statements.heard import SPEAKS, Heard
from communique.statements.page import Page
from communique.statements.sources import Source

PAPERS_LAST = 12  # sentences over which "the statement" is the one that was named
PAPER = re.compile(
    r"[Tt]h(?:e|is) (?:(?:joint|written|same|brief) )?(?P<noun>statement|letter|communique|communiqué|press release|readout|note|memo|petition)"
)


def of_paper(source: Source) -> bool:
    """Whether a source is a paper whose author may have been named before: "the statement"."""
    link = source.link
    return link is not None and link.id is None and PAPER.fullmatch(link.text) is not None


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


OUTLETS_LAST = 4  # sentences over which "the agency" is the one that was named
THE_OUTLET = re.compile(
    r"[Tt]he (?:(?:state|official|semi-official|state-run|news|same|private|Russian|Chinese|Iranian|local|daily|[a-z-]+) ){0,2}?(?P<noun>agency|newspaper|paper|daily|weekly|magazine|broadcaster|channel|network|station|website|outlet|tabloid)"
)
KINDS = {
    "agency": frozenset({"agency"}),
    "broadcaster": frozenset({"broadcaster", "television", "radio"}),
    "channel": frozenset({"broadcaster", "television", "radio"}),
    "network": frozenset({"broadcaster", "television", "radio"}),
    "station": frozenset({"broadcaster", "television", "radio"}),
}


def outlets_named(page: Page, attributions: Sequence[Attribution]) -> list[tuple[int, Link]]:
    """The outlets that speak or pass words on, by their names, with the sentence of each."""
    return [
        (a.sentence.index, each.link)
        for a in attributions
        for each in (a.source, *a.links)
        if each is not None and each.link is not None and each.link.id in page.knowledge.outlets
    ]


def with_outlets(page: Page, attribution: Attribution, named: Sequence[tuple[int, Link]]) -> Attribution:
    """An attribution whose "the agency" is the one agency that was named just before it."""
    source = attribution.source and the_outlet(page, attribution, attribution.source, named)
    links = tuple(the_outlet(page, attribution, each, named) for each in attribution.links)
    changed = source is not attribution.source or links != attribution.links
    return replace(attribution, source=source, links=links) if changed else attribution


def the_outlet(
    page: Page, attribution: Attribution, source: Source, named: Sequence[tuple[int, Link]]
) -> Source:
    """ "the agency added" after "BKNA quoted ...": the outlet of that kind that was named before."""
    match = THE_OUTLET.fullmatch(source.link.text) if source.link and source.link.id is None else None
    if match is None or source.link is None:
        return source
    kinds = KINDS.get(match.group("noun"))
    before = [
        link
        for index, link in named
        if 0 <= attribution.sentence.index - index <= OUTLETS_LAST
        and link.span.start < source.span.start
        and (kinds is None or page.knowledge.outlets[link.id or ""].kind in kinds)
    ]
    if len({link.id for link in before}) != 1:
        return source
    return replace(source, link=replace(before[-1], text=source.link.text, span=source.span))
