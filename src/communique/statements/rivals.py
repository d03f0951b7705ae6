"""Where a clause ends because somebody else speaks behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.clauses import trimmed_clause
from communique.statements.page import Page

RIVAL = re.compile(r",\s+(?:while|whereas|though|although|but)\s+$")


def before_rival(
    page: Page, attribution: Attribution, region: Span | None, later: Sequence[Attribution]
) -> Span | None:
    """A clause that ends where somebody else speaks: "told the court that it was true, while his aide said it was not"."""
    if region is None or attribution.verb.phrase:
        return region
    for other in later:
        source = other.source
        if source is None or source.pronoun or not region.start < source.start < region.end:
            continue
        comma = RIVAL.search(page.masked, region.start, source.start)
        if comma and other.cue.start > source.start and other.form in {"VBD", "VBZ", "VBP"}:
            return trimmed_clause(page, region.start, comma.start())
    return region
