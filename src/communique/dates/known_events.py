"""Known events told from the report's day: "X died yesterday", "two days after the earthquake", "the summit next month"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from msgspec.structs import replace

from communique.dates import calendars as c
from communique.dates.counted_events import clause_end, counted_from_it, counted_otherwise, every_place
from communique.dates.event import Event, group_pattern
from communique.dates.event_words import SPOKE, most_specific, places_of, span_of, tightest, told_in
from communique.dates.expression import Expression
from communique.dates.lexicon import NAMING, load_names
from communique.dates.made_known import made_known
from communique.dates.pointers import TONIGHT, WEEK, WOKE, Pointer, pointing, taking_place
from communique.dates.proof import EARLIEST, Proof
from communique.dates.setting import day_within, has_setting, is_ceremony
from communique.dates.tense import CUT, VERB, find_tense, only_adjective

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
ATTENDED = re.compile(
    r"(?:\w+\s+)?(?:open(?:s|ed)|clos(?:es|ed)|chair(?:s|ed)|address(?:es|ed)|host(?:s|ed))", re.IGNORECASE
)
WON = re.compile(r"(?:\w+\s+)?(?:won|wins|beats?|beaten|defeat(?:s|ed))", re.IGNORECASE)
OWNED = 40  # code points from "yesterday's" to a word of what it was: "yesterday's failed attempt at a coup"
CLOSER = 30  # code points between the last of an event's words and the weekday that is told of it alone
CLOSE = 15  # code points between "two days after", or a verb, and the event that it counts from or tells of

CONCLUDED = re.compile(
    r"\b(?:signed|initialled|initialed|adopted|reached|struck|concluded|sealed|agreed|filed|collapsed|broke|ratified|declared|proclaimed)\b",
    re.IGNORECASE,
)
WHILE = re.compile(r",?\s(?:as|when|while)\s+", re.IGNORECASE)
MONTH = re.compile(
    r"(?:Janu|Febru|Septem|Octo|Novem|Decem)(?:ary|ber)|March|April|June|July|August|\\bMay\\b"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OWNER = re.compile(r"['’]s?\s")  # "yesterday's coup attempt"
SUPPOSED = re.compile(
    r"\b(?:could|might|(?-i:may)|would|if|should\s+have|whether|allegedly|supposedly|rumou?r\w*)\b",
    re.IGNORECASE,
)
TAKES_PLACE = re.compile(
    r"(?:is|are|was|were|will|would|to|due|set|scheduled|slated|planned|expected)(?:\s.*)?|(?:ha(?:s|ve|d)\s+)?(?:\w+\s+)?"
    r"(?:held|holds?|host(?:s|ed)?|opens?|opened|begins?|began|begun|starts?|started|ends?|ended|comes?|came|falls?|fell|marks?|marked|"
    r"took|takes|taken|follows?|followed|happen(?:s|ed)|struck|hits?|hit)",
    re.IGNORECASE,
)


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
    names = load_names()
    named = names.event_named(text)
    stated = [
        e for one in expressions for e in (one, one.base) if e and e.cls == "date" and e.month and e.day
    ]
    named = [e for e in named if not stated or any(told_with(e, one) for one in stated)]
    if not any(p.low > 0 or p.ahead for p in pointers):
        coming = [one for one in stated if find_tense(text, one) == "future"]
        named = [e for e in named if not (e.loose and any(told_with(e, one) for one in coming))]
    named += [e for e in of_the_day(text, stated) if e not in named]
    proofs = proofs_of(most_specific(named, text), text, (pointers, source))
    if proofs or not around:
        return proofs
    partly = [e for e in names.event_named(around) if e not in named and told_in(e, text)]
    events = [e for e in most_specific(partly, around) if any(own_verb(text, p, e) for p in pointers)]
    return proofs_of(events, text, (pointers, source))


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
        if not NAMING.search(group)
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
        if not known and recalled(text, (pointer.start, pointer.end), event):
            continue
        if not (known or counted_from_it(text, pointer, event) or tells_when(text, pointer, event)):
            continue
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
    if opens and not event.unsure_start:
        return pointer.days(event.date)
    if (CLOSES.search(text) or (pointer.counted and pointer.high < 0)) and not event.unsure_end:
        return pointer.days(event.end)
    first, last = pointer.days(event.date), pointer.days(event.end)
    return (first[0], last[1]) if first is not None and last is not None else None


def right_behind(text: str, pointer: Pointer, event: Event) -> bool:
    """Whether words of time stand right behind those of an event: "before the World Cup final in Moscow this afternoon"."""
    between = text[span_of(event, text)[1] : pointer.start]
    return (
        (pointer.unit == "day" or pointer.low >= 0)
        and pointer.unit != "weekday"
        and 0 <= pointer.start - span_of(event, text)[1] <= CLOSE
        and not VERB.search(between)
        and not CUT.search(between)
        and "," not in between
    )


def at_the_time(text: str, pointer: Pointer, event: Event) -> bool:
    """Whether an event fills the clause of what was at the same time: "sat in the wind this morning as he was buried"."""
    start, end = span_of(event, text)
    joined = WHILE.match(text, pointer.end)
    if joined is None or not joined.end() <= start <= joined.end() + CLOSE:
        return False
    verb = VERB.search(text, joined.end(), clause_end(text, end))
    return verb is not None and any(
        m.start() < verb.end() + CLOSE and verb.start() < m.end()
        for group in event.groups
        if not NAMING.search(group)
        for m in group_pattern(group).finditer(text)
    )


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


def tells_when(text: str, pointer: Pointer, event: Event) -> bool:
    """Whether words point to the time of the event itself: not in "spoke today with the prime minister about the vote".

    Their verb is one of the event's own words ("died yesterday"), or tells that something takes place ("is next week").
    """
    if (owned := OWNER.match(text, pointer.end)) and (
        not event.near or pointer.end <= span_of(event, text)[0]
    ):
        return any(0 <= a - owned.end() <= OWNED for a, _ in every_place(event, text))
    coming = pointer.unit == "weekday" and pointer.ahead
    if has_setting(text, (pointer.start, pointer.end), event, pointer_ahead=coming):
        return True
    if is_ceremony(event) and right_behind(text, pointer, event):
        return True
    if at_the_time(text, pointer, event) or (event.gathering and opens_it(text, pointer, event)):
        return True
    verb = governing_verb(text, pointer)
    first, last = text.rfind(",", 0, pointer.start) + 1, max(pointer.end, places_of(event, text)[-1][1])
    if (pointer.low > 0 or event.loose) and SUPPOSED.search(text, first, last):
        return False
    if verb is None:
        return pointer.unit != "weekday" and (not event.near or beside(text, pointer, event))
    start, end = verb
    if WON.fullmatch(text[start:end]) and not named_before(text, start, event):
        return False
    places = places_of(event, text)
    inside = places[0][0] - CLOSE <= end and start <= max(b for _, b in places)
    own = any(
        m.start() < end and start < m.end() for g in event.groups for m in group_pattern(g).finditer(text)
    )
    own = own or (event.near > 0 and not event.loose and its_object(text, (start, end), event))
    takes_place = TAKES_PLACE.fullmatch(text[start:end]) is not None
    if pointer.unit == "weekday" or (pointer.unit != "day" and pointer.low < 0):
        return (own and inside) or (takes_place and 0 <= start - span_of(event, text)[1] <= CLOSE)
    done = 0 <= start - places[-1][1] <= CLOSE and CONCLUDED.search(text[start:end])
    loosely = pointer.unit == "day" and inside and not event.near and not SPOKE.search(text[start:end])
    if own or done or loosely or WOKE.search(text[start:end]):
        return True
    return takes_place and (not event.near or 0 <= start - span_of(event, text)[1] <= CLOSE)


def named_before(text: str, verb: int, event: Event) -> bool:
    """Whether a name of an event stands before its verb: Zelensky has not won in "Orban won a fourth term and spoke of Zelensky"."""
    return any(
        m.end() <= verb
        for group in event.groups
        if NAMING.search(group)
        for m in group_pattern(group).finditer(text)
    )


def opens_it(text: str, pointer: Pointer, event: Event) -> bool:
    """Whether somebody opens, chairs or addresses a gathering on a day: "opened the summit of the Commonwealth here on Friday"."""
    verb = governing_verb(text, pointer)
    if verb is None or not ATTENDED.fullmatch(text[slice(*verb)]):
        return False
    object_near = any(0 <= a - verb[1] <= CLOSE for a, _ in places_of(event, text))
    return object_near and 0 <= pointer.start - verb[1] <= NEAR


def its_object(text: str, verb: tuple[int, int], event: Event) -> bool:
    """Whether the word of an event's kind is what its verb takes: "had taken the oath", "put on the sash"."""
    if SPOKE.search(text[slice(*verb)]):
        return False
    return any(0 <= m.start() - verb[1] <= CLOSE for m in group_pattern(event.groups[-1]).finditer(text))


