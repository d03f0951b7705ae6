"""Events told by what was to be seen, and by verbs beside that of the words of time: "was shot as he spoke in Nara today"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from msgspec.structs import replace

from communique.dates.event import Event, group_pattern, is_name
from communique.dates.event_words import SPOKE, span_of
from communique.dates.pointers import Pointer
from communique.dates.tense import CUT, VERB
from communique.knowledge.caseless import Caseless
from communique.knowledge.load import LEXICON, read_toml

BESIDE = 60  # code points between words of time without a verb and what was to be seen
MEETING = re.compile(
    r"(?:met|talked|dined|held|received|welcomed|spent)", re.IGNORECASE
)  # done where it was seen
JOINED = re.compile(r",?\s+and\s+(?:then\s+)?", re.IGNORECASE)
MEANWHILE = re.compile(
    r"\b(?:as|when|while|where|in which|by which)\s+(?:[\w’'.-]+,?\s+){0,5}$", re.IGNORECASE
)
EARLY, LATE = (
    9,
    15,
)  # hours: what comes before the one is hours ago on the same day, behind the other in its evening
MORNING = re.compile(r"\bthis\s+morning\b|\bat\s+(?:dawn|daybreak|sunrise)\b|\bbreakfast\b", re.IGNORECASE)
EVENING = re.compile(
    r"\b(?:this\s+evening|tonight|in\s+the\s+evening|(?:at|over)\s+(?:dinner|supper)|by\s+nightfall|at\s+dusk)\b",
    re.IGNORECASE,
)


@functools.cache
def reacting() -> Caseless:
    """Verbs of those who react to an event from elsewhere: "condemned today the storming of the palace"."""
    return Caseless(rf"\b(?:{'|'.join(read_toml(LEXICON / 'dates.toml')['reacting']['verbs'])})\b")


def was_seen(text: str, pointer: Pointer, event: Event, verb: tuple[int, int] | None) -> bool:
    """Whether words of time look back to what was to be seen at an event: "crowds swam in the president's pool on Saturday".

    Not where their verb only speaks of it, or reacts to it, nor where a clause ends between the two.
    """
    if pointer.counted or pointer.ahead or pointer.unit not in {"day", "weekday"}:
        return False
    if pointer.unit == "day" and pointer.low > 0:
        return False
    first, last = span_of(event, text)
    between = text[min(pointer.end, last) : max(pointer.start, first)]
    if not (first <= pointer.start <= last) and CUT.search(between):
        return False
    if verb is None:
        return len(between) <= BESIDE
    words = text[slice(*verb)]
    if is_own(text, verb, event) or (
        MEETING.fullmatch(words) and sum(map(is_name, event.groups)) > 1 < len(event.groups) - 1
    ):
        return True
    return not (SPOKE.search(words) or reacting().search(words))


def is_own(text: str, verb: tuple[int, int], event: Event) -> bool:
    """Whether a verb is one of an event's words."""
    return any(
        m.start() < verb[1] and verb[0] < m.end()
        for group in event.groups
        for m in group_pattern(group).finditer(text)
    )


def told_beside(text: str, pointer: Pointer, event: Event, verb: tuple[int, int]) -> bool:
    """Whether a verb of the event itself stands beside that of words of time, in the same breath.

    "Wrote today and gave up his office", "was shot dead as she left a rally this evening".
    """
    return any(is_own(text, other, event) for other in verbs_beside(text, pointer, verb))


def verbs_beside(text: str, pointer: Pointer, verb: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The verb joined to that of words of time behind them, and those of the clause in whose time it is told."""
    joined = JOINED.match(text, pointer.end)
    if joined and (behind := VERB.match(text, joined.end())):
        yield behind.span()
    ahead = [v.span() for v in VERB.finditer(text, 0, verb[0])]
    if ahead and verb[1] <= pointer.start and MEANWHILE.search(text, ahead[-1][1], verb[0]):
        cuts = [m.end() for m in CUT.finditer(text, 0, ahead[-1][0])]
        yield from (place for place in ahead if place[0] >= (cuts[-1] if cuts else 0))


def by_the_hour(text: str, pointer: Pointer, event: Event) -> Pointer:
    """ "Hours after" of what came early in the day, or told in the evening, is that day; of the evening, told in the morning, the next."""
    if not pointer.counted or pointer.unit != "day" or (pointer.low, pointer.high) != (-1, 0):
        return pointer
    if (event.hour is not None and event.hour <= EARLY) or EVENING.search(text):
        return replace(pointer, low=0)
    if event.hour is not None and event.hour >= LATE and MORNING.search(text):
        return replace(pointer, high=-1)
    return pointer
