"""A day of the year that a text tells without its year, and a known event of that very day in the same opening."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from communique.dates import calendars as c
from communique.dates.clues import Clue
from communique.dates.event import Event
from communique.dates.event_words import most_specific, tightest, told_in
from communique.dates.expression import Expression
from communique.dates.lexicon import load_names
from communique.dates.proof import EARLIEST, Proof, on_day
from communique.dates.tense import find_tense
from communique.dates.words import number_of

OPENING = 2  # sentences
WEEK_AFTER = 6  # days
NEAR = 5  # days: news of a gathering comes within days of it
LONGEST = 14  # days: of a longer event too many days are its own
YEARS_TO_THE_DAY = re.compile(
    r"\b(?:(?P<n>\d{1,3}|an?\s+hundred|[a-z]+(?:-[a-z]+)?)\s+years|(?P<c>half\s+a\s+century|a\s+quarter\s+of\s+a\s+century|a\s+century|a\s+decade))\s+(?:ago\s+)?to\s+the\s+(?:very\s+)?(?:day|hour|minute)\s+(?:after|since|from)\s+(?P<of>[^;:.!?()]{5,120})",
    re.IGNORECASE,
)
AFTER_TO_THE_DAY = re.compile(
    r"\b(?:(?P<n>\d{1,3}|an?\s+hundred|[a-z]+(?:-[a-z]+)?)\s+years|(?P<c>half\s+a\s+century|a\s+quarter\s+of\s+a\s+century|a\s+century|a\s+decade))\s+"
    r"(?:after|since|from)\s+(?P<of>[^,;:.!?()]{5,100}),\s+(?:almost\s+)?to\s+the\s+(?:very\s+)?(?:day|hour|minute)\b",
    re.IGNORECASE,
)
LOOKS_BACK = re.compile(
    r"\banniversar|\byears?\s+(?:ago|after|since|later)\b|\bremember|\bcommemorat|\bcentenary\b|\bin memory\b|\bmemorial\b|"
    r"\b(?:flowers|wreaths?)\b[^.]{0,80}\b(?:died|victims|dead|killed)\b|\bsurvivors of\b",
    re.IGNORECASE,
)  # what is remembered on its day of the year was in another year
CENTURIES = {"half a century": 50, "a quarter of a century": 25, "a century": 100, "a decade": 10}
DONE_AT = re.compile(
    r"\b[Dd]one\s+(?:at|in)\s+(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2},?\s+)?(?:on\s+|this\s+)?(?:the\s+)?$"
)
SIGNED = re.compile(r"\bsign(?:s|ed|ing)?\b", re.IGNORECASE)

Told = Sequence[tuple[str, list[Expression]]]


def same_day_proofs(told: Told, clues: Sequence[Clue]) -> list[Proof]:
    """The report's day where "today (4 April)" or a dateline of 4 April stands by an event of a 4 April.

    A day told as news without its year ("On September 16, within the framework of the Samarkand summit") bounds it to
    the week from that day.
    """
    opening = " ".join(text for text, _ in told[:OPENING])
    events = most_specific(load_names().event_named(opening), opening)
    dated = [clue for clue in clues if clue.month and clue.day and clue.year is None]
    proofs = told_on(dated, (events, opening), day_of_year) or told_on(dated, (events, opening), day_beside)
    if proofs or clues:
        return [p for p in proofs if p.first.year >= EARLIEST]
    return [
        Proof(
            first=day,
            last=c.shift(day, WEEK_AFTER),
            why=f'"{one.text}" is told beside {event.id}',
            source=one.text,
            news=True,
        )
        for text, found in told[:OPENING]
        for one in found
        if one.cls == "date" and one.month and one.day and not one.year and find_tense(text, one) == "past"
        for event in most_specific(load_names().event_named(text), text)
        if event.gathering
        and (day := day_of_year(event, one.month, one.day))
        and one.weekday in {None, day.weekday()}
    ]


def told_on(
    clues: Sequence[Clue],
    told: tuple[Sequence[Event], str],
    day_of: Callable[[Event, int, int], dt.date | None],
) -> list[Proof]:
    """The days of the clues by the events of an opening that `day_of` finds on them or beside them."""
    events, opening = told
    proofs: list[Proof] = []
    if LOOKS_BACK.search(opening):
        return proofs
    for clue in clues:
        days = {
            event.id: day
            for event in events
            if (day := day_of(event, clue.month or 1, clue.day or 1))
            and clue.weekday in {None, day.weekday()}
        }
        proofs += [
            on_day(day=c.shift(days[event.id], -clue.shift), why=f'"{clue.text}" is told beside {event.id}')
            for event in tightest([event for event in events if event.id in days], opening)
        ]
    return proofs


def day_beside(event: Event, month: int, day: int) -> dt.date | None:
    """The day of an event that is a day of the year; of a gathering, which its own place or number tells, one near it."""
    found = c.make_date(event.date.year, month, day)
    if event.gathering and found and c.shift(event.date, -NEAR) <= found <= c.shift(event.end, NEAR):
        return found
    return day_of_year(event, month, day)


def day_of_year(event: Event, month: int, day: int) -> dt.date | None:
    """The day of an event, or within one of several days, that is a given day of the year."""
    if (event.end - event.date).days > LONGEST:
        return None
    found = c.make_date(event.date.year, month, day)
    return found if found and event.date <= found <= event.end else None


def years_to_the_day(text: str, expressions: Sequence[Expression]) -> list[Proof]:
    """ "Ten years to the minute after the earthquake that brought the tsunami to Tohoku": the day, ten years on."""
    found = YEARS_TO_THE_DAY.search(text) or AFTER_TO_THE_DAY.search(text)
    count = years_in(found) if found else None
    shifts = {e.count for e in expressions if e.cls == "deictic"}
    if found is None or not count or shifts - {0}:
        return []
    events = most_specific(load_names().event_named(found["of"]), found["of"])
    if not events:
        events = [e for e in most_specific(load_names().event_named(text), text) if told_in(e, found["of"])]
    why = f'"{" ".join(found.group().split())}"'
    return [on_day(day=c.add_years(event.date, count), why=why) for event in events]


def years_in(found: re.Match[str]) -> int | None:
    """The years of "ten years" and of "half a century"."""
    return number_of(found["n"]) if found["n"] else CENTURIES[" ".join(found["c"].lower().split())]


def done_at(told: Told) -> list[Proof]:
    """ "Signed a communique this morning. 'Done at Bamako on 14 March 2006,' its last line reads.": the report's day."""
    signed = [
        e.count
        for text, found in told
        if SIGNED.search(text)
        for e in found
        if e.cls == "deictic" and e.count in {0, -1}
    ]
    if len(set(signed)) != 1:
        return []
    return [
        on_day(day=c.shift(day, -(signed[0] or 0)), why=f'"Done ... {one.text}"')
        for text, found in told
        for one in found
        if one.cls == "date" and one.year and one.month and one.day and DONE_AT.search(text[: one.start])
        if (day := c.make_date(one.year, one.month, one.day))
    ]
