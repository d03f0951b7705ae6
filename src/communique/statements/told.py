"""Who is told: a person or a body that can be, and not the thing that is asked for."""

from __future__ import annotations

import re

from communique.statements.around import agent_like
from communique.statements.idioms import load_idioms
from communique.statements.page import Page
from communique.statements.phrases import speaks
from communique.statements.reporting import Verb
from communique.statements.sources import Source

GIVEN = re.compile(
    r"(?:(?:an?|the|his|her|its|their|every|no) )?(?:\w+ )?(?:assurances?|word|notice|warning|undertaking|promise|guarantees?|pledge)",
    re.IGNORECASE,
)  # "gave an assurance that": nobody is told


def told_person(page: Page, verb: Verb, lemma: str, hearer: Source | None) -> Source | None:
    """Who is told, if it may be somebody: a thing cannot be told."""
    if hearer is not None and verb.id == "demand" and (lemma == "demand" or sought(page, hearer)):
        return None
    if hearer is not None and GIVEN.fullmatch(hearer.span.of(page.body)):
        return None
    if hearer is None or hearer.pronoun or (hearer.link and hearer.link.id) or verb.polarity != "asserts":
        return hearer
    fit = lemma == "tell" or speaks(hearer.span.of(page.body).split()) or agent_like(hearer, page)
    return hearer if fit else None


def sought(page: Page, hearer: Source) -> bool:
    """Whether what looks like somebody told is what is asked for: "urged restraint to calm the border"."""
    return load_idioms().nouns["plea"].fullmatch(f" {hearer.span.of(page.body)}") is not None
