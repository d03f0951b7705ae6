"""Known events told from the report's day: "X died yesterday", "two days after the earthquake", "the summit next month"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.dates import calendars as c
from communique.dates.clues import shift_of
from communique.dates.event_words import SPOKE, most_specific, places_of, told_in
from communique.dates.expression import Expression
from communique.dates.event import Event, group_pattern
from communique.dates.lexicon import NAMING, load_names
from communique.dates.setting import day_within, has_setting
from communique.dates.proof import EARLIEST, Proof
from communique.dates.tense import CUT, VERB, find_tense, only_adjective
from communique.dates.words import number_of

WOKE = re.compile(r"\b(?:woke|wakes?|waking|awoke)\b", re.IGNORECASE)
MIDNIGHT = re.compile(r"\b(?:at|from|after)\s+(?:the\s+stroke\s+of\s+)?midnight\b", re.IGNORECASE)
RECALL = re.compile(
    r"\b(?:anniversary|years?\s+(?:ago|after|since|on)|memor(?:y|ial)|remember\w*|commemorat\w*|since|recall\w*|said|says|told|warned|accus\w+)\b",
    re.IGNORECASE,
)
ANNIVERSARY = re.compile(r"\b(?:anniversary|years?\s+(?:ago|after|since|on))\b", re.IGNORECASE)
SOON = re.compile(r"\b[Ii]n\s+(?:a\s+few|\w+)\s+hours\b|\bmidnight\s+tonight\b|\btonight\s+at\s+midnight\b")
TONIGHT = re.compile(r"\bmidnight\s+tonight\b|\btonight\s+at\s+midnight\b", re.IGNORECASE)
EVE_OF = re.compile(r"\bthe\s+(?:very\s+)?eve\s+of\b", re.IGNORECASE)
LEFT = re.compile(
    r"\b(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty)\s+(?P<unit>days?|weeks?)\s+"
    r"(?:left\s+(?:until|till|before|to)|to\s+go\s+(?:until|till|to|for)|remain(?:ing)?\s+(?:until|before)|away\s+from|until|left\s+before|left\s+to(?!\s+go\b)|to\s+go\s+before)\b",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"\b(?:opens?|opened|opening|begins?|began|starts?|started|kicks?\s+off|kicked\s+off)\b", re.IGNORECASE
)
CLOSES = re.compile(
    r"\b(?:ends?|ended|closes?|closed|concludes?|concluded|wraps?\s+up|wrapped\s+up|finish(?:es|ed))\b",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\b(?:are|is)\s+(?:meeting|gathering|gathered|under\s?way|holding|assembled)\b", re.IGNORECASE
)
UNDATED = frozenset({"deictic", "duration", "habit", "name", "since_event"})
NEAR = 90  # code points between a deictic and the words that name an event
WEEK = 7
CLOSE = 15  # code points between "two days after", or a verb, and the event that it counts from or tells of

CONCLUDED = re.compile(
    r"\b(?:signed|initialled|initialed|adopted|reached|struck|concluded|sealed|agreed|filed|collapsed|broke|ratified|declared|proclaimed)\b",
    re.IGNORECASE,
)
TODAY = re.compile(r",?\s+(?:to\s+the\s+day\s+)?today\b", re.IGNORECASE)
OWNER = re.compile(r"['’]s?\s")  # "yesterday's coup attempt"
SUPPOSED = re.compile(
    r"\b(?:could|might|may|would|if|whether|allegedly|supposedly|rumou?r\w*)\b", re.IGNORECASE
)
TAKES_PLACE = re.compile(
    r"(?:is|are|was|were|will|would|to|due|set|scheduled|slated|planned|expected)(?:\s.*)?|(?:ha(?:s|ve|d)\s+)?(?:\w+\s+)?"
    r"(?:held|holds?|host(?:s|ed)?|opens?|opened|begins?|began|begun|starts?|started|ends?|ended|comes?|came|falls?|fell|marks?|marked|"
    r"took|takes|taken|follows?|followed|happen(?:s|ed)|struck|hits?|hit)",
    re.IGNORECASE,
)
MADE_KNOWN = re.compile(
    r"\b(?:announc\w+|said|says|news\s+of|reports?\s+of|television|confirm\w*|reported|made\s+(?:known|public))\b", re.IGNORECASE
)
HOURS = 12  # "hours after" an event is that day or the next
WORDS_BEFORE = re.compile(r".*?\b(?:after|before|following|since|from|prior to)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Pointer:
    """Words that point from the report's day to an event: days, a calendar week or month, or a weekday.

    With `unit` day the event lies `low` to `high` days after the report; with week or month it lies in the calendar
    unit `low` after the report's; with weekday it was, or will be (`ahead`), on that weekday.
    """

    start: int
    end: int
    low: int
    high: int
    unit: str = "day"
    ahead: bool = False
    counted: bool = False

    def days(self, told: dt.date) -> tuple[dt.date, dt.date] | None:
        """The first and last day that the report can be of, for an event of a day; None where the two do not meet."""
        if self.unit == "day":
            return c.shift(told, -self.high), c.shift(told, -self.low)
        if self.unit == "week":
            first = c.shift(told, -told.weekday() - WEEK * self.low)
            return first, c.shift(first, WEEK - 1)
        if self.unit == "month":
            first = c.add_months(told.replace(day=1), -self.low)
            return first, c.shift(c.add_months(first, 1), -1)
        if told.weekday() != self.low:
            return None
        return (c.shift(told, 1 - WEEK), told) if self.ahead else (told, c.shift(told, WEEK - 1))


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
    proofs = proofs_of(most_specific(named, text), text, (pointers, source))
    if proofs or not around:
        return proofs
    partly = [e for e in names.event_named(around) if e not in named and told_in(e, text)]
    events = [e for e in most_specific(partly, around) if any(own_verb(text, p, e) for p in pointers)]
    return proofs_of(events, text, (pointers, source))


def own_verb(text: str, pointer: Pointer, event: Event) -> bool:
    """Whether the verb that words of time belong to, or what they own, is a word of the event: "yesterday's election"."""
    if owned := OWNER.match(text, pointer.end):
        place = (owned.end(), min(len(text), owned.end() + CLOSE))
    elif (verb := governing_verb(text, pointer)) is not None:
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
    proofs = []
    for event in events:
        places = places_of(event, text)
        pointer = nearest(pointers, places)
        if pointer is None or recalled(text, (pointer.start, pointer.end), event):
            continue
        if not (pointer.counted or tells_when(text, pointer, event)):
            continue
        days = days_told(text, pointer, event)
        if days is None or days[0].year < EARLIEST:
            continue
        words = " ".join(text[pointer.start : pointer.end].split())
        proofs.append(
            Proof(
                first=days[0],
                last=days[1],
                why=f'{event.id} was on {event.date.isoformat()}, told as "{words}"',
                source=f"{source}{pointer.start}",
            )
        )
    return proofs


def days_told(text: str, pointer: Pointer, event: Event) -> tuple[dt.date, dt.date] | None:
    """The days that a report can be of which points to an event: of several days any, unless it opens or ends then.

    What comes "at midnight tonight" is dated by the day that begins then, or by the one that ends.
    """
    if event.closing and TONIGHT.search(text):
        return event.date, event.date
    if event.told and MADE_KNOWN.search(text):
        return pointer.days(event.told)
    if pointer.unit == "weekday" and event.end > event.date:
        day = day_within(event, pointer.low)
        return pointer.days(day) if day else None
    opens = event.end == event.date or OPENS.search(text) or (pointer.counted and pointer.low > 0)
    if opens and not event.unsure_start:
        return pointer.days(event.date)
    if (CLOSES.search(text) or (pointer.counted and pointer.high < 0)) and not event.unsure_end:
        return pointer.days(event.end)
    first, last = pointer.days(event.date), pointer.days(event.end)
    return (first[0], last[1]) if first is not None and last is not None else None


def nearest(pointers: Sequence[Pointer], places: Sequence[tuple[int, int]]) -> Pointer | None:
    """The pointer that belongs to an event: one that counts from right before its words, else the nearest."""

    def gap(pointer: Pointer) -> int:
        return min(
            a - pointer.end if a >= pointer.end else pointer.start - b if b <= pointer.start else 0
            for a, b in places
        )

    counted = [p for p in pointers if p.counted and any(0 <= a - p.end <= CLOSE for a, _ in places)]
    chosen = min(counted or pointers, key=lambda p: (p.unit == "weekday", gap(p), p.low))
    return chosen if gap(chosen) <= NEAR else None


def tells_when(text: str, pointer: Pointer, event: Event) -> bool:
    """Whether words point to the time of the event itself: not in "spoke today with the prime minister about the vote".

    Their verb is one of the event's own words ("died yesterday"), or tells that something takes place ("is next week").
    """
    if OWNER.match(text, pointer.end) or has_setting(text, (pointer.start, pointer.end), event):
        return True
    verb = governing_verb(text, pointer)
    if pointer.low > 0 and SUPPOSED.search(text):
        return False
    if verb is None:
        return pointer.unit != "weekday"
    start, end = verb
    places = places_of(event, text)
    inside = places[0][0] - CLOSE <= end <= max(b for _, b in places)
    own = any(
        m.start() < end and start < m.end() for g in event.groups for m in group_pattern(g).finditer(text)
    )
    if pointer.unit == "weekday" or (pointer.unit != "day" and pointer.low < 0):
        return own and inside
    done = 0 <= start - places[-1][1] <= CLOSE and CONCLUDED.search(text[start:end])
    if own or done or (inside and not SPOKE.search(text[start:end])) or WOKE.search(text[start:end]):
        return True
    return TAKES_PLACE.fullmatch(text[start:end]) is not None


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
    return any(
        not any(a < m.end() and m.start() < b for a, b in own) for m in RECALL.finditer(text, first, last)
    )


def pointing(text: str, expressions: list[Expression], opening: bool) -> Iterator[Pointer]:
    """Words that point from the report's day to an event."""
    told_day = any(e.cls in {"weekday", "date"} for e in expressions)
    for one in expressions:
        shift = shift_of(one)
        if shift is not None:
            if shift == 0 and TONIGHT.search(text):
                continue
            if shift == 0 and WOKE.search(text):
                shift = -1
            yield Pointer(start=one.start, end=one.end, low=shift, high=shift)
            if one.cls == "ago" and TODAY.match(text, one.end):
                return  # "a hundred days ago today": the day that is told is not today
        elif (around := close_by(one)) is not None:
            yield Pointer(start=one.start, end=one.end, low=around[0], high=around[1])
        elif one.cls == "period" and one.unit in {"week", "month"} and one.count is not None and not one.part:
            yield Pointer(start=one.start, end=one.end, low=one.count, high=one.count, unit=one.unit)
        elif one.cls == "weekday" and one.weekday is not None and not one.modifier:
            ahead = find_tense(text, one) == "future"
            yield Pointer(
                start=one.start, end=one.end, low=one.weekday, high=one.weekday, unit="weekday", ahead=ahead
            )
        elif one.cls == "offset" and (counted := counted_from(one, opening=opening and not told_day)):
            yield counted
    yield from counting_down(text, opening=opening)


