"""`date_report`: the day on which a report without a date came out, where its inside evidence allows one day only."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence

from msgspec.structs import replace

from communique.dates import calendars as c
from communique.dates.anchor import anchor_expression
from communique.dates.clues import FIGURES, Clue, find_clues, texts
from communique.dates.evidence import find_proofs
from communique.dates.expression import Anchor
from communique.dates.feasts import feast_proofs
from communique.dates.find import find_expressions
from communique.dates.proof import Proof, on_day
from communique.dates.recurring import LATEST, Held, day_of_gathering, setting_proofs
from communique.dates.same_day import Told, same_day_proofs
from communique.dates.still_to_come import after_what_was, before_what_comes, since_what_was
from communique.dates.tense import find_tense
from communique.dates.tenures import SLACK, Bounds, bound_by_names, bound_by_offices
from communique.dates.told_days import told_day_proofs
from communique.dates.under_datelines import Days, turns_of_office, under_dateline
from communique.knowledge import Knowledge
from communique.records import Doubt, Mention, Report, ReportDate, Sentence

WEEK = 7
LONGEST = 62  # days: an interval wider than two months tells a reader nothing
COPYRIGHT_WORD = "Copyright"
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright)(?:\s+(?:©|\(c\)))?[^\n\d]{0,40}?((?:19|20)\d\d)\b(?!\s*[-–]\s*(?:19|20)?\d\d)",
    re.IGNORECASE,
)
OPENING = 3  # sentences
TOPIC = re.compile(r"\b(?:into|against|about|over|regarding|concerning|on|under|by|of)\s+$")
ANY_DAY = Bounds(spans=((dt.date(2000, 1, 1), LATEST),))
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
    told = [(text, found) for _, text, found in texts(report, sentences)]
    held = Held(
        told=bounds,
        named=bound_by_names(mentions, knowledge, report.body),
        anyhow=bound_by_names(mentions, knowledge, report.body, leaders=False),
        opening=" ".join(text for text, _ in told[:OPENING]),
    )
    if year := copyright_year(report.body):
        bounds = bounds.within(dt.date(year, 1, 1), dt.date(year, 12, 31), f'"{COPYRIGHT_WORD} {year}"')
    floor = latest_year_told(report, sentences)
    clues = find_clues(report, sentences)
    proofs = find_proofs(report, sentences, (mentions, knowledge), held) + same_day_proofs(told, clues)
    proofs += by_elimination(clues, bounds, floor) + day_of_gathering(told)
    if not agreed(proofs, bounds, clues, floor):
        turns = turns_of_office(mentions, knowledge)
        titled = bool(held.told.spans)
        proofs = under_dateline(clues, told, days_within(held, floor), turns, titled=titled) or proofs
    if not proofs and not clues:
        proofs = (
            feast_proofs(list(texts(report, sentences)), mentions, knowledge, held)
            or setting_proofs(told)
            or told_day_proofs(report, sentences)
            or opening_proofs(told, bounds, floor)
        )
    fitting = agreed(proofs, bounds, clues, floor)
    if not fitting and len({p.source for p in proofs}) == 1:
        fitting = agreed(proofs, held.both(), clues, floor)
    fitting = {day for day in fitting if bounds.allow(day, dt.timedelta(0))} or fitting
    if not fitting and not proofs and not clues:
        days = days_in_office(bounds, mentions, sentences, (knowledge, report.body))
        if not days and bounds.spans and all((b - a).days <= LONGEST for a, b in bounds.spans):
            days = days_in_office(held.both(), mentions, sentences, (knowledge, report.body))
        fitting = since_what_was(days, told)
    if not fitting:
        return report
    news = any(p.news and p.first == min(fitting) for p in proofs)
    fitting = before_what_comes(after_what_was(fitting, told) if news else fitting, told, news=news)
    first, last = min(fitting), max(fitting)
    whys = [p.why for p in proofs if p.first <= last and first <= p.last]
    return settled(report, (first, last), "; ".join(dict.fromkeys([*whys, *bounds.whys])))


def opening_proofs(told: Told, bounds: Bounds, floor: int) -> list[Proof]:
    """The week from the weekday with its day and month that a text opens with, in the one year that fits."""
    return [
        replace(p, first=p.first + later, last=p.first + later + dt.timedelta(WEEK - 1), news=True)
        for clue, later in opening_day(told)
        for p in by_elimination([clue], bounds, floor)
    ]


def days_in_office(
    bounds: Bounds, mentions: Sequence[Mention], sentences: Sequence[Sentence], known: tuple[Knowledge, str]
) -> set[dt.date]:
    """All days of a short office whose holder a text opens with: "Prime Minister Liz Truss spoke last night".

    Not of one who is only what it is about: "denied that he had ended an inquiry into National Security Adviser Flynn".
    """
    if bounds.torn or bounds.first is None or bounds.last is None or not sentences:
        return set()
    knowledge, body = known
    acting = [
        m
        for m in mentions
        if sentences[0].span.covers(m.span)
        and not TOPIC.search(body, max(0, m.span.start - 20), m.span.start)
    ]
    opens = bound_by_offices(acting, knowledge, body)
    length = (bounds.last - bounds.first).days
    if opens.torn or opens.first is None or opens.last is None or not 0 < length <= LONGEST:
        return set()
    if not any(m.form == "title" for m in acting) or any((b - a).days > LONGEST for a, b in opens.spans):
        return set()
    return {
        day
        for step in range(length + 1)
        if bounds.allow(day := bounds.first + dt.timedelta(step), dt.timedelta(0))
    }


def copyright_year(body: str) -> int | None:
    """The year of a copyright line."""
    found = COPYRIGHT.findall(body)
    return int(found[0]) if len(set(found)) == 1 else None


def settled(report: Report, days: tuple[dt.date, dt.date], why: str) -> Report:
    """The report with its day, or with the first and last day on which it can have come out."""
    first, last = days
    dated = (
        replace(report.dated, date=first.isoformat(), basis="inferred", why=why)
        if first == last
        else replace(report.dated, earliest=first.isoformat(), latest=last.isoformat(), why=why)
    )
    return replace(report, dated=dated)


def possible(day: dt.date, bounds: Bounds, clues: Sequence[Clue], floor: int) -> bool:
    """Whether a day fits the offices held, the clues, and the years that the text tells of as past."""
    return bounds.allow(day) and day.year >= floor and all(clue.fits(day) for clue in clues)


def agreed(proofs: Sequence[Proof], bounds: Bounds, clues: Sequence[Clue], floor: int) -> set[dt.date]:
    """The days that every source of evidence allows; none where two of them never meet, or the days lie too far apart.

    A source whose days are all impossible is not heard: "a day after the vote" may be another vote than the one known.
    """
    sources: dict[str, list[set[dt.date]]] = {}
    for proof in proofs:
        days = {
            day
            for step in range(min((proof.last - proof.first).days, LONGEST) + 1)
            if possible(day := proof.first + dt.timedelta(step), bounds, clues, floor)
        }
        if days:
            sources.setdefault(proof.source or proof.why, []).append(days)
    heard = [set.intersection(*several) or set.union(*several) for several in sources.values()]
    if not heard:
        return set()
    fitting = set.intersection(*heard)
    if not fitting or (max(fitting) - min(fitting)).days > LONGEST:
        return set()
    return fitting


def by_elimination(clues: Sequence[Clue], bounds: Bounds, floor: int) -> list[Proof]:
    """The one day on which all clues fit within the years that the offices allow."""
    narrow = [clue for clue in clues if clue.narrow]
    fitting = days_of(clues, bounds, floor) if narrow else []
    if len(fitting) != 1:
        return []
    clue = narrow[0]
    return [
        on_day(day=fitting[0], why=f'"{clue.text}" is {fitting[0].isoformat()} in the one year that fits')
    ]


def days_within(held: Held, floor: int) -> Days:
    """The days on which clues fit within the offices of those named with them, or, `loosely`, of whoever is named.

    Loosely, an office may have ended some days before, and where no office is named any day since 2000 will do.
    """

    def days(clues: Sequence[Clue], loosely: bool) -> list[dt.date]:
        if not loosely:
            bounds = held.both()
            return [d for d in days_of(clues, bounds, floor) if bounds.allow(d, dt.timedelta(0))]
        bounds = held.told.crossing(held.named)
        return days_of(clues, bounds if bounds.spans else ANY_DAY, floor)

    return days


def days_of(clues: Sequence[Clue], bounds: Bounds, floor: int) -> list[dt.date]:
    """The days on which all clues fit within the years that the offices allow."""
    if bounds.first is None or bounds.last is None or bounds.torn:
        return []
    first, last = max(bounds.first, dt.date(max(floor, 1), 1, 1)), min(bounds.last, LATEST)
    if first > last or (last - first).days > WIDEST:
        return []
    days = (first - SLACK + dt.timedelta(step) for step in range((last - first + 2 * SLACK).days + 1))
    return [d for d in days if all(clue.fits(d) for clue in clues) and bounds.allow(d)]


def opening_day(told: Told) -> list[tuple[Clue, dt.timedelta]]:
    """The weekday with its day and month that a text opens with, looking back, and how long after it more is told.

    Who names the weekday writes within the week that begins with it; "on Monday, August 13, and on Tuesday received"
    is written on that Tuesday at the earliest.
    """
    found: list[tuple[Clue, dt.timedelta]] = []
    for text, expressions in told[:2]:
        dates = [
            e
            for e in expressions
            if e.cls in {"date", "weekday", "deictic", "period"} and find_tense(text, e) != "future"
        ]
        if not dates:
            continue
        one, *more = dates
        whole = one.month and one.day and one.weekday is not None and not one.year
        if not whole or any(e.cls != "weekday" or e.modifier or e.weekday is None for e in more):
            return []
        if find_tense(text, one) == "past":
            later = max(((e.weekday or 0) - (one.weekday or 0)) % WEEK for e in dates)
            clue = Clue(text=one.text, shift=0, month=one.month, day=one.day, weekday=one.weekday)
            found.append((clue, dt.timedelta(later)))
    return found[:1]


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
    for clue in find_clues(report, sentences, full=True):
        stated = c.make_date(clue.year or 0, clue.month or 0, clue.day or 0)
        if stated and abs((c.shift(stated, -clue.shift) - day).days) > 1:
            return with_doubt(report, f'the text says "{clue.text}"')
    for sentence in sentences:
        text = sentence.span.of(report.body)
        if not FIGURES.search(text):
            continue
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


def find_date_doubts(report: Report) -> tuple[Doubt, ...]:
    """The doubt about a report's own date, where its text or its metadata contradict it."""
    if not report.dated.doubt:
        return ()
    key = hashlib.sha256(f"{report.id}|dated".encode()).hexdigest()[:16]
    question = f"Was this report published on {report.dated.date or 'another day'}?"
    return (Doubt(id=key, about=report.id, question=question, choices=("yes", "no"), why=report.dated.doubt),)


def with_doubt(report: Report, why: str) -> Report:
    """The report with what contradicts its date."""
    dated: ReportDate = replace(report.dated, doubt=f"{report.dated.date} is contradicted: {why}")
    return replace(report, dated=dated)