def beside(text: str, pointer: Pointer, event: Event) -> bool:
    """Whether words of time stand right before or behind those of an event, with no clause between: "earthquake in Haiti today"."""
    first, last = span_of(event, text)
    between = text[last : pointer.start] if pointer.start >= last else text[pointer.end : first]
    return len(between) <= CLOSE and not CUT.search(between) and "," not in between


def governing_verb(text: str, pointer: Pointer) -> tuple[int, int] | None:
    """The verb that words of time belong to: the last before them in their clause, else the first behind them."""
    cuts = [m.end() for m in CUT.finditer(text, 0, pointer.start)]
    first = cuts[-1] if cuts else 0
    clause = text[first : pointer.start]
    told = [v for v in VERB.finditer(clause) if not only_adjective(clause, v)]
    if told:
        return first + told[-1].start(), first + told[-1].end()
    cut = CUT.search(text, pointer.end)
    clause = text[pointer.end : cut.start() if cut else len(text)]
    told = [v for v in VERB.finditer(clause) if not only_adjective(clause, v)]
    return (pointer.end + told[0].start(), pointer.end + told[0].end()) if told else None


def recalled(text: str, span: tuple[int, int], event: Event) -> bool:
    """Whether the sentence only speaks of the event: between its words and the deictic something is said or remembered."""
    if ANNIVERSARY.search(text):
        return True
    places = places_of(event, text)
    first, last = min(span[0], *(a for a, _ in places)), max(span[1], *(b for _, b in places))
    own = [m.span() for group in event.groups for m in group_pattern(group).finditer(text)]
    own.append(span)
    return any(
        not any(a < m.end() and m.start() < b for a, b in own) for m in RECALL.finditer(text, first, last)
    )
