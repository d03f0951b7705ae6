"""Whether words of time tell of a known event itself, by the verb that they belong to: "died yesterday", not "spoke of it today"."""

from __future__ import annotations

import re

from communique.dates.counted_events import clause_end, every_place
from communique.dates.event import Event, group_pattern, is_name
from communique.dates.event_words import SPOKE, places_of, span_of
from communique.dates.lexicon import NAMING
from communique.dates.pointers import WOKE, Pointer
from communique.dates.scenes import is_own, reacting, told_beside, was_seen
from communique.dates.setting import all_leave, has_setting, is_ceremony
from communique.dates.tense import CUT, VERB, only_adjective

OWNER = re.compile(r"['’]s?\s")  # "yesterday's coup attempt"
HELD = re.compile(
    r"(?:\w+\s+)?(?:held|hosted|opened|convened|staged|inaugurated|began|closed|concluded|ended)",
    re.IGNORECASE,
)
ITS_OBJECT = re.compile(
    r"\s+(?:the|their|its|his|her|an?)\s+(?:(?!talks|meetings?|calls?|conversations?|discussions?|with\b|on\b|about\b|for\b)[\w’'-]+\s+){0,5}?\w+",
    re.IGNORECASE,
)
MEET = re.compile(r"(?:will\s+)?(?:meet|gather|assemble|convene)s?", re.IGNORECASE)
CLOSE = 15  # code points between "two days after", or a verb, and the event that it counts from or tells of
NEAR = 90  # code points between a deictic and the words that name an event
ATTENDED = re.compile(
    r"(?:\w+\s+)?(?:open(?:s|ed)|clos(?:es|ed)|chair(?:s|ed)|address(?:es|ed)|host(?:s|ed))", re.IGNORECASE
)
WON = re.compile(r"(?:\w+\s+)?(?:won|wins|beats?|beaten|defeat(?:s|ed))", re.IGNORECASE)
OWNED = 40  # code points from "yesterday's" to a word of what it was: "yesterday's failed attempt at a coup"
CONCLUDED = re.compile(
    r"\b(?:signed|initialled|initialed|adopted|reached|struck|concluded|sealed|agreed|filed|collapsed|broke|ratified|declared|proclaimed)\b",
    re.IGNORECASE,
)
WHILE = re.compile(r",?\s(?:as|when|while)\s+", re.IGNORECASE)
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
    """Whether an event is told in the clause of what was at the same time: "sat in the wind this morning as he was buried"."""
    joined = WHILE.match(text, pointer.end)
    if joined is None:
        return False
    end = clause_end(text, joined.end())
    if SPOKE.search(text, joined.end(), end) or reacting().search(text, joined.end(), end):
        return False
    told = [g for g in event.groups if group_pattern(g).search(text, joined.end(), end)]
    return any(map(is_name, told)) and not all(map(is_name, told))


def tells_when(text: str, pointer: Pointer, event: Event) -> bool:
    """Whether words point to the time of the event itself: not in "spoke today with the prime minister about the vote".

    Their verb is one of the event's own words ("died yesterday"), or tells that something takes place ("is next week").
    """
    if (owned := OWNER.match(text, pointer.end)) and (
        not event.near or pointer.end <= span_of(event, text)[0]
    ):
        return any(0 <= a - owned.end() <= OWNED for a, _ in every_place(event, text))
    if told_by_its_setting(text, pointer, event):
        return True
    verb = governing_verb(text, pointer)
    first, last = text.rfind(",", 0, pointer.start) + 1, max(pointer.end, places_of(event, text)[-1][1])
    supposed = SUPPOSED.search(text, first, last) if pointer.low > 0 or event.loose else None
    if supposed and not is_own(text, supposed.span(), event):
        return False
    if event.seen and was_seen(text, pointer, event, verb):
        return True
    if verb is None:
        return pointer.unit != "weekday" and (not event.near or beside(text, pointer, event))
    return told_by_verb(text, pointer, event, verb)


def told_by_its_setting(text: str, pointer: Pointer, event: Event) -> bool:
    """Whether an event is told by where it stands: as a setting, right behind the words of time, or in a clause of its own."""
    coming = pointer.unit == "weekday" and pointer.ahead
    if has_setting(text, (pointer.start, pointer.end), event, pointer_ahead=coming):
        return True
    if is_ceremony(event) and right_behind(text, pointer, event):
        return True
    if event.gathering and (opens_it(text, pointer, event) or all_leave(text, pointer.end)):
        return True
    if event.gathering and pointer.low > 0 and pointer.unit == "day" and who_meet(text, pointer, event):
        return True
    if is_ceremony(event) and held_it(text, pointer, event):
        return True
    if pointer.had:
        return 0 <= pointer.start - span_of(event, text)[1] <= CLOSE
    return at_the_time(text, pointer, event)


def who_meet(text: str, pointer: Pointer, event: Event) -> bool:
    """Whether those of a gathering are told to meet: "the NATO leaders, who gather in the stadium tomorrow"."""
    verb = governing_verb(text, pointer)
    return (
        verb is not None
        and MEET.fullmatch(text[slice(*verb)]) is not None
        and any(0 <= verb[0] - last <= CLOSE for _, last in every_place(event, text))
    )


def held_it(text: str, pointer: Pointer, event: Event) -> bool:
    """Whether the verb of words of time has an event for its object: "held their first ever summit here on Sunday"."""
    verb = governing_verb(text, pointer)
    ahead = pointer.ahead or (pointer.unit == "day" and pointer.low > 0)
    if verb is None or ahead or not HELD.fullmatch(text[slice(*verb)]):
        return False
    last = span_of(event, text)[1]
    return verb[1] < last <= pointer.start and ITS_OBJECT.fullmatch(text, verb[1], last) is not None


def told_by_verb(text: str, pointer: Pointer, event: Event, verb: tuple[int, int]) -> bool:
    """Whether the verb of words of time is one of the event's own, or says that the event takes place."""
    start, end = verb
    if WON.fullmatch(text[start:end]) and not named_before(text, start, event):
        return False
    places = places_of(event, text)
    inside = places[0][0] - CLOSE <= end and start <= max(b for _, b in places)
    own = is_own(text, verb, event)
    own = own or (event.near > 0 and not event.loose and its_object(text, verb, event))
    own = own or (event.near > 0 and told_beside(text, pointer, event, verb))
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