def close_by(one: Expression) -> tuple[int, int] | None:
    """First and last day from the report's of "overnight", "twelve hours ago", "in five days"."""
    if one.cls == "ahead" and one.unit == "day" and one.count and one.modifier == "in":
        return one.count, one.count
    hours_ago = one.cls == "ago" and one.unit == "hour" and 0 < (one.count or 0) <= HOURS
    return (-1, 0) if hours_ago or (one.cls == "deictic" and one.modifier == "overnight") else None


def counted_from(one: Expression, *, opening: bool) -> Pointer | None:
    """ "Two days after ...", "hours after ..." of a report's opening, "ten days to go before ..." anywhere."""
    to_go = "to go" in one.text.lower()
    if not to_go and (not opening or one.base is not None):
        return None
    if one.modifier not in {"before", "after"}:
        return None
    head = WORDS_BEFORE.match(one.text)
    end = one.end if to_go or not head else one.start + head.end()
    sign = 1 if one.modifier == "before" else -1
    if one.unit == "day" and one.count:
        low = high = sign * one.count
    elif one.unit == "week" and one.count and to_go:
        low = high = sign * one.count * WEEK
    elif one.unit in {"hour", "minute"} and (one.count or 0) < HOURS:
        low, high = min(0, sign), max(0, sign)
    elif one.unit == "day":
        low, high = (1, WEEK) if sign > 0 else (-WEEK, -1)
    elif one.unit in {"week", "month"} and one.count:
        return Pointer(
            start=one.start, end=end, low=sign * one.count, high=sign * one.count, unit=one.unit, counted=True
        )
    else:
        return None
    return Pointer(start=one.start, end=end, low=low, high=high, counted=True)


