"""`date_report`: the day on which a report without a date came out, where its inside evidence allows one day only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from communique.dates import calendars as c
from communique.dates.anchor import anchor_expression
from communique.dates.clues import Clue, find_clues
from communique.dates.evidence import Proof, find_proofs
from communique.dates.expression import Anchor
from communique.dates.find import find_expressions
from communique.dates.tense import find_tense
from communique.dates.tenures import SLACK, Bounds, bound_by_offices
from communique.knowledge import Knowledge
from communique.records import Mention, Report, ReportDate, Sentence

LATEST = dt.date(2028, 12, 31)  # who holds an office still is not assumed to hold it for longer
WIDEST = 30 * 366  # days: bounds wider than this decide nothing


def date_report(
    report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention], knowledge: Knowledge
) -> Report:
    """The report with its day where the text allows one day only; a given date that the text contradicts gets a doubt.

    "Secretary of State John Kerry called the minister today, Thursday, 14 November." came out on 2013-11-14: of the
    years in which Kerry held that office only 2013 has such a Thursday. Without such a proof the date stays None.
    """
    if report.dated.date is not None:
        return doubted(report, sentences)
    bounds = bound_by_offices(mentions, knowledge, report.body)
    floor = latest_year_told(report, sentences)
    clues = find_clues(report, sentences)
    proofs = [
        p
        for p in find_proofs(report, sentences, mentions, knowledge)
        if bounds.allow(p.day) and p.day.year >= floor and all(clue.fits(p.day) for clue in clues)
    ]
    proofs += by_elimination(clues, bounds, floor)
    days = {proof.day for proof in proofs}
    if len(days) != 1:
        return report
    day = days.pop()
    why = "; ".join(dict.fromkeys([*(p.why for p in proofs), *bounds.whys]))
    return replace(report, dated=replace(report.dated, date=day.isoformat(), basis="inferred", why=why))


def by_elimination(clues: Sequence[Clue], bounds: Bounds, floor: int) -> list[Proof]:
    """The one day on which all clues fit within the years that the offices allow."""
    narrow = [clue for clue in clues if clue.narrow]
    if not narrow or bounds.first is None or bounds.last is None or bounds.torn:
        return []
    first, last = max(bounds.first, dt.date(max(floor, 1), 1, 1)), min(bounds.last, LATEST)
    if first > last or (last - first).days > WIDEST:
        return []
    days = (first - SLACK + dt.timedelta(step) for step in range((last - first + 2 * SLACK).days + 1))
    fitting = [d for d in days if all(clue.fits(d) for clue in clues) and bounds.allow(d)]
    if len(fitting) != 1:
        return []
    clue = narrow[0]
    return [Proof(day=fitting[0], why=f'"{clue.text}" is {fitting[0].isoformat()} in the one year that fits')]


def latest_year_told(report: Report, sentences: Sequence[Sentence]) -> int:
    """The latest year that the text tells of as past: the report cannot be older."""
    years = [0]
    for sentence in sentences:
        text = sentence.span.of(report.body)
        years += [
            e.year
            for e in find_expressions(text)
            if e.year and e.cls in {"date", "month", "year"} and find_tense(text, e) == "past"
        ]
    return max(years)


def doubted(report: Report, sentences: Sequence[Sentence]) -> Report:
    """A date that the text contradicts: it tells in the past tense of a day after it, or says "today" with another."""
    day = dt.date.fromisoformat(report.dated.date[:10]) if report.dated.date else None
    if day is None or report.dated.doubt:
        return report
    for clue in find_clues(report, sentences):
        if (
            clue.year
            and clue.month
            and clue.day
            and (stated := c.make_date(clue.year, clue.month, clue.day))
            and abs((c.shift(stated, -clue.shift) - day).days) > 1
        ):
            return with_doubt(report, f'the text says "{clue.text}"')
    for sentence in sentences:
        text = sentence.span.of(report.body)
        for expression in find_expressions(text):
            if (
                expression.cls != "date"
                or not expression.year
                or find_tense(text, expression, sentence.layer) != "past"
            ):
                continue
            when = anchor_expression(expression, Anchor(day=report.dated.date, tense="past"))
            if when and when.start and dt.date.fromisoformat(when.start) > c.shift(day, 1):
                return with_doubt(report, f'the text tells of "{expression.text}" as past')
    return report


def with_doubt(report: Report, why: str) -> Report:
    """The report with what contradicts its date."""
    dated: ReportDate = replace(report.dated, doubt=f"{report.dated.date} is contradicted: {why}")
    return replace(report, dated=dated)
