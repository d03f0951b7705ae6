"""Clues to a report's day: a stated date, weekday or feast beside a word that points from that day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from communique.dates import calendars as c
from communique.dates.expression import Expression
from communique.dates.find import find_expressions
from communique.dates.lexicon import load_names
from communique.dates.tense import VERB
from communique.record_type import Record
from communique.records import Report, Sentence, Span

JOIN = re.compile(r",?\s*\(?\s*(?:which\s+is\s+|being\s+|on\s+)?(?:the\s+|an?\s+)?$")
PLACE_ALONE = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý ,/’'-]{2,40}\.?\s*")
HEAD = re.compile(r"[(\[]?(?:(?:No\.?\s?\d[\d/-]*|[^\s.;:!?()]+:?)\s+){0,6}\(?$")
ISSUED = re.compile(
    r"\b(?:published|posted|released|issued|updated|dated|delivered|release|embargoed|filed)\b", re.IGNORECASE
)
HEAD_ENDS = re.compile(r"\s*\)?\s*(?:[.:]|[-–—]+|\n|$)|\s*\)(?=\s+[A-Z])")
DATELINE = re.compile(
    r"[A-ZÀ-Ý][\w.’'-]*(?:[\s/]+[\w.’'()-]+){0,4},\s*(?:[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,2},\s*)?"
)
DATELINE_ENDS = re.compile(r"\s*(?:[(/][^()\n]{1,25}[)/]?\s*)?(?:[-–—:|)\]]|\.\s*[-–—])")
TELLING = frozenset({"date", "weekday", "named"})
FIGURES = re.compile(r"\d\d")


class Clue(Record, frozen=True, kw_only=True):
    """A stated month and day (year, weekday) of the day that lies `shift` days after the report's: "today (February 5)"."""

    text: str
    shift: int
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year: int | None = None
    feast: str | None = None
    remainder: int | None = None  # of the year by twelve, where its animal is told

    def fits(self, day: dt.date) -> bool:
        """Whether the report can be of the day."""
        told = c.shift(day, self.shift)
        return (
            (self.month is None or self.month == told.month)
            and (self.day is None or self.day == told.day)
            and (self.weekday is None or self.weekday == told.weekday())
            and (self.year is None or self.year == told.year)
            and (self.feast is None or self.feasted(told))
        )

    def feasted(self, told: dt.date) -> bool:
        """Whether the feast of the clue falls on a day."""
        feast = load_names().days[self.feast or ""]
        return any(first <= told <= last for first, last in feast.dates(told.year - 1, told.year))

    @property
    def narrow(self) -> bool:
        """Whether the clue leaves few days of a year: a month and day, or a feast."""
        return self.feast is not None or (self.month is not None and self.day is not None)


def texts(report: Report, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, str, list[Expression]]]:
    """Sentences with their expressions, the first one with the dateline that stands before it."""
    for sentence, text in told_texts(report, sentences):
        yield sentence, text, find_expressions(text)


def told_texts(report: Report, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, str]]:
    """Sentences with their words, the first one with the dateline that stands before it."""
    placed = len(sentences) > 1 and PLACE_ALONE.fullmatch(sentences[0].span.of(report.body)) is not None
    headed = len(sentences) > 1 and sentences[0].layer == "headline" and not placed
    for number, sentence in enumerate(sentences[1:] if placed else sentences):
        told = with_dateline(report, sentence) if number == 0 or (headed and number == 1) else sentence
        if placed and number == 0:  # "LAUSANNE. After eight days ..."
            told = replace(sentence, span=Span(start=sentences[0].span.start, end=sentence.span.end))
        yield told, told.span.of(report.body)


def with_dateline(report: Report, sentence: Sentence) -> Sentence:
    """A sentence from its dateline on: "ZAGREB, July 1 - Fireworks lit up the centre"."""
    for one in report.furniture:
        between = report.body[one.span.end : sentence.span.start]
        if one.kind == "dateline" and one.span.end <= sentence.span.start and not between.strip(" \n-–—:.()"):
            return replace(sentence, span=Span(start=one.span.start, end=sentence.span.end))
    return sentence


