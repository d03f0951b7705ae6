"""Finds quotations in the prose of a report: curly, straight, single, nested, unclosed, and across paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from communique.record_type import Record
from communique.records import Sentence, Span

OPENERS = "“„«"
CLOSERS = "”»"
DECADE = re.compile(r"[’'‘]\d\ds\b|['’‘](?:em|til|tis|twas|cause)\b", re.IGNORECASE)
SIGN = re.compile(r"[“„«\"”‘'`]")  # what may open a quotation
STOP = re.compile(r"[.!?…](?=\s|$)")


class Quote(Record, frozen=True, kw_only=True):
    """The words between quotation marks; `outer` includes the marks.

    `continues` marks a paragraph that goes on with the quotation of the paragraph before.
    """

    span: Span
    outer: Span
    paragraph: int
    continues: bool = False
    closed: bool = True

    def words(self, body: str) -> int:
        """How many words are quoted."""
        return len(self.span.of(body).split())


def find_quotes(body: str, sentences: Iterable[Sentence]) -> tuple[Quote, ...]:
    """All quotations of the prose, in order. `"We will stay," he said.` gives `We will stay,`."""
    found: list[Quote] = []
    goes_on = False
    for number, start, end in paragraphs(sentences):
        here, opened = scan_paragraph(body, number, start, end)
        if here and goes_on and here[0].outer.start - start <= 1:
            here[0] = Quote(
                span=here[0].span,
                outer=here[0].outer,
                paragraph=number,
                continues=True,
                closed=here[0].closed,
            )
        found += here
        goes_on = opened
    return tuple(found)


def paragraphs(sentences: Iterable[Sentence]) -> Iterator[tuple[int, int, int]]:
    """(number, start, end) of each paragraph of prose."""
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        if sentence.layer == "prose":
            first, last = bounds.get(sentence.paragraph, (sentence.span.start, sentence.span.end))
            bounds[sentence.paragraph] = (min(first, sentence.span.start), max(last, sentence.span.end))
    for number, (first, last) in sorted(bounds.items()):
        yield number, first, last


def scan_paragraph(body: str, number: int, start: int, end: int) -> tuple[list[Quote], bool]:
    """The quotations of one paragraph, and whether the last one is left open."""
    found: list[Quote] = []
    place = start
    while (sign := SIGN.search(body, place, end)) is not None:
        place = sign.start()
        if not opens(body, place, start, end):
            place += 1
            continue
        close = find_close(body, place, end)
        if close is None:
            if body[place] in "‘'":
                place += 1
                continue
            last = (
                end
                if place - start <= 1
                else min((m.end() for m in STOP.finditer(body, place, end)), default=end)
            )
            found += make_quote(body, number, place, last, last, closed=False)
            return found, True
        width = 2 if body[close : close + 2] == "''" else 1
        found += make_quote(body, number, place, close, min(end, close + width), closed=True)
        place = close + width
    return found, False


def opens(body: str, place: int, start: int, end: int) -> bool:
    """Whether a quotation mark opens here."""
    mark = body[place]
    if mark in OPENERS or body[place : place + 2] == "``":
        return True
    before = body[place - 1] if place > start else " "
    after = body[place + 1] if place + 1 < end else " "
    if mark in '"”':
        return not after.isspace() and (not before.isalnum() or mark == '"') and place + 1 < end
    if mark in "‘'":
        return (
            (before.isspace() or before in "([—–-")
            and (after.isalnum() or after in "[(…$£€")
            and not DECADE.match(body, place)
        )
    return False


def find_close(body: str, place: int, end: int) -> int | None:
    """Where the quotation that opens at `place` closes, or None."""
    if body[place] in "‘'":
        return close_single(body, place, end)
    if body[place] == "„":
        found = [i for mark in "“”" if (i := body.find(mark, place + 1, end)) >= 0]
        return min(found, default=None)
    depth = 0
    for i in range(place + 1, end):
        mark = body[i]
        if mark in OPENERS and i > place + 1:
            if sum(body.count(c, i, next_opener(body, i + 1, end)) for c in CLOSERS) < 2:
                return None
            depth += 1
        elif mark in CLOSERS or (mark == '"' and not lonely_opener(body, i)) or body[i : i + 2] == "''":
            if depth == 0:
                return i
            depth -= 1
    return None


def lonely_opener(body: str, place: int) -> bool:
    """Whether a straight mark within a quotation can only open: white space before it, a word after."""
    return body[place - 1].isspace() and place + 1 < len(body) and body[place + 1].isalnum()


def next_opener(body: str, start: int, end: int) -> int:
    """The place of the next curly opener, or the end."""
    place = body.find("“", start, end)
    return end if place < 0 else place


def close_single(body: str, place: int, end: int) -> int | None:
    """Where a single quotation mark closes: not at an apostrophe, nor at "workers' " if a better mark follows."""
    first: int | None = None
    for i in range(place + 2, end):
        mark = body[i]
        if mark in '‘“"' and body[i - 1].isspace() and first is not None:
            return first
        if mark not in "’'":
            continue
        after = body[i + 1] if i + 1 < end else " "
        if after.isalnum() or body[i - 1].isspace():
            continue
        if body[i - 1] != "s" or not re.match(r"\s[a-z]", body[i + 1 : i + 3]):
            return i
        first = first if first is not None else i
    return first


def make_quote(body: str, number: int, start: int, inner_end: int, end: int, *, closed: bool) -> list[Quote]:  # noqa: PLR0913  what it rests on, each by name
    """The quotation without its marks and outer white space; nothing if it is empty."""
    first = start + (2 if body[start : start + 2] == "``" else 1)
    last = inner_end
    while first < last and body[first].isspace():
        first += 1
    while last > first and body[last - 1].isspace():
        last -= 1
    if last <= first:
        return []
    return [
        Quote(
            span=Span(start=first, end=last),
            outer=Span(start=start, end=end),
            paragraph=number,
            closed=closed,
        )
    ]
