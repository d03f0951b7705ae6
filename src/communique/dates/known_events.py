"""Known events told from the report's day: "X died yesterday", "two days after the earthquake", "the summit next month"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from msgspec.structs import replace

from communique.dates import calendars as c
from communique.dates.counted_events import clause_end, counted_from_it, counted_otherwise, every_place
from communique.dates.event import Event, group_pattern, is_name
from communique.dates.event_verbs import governing_verb, tells_when, who_meet
from communique.dates.event_words import SPOKE, most_specific, places_of, span_of, tightest, told_in
from communique.dates.expression import Expression
from communique.dates.lexicon import NAMING, load_names, load_scenes
from communique.dates.made_known import made_known
from communique.dates.pointers import TONIGHT, WEEK, Pointer, pointing, taking_place
from communique.dates.proof import EARLIEST, Proof
from communique.dates.scenes import by_the_hour
from communique.dates.setting import all_leave, day_within, is_ceremony
from communique.dates.tense import find_tense

RECALL = re.compile(
    r"\b(?:anniversary|years?\s+(?:ago|after|since|on)|memor(?:y|ial)|remember\w*|commemorat\w*|since|recall\w*|said|says|told|warned|accus\w+)\b",
    re.IGNORECASE,
)
ANNIVERSARY = re.compile(r"\b(?:anniversary|years?\s+(?:ago|after|since|on))\b", re.IGNORECASE)
OPENS = re.compile(
    r"\b(?:opens?|opened|opening|begins?|began|starts?|started|kicks?\s+off|kicked\s+off)\b", re.IGNORECASE
)
CLOSES = re.compile(
    r"\b(?:ends?|ended|closes?|closed|concludes?|concluded|wraps?\s+up|wrapped\s+up|finish(?:es|ed))\b",
    re.IGNORECASE,
)
NEAR = 90  # code points between a deictic and the words that name an event
CLOSER = 30  # code points between the last of an event's words and the weekday that is told of it alone
CLOSE = 15  # code points between "two days after", or a verb, and the event that it counts from or tells of

MONTH = re.compile(
    r"(?:Janu|Febru|Septem|Octo|Novem|Decem)(?:ary|ber)|March|April|June|July|August|\\bMay\\b"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OWNER = re.compile(r"['’]s?\s")  # "yesterday's coup attempt"


def event_proofs(
    text: str, expressions: list[Expression], *, opening: bool, source: str = "", around: str = ""
) -> list[Proof]:
    """A known event told with "today", "tomorrow", "next month", "on Tuesday", or "a day after" in the opening.

    An event that a sentence names only in part may be named by the sentences `around` it: "The G20 opened in Osaka.
    Leaders meet again tomorrow."; it must be told of itself, then, by one of its own words.
    """
    pointers = [*pointing(text, expressions, opening), *(taking_place(text, expressions) if opening else ())]
    if not pointers:
        return []
    named = told_of(text)
    stated = [
        e for one in expressions for e in (one, one.base) if e and e.cls == "date" and e.month and e.day
    ]
    if any(p.counted for p in pointers):  # "two days after the blast, and promised to be back on September 1"
        behind = [one for one in stated if find_tense(text, one) != "future"]
    else:
        behind = stated
    named = [e for e in named if not behind or any(told_with(e, one) for one in behind)]
    if not any(p.low > 0 or p.ahead for p in pointers):
        coming = [one for one in stated if find_tense(text, one) == "future"]
        named = [e for e in named if not (e.loose and any(told_with(e, one) for one in coming))]
    named += [e for e in of_the_day(text, stated) if e not in named]
    proofs = proofs_of(most_specific(named, text), text, (pointers, source))
    if proofs or not around:
        return proofs
    partly = [e for e in told_of(around) if e not in named and told_in(e, text)]
    events = [e for e in most_specific(partly, around) if any(own_verb(text, p, e) for p in pointers)]
    return proofs_of(events, text, (pointers, source))


def told_of(text: str) -> list[Event]:
    """The events that a text names, and those that it tells by what was to be seen."""
    return [*load_names().event_named(text), *load_scenes().event_named(text)]


def of_the_day(text: str, stated: Sequence[Expression]) -> list[Event]:
    """The events of a day that a sentence tells without its year, named but for the year: "the earthquake of February 27"."""
    days = {(e.month, e.day) for e in stated if e.year is None}
    return [
        event
        for event in (load_names().events if days else ())
        if (event.date.month, event.date.day) in days and named_but_for_year(event, text)
    ]


def named_but_for_year(event: Event, text: str) -> bool:
    """Whether all groups of an event's words occur but one, the one of its year before others; two at least, one a name."""
    groups = [group for group in event.groups if not YEAR.search(group)]
    told = [group for group in groups if group_pattern(group).search(text)]
    missed = len(event.groups) - len(told)
    if any(NAMING.search(g) and not MONTH.search(g) and g not in told for g in groups):
        return False
    named = any(NAMING.search(group) and not MONTH.search(group) for group in told)
    return len(told) > 1 and missed <= 1 and named


