"""The words by which a report first names a speaker: "She" is "the magistrate, Ms Ruth Keller" of the sentence before."""

from __future__ import annotations

import re

from communique.records import Mention
from communique.statements.page import Page
from communique.statements.sources import Source


def introduction(page: Page, source: Source) -> str:
    """The words for a speaker, with those by which the report first names him: "She" of "the magistrate, Ms Ruth Keller"."""
    words = page.body[source.start : source.span.end]
    link = source.link
    if link is None or link.id is None or len(words.split()) > 3:
        return words
    first = next(
        (m for index in sorted(page.mentions) for m in page.mentions[index] if is_named(m, link.id)), None
    )
    if first is None or first.span.start >= source.start:
        return words
    before = NEAR_NAME.search(page.body, max(first.span.start - 70, 0), first.span.start)
    behind = APPOSED_TO.match(page.body, first.span.end, first.span.end + 70)
    return " ".join([before.group() if before else "", first.text, behind.group() if behind else "", words])


# What stands by a name: "the head of the service, " before it, ", the head of the service," behind it.
NEAR_NAME = re.compile(
    r"(?:(?!(?:said|says|told|that|and|but|with|by|while|after|when|met|asked|to|from|against)\b)[\w’'-]+ ){0,8}?(?!(?:said|says|told|that|and|but|with|by|met|asked|to)\b)[\w’'-]+,? $"
)
APPOSED_TO = re.compile(r", (?:an?|the|its|their|his|her) [^,.;:]{3,60}")


def is_named(mention: Mention, id: str) -> bool:
    """Whether a mention names the one of an id."""
    return mention.form in {"name", "title"} and len(mention.actors) == 1 and mention.actors[0].id == id
