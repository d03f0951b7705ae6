"""Gatherings told without number, place or year, and votes told without names: the edition that the offices held leave."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from communique.dates.event import Event
from communique.dates.event_words import places_of
from communique.dates.expression import Expression
from communique.dates.known_events import proofs_of
from communique.dates.lexicon import load_names
from communique.dates.pointers import pointing, taking_place
from communique.dates.proof import Proof
from communique.dates.series import Series
from communique.dates.tenures import Bounds

LATEST = dt.date(2026, 12, 31)  # until when the lists of editions are kept
TOGETHER = 2  # persons named without a title who must have been in office together


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """The days within which a report can lie: by the offices that it tells, `told`, and by those of bare names, `named`.

    `opening`: the sentences in which a report names those between whom a vote was.
    """

    told: Bounds
    named: Bounds
    opening: str = ""

    def both(self) -> Bounds:
        """The bounds by titles and by bare names, where as many persons as a meeting needs were in office together."""
        both = self.told.crossing(self.named)
        return both if len(both.whys) >= TOGETHER and not both.torn else self.told


def recurring_proofs(
    text: str, expressions: list[Expression], *, opening: bool, source: str, held: Held
) -> list[Proof]:
    """The days by the one edition of a gathering at which those could meet whom a report names by their offices.

    "Prime Minister Theresa May and President Donald Trump met at the World Economic Forum on Thursday" was in 2018.
    """
    meant = [e for s in load_names().series if s.named_in(text) for e in edition_meant(s, text, held)]
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
    for bounds in (held.told, held.both()) if contested or not series.votes else (held.told,):
        if not bounds.spans or bounds.torn or bounds.first is None or bounds.first.year < series.complete:
            continue
        left = [e for e in editions if e.date <= LATEST and within(e, bounds)]
        if len(left) == 1:
            return left
    return []


def within(event: Event, bounds: Bounds) -> bool:
    """Whether any day of an event is one that the offices allow."""
    return any(start <= event.end and event.date <= end for start, end in bounds.spans)
