"""The lines of a body, and what a line looks like: a headline, a name, prose."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?;:,…][\"”“’'»)\]*]*$")
_ABBREVIATION_STOP = re.compile(
    r"\b(?:U\.S|U\.N|U\.K|E\.U|U\.A\.E|D\.C|[ap]\.m|Jr|Sr|Inc|Co|Corp|Ltd)\.[\"”’']?$"
)
_OPENS_AS_PROSE = re.compile(r"[a-zß-ÿā-ț,.;:)\]…&]")
_FUNCTION_END = re.compile(
    r"\b(?:the|a|an|of|to|and|or|in|on|at|by|for|with|from|that|which|who|as|its|their|his|her|is|are|was|were|has|had|be|said|but)$"
)
_BULLET = re.compile(r"^[-–—•*▪►»>]\s*")
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Professor|Sir|Dame|Amb)\.? )?[A-ZÀ-ÞĀ-Ț][\w.'’-]*(?: (?:[A-ZÀ-ÞĀ-Ț][\w.'’-]*|de|da|"
    r"del|van|von|der|den|al|bin|la|le|el|ten|and|&)){1,5}"
)
_LONGEST_HEADLINE = 180
_WORDS_IN_HEADLINE = range(4, 31)


class Line(NamedTuple):
    """One line of the body: `text` is `body[start:end]`."""

    start: int
    end: int
    text: str


def find_lines(body: str) -> list[Line]:
    """The lines that are not empty."""
    return [Line(found.start(), found.end(), found.group()) for found in _LINE.finditer(body)]


def fold_line(text: str) -> str:
    """Lower case with straight quotes, as the cue patterns expect it."""
    folded = text.lower()
    if folded.isascii():
        return folded
    return folded.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def strip_bullet(text: str) -> str:
    """The text without the mark of a list."""
    return _BULLET.sub("", text)


def has_stop(text: str) -> bool:
    """Whether the text ends as a sentence does; "U.S." at the end is no stop."""
    return _STOP.search(text) is not None and _ABBREVIATION_STOP.search(text) is None


def is_headline_like(text: str, *, least_words: int = 4, question: bool = True) -> bool:
    """Whether a line could be a headline: short, capitalised at its start, without a final stop.

    "Ministers sign fishing accord in Lisbon" is; "which accounts for a third of exports" and "They met."
    are not.
    `question` says whether "Will the ports reopen?" may be one too.
    """
    text = strip_bullet(text)
    if not text or len(text) > _LONGEST_HEADLINE or _OPENS_AS_PROSE.match(text):
        return False
    if has_stop(text) and not (question and text.rstrip("\"”’'").endswith("?")):
        return False
    words = text.count(" ") + 1
    return least_words <= words < _WORDS_IN_HEADLINE.stop and not _FUNCTION_END.search(text)


def is_name(text: str) -> bool:
    """Whether a line is nothing but a person's name: "Ada Lind", "Bo Falk and Ada Lind"."""
    return len(text) <= 60 and _NAME.fullmatch(text) is not None


def is_capitals(text: str) -> bool:
    """Whether a line is in capitals and long enough to be another story's headline, not a subheading."""
    return text.isupper() and len(text) >= 35 and text.count(" ") >= 5 and not has_stop(text)


def is_subheading(before: str, text: str, after: str) -> bool:
    """Whether a line between two paragraphs of prose is a heading of the part below: "Talks on grain".

    A bare name is none, because transcripts name their speakers so.
    """
    if len(text) > 70 or not before.rstrip("\"”’')").endswith((".", "!", "?")) or is_name(text):
        return False
    prose_below = len(after) > 60 and has_stop(after) and not _OPENS_AS_PROSE.match(after)
    return (
        prose_below
        and strip_bullet(text) == text
        and is_headline_like(text, least_words=1, question=text.isupper())
    )
