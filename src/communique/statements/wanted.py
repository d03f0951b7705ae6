"""What somebody asks for or is ready for, where it is a thing and nobody who is told: "demanded an end to the siege"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.clauses import trimmed_clause
from communique.statements.idioms import region_from
from communique.statements.page import Page

if TYPE_CHECKING:
    from communique.sentences import Token

END_TO = re.compile(
    r"\s+(?P<what>(?:an?|the|its|his|her|their) (?:[a-z]+ )?(?:end|halt|return|stop|answer|access|solution|response) to\b)"
)


def thing_wanted(page: Page, attribution: Attribution, token: Token) -> Span | None:
    """What is asked for where an infinitive seems to hang on it: "demanded an end to support for the rebels"."""
    if (
        attribution.verb.id != "demand"
        or attribution.hearer is not None
        or "object" not in attribution.verb.takes
    ):
        return None
    wanted = next(
        (c for c in token.children if c.dep_ == "dobj" and c.i > token.i and c.pos_ != "PRON"), None
    )
    to = (
        wanted is not None and wanted.right_edge.i + 1 < len(token.doc) and token.doc[wanted.right_edge.i + 1]
    )
    if wanted is None or not to or to.lower_ != "to":
        return None
    start = attribution.sentence.span.start + wanted.left_edge.idx
    if END_TO.match(page.masked, attribution.cue.end, attribution.sentence.span.end):
        return region_from(page, attribution.sentence, start)
    last = wanted.right_edge
    return trimmed_clause(page, start, attribution.sentence.span.start + last.idx + len(last))
