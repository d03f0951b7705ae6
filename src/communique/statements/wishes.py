"""What somebody wants of others, where that is news: "The opposition wants the vote put off", not "The child wants to play"."""

from __future__ import annotations

import re

from communique.statements.attribution import Attribution
from communique.statements.idioms import load_idioms
from communique.statements.page import Page
from communique.statements.plurals import is_plural
from communique.statements.reporting import load_reporting
from communique.statements.sources import Source
from communique.statements.wording import OFFICIAL

WISHES = frozenset({"want", "agree-to"})  # "Ankara wants the bloc to pay", and not "the child wants to play"


# Papers that speak and want nothing.
UNWILLING = frozenset(
    {
        "report",
        "reports",
        "statement",
        "letter",
        "letters",
        "study",
        "survey",
        "poll",
        "article",
        "text",
        "note",
        "memo",
        "review",
        "data",
        "figures",
        "evidence",
        "team",
        "club",
        "squad",
        "band",
        "school",
    }
)


def willing(source: Source | None) -> bool:
    """Whether a body that the text describes wants something: "The committee wants the minister to appear"."""
    link = source.link if source else None
    if link is None or link.id is not None or source is None or source.pronoun:
        return False
    head = re.split(r"\b(?:of|for|in|at|from|to|with)\b", link.name)[0].split()
    return bool(head) and head[-1].lower() in load_reporting().things - UNWILLING


def asked_for(page: Page, attribution: Attribution) -> bool:
    """Whether others are to do or give what is wanted: "wants them to call", "wants an inquiry", not "wants to go"."""
    region = attribution.region
    if region is None or attribution.form not in {"VBZ", "VBP", "VBD"}:
        return False
    if attribution.noun:
        return load_idioms().nouns["plea"].match(" " + region.of(page.body)) is not None
    return page.masked[attribution.cue.end : region.start].strip() != "to"


def heard(page: Page, source: Source | None) -> bool:
    """Whether the wish of somebody is news: of a name, an office or many, and not of "the miller"."""
    link = source.link if source else None
    if link is None or source is None:
        return False
    return (
        link.id is not None
        or link.name[:1].isupper()
        or is_plural(link)
        or OFFICIAL.search(source.span.of(page.body)) is not None
    )


def wishes(page: Page, attribution: Attribution) -> bool:
    """Whether a wish is reported: that of a side, or of somebody who is heard that others do or give something."""
    source = attribution.source
    if attribution.lemma != "want":
        return known_side(page, source)
    if asked_for(page, attribution) and heard(page, source):
        return True
    return not attribution.noun and (known_side(page, source) or willing(source))


def known_side(page: Page, source: Source | None) -> bool:
    """Whether a state, a body of the lexicon or a person with an office wishes something: no villager, no thing."""
    link = source.link if source else None
    if link is None or link.id is None or source is None or source.pronoun in {"it", "they"}:
        return False
    return any(
        link.id in known
        for known in (page.knowledge.states, page.knowledge.organisations, page.knowledge.persons)
    )
