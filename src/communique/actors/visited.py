"""Whose minister a stranger is whom a visitor meets: "flew to Lima for talks with Transport Minister Rosa Quispe" is Peru's."""

from __future__ import annotations

import re

from communique.actors.phrase import Phrase
from communique.actors.search import Search
from communique.records import Sentence

WHEN = r"(?:,? (?:on|late|early|this|last|in the|for the)(?: \w+){1,3}?)?"
MEETING = re.compile(
    rf"{WHEN},? (?:(?:for|and|where (?:he|she)) (?:(?:had|held|hold|holds|will hold|began|opened) )?(?:[a-z]+ ){{0,2}}"
    r"(?:talks|a meeting|meetings|discussions|consultations|negotiations) with"
    r"|(?:to|and|where (?:he|she)) (?:is to |will |would )?(?:meet|met|see|saw|visit|visited|talk to|talked to|talk with|talked with|hold talks with)) $"
)


def of_the_visited(search: Search, phrase: Phrase, sentence: Sentence) -> tuple[str, ...]:
    """The state of the town to which a visitor of another state has come in order to meet a minister there.

    "Kerry flew to Oslo with Transport Minister Lund" tells nothing of the kind.
    """
    before = [
        m
        for m in search.read_now
        if m.actors and m.span.end <= phrase.span.start and m.sentence == sentence.index
    ]
    if len(before) < 2 or before[-1].form not in {"capital", "place", "state"}:
        return ()
    place, visitor = before[-1].actors[0], before[0].actors[0]
    state = place.state or place.id
    comes = visitor.type == "person" and visitor.state not in {None, state}
    told = MEETING.fullmatch(search.report.body, before[-1].span.end, phrase.span.start)
    return (state,) if comes and told and state in search.knowledge.states else ()
