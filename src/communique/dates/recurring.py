"""Gatherings told without number, place or year, and votes told without names: the edition that the offices held leave."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from msgspec import field

from communique.dates import calendars as c
from communique.dates.event import Event, group_pattern
from communique.dates.event_words import places_of
from communique.dates.expression import Expression
from communique.dates.known_events import proofs_of
from communique.dates.lexicon import load_names
from communique.dates.pointers import pointing, taking_place
from communique.dates.proof import Proof
from communique.dates.series import Series
from communique.dates.tense import find_tense
from communique.dates.tenures import Bounds
from communique.dates.words import ORDINAL, ordinal_number
from communique.record_type import Record

LATEST = dt.date(
    2026, 12, 31
)  # until when the lists of editions are kept, and who holds an office still is assumed to hold it
OPENING = 2  # sentences
DATELINE = re.compile(r"[A-ZÀ-Ý][^-–—:.]{2,50}(?:\s[-–—]|[:.])")
ELSEWHEN = re.compile(
    r"\b(?:ahead\s+of|next|before|prepar\w+|preview\w*|upcoming|forthcoming|later\s+this|last\s+(?:year|month|week)|since|after|following|years?\s+ago|months?\s+ago|days?\s+ago)\b",
    re.IGNORECASE,
)
DAY_OF = re.compile(
    rf"\b(?:on|of)\s+(?:the|its|their)\s+(?P<n>{ORDINAL}|last|final|opening|closing|concluding)\s+day\s+of\s+(?:the|their|its|his|a|an)\s+"
    r"[^,.;]{0,60}?(?:summit|conference|meeting|forum|assembly|gathering|talks)\b",
    re.IGNORECASE,
)
BESIDE_VOTE = re.compile(r"\b(?:post|pre)-?\s?(?:election|poll|vote|referendum)\w*", re.IGNORECASE)
TOGETHER = 2  # persons named without a title who must have been in office together


class Held(Record, frozen=True, kw_only=True):
    """The days within which a report can lie: by the offices that it tells, `told`, and by those of bare names, `named`.

    `anyhow` are those of bare names in whatever office, `opening` the sentences in which a report names those between
    whom a vote was.
    """

    told: Bounds
    named: Bounds
    anyhow: Bounds = field(default_factory=Bounds)
    opening: str = ""

    def both(self, *, leaders: bool = True) -> Bounds:
        """The bounds by titles and by bare names, where as many persons as a meeting needs were in office together."""
        both = self.told.crossing(self.named if leaders else self.anyhow)
        return both if len(both.whys) >= TOGETHER and not both.torn else self.told


def recurring_proofs(
    text: str, expressions: list[Expression], *, opening: bool, source: str, held: Held
) -> list[Proof]:
    """The days by the one edition of a gathering at which those could meet whom a report names by their offices.

    "Prime Minister Theresa May and President Donald Trump met at the World Economic Forum on Thursday" was in 2018.
    """
    told = BESIDE_VOTE.sub("", text)
    named = [s for s in load_names().series if s.named_in(told, held.opening)]
    named = named or [s for s in load_names().series if s.voted_in(told)]
    meant = [e for s in named for e in edition_meant(s, told, held)]
    if not meant:
        return []
    pointers = [*pointing(text, expressions, opening), *(taking_place(text, expressions) if opening else ())]
    meant = [e for e in meant if places_of(e, text)]
    return proofs_of(meant, text, (pointers, source)) if pointers else []


def edition_meant(series: Series, text: str, held: Held) -> list[Event]:
    """The one edition of a series that the offices leave; none where its text tells which one, or where several are left."""
    if any(e.id.startswith(f"{series.id}-") for e in load_names().event_named(text)):
        return []
    editions, contested = series.fitting(text, held.opening)
    if contested and len(editions) == 1:
        return editions
    leaders = "summit" in series.kind or series.votes
    for bounds in (held.told, held.both(leaders=leaders)) if contested or not series.votes else (held.told,):
        if not bounds.spans or bounds.torn or bounds.first is None or bounds.first.year < series.complete:
            continue
        left = [e for e in editions if e.date <= LATEST and within(e, bounds)]
        if len(left) == 1:
            return left
    return []


def within(event: Event, bounds: Bounds) -> bool:
    """Whether any day of an event is one that the offices allow."""
    return any(start <= event.end and event.date <= end for start, end in bounds.spans)


def setting_proofs(told: Sequence[tuple[str, list[Expression]]]) -> list[Proof]:
    """The days by the gathering at whose place a report was written, and where its opening tells that something was.

    "BUENOS AIRES - On Saturday evening, when most guests of the G20 summit had left, ..." tells of the Saturday of
    that summit.
    """
    opening = told[:OPENING]
    if not opening or any(ELSEWHEN.search(text) for text, _ in opening):
        return []
    everything = " ".join(text for text, _ in opening)
    dateline = DATELINE.match(everything)
    editions = [e for e in load_names().event_named(everything) if e.gathering and dateline]
    at = [e for e in editions if dateline and group_pattern(e.groups[-1]).search(dateline.group())]
    proofs = []
    for event in at:
        for text, found in opening:
            days = [(e, weekday) for e in found if (weekday := weekday_back(text, e)) is not None]
            around = [c.shift(event.date, step) for step in range((event.end - event.date).days + 1)]
            fitting = [day for day in around if days and day.weekday() == days[0][1]]
            if len(fitting) == 1 and not event.unsure_start and not event.unsure_end:
                why = f'{event.id} was from {event.date.isoformat()}, told with "{days[0][0].text}"'
                proofs.append(
                    Proof(first=fitting[0], last=c.shift(fitting[0], 6), why=why, source="setting", news=True)
                )
    return proofs


def day_of_gathering(told: Sequence[tuple[str, list[Expression]]]) -> list[Proof]:
    """ "This afternoon, on the second day of their summit": the day counted from the first of the one edition named."""
    opening = told[:OPENING]
    everything = " ".join(text for text, _ in opening)
    editions = [e for e in load_names().event_named(everything) if e.gathering]
    proofs = []
    for text, found in opening:
        which = DAY_OF.search(text)
        shifts = {e.count for e in found if e.cls == "deictic"}
        weekdays = {e.weekday for e in found if e.cls == "weekday" and not e.modifier}
        for event in editions if which else ():
            day = counted_day(event, which["n"].lower() if which else "")
            if day is None:
                continue
            why = f'{event.id} was from {event.date.isoformat()}, told as "{which.group() if which else ""}"'
            if shifts == {0} and not weekdays:
                proofs.append(Proof(first=day, last=day, why=why, source="day of a gathering"))
            elif not shifts and weekdays == {day.weekday()}:
                last = c.shift(day, 6)
                proofs.append(Proof(first=day, last=last, why=why, source="day of a gathering", news=True))
    return proofs


def counted_day(event: Event, which: str) -> dt.date | None:
    """The second, the last day of a gathering; None where that is not known for sure, or beyond its end."""
    if which in {"last", "final", "closing", "concluding"}:
        return None if event.unsure_end else event.end
    number = 1 if which in {"opening", "first"} else ordinal_number(which) or 0
    day = c.shift(event.date, number - 1)
    return day if number and not event.unsure_start and day <= event.end else None


def weekday_back(text: str, one: Expression) -> int | None:
    """The weekday of a bare weekday that looks back."""
    if one.cls != "weekday" or one.modifier or find_tense(text, one) == "future":
        return None
    return one.weekday
