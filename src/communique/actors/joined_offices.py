"""Two offices before one name that are two persons': "the Vice President and Prime Minister Holness"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.actors.officeholders import resolve_office
from communique.actors.phrase import Phrase
from communique.actors.search import Search
from communique.records import Mention, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc

JOINT = re.compile(r"\s+and\s+(?:the\s+)?")


def part_offices(
    search: Search, phrases: Iterable[Phrase], named: list[Mention], at: tuple[Sentence, Doc | None]
) -> list[Mention]:
    """The first office as a mention of its own where the person named holds the second alone; the name keeps the rest.

    "Vice President and Foreign Minister Farouk al-Sharaa" stays one, for he held both.
    """
    found = []
    for phrase in phrases:
        if phrase.title is None or not phrase.extra:
            continue
        number = next((n for n, m in enumerate(named) if m.span == phrase.span), None)
        if number is None:
            continue
        split = JOINT.match(search.report.body, phrase.span.start + len(phrase.title.text))
        if split is None or not holds_second_alone(search, phrase, named[number]):
            continue
        first = Span(start=phrase.span.start, end=split.start())
        office = replace(phrase, span=first, head=first, form="office", persons=(), name="", of=(), extra=())
        mention = resolve_office(search, office, *at)
        if mention is None or mention.actors == named[number].actors:
            continue
        rest = Span(start=split.end(), end=phrase.span.end)
        named[number] = replace(named[number], span=rest, text=rest.of(search.report.body))
        found.append(mention)
    return found


def holds_second_alone(search: Search, phrase: Phrase, mention: Mention) -> bool:
    """Whether the one named holds the second office on the day, and not the first."""
    assert phrase.title is not None
    if len(mention.actors) != 1 or not mention.actors[0].known:
        return False
    held = search.resolver.current(mention.actors[0].id)
    first = any(search.resolver.same_office(tenure, phrase.title) for tenure in held)
    return not first and any(search.resolver.same_office(tenure, phrase.extra[0]) for tenure in held)
