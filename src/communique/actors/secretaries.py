"""Who "the Secretary" is: the head of a department who is called so and whom the report has named.

An official text names its own secretary first: "Secretary Kerry met Foreign Secretary Hague. The Secretary then flew on."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.actors.phrase import Phrase
from communique.actors.search import Search, mention_of, remember
from communique.records import Actor, Mention, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc

ALONE = re.compile(
    r"\b[Tt]he (?P<word>[Ss]ecretary)\b(?![ -](?:of|for|to|general|[A-Z])\b|-| of| for|['’]s [A-Z])"
)
OFFICIAL = frozenset({"readout", "briefing"})
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
        met = met_secretaries(search, sentence)
        if len(met) != 1:
            continue
        phrase = Phrase(span, span, "office")
        found.append(remember(search, mention_of(search, phrase, sentence, tuple(met)), doc))
    return found


def met_secretaries(search: Search, sentence: Sentence) -> list[Actor]:
    """The secretaries named near before; in an official text its own alone: whom it names first, wherever that was."""
    official = search.report.text_kind in OFFICIAL
    met = {
        m.actor.id: m.actor
        for m in search.walk.discourse.named
        if (official or sentence.index - m.sentence <= NEAR)
        and m.actor.type == "person"
        and m.actor.known
        and search.resolver.is_secretary(m.actor.id)
    }
    return list(met.values())[:1] if official else list(met.values())
