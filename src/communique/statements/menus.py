"""Headlines of other reports that a page has run into its prose behind a name: their words are nobody's, and the name speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from communique.knowledge.fold import kebab
from communique.record_type import Record
from communique.records import Link, Sentence, Span
from communique.statements.attribution import Attribution
from communique.statements.names import untitled
from communique.statements.page import MASK, Page
from communique.statements.sources import Source, read_source

END = " MORE"  # the word that closes such a list of links
GLUED = re.compile(r"\b(?P<last>[A-ZÀ-ÞĀ-Ț][\w'’-]*?[a-zß-ÿā-ț]{2})(?=[A-ZÀ-ÞĀ-Ț0-9])\w+")
SPACED = re.compile(r"\b(?P<last>[A-ZÀ-ÞĀ-Ț][\w'’-]*[a-zß-ÿā-ț]{2}) (?=[A-ZÀ-ÞĀ-Ț])")
AGAIN = re.compile(
    r"(?: [A-ZÀ-ÞĀ-Ț(][\w.'’()-]*){0,4} $"
)  # between a surname and itself: "Brask Ada Marie Brask"
NAMED = re.compile(r"(?:[A-ZÀ-ÞĀ-Ț][\w.'’-]*\.? ){1,6}$")
CLOSED = re.compile(r"(?:,? \([^()]{1,20}\))?,?\s+(?:(?:on \w+day|also|has|have|had|then|later)\s+){0,3}$")


class Menu(Record, frozen=True):
    """A list of links within a sentence, with the name that it stands behind."""

    name: Span
    span: Span


def menus_of(page: Page, sentence: Sentence) -> list[Menu]:
    """The lists of links in a sentence: "Sen. Ada Brask Ada Marie BraskDam bill stalls in the upper house MORE (R-Ohio) said"."""
    text = page.body[sentence.span.start : sentence.span.end]
    found: list[Menu] = []
    at = 0
    while (end := text.find(END, at)) >= 0:
        glued = surname_again(text, at, end)
        if glued is not None:
            first = text.find(glued.group("last"), at) + len(glued.group("last"))
            lead = NAMED.search(text[at:first] + " ")
            start = sentence.span.start + at + (lead.start() if lead else first)
            found.append(
                Menu(
                    Span(start=start, end=sentence.span.start + first),
                    Span(start=sentence.span.start + first, end=sentence.span.start + end + len(END)),
                )
            )
        elif at == 0 and BEFORE_ON.match(text, end + len(END)):
            whole = Span(start=sentence.span.start, end=sentence.span.start + end + len(END))
            found.append(Menu(Span(start=whole.start, end=whole.start), whole))
        at = end + len(END)
    return found


BEFORE_ON = re.compile(r" \(|, [a-z]| [a-z]+(?:ed|s)\b| (?:on|said)\b")


def surname_again(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where a surname stands again at the head of a list of links, run together with the first of them or not."""
    glued = next((m for m in GLUED.finditer(text, start, end) if repeated(text, start, m)), None)
    spaced = (
        [m for m in SPACED.finditer(text, start, end) if repeated(text, start, m)] if glued is None else []
    )
    return glued or (spaced[-1] if spaced else None)


def repeated(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a surname stands twice, the second time in the full name that a list of links opens with."""
    first = text.rfind(match.group("last"), start, match.start())
    return first >= 0 and AGAIN.fullmatch(text, first + len(match.group("last")), match.start()) is not None


def within_menu(page: Page, span: Span) -> bool:
    """Whether words stand in a list of links."""
    sentence = page.sentence_at(span.start) if END in page.body else None
    return sentence is not None and any(menu.span.overlaps(span) for menu in menus_of(page, sentence))


def without_menus(page: Page, sentence: Sentence, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of a sentence without those of its links; the verb right behind them is of the name before them."""
    if not found or page.body.find(END, sentence.span.start, sentence.span.end) < 0:
        return list(found)
    menus = menus_of(page, sentence)
    return [named(page, each, menus) for each in found if not any(m.span.overlaps(each.cue) for m in menus)]


def named(page: Page, each: Attribution, menus: Sequence[Menu]) -> Attribution:
    """An attribution whose source is no link of a list: the name before the list, or nobody who is known."""
    source = each.source
    if source is None or not any(m.span.overlaps(source.span) for m in menus):
        return each
    before = [m for m in menus if m.span.end <= each.cue.start]
    closed = before and CLOSED.fullmatch(page.masked, before[-1].span.end, each.cue.start)
    if (
        not closed
        or each.form == "VBG"
        or not before[-1].name.of(page.body)
        or MASK in page.masked[before[-1].name.start : before[-1].name.end]
    ):
        return replace(each, source=None)
    name = before[-1].name
    head = Span(start=name.end - len(name.of(page.body).split()[-1]), end=name.end)
    own = read_source(page, each.sentence, name, head)
    if own.span.end > name.end:  # a mention that runs on into the links
        words = " ".join(untitled(name.of(page.body).split()))
        own = Source(span=name, link=Link(id=kebab(words), name=words, text=name.of(page.body), span=name))
    return replace(each, source=own, start=before[-1].span.end)
