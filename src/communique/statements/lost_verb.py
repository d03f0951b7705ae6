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
