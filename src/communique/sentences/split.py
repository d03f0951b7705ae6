"""Cuts a report's body into sentences, aware of furniture, abbreviations, quotes and broken paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.records import Layer, Report, Sentence, Span

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt maj sgt capt cmdr adm brig sen rep gov st mt ft no vs etc jr sr inc ltd co corp "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri u.s u.k u.n e.u d.c a.m p.m hon rev fr "
    "dept est approx amb messrs mme mlle pres supt ret md engr brig rt".split()
)
NEVER_LAST = frozenset(
    "mr mrs ms dr prof gen col lt maj sgt capt cmdr adm brig sen rep gov st vs hon rev messrs mme mlle "
    "amb fr h.e h.h h.m h.r.h md engr rt".split()
)
FAMILIES = frozenset({"sen"})  # of these that are family names as well: "Hun Sen"
STOP = re.compile(
    r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]?[A-Z0-9À-ÞĀ-Ț])|[.!?][\"”’'»)\]]+(?=[A-Z][a-z])|(?:(?<=[a-z]{3})|(?<=[a-z] \d{4}))\.(?=[A-Z][a-z]+ (?:[A-Z]?[a-z]+ |\d{4}\b))"
)
LINE_BREAK = re.compile(r"\s*\n\s*")
OPENERS = re.compile(
    r"(?:The|A|An|He|She|It|They|In|On|But|And|This|That|His|Her|Their|Its|We|I|At|As|After|For|While|When|If|Both|"
    r"Earlier|Later)\b"
)
WORD_BEFORE = re.compile(r"([A-Za-z.]+)$")
INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")  # "Mr S.M. Krishna"


def split_sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences of headline, captions and prose, in order; other furniture yields none.

    "He met Mr. Abe in Washington, D.C. on Monday. They dined." is two sentences. A line break ends a
    sentence unless the line before lacks a stop and the next begins in lower case.
    """
    sentences: list[Sentence] = []
    paragraph = -1
    for start, end, layer in segments(report):
        for first, last in split_lines(report.body, start, end):
            paragraph += 1
            for a, b in split_paragraph(report.body, first, last):
                sentences.append(
                    Sentence(
                        index=len(sentences), span=Span(start=a, end=b), paragraph=paragraph, layer=layer
                    )
                )
    return tuple(sentences)


def segments(report: Report) -> Iterator[tuple[int, int, Layer]]:
    """Stretches of the body that may carry facts, with their layer."""
    reached = 0
    for furniture in sorted(report.furniture, key=lambda f: f.span):
        start, end = furniture.span.start, furniture.span.end
        if start > reached:
            yield reached, start, "prose"
        if furniture.kind == "headline":
            yield start, end, "headline"
        elif furniture.kind == "caption":
            yield start, end, "caption"
        reached = max(reached, end)
    if reached < len(report.body):
        yield reached, len(report.body), "prose"


def split_lines(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Paragraphs between line breaks; a break inside a sentence does not count."""
    first = start
    for gap in LINE_BREAK.finditer(body, start, end):
        before, after = body[gap.start() - 1 : gap.start()], body[gap.end() : gap.end() + 1]
        if before and (before.isalnum() or before in ",;-—") and after.islower():
            continue
        if body[first : gap.start()].strip():
            yield first, gap.start()
        first = gap.end()
    if body[first:end].strip():
        yield first, end


def split_paragraph(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of one paragraph, without the white space around them."""
    first = start
    for stop in STOP.finditer(body, start, end):
        if stop.end() < end and ends_sentence(body, first, stop):
            yield from trimmed(body, first, stop.end())
            first = stop.end()
    yield from trimmed(body, first, end)


def ends_sentence(body: str, first: int, stop: re.Match[str]) -> bool:
    """Whether a stop ends the sentence: not after "Mr.", nor after an initial, nor after "U.S." before a name."""
    if stop.group()[0] != ".":
        return True
    word = WORD_BEFORE.search(body, max(first, stop.start() - 20), stop.start())
    if not word:
        return True
    last = word.group(1)
    if len(last) == 1 and last.isupper():
        return last == "I"
    small = last.lower().strip(".")
    if small in NEVER_LAST and last[0].isupper():
        return is_family(body, stop, small)
    if small in ABBREVIATIONS or INITIALS.fullmatch(last):
        following = body[stop.end() : stop.end() + 25].lstrip().lstrip("\"“'‘")
        return OPENERS.match(following) is not None and small not in {"jan", "feb", "no", "inc"}
    return True


def is_family(body: str, stop: re.Match[str], small: str) -> bool:
    """Whether what looks like a title ends a name and a sentence: "He saw Hun Sen. The two agreed"."""
    before = body[max(0, stop.start() - 20) : stop.start()]
    following = body[stop.end() : stop.end() + 25].lstrip()
    named = re.search(r"(?:^|[\s\"“(])[A-Z][a-z]+ [A-Z][a-z]+$", before) is not None
    return small in FAMILIES and named and OPENERS.match(following) is not None


def trimmed(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without outer white space, if anything is left."""
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