def told_with(event: Event, stated: Expression) -> bool:
    """Whether an event can be what a sentence tells with a day of the year: its own, or one of the week beside it."""
    day = c.make_date(stated.year or event.date.year, stated.month or 1, stated.day or 1)
    if day is None:
        return False
    if stated.year is None and stated.weekday is None:
        return event.date <= day <= event.end
    return c.shift(event.date, -WEEK) <= day <= c.shift(event.end, WEEK)


def own_verb(text: str, pointer: Pointer, event: Event) -> bool:
    """Whether the verb that words of time belong to, or what they own, is a word of the event: "yesterday's election"."""
    if owned := OWNER.match(text, pointer.end):
        place = (owned.end(), min(len(text), owned.end() + CLOSE))
    elif (verb := governing_verb(text, pointer)) is not None and not SPOKE.search(text[slice(*verb)]):
        if event.gathering and (OPENS.fullmatch(text[slice(*verb)]) or CLOSES.fullmatch(text[slice(*verb)])):
            return any(0 <= verb[0] - b <= CLOSER for _, b in every_place(event, text))
        place = verb
    else:
        return False
    return any(
        m.start() < place[1] and place[0] < m.end()
        for group in event.groups
        if not (is_name(group) if event.loose else NAMING.search(group))
        for m in group_pattern(group).finditer(text)
    )


def proofs_of(events: Sequence[Event], text: str, told: tuple[Sequence[Pointer], str]) -> list[Proof]:
    """The days by the events of a sentence, its pointers and the name of their evidence."""
    pointers, source = told
    proofs: list[tuple[Event, Proof]] = []
    for event in told_right_behind(events, text, pointers):
        places = places_of(event, text)
        pointer = nearest(pointers, places, every_place(event, text))
        if pointer is None or counted_otherwise(text, pointer, pointers, event):
            continue
        if pointer.ahead and not is_ceremony(event) and OWNER.match(text, pointer.end):
            pointer = replace(pointer, ahead=False)
        known = made_known(text, pointer, event) or day_before(text, pointer, event)
        counted = counted_from_it(text, pointer, event)
        if not known and recalled(text, pointer, event, behind=counted):
            continue
        if event.near and pointer.counted and not counted and not known:
            continue
        if not (known or counted or tells_when(text, pointer, event)):
            continue
        pointer = by_the_hour(text, pointer, event)
        days = known or days_told(text, pointer, event)
        if days is not None and event.told:
            days = (max(days[0], event.told), days[1])
        if days is None or days[0].year < EARLIEST or days[0] > days[1]:
            continue
        words = " ".join(text[pointer.start : pointer.end].split())
        proof = Proof(
            first=days[0],
            last=days[1],
            why=f'{event.id} was on {event.date.isoformat()}, told as "{words}"',
            source=f"{source}{pointer.start}",
            news=(pointer.unit == "weekday" and not pointer.ahead) or pointer.on is not None,
        )
        proofs.append((event, proof))
    by_source: dict[str, list[Event]] = {}
    for event, proof in proofs:
        by_source.setdefault(proof.source, []).append(event)
    return [proof for event, proof in proofs if event in tightest(by_source[proof.source], text)]


