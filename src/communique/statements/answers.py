"""Which bodies and people a speaker answers for without saying so: the headmaster for the school, the general for the troops."""

from __future__ import annotations

import re

from communique.statements.attribution import Attribution
from communique.statements.moods import bodies_by_speaker
from communique.statements.sources import Source

WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
OUT_OF_OFFICE = frozenset({"opposition", "former", "ex", "shadow", "exiled", "deposed", "ousted", "retired"})


def answered_for(attribution: Attribution | None) -> frozenset[str]:
    """The bodies that the speaker answers for by his description: "school" for "the headmaster, Ann Wells"."""
    source = attribution.source if attribution else None
    if attribution is None or source is None:
        return frozenset()
    known, words = bodies_by_speaker(), described(source)
    if not OUT_OF_OFFICE.isdisjoint(words):
        return frozenset()  # "the opposition leader" does not answer for the government
    return frozenset().union(*(known[word] for word in words if word in known))


def described(source: Source | None) -> list[str]:
    """The words that name and describe a speaker, in small letters."""
    link = source.link if source else None
    return WORD.findall(f"{link.name} {link.text}".lower()) if link else []


HEAD = re.compile(
    r"^\W*(?!(?:all|every|any|each|many|most|some|both|other|another|such|this|that|these|those|foreign|several|more|two|three|who|one)\b)(?:(?:the|its|their|our|his|her|no|none of the|none of its) )?(?P<words>[a-z][a-z-]*(?: [a-z][a-z-]*)?)\b(?! (?:of|from)\b)",
    re.IGNORECASE,
)


def begins_with_own_body(text: str, attribution: Attribution | None) -> bool:
    """Whether words begin with a body that their speaker answers for: "The army did not fire, a general said"."""
    found = HEAD.match(text)
    bodies = answered_for(attribution)
    if found is None or not bodies:
        return False
    return any(one in bodies for word in found.group("words").lower().split() for one in singulars(word))


def singulars(word: str) -> tuple[str, ...]:
    """What a word may be the plural of, itself included: "authorities" of "authority"."""
    return word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"
