"""Whom a pronoun cannot mean, or must: nobody tells of himself by name, and who is insulted after it has said it."""

from __future__ import annotations

import re

from communique.records import Link, Span
from communique.statements.attribution import Attribution
from communique.statements.page import Page
from communique.statements.reporting import load_reporting
from communique.statements.sources import Source


def names_himself(page: Page, link: Link, told: Span) -> bool:
    """Whether a clause names somebody who would then tell it of himself: "He said he introduced Hall to the singer" is not Hall's."""
    last = link.name.split()[-1] if link.id and link.id not in page.knowledge.states else ""
    if len(last) < 4 or link.id in page.knowledge.organisations:
        return False
    words = page.masked[told.start : told.end]
    return last in words and re.search(rf"\b{re.escape(last)}\b(?!['’]s)", words) is not None


def of_body(page: Page, link: Link) -> bool:
    """Whether a state was named by a body of it: "the Treasury", not by its capital or its name."""
    return any(m.form == "body" and m.span.overlaps(link.span) for ms in page.mentions.values() for m in ms)


def insulted(page: Page, attribution: Attribution, source: Source) -> Link | None:
    """Who said it where somebody was blamed after it: "The mayor insulted Hall after he said that the town was lost"."""
    token = page.token(attribution.sentence, source.span)
    if token is None or source.pronoun not in {"he", "she"} or token.head.dep_ != "advcl":
        return None
    main = token.head.head
    if main.lemma_.lower() not in load_reporting().words["blaming"] or not any(
        c.lower_ in {"after", "because", "when", "since", "for"} for c in token.head.children
    ):
        return None
    blamed = next((c for c in main.children if c.dep_ == "dobj" and c.i < token.i), None)
    if blamed is None:
        return None
    place = page.span(attribution.sentence, blamed)
    here = page.mentions.get(attribution.sentence.index, ())
    found = next((m for m in here if m.span.overlaps(place) and len(m.actors) == 1), None)
    if found is None or found.actors[0].type != "person":
        return None
    actor = found.actors[0]
    return Link(id=actor.id, name=actor.name, text=found.text, span=found.span)
