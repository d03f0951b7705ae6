"""The cheap look at a page's raw bytes: can anything in it tell of a contact? It decides before extraction.

A page is worth reading where a paragraph holds a cue ("spoke", "talks") and names two actors, the paragraph
before it included ("They spoke by phone."). What it passes over is counted, never dropped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from communique.knowledge import Knowledge

_PROSE = re.compile(rb"<(p|h1|h2|title|blockquote|li)(?:\s[^>]*)?>(.*?)</\1\s*>", re.DOTALL)
_UNSEEN = re.compile(rb"<(script|style|noscript|svg)\b.*?(?:</\1\s*>|\Z)", re.DOTALL)
_BREAK = re.compile(rb"</?(?:p|div|br|li|tr|td|h[1-6])\b[^>]*>")
_INLINE = re.compile(rb"<[^>]*>")
_LITTLE_PROSE = 600
"""Bytes within paragraph tags below which a page is held to mark its paragraphs otherwise."""
_LEAST_PARAGRAPH = 20
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789_") | frozenset(range(0x80, 0x100))
_LEADERS = (
    "leader", "leaders", "counterpart", "counterparts", "envoy", "envoys", "delegation", "delegations", "delegates",
    "negotiators", "diplomats", "ministers", "presidents", "premiers", "officials", "ambassador", "ambassadors",
)  # fmt: skip


class PageLook:
    """Decides by words alone; `seen` and `passed_over` count its pages.

    `cues` are the words that can open an account ("spoke", "met", "talks"), in every form.
    """

    def __init__(self, cues: Iterable[str], actors: Iterable[str]) -> None:
        self._cues = _matcher(cues)
        self._actors = _matcher(actors)
        self.seen = 0
        self.passed_over = 0

    @classmethod
    def of(cls, cues: Iterable[str], knowledge: Knowledge) -> PageLook:
        """With the actors of the lexicon."""
        return cls(cues, actor_words(knowledge))

    def finds(self, raw: bytes) -> bool:
        """Whether the page is worth taking apart. Pages in wide encodings always are."""
        self.seen += 1
        if b"\x00" in raw[:200] or self._tells(raw.lower()):
            return True
        self.passed_over += 1
        return False

    def _tells(self, page: bytes) -> bool:
        before: set[int] = set()
        for paragraph in paragraphs(page):
            actors = {which for which, *_ in _hits(self._actors, paragraph)}
            if len(actors | before) > 1 and next(_hits(self._cues, paragraph), None) is not None:
                return True
            before = actors
        return False


def paragraphs(page: bytes) -> Iterator[bytes]:
    """The prose of a page in lower case: what stands in paragraph tags, or between other tags where those
    are few.
    """
    marked = [_INLINE.sub(b"", found.group(2)) for found in _PROSE.finditer(page)]
    if sum(map(len, marked)) < _LITTLE_PROSE:
        bare = _UNSEEN.sub(b" ", page)
        marked += [_INLINE.sub(b"", piece) for piece in _BREAK.split(bare)]
    return (piece for piece in marked if len(piece) >= _LEAST_PARAGRAPH)


def actor_words(knowledge: Knowledge) -> set[str]:
    """The names of states, organisations, capitals and persons, and the words for offices, that news uses."""
    words = set(_LEADERS)
    for state in knowledge.states.values():
        words |= {state.name, *state.names, *state.demonyms, *state.capitals, *state.metonyms}
    for organisation in knowledge.organisations.values():
        words |= {organisation.name, *organisation.names, *organisation.metonyms}
    for office in knowledge.offices.values():
        words |= {office.title, *office.titles, *office.generic}
    for person in knowledge.persons.values():
        words |= {person.name}
    return {word.lower() for word in words if len(word) > 2}


def _matcher(words: Iterable[str]) -> Any:
    from ahocorasick_rs import BytesAhoCorasick, MatchKind

    patterns = sorted({word.lower().encode() for word in words if word})
    return BytesAhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)


def _hits(matcher: Any, text: bytes) -> Iterator[tuple[int, int, int]]:
    """The matches that stand as words of their own."""
    size = len(text)
    for which, start, end in matcher.find_matches_as_indexes(text):
        if (start == 0 or text[start - 1] not in _LETTERS) and (end == size or text[end] not in _LETTERS):
            yield which, start, end
