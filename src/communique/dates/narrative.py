"""`find_whens`: every anchored time of a report, sentence by sentence, each against what was told before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.dates.anchor import anchor_expression
from communique.dates.expression import Anchor, Expression
from communique.dates.find import find_expressions
from communique.dates.spoken import Speech, speech_of
from communique.dates.tense import find_tense
from communique.dates.written_day import counts_from_it, written_day
from communique.records import Report, ReportDate, Sentence, Span, When

if TYPE_CHECKING:
    from communique.sentences import Doc

OPENING = 300  # code points of a report that tell whom it is about
MEMORY = 6  # how many times the narrative keeps in mind
OF_A_YEAR = frozenset({"month", "date", "season"})
BEFORE_THAT = re.compile(r"\b(?:[Bb]efore|[Pp]rior to) that,?\s+(?:in|on)\s+$")
OPENS = re.compile(r"\s*(?:(?:Back|Later|Earlier|Already|Only|Once)\s+)?[Ii]n\s+$")
ANEW = re.compile(r"[;:.!?\"“”(]")
AHEAD_VERB = re.compile(r"\b(?:will|is|are|has|have|plans?|expects?)\b")
TENSELESS = frozenset({"deictic", "ago", "year", "decade", "recent"})


def find_whens(
    report: Report, sentences: Sequence[Sentence], parses: Mapping[int, Doc] | None = None
) -> tuple[When, ...]:
    """The anchored times of all sentences, sorted by span, spans in the report's body.

    "They met on Monday. The next day he flew home." gives Monday's date and the day after it. Times without a date
    ("for two hours", "every Monday") are left out; those that hang on an undated event carry a `relation`.
    """
    found: list[When] = []
    memory: tuple[When, ...] = ()
    around = ""
    said: str | None = None
    for place, sentence in enumerate(sentences):
        text = sentence.span.of(report.body)
        expressions = find_expressions(text)
        following = sentences[place + 1].span.of(report.body) if place + 1 < len(sentences) else ""
        speech = speech_of((text, following), expressions, report.dated.date, said)
        said = speech.day
        if not expressions:
            continue
        doc = parses.get(sentence.index) if parses else None
        whens = anchor_sentence((text, around), expressions, (report, sentence, doc, speech), memory)
        if any(when.start and when.start == when.end for _, when in whens):
            around = text
        memory = remembered(memory, whens)
        found += [moved(when, sentence.span.start) for _, when in whens]
    return tuple(sorted(found, key=lambda when: when.span or Span(start=0, end=0)))


def anchor_sentence(
    texts: tuple[str, str],
    expressions: list[Expression],
    place: tuple[Report, Sentence, Doc | None, Speech],
    memory: tuple[When, ...],
) -> list[tuple[Expression, When]]:
    """The times of one sentence in order; a hanging one counts from the last before it, in it or in an earlier one."""
    report, sentence, doc, speech = place
    text, around = texts
    written = written_day(report) if any(counts_from_it(e) for e in expressions) else None
    told: list[tuple[Expression, When]] = []
    news = day_of_news(memory, report.dated.date) if speech.spans and speech.day is None else None
    for given in expressions:
        expression = in_its_year(given, expressions, text)
        tense = "none" if expression.cls in TENSELESS else find_tense(text, expression, sentence.layer, doc)
        anchor = Anchor(
            day=speech.day_of(expression)
            or (news if news and is_just_said(text, expression, speech, sentence.layer, doc) else None)
            or (written if counts_from_it(expression) else None)
            or report.dated.date,
            tense=tense,
            previous=(*memory, *(w for e, w in told if e.end <= expression.start)),
            zone=report.dated.zone,
            around=text[: expression.start] if told else around,
            context=f"{text} {report.body[:OPENING]}" if expression.cls == "since_event" else "",
        )
        if expression.cls in OF_A_YEAR and BEFORE_THAT.search(text[: expression.start]):
            anchor = seen_from_told(anchor)
        when = anchor_between(expression, anchor, report.dated)
        if when is not None:
            told.append((expression, when))
    return told


def in_its_year(one: Expression, expressions: list[Expression], text: str) -> Expression:
    """A day or month without a year in a sentence that opens with one: "In 2014 the two had met on 6 June"."""
    if one.cls not in {"date", "month"} or one.year is not None or one.modifier or one is expressions[0]:
        return one
    year = next((e for e in expressions if e.cls == "year"), None)
    if year is None or year.year is None or year.end > one.start or not OPENS.match(text[: year.start]):
        return one
    between = text[year.end : one.start]
    told = [
        e
        for e in expressions
        if year.end <= e.start < one.start and e.cls not in {"duration", "habit", "name"}
    ]
    if told or ANEW.search(between) or AHEAD_VERB.search(between):
        return one
    return replace(one, year=year.year)


def day_of_news(memory: tuple[When, ...], day: str | None) -> str | None:
    """The day before the report's, where that was told last: quoted words without a day of their own are of it."""
    last = next((w for w in reversed(memory) if w.start and w.start == w.end), None)
    if last is None or day is None or last.start is None or last.start >= day or len(day) != len(last.start):
        return None
    return last.start if (date.fromisoformat(day) - date.fromisoformat(last.start)).days == 1 else None


def is_just_said(text: str, expression: Expression, speech: Speech, layer: str, doc: Doc | None) -> bool:
    """Whether "today" stands in quoted words that do not look ahead."""
    inside = any(start <= expression.start and expression.end <= end for start, end in speech.spans)
    return inside and expression.cls == "deictic" and find_tense(text, expression, layer, doc) != "future"


def seen_from_told(anchor: Anchor) -> Anchor:
    """The anchor of "before that, in June": the June before what was told last, if that lies before the report."""
    told = next((w for w in reversed(anchor.previous) if w.start and w.end), None)
    if told is None or anchor.day is None or told.start is None or told.start >= anchor.day:
        return anchor
    return replace(anchor, day=told.start, tense="past")


def anchor_between(expression: Expression, anchor: Anchor, dated: ReportDate) -> When | None:
    """The time of an expression; where only the first and last day of a report are known, all that both ends allow."""
    if dated.date is not None or not (dated.earliest and dated.latest):
        return anchor_expression(expression, anchor)
    early = anchor_expression(expression, replace(anchor, day=dated.earliest))
    late = anchor_expression(expression, replace(anchor, day=dated.latest))
    if early is None or late is None or (early.start, early.end) == (late.start, late.end):
        return late
    return replace(
        late,
        start=min(early.start, late.start) if early.start and late.start else None,
        end=max(early.end, late.end) if early.end and late.end else None,
        precision="interval",
        derivation=f"in a report of {dated.earliest} to {dated.latest}",
    )


def remembered(memory: tuple[When, ...], whens: list[tuple[Expression, When]]) -> tuple[When, ...]:
    """What later sentences may hang on: the sentence's own times, outer ones of nested times last."""
    inner = {e.base.start for e, _ in whens if e.base and e.cls == "bound"}
    kept = [
        w
        for e, w in whens
        if w.start
        and w.end
        and e.cls not in {"bound", "recent", "span"}
        and (e.start not in inner or e.cls in {"date", "weekday"})
    ]
    return (*memory, *kept)[-MEMORY:]


def moved(when: When, offset: int) -> When:
    """The When with its span in the body."""
    span = when.span
    return replace(when, span=Span(start=span.start + offset, end=span.end + offset)) if span else when
