"""Quotations within quotations: "The minister rang me and said, 'Close the school,'" the headmistress told the radio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.knowledge.fold import kebab
from communique.record_type import Record
from communique.records import Link, Span
from communique.statements.match import Match
from communique.statements.named_so import SCARE
from communique.statements.names import person_name
from communique.statements.page import Page
from communique.statements.quotes import close_single, opens
from communique.statements.reporting import load_reporting
from communique.statements.subjects import subject_of

if TYPE_CHECKING:
    from communique.sentences import Token

MARKS = "‘'"
LEAD = 14  # code points between a reporting word and the inner quotation: "told me: "


class Inner(Record, frozen=True, kw_only=True):
    """A quotation within another: its words, the speaker inside, the cue, and the quotation around it."""

    span: Span
    speaker: Link | None
    cue: Span
    lemma: str
    outer: Match


def find_inner(page: Page, matches: list[Match]) -> Iterator[Inner]:
    """Inner quotations behind a reporting word; others are names or emphasis."""
    for match in matches:
        if page.body[match.quote.outer.start] in MARKS:
            continue
        place, end = match.quote.span.start, match.quote.span.end
        while place < end:
            if page.body[place] in MARKS and opens(page.body, place, match.quote.span.start, end):
                close = close_single(page.body, place, min(end + 1, match.quote.outer.end))
                if close is not None and (found := inner_at(page, match, place, close)):
                    yield found
                place = close if close is not None else place
            place += 1


def inner_at(page: Page, match: Match, place: int, close: int) -> Inner | None:
    """The inner quotation between two marks, if a reporting word stands right before it."""
    table = load_reporting()
    cues = list(table.pattern.finditer(page.body, max(match.quote.span.start, place - 40), place))
    if not cues or place - cues[-1].end() > LEAD or re.search(r"[.;]", page.body[cues[-1].end() : place]):
        return None
    form = re.sub(r"\s+", " ", cues[-1].group().lower())
    verb = table.forms.get(form)
    if verb is None or not verb.takes & {"clause"}:
        return None
    if (
        verb.phrase
        or len(page.body[place + 1 : close].split()) <= SCARE
        and page.body[close - 1] not in ".,!?"
    ):
        return None
    span, cue = Span(start=place + 1, end=close), Span(start=cues[-1].start(), end=cues[-1].end())
    return Inner(
        span=span, speaker=inner_speaker(page, match, cue), cue=cue, lemma=table.lemma_of[form], outer=match
    )


def inner_speaker(page: Page, match: Match, cue: Span) -> Link | None:
    """Who speaks inside: the verb's subject; "I" is the one who speaks outside."""
    sentence = page.sentence_at(cue.start)
    token = page.token(sentence, cue) if sentence else None
    subject = subject_of(token) if token is not None else None
    if sentence is None or subject is None:
        return None
    around = match.attribution.source.link if match.attribution and match.attribution.source else None
    if subject.lower_ in {"i", "we"}:
        return around
    if subject.pos_ == "PRON":
        return None
    return link_of(page, sentence.span.start, subject)


def link_of(page: Page, base: int, subject: Token) -> Link:
    """The phrase around a subject inside a quotation."""
    span = Span(start=base + subject.left_edge.idx, end=base + subject.idx + len(subject))
    while page.body[span.start] in "\"“‘'":
        span = Span(start=span.start + 1, end=span.end)
    text = span.of(page.body)
    known = next(
        (
            m
            for ms in page.mentions.values()
            for m in ms
            if m.head.overlaps(span) and len(m.actors) == 1 and m.form in {"name", "title"}
        ),
        None,
    )
    if known:
        return Link(id=known.actors[0].id, name=known.actors[0].name, text=text, span=span)
    name = person_name(page, text)
    return Link(id=kebab(name) if name else None, name=name or text, text=text, span=span)
