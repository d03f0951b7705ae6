"""Where a clause ends because somebody else speaks behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.clauses import trimmed_clause
from communique.statements.names import speaks_at_all
from communique.statements.page import Page

RIVAL = re.compile(r",\s+(?:while|whereas|though|although|but|as)\s+$")


JOINED = re.compile(r",?\s+and\s+$")


def goes_on(page: Page, attribution: Attribution, other: Attribution) -> bool:
    """Whether the same speaker goes on with a second participle: "accusing Lund of theft and demanding his arrest"."""
    mine, theirs = attribution.source, other.source
    return (
        attribution.form == other.form == "VBG"
        and mine is not None
        and theirs is not None
        and mine.span == theirs.span
        and JOINED.search(page.masked, attribution.cue.end, other.cue.start) is not None
    )


def before_rival(
    page: Page, attribution: Attribution, region: Span | None, later: Sequence[Attribution]
) -> Span | None:
    """A clause that ends where somebody else speaks: "told the court that it was true, while his aide said it was not"."""
    if region is None or attribution.verb.phrase:
        return region
    for other in later:
        source = other.source
        if goes_on(page, attribution, other) and region.start < other.cue.start < region.end:
            return trimmed_clause(page, region.start, page.masked.rfind("and", 0, other.cue.start))
        if source is None or source.pronoun or not region.start < source.start < region.end:
            continue
        comma = RIVAL.search(page.masked, region.start, source.start)
        speaks = source.link is not None and (source.link.id or speaks_at_all(source.span.of(page.body)))
        if comma and speaks and other.cue.start > source.start and other.form in {"VBD", "VBZ", "VBP"}:
            return trimmed_clause(page, region.start, comma.start())
    return region
