"""Sentences whose only verb the parse takes for a participle: "The head of the board announced on Monday that ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.records import Sentence, Span
from communique.statements.page import MASK, Page

if TYPE_CHECKING:
    from communique.sentences import Token

ITS_CLAUSE = re.compile(
    r"(?:\s+(?:(?:late |early )?on \w+day(?: (?:morning|evening|night))?|\w+day|today|yesterday|in [A-Z][\w-]+))?\s+that\s"
)
QUOTED_NOUN = re.compile(rf"{MASK}[,.!?]?[\"”’],?\s+[^\"“”.;:,]{{2,70}}$")


def main_verb_lost(page: Page, sentence: Sentence, cue: Span, token: Token) -> bool:
    """Whether the parse takes a sentence's only verb for a participle: "The head of the board announced on Monday that ..."."""
    if token.dep_ != "acl" or token.tag_ not in {"VBD", "VBN"}:
        return False
    if token.head.dep_ == "ROOT" and (
        token.tag_ == "VBD" or ITS_CLAUSE.match(page.masked, cue.end, sentence.span.end)
    ):
        return True
    return (
        token.head.dep_ in {"ROOT", "conj"}
        and QUOTED_NOUN.search(page.masked, sentence.span.start, cue.start) is not None
    )


HELD = frozenset({"say", "believe", "think", "report", "know", "understand"})
TO_BE = re.compile(r" to (?:be|have)\b")
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)(?: \w+ly| also| now| still| long)? $")


def merely_held(page: Page, sentence: Sentence, cue: Span, lemma: str) -> bool:
    """Whether a participle says what something is taken for: "The road, said to be the longest in Peru, was closed"."""
    if lemma not in HELD or not TO_BE.match(page.masked, cue.end, sentence.span.end):
        return False
    return PASSIVE.search(page.masked, sentence.span.start, cue.start) is None