def day_before(text: str, pointer: Pointer, event: Event) -> tuple[dt.date, dt.date] | None:
    """The days by an event that was "the evening before" a weekday: "said on Friday ... the earthquake that struck the day before"."""
    words = text[pointer.start : pointer.end].lower()
    if pointer.on is None or pointer.low != -1 or not words.endswith("before"):
        return None
    ends = [
        m.end()
        for group in event.groups
        if not NAMING.search(group)
        for m in group_pattern(group).finditer(text, 0, pointer.start)
    ]
    if not ends or pointer.start - max(ends) > NEAR or SPOKE.search(text, max(ends), pointer.start):
        return None
    return pointer.days(event.date)


def told_right_behind(events: Sequence[Event], text: str, pointers: Sequence[Pointer]) -> Sequence[Event]:
    """Of several events those whose words all stand in the clause behind "a day after", where there are any."""
    clauses = [(p.end, clause_end(text, p.end)) for p in pointers if p.counted]
    behind = [
        e
        for e in events
        if any(a <= first and last <= b for first, last in [span_of(e, text)] for a, b in clauses)
    ]
    return behind or events


def clause_around(text: str, pointer: Pointer) -> str:
    """The clause of words of time: "which ended this afternoon", behind "planted trees at the start of the summit"."""
    return text[text.rfind(",", 0, pointer.start) + 1 : clause_end(text, pointer.end)]


def days_told(text: str, pointer: Pointer, event: Event) -> tuple[dt.date, dt.date] | None:
    """The days that a report can be of which points to an event: of several days any, unless it opens or ends then.

    What comes "at midnight tonight" is dated by the day that begins then, or by the one that ends.
    """
    if event.closing and TONIGHT.search(text):
        return event.date, event.date
    if pointer.unit == "weekday" and event.end > event.date:
        day = day_within(event, pointer.low)
        return pointer.days(day) if day else None
    if (
        pointer.counted
        and pointer.unit == "day"
        and (pointer.low, pointer.high) == (0, 1)
        and is_ceremony(event)
    ):
        return event.date, event.date
    if OPENS.search(text) and CLOSES.search(text):
        text = clause_around(text, pointer)
    opens = event.end == event.date or OPENS.search(text) or (pointer.counted and pointer.low > 0)
    opens = opens or (event.gathering and pointer.low > 0 and who_meet(text, pointer, event))
    if opens and not event.unsure_start:
        return pointer.days(event.date)
    leave = CLOSES.search(text) or (event.gathering and all_leave(text, pointer.end))
    if (leave or (pointer.counted and pointer.high < 0)) and not event.unsure_end:
        return pointer.days(event.end)
    first, last = pointer.days(event.date), pointer.days(event.end)
    return (first[0], last[1]) if first is not None and last is not None else None


def nearest(
    pointers: Sequence[Pointer], places: Sequence[tuple[int, int]], every: Sequence[tuple[int, int]]
) -> Pointer | None:
    """The pointer that belongs to an event: one that counts from right before any of its words, else the nearest."""

    def gap(pointer: Pointer) -> int:
        return min(
            a - pointer.end if a >= pointer.end else pointer.start - b if b <= pointer.start else 0
            for a, b in places
        )

    counted = [p for p in pointers if p.counted and any(0 <= a - p.end <= CLOSE for a, _ in every)]
    weekdays = [
        p for p in pointers if p.unit == "weekday" and 0 <= p.start - max(b for _, b in places) <= CLOSER
    ]
    others = [p for p in pointers if p.unit != "weekday" and gap(p) <= CLOSER]
    if weekdays and not counted and (not others or any(p.ahead for p in weekdays)):
        return min(weekdays, key=gap)
    chosen = min(counted or pointers, key=lambda p: (p.unit == "weekday", gap(p), p.low))
    return chosen if counted or gap(chosen) <= NEAR else None


def recalled(text: str, pointer: Pointer, event: Event, *, behind: bool) -> bool:
    """Whether the sentence only speaks of the event: between its words and those of time something is said or remembered.

    Of what counts from an event only what stands `behind` the words of time is heard.
    """
    if ANNIVERSARY.search(text):
        return True
    places = places_of(event, text)
    span = (pointer.start, pointer.end)
    first, last = min(span[0], *(a for a, _ in places)), max(span[1], *(b for _, b in places))
    first = span[0] if behind else first
    own = [m.span() for group in event.groups for m in group_pattern(group).finditer(text)]
    own.append(span)
    return any(
        not any(a < m.end() and m.start() < b for a, b in own) for m in RECALL.finditer(text, first, last)
    )
