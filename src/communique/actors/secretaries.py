"""Who "the Secretary" is: the head of a department who is called so and whom the report has named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.actors.phrase import Phrase
from communique.actors.search import Search, mention_of, remember
from communique.records import Mention, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc

ALONE = re.compile(
    r"\b[Tt]he (?P<word>[Ss]ecretary)\b(?![ -](?:of|for|to|general|[A-Z])\b|-| of| for|['’]s [A-Z])"
)
NEAR = 6  # sentences within which one of two secretaries is the last named


def secretaries(
    search: Search, sentence: Sentence, doc: Doc | None, named: Sequence[Mention]
) -> list[Mention]:
    """ "The Secretary" of a sentence as the one secretary named before; of two who were, nobody is meant for certain."""
    found: list[Mention] = []
    if "ecretary" not in search.report.body:
        return found
    for match in ALONE.finditer(search.report.body, sentence.span.start, sentence.span.end):
        span = Span(start=match.start("word"), end=match.end("word"))
        if any(m.span.overlaps(span) for m in named):
            continue
        met = {
            m.actor.id: m.actor
            for m in search.walk.discourse.named
            if sentence.index - m.sentence <= NEAR
            and m.actor.type == "person"
            and m.actor.known
            and search.resolver.is_secretary(m.actor.id)
        }
        if len(met) != 1:
            continue
        phrase = Phrase(span, span, "office")
        found.append(remember(search, mention_of(search, phrase, sentence, tuple(met.values())), doc))
    return found
