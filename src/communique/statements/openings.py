"""Two ways in which a claim opens: "As the senator put it, ..." and 'rejected as "fiction" reports that ...'."""

from __future__ import annotations

import re

from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.clauses import trimmed_clause
from communique.statements.idioms import load_idioms, region_from
from communique.statements.page import MASK, Page

AS_PUT = re.compile(r"\W*As (?!(?:part|well|soon|long|far|many|much|if|though|a|an)\b)", re.IGNORECASE)


def as_x_put_it(page: Page, attribution: Attribution) -> Span | None:
    """What follows "As the senator put it, ..."; a citation between commas is skipped."""
    sentence = attribution.sentence
    if not AS_PUT.fullmatch(page.masked[sentence.span.start : attribution.start]):
        return None
    aside = re.compile(r"(?:\s+(?!that\b)[\w’'-]+){0,6}(?:,\s+(?:citing|quoting)\b[^,]*)?,\s+").match(
        page.masked, attribution.end, sentence.span.end
    )
    return trimmed_clause(page, aside.end(), sentence.span.end) if aside else None


REJECTED = re.compile(
    rf"\s+as\s+(?:[\"“‘']{MASK}+[\"”’'](?: and [\"“‘']{MASK}+[\"”’'])?|(?:\w+ly )?[\w-]+(?:,? (?:and|or) (?:\w+ly )?[\w-]+)?)(?=\s)"
)


def rejected_as(page: Page, attribution: Attribution) -> Span | None:
    """The charge behind 'rejected as "fiction" reports that ...'."""
    if attribution.verb.polarity != "denies":
        return None
    label = REJECTED.match(page.masked, attribution.cue.end, attribution.sentence.span.end)
    if label is None or not load_idioms().nouns["charge"].match(page.masked, label.end()):
        return None
    return region_from(page, attribution.sentence, label.end())
