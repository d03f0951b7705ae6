"""Who "His Highness" is: the one person whom the report has named with that style.

A Gulf agency names its ruler once: "His Highness Sheikh Mohamed bin Zayed received Putin. His Highness welcomed him."
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.actors.phrase import Phrase
from communique.actors.search import Search, mention_of, remember
from communique.records import Actor, Mention, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc

WORDS = ("Highness", "Excellency", "Holiness", "Eminence")
ALONE = re.compile(
    r"\b(?:His|Her) (?:Royal |Serene )?(?P<word>Highness|Excellency|Holiness|Eminence)\b"
    r"(?!,? (?:the )?[A-Z]|, [a-z]+ [A-Z])"
)
SHORT = {"Highness": r"H\. ?H|HH|H\.R\.H|HRH", "Excellency": r"H\. ?E|HE"}
CAPITALS = re.compile(r"(?:[A-Z][\w'’.-]* (?:of )?)*")
BEFORE = 34  # letters before a name within which its style begins: "His Highness the Amir Sheikh"
INSIDE = 40  # letters of a mention that itself begins with an office or a style


def by_style(search: Search, sentence: Sentence, doc: Doc | None, named: Sequence[Mention]) -> list[Mention]:
    """The styles of a sentence that stand without a name, as the one who was named with them before."""
    found: list[Mention] = []
    body = search.report.body
    if not any(word in body for word in WORDS):
        return found
    for match in ALONE.finditer(body, sentence.span.start, sentence.span.end):
        span = Span(start=match.start(), end=match.end())
        if any(m.span.overlaps(span) for m in named):
            continue
        met = styled_so(search, match["word"], match.start())
        if len(met) != 1:
            continue
        phrase = Phrase(span, Span(start=match.start("word"), end=match.end()), "office")
        found.append(remember(search, mention_of(search, phrase, sentence, tuple(met)), doc))
    return found


def styled_so(search: Search, word: str, place: int) -> list[Actor]:
    """Those named before a place with a style; of several those with the whole word, where others have letters alone."""
    whole = style_before(word)
    short = style_before(SHORT[word]) if word in SHORT else whole
    met: dict[str, tuple[Actor, bool]] = {}
    for each in search.walk.discourse.named:
        if each.actor.type != "person" or each.form not in {"name", "title"} or each.place >= place:
            continue
        text = search.report.body[max(0, each.place - BEFORE) : each.place + INSIDE]
        full = bears(whole, text, each.place)
        if full or bears(short, text, each.place):
            met[each.actor.id] = (each.actor, full or met.get(each.actor.id, (None, False))[1])
    full_ones = [actor for actor, full in met.values() if full]
    return full_ones if len(full_ones) == 1 else [actor for actor, _ in met.values()]


def bears(style: re.Pattern[str], text: str, place: int) -> bool:
    """Whether a style belongs to the name that begins at a place: capitals alone stand between the two."""
    start = min(place, BEFORE)
    return any(
        m.start() <= start <= m.end() or m.start() > start and CAPITALS.fullmatch(text, start, m.start())
        for m in style.finditer(text)
    )


@functools.cache
def style_before(words: str) -> re.Pattern[str]:
    """A style with the capitalised words behind it: "His Highness the Amir Sheikh Tamim"."""
    return re.compile(rf"\b(?:{words})\b\.?(?:,? (?:the |of )?[A-Z][\w'’.-]*)* ?")
