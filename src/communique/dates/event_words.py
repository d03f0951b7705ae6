"""Which known events some words name: where their words stand, and which of several is meant."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import product

from communique.dates.calendars import Days
from communique.dates.event import Event, beyond_dateline, group_pattern
from communique.dates.lexicon import load_names
from communique.records import When

SPOKE = re.compile(
    r"\b(?:sp(?:oke|oken|eaks?)|talk(?:s|ed)?|call(?:s|ed)?|(?:tele)?phone[ds]?|met|meets?|said|says?|told|tells?|discuss(?:ed|es)?|thank(?:s|ed)|"
    r"congratulat(?:es?|ed)|welcom(?:es?|ed)|receiv(?:es?|ed)|wr(?:ites?|ote)|sent|sends?|rang|held|visit(?:s|ed)?|express(?:es|ed)|offer(?:s|ed))\b",
    re.IGNORECASE,
)
MOST = 4  # how many places of one word are weighed
RECENT = 60  # days: how far back an event may lie that one word, or words without a name, stand for
LATELY = 400  # days: how far back it may lie where several words name it and no date of its own is told
IN_MIND = 5 * 366  # days: how long "the war" is the one that a report is about
ENOUGH = 2  # groups of words: "the Anchorage summit" tells the place and the kind, its report who met
GENERIC = re.compile(r"\b(?:invasion|invaded|war|coup)\b", re.IGNORECASE)


def places_of(event: Event, text: str) -> list[tuple[int, int]]:
    """Where the words of an event stand in a text: those of the narrowest stretch that holds a word of every group."""
    found = [[m.span() for m in group_pattern(group).finditer(text)] for group in event.groups]
    found = beyond_dateline(found, text) or found if event.seen else found
    sets = [spans[:MOST] for spans in found if spans]
    best = min(product(*sets), key=lambda told: max(b for _, b in told) - min(a for a, _ in told))
    first, last = min(a for a, _ in best), max(b for _, b in best)
    return sorted({(a, b) for spans in found for a, b in spans if first <= a and b <= last})


def span_of(event: Event, text: str) -> tuple[int, int]:
    """From the first to the last of an event's words in a text."""
    places = places_of(event, text)
    return places[0][0], places[-1][1]


def tightest(events: Sequence[Event], text: str) -> list[Event]:
    """Of events that share a word those told in the fewest words: Croatia's, in "Croatia adopted the euro ... with Slovenia"."""
    told = {event.id: (set(places_of(event, text)), span_of(event, text)) for event in events}

    def shorter(one: Event, other: Event) -> bool:
        (places, (a, b)), (others, (x, y)) = told[one.id], told[other.id]
        return one.date != other.date and bool(places & others) and b - a < y - x

    return [e for e in events if not any(shorter(other, e) for other in events)]


def most_specific(events: Sequence[Event], text: str) -> list[Event]:
    """The events of which no other takes in all the words and more: the fall of Kabul to the Taliban, not that of 2001."""
    told = [(event, covered(event, text)) for event in events]
    return [
        e for e, words in told if not any(words < others and (e.near or not o.near) for o, others in told)
    ]


def covered(event: Event, text: str) -> frozenset[int]:
    """The code points that name an event in the clause that names it."""
    places = places_of(event, text)
    before = max((text.rfind(mark, 0, places[0][0]) for mark in ",;:."), default=-1)
    behind = min((i for mark in ",;:." if (i := text.find(mark, places[-1][1])) >= 0), default=len(text))
    return frozenset(
        i
        for group in event.groups
        for m in group_pattern(group).finditer(text)
        if m.start() < behind and before < m.end()
        for i in range(m.start(), m.end())
    )


def day_of_event(words: str, day: str | None, context: str = "", word: str = "") -> When | None:
    """The day of the known event that some words name, in a report of a day; None where none or several may be meant.

    "the war in Ukraine began", "Trump's inauguration". Words without a name ("the invasion", "the war began") mean the
    one such event of the last years that what is named around them, `context`, fits: Ukraine's in a report about Kyiv.
    With `word`, only an event that this word is one of the names of: "met" in "met Putin in Geneva", not in "met Putin
    about the invasion".
    """
    today = dt.date.fromisoformat(day[:10]) if day else None
    meant = events_meant(words, today, context)
    if word:
        meant = [e for e in meant if any(group_pattern(g).match(word) for g in e.groups)]
    days = {(e.date, e.end): e for e in meant}
    if len(days) != 1:
        return None
    (first, last), event = next(iter(days.items()))
    return When(
        start=first.isoformat(),
        end=last.isoformat(),
        precision="day" if first == last else "interval",
        basis="relative_event",
        derivation=f"{event.id} on {first.isoformat()}",
    )


def events_meant(words: str, today: dt.date | None, context: str = "") -> list[Event]:
    """The events up to a day that words name, the most specific ones; by what stands around them where they name nobody."""
    named = [e for e in load_names().event_named(words) if today is None or e.date <= today]
    if named or today is None or not context:
        return most_specific(named, words)
    least = 1 if GENERIC.search(words) else ENOUGH
    both = f"{words} , {context}"
    near = [e for e in load_names().event_named(both) if 0 <= (today - e.date).days <= IN_MIND]
    return [e for e in most_specific(near, both) if told_in(e, words) >= least]


def told_in(event: Event, words: str) -> int:
    """How many of an event's groups of words occur in some words."""
    return sum(group_pattern(group).search(words) is not None for group in event.groups)


def only_discussed(event: Event, words: str) -> bool:
    """Whether words tell of dealings about an event, not of it: "met Putin to discuss the invasion"."""
    places = places_of(event, words)
    return any(
        m.start() < places[-1][0] and not any(a < m.end() and m.start() < b for a, b in places)
        for m in SPOKE.finditer(words)
    )


def stands_for(event: Event, today: dt.date) -> bool:
    """Whether an amount of days may count from an event that a single word names: a place is often only a place."""
    return (today - event.date).days <= (LATELY if len(event.groups) > 1 else RECENT)


def interval(event: Event) -> Days:
    """An event's first and last day."""
    return Days(event.date, event.end, "day" if event.date == event.end else "interval")