def taking_place(text: str, expressions: Sequence[Expression]) -> Iterator[Pointer]:
    """ "The leaders are meeting in Warsaw", in a sentence that tells no other time."""
    now = NOW.search(text)
    if now is not None and all(e.cls in UNDATED for e in expressions):
        yield Pointer(start=now.start(), end=now.end(), low=0, high=0, counted=True)


def counting_down(text: str, *, opening: bool) -> Iterator[Pointer]:
    """ "At midnight", "on the eve of", "one week to go until", "with ten days left", "at midnight tonight"."""
    if (midnight := MIDNIGHT.search(text)) and not SOON.search(text):
        yield Pointer(start=midnight.start(), end=midnight.end(), low=0, high=0)
    soon = SOON.search(text)
    if soon and (MIDNIGHT.search(text) or "midnight" in soon.group().lower()):
        yield Pointer(start=soon.start(), end=soon.end(), low=1, high=1)
    if opening and (eve := EVE_OF.search(text)):
        yield Pointer(start=eve.start(), end=eve.end(), low=1, high=1)
    for left in LEFT.finditer(text):
        count = number_of(left["n"])
        if count:
            days = count * (WEEK if left["unit"].lower().startswith("week") else 1)
            yield Pointer(start=left.start(), end=left.end(), low=days, high=days)