def shift_of(expression: Expression) -> int | None:
    """How many days after the report's day an expression lies: "yesterday" -1, "ten days from now" 10."""
    if expression.cls == "deictic" and expression.modifier != "overnight":
        return expression.count
    if (
        expression.cls in {"ahead", "ago"}
        and expression.unit == "week"
        and expression.count
        and (expression.part == "exact" or "from today" in expression.text)
    ):
        return 7 * expression.count * (1 if expression.cls == "ahead" else -1)
    if (
        expression.cls in {"ahead", "ago"}
        and expression.unit == "day"
        and expression.count is not None
        and expression.modifier != "in"
    ):
        return expression.count if expression.cls == "ahead" else -expression.count
    return None


def find_clues(report: Report, sentences: Sequence[Sentence], *, full: bool = False) -> list[Clue]:
    """ "Today, Wednesday, 24 June", "today (February 5, a Friday)", "in three days, on Monday", and a dated head.

    A `full` clue tells the year as well; where only such are asked for, sentences without figures are not read.
    """
    clues: list[Clue] = []
    heads: list[Clue] = []
    for sentence, text in told_texts(report, sentences):
        if full and not FIGURES.search(text):
            continue
        expressions = find_expressions(text)
        if sentence.index <= 1:
            clues += [clue for clue in (dateline_clue(text, e) for e in expressions[:1]) if clue]
        if sentence.index == 0:
            heads = [clue for clue in (head_clue(text, e) for e in expressions) if clue]
        for one in expressions:
            shift = pointed(text, one)
            if shift is not None and (chain := chained(text, one, expressions)):
                clues.append(clue_of(text, (one, *chain), shift))
    found = [*clues, *(heads[:1] if heads and says_today(report, sentences) else [])]
    return [clue for clue in found if clue.year and clue.month and clue.day] if full else found


def says_today(report: Report, sentences: Sequence[Sentence]) -> bool:
    """Whether a text speaks of its own day: "today", "tonight"."""
    return any(e.cls == "deictic" and e.count == 0 for _, _, told in texts(report, sentences) for e in told)


def pointed(text: str, one: Expression) -> int | None:
    """The days from the report's to a deictic, or to "in three days" where a date stands beside it."""
    if one.cls == "deictic":
        return shift_of(one)
    if one.cls == "ahead" and one.unit == "day" and one.count and re.match(r",?\s+on\s", text[one.end :]):
        return one.count
    return None


def chained(text: str, one: Expression, expressions: Sequence[Expression]) -> list[Expression]:
    """The dates, weekdays and feasts that stand beside a deictic, each joined to it or to the last of them."""
    chain: list[Expression] = []
    first, last = one.start, one.end
    for other in sorted(expressions, key=lambda e: (abs(e.start - one.start), e.start)):
        if other.cls not in TELLING or other.start == one.start or other.modifier:
            continue
        after = other.start >= last
        between = text[last : other.start] if after else text[other.end : first]
        if not JOIN.fullmatch(between) or not (after or "," in between or "(" in between):
            continue
        chain.append(other)
        first, last = min(first, other.start), max(last, other.end)
    return chain


def clue_of(text: str, parts: Sequence[Expression], shift: int) -> Clue:
    """One clue from a deictic and what stands beside it."""
    first, last = min(p.start for p in parts), max(p.end for p in parts)

    def told(name: str) -> int | None:
        return next((v for p in parts if p.cls in TELLING and (v := getattr(p, name)) is not None), None)

    return Clue(
        text=text[first:last],
        shift=shift,
        month=told("month"),
        day=told("day"),
        weekday=told("weekday"),
        year=told("year"),
        feast=next((p.name for p in parts if p.cls == "named"), None),
    )


def dateline_clue(text: str, one: Expression) -> Clue | None:
    """ "ZAGREB, July 1 - ", "DOHA, Dec 5 (Agency) -- ", "8 April 2010: ": the day on which a report was written."""
    ahead = text[: one.start].lstrip(" ([")
    if one.cls != "date" or not one.day or (not ahead and not one.year):
        return None
    if not DATELINE_ENDS.match(text, one.end) or not (not ahead or DATELINE.fullmatch(ahead)):
        return None
    return clue_of(text, (one,), 0)


def head_clue(text: str, one: Expression) -> Clue | None:
    """ "Downing Street, Friday 24 July.", "Statement of 9 June 2015.": the day of what says "today" below it."""
    if one.cls != "date" or not one.day or not (one.year or one.weekday is not None):
        return None
    ahead = text[: one.start]
    if not HEAD.fullmatch(ahead) or not HEAD_ENDS.match(text, one.end) or VERB.search(ISSUED.sub("", ahead)):
        return None
    return clue_of(text, (one,), 0)
