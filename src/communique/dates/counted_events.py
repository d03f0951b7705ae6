"""Whether it is a known event from which words count: "two days after the coup", not "a day after the junta announced"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.dates.event import Event, group_pattern, is_name
from communique.dates.event_words import span_of
from communique.dates.pointers import Pointer
from communique.dates.tense import VERB

COUNTING = re.compile(
    r"\b(?:days?|weeks?|months?)\s+(?:before|after|until|ahead\s+of)\s+(?:the\s+|his\s+|her\s+|its\s+)?$"
)
TELLING = re.compile(
    r"(?:announc|declin|reject|cancel|refus|urg|warn|accus|den|demand|condemn|criticis|criticiz|ask|offer|invit)\w+|said|told",
    re.IGNORECASE,
)  # "a day after the junta announced that an envoy would not come" counts from no coup


HE_DID = re.compile(r"\s+(?:he|she|they|it)\b", re.IGNORECASE)


def clause_end(text: str, start: int) -> int:
    """Where the clause that begins at a place ends: at its comma, semicolon or full stop."""
    return min((i for mark in ",;." if (i := text.find(mark, start)) >= 0), default=len(text))


def every_place(event: Event, text: str) -> list[tuple[int, int]]:
    """Where any of an event's words stand in a text."""
    return [m.span() for group in event.groups for m in group_pattern(group).finditer(text)]


def counted_otherwise(text: str, pointer: Pointer, pointers: Sequence[Pointer], event: Event) -> bool:
    """Whether "today" is not of an event from which the sentence counts: "landed today, two days before his summit with Trump"."""
    if pointer.counted:
        return False
    places = every_place(event, text)
    if any(COUNTING.search(text, max(0, a - 40), a) for a, _ in places):
        return True
    if not event.near:
        return False
    return any(p.end <= a < sentence_part(text, p.end) for p in pointers if p.counted for a, _ in places)


def counted_from_it(text: str, pointer: Pointer, event: Event) -> bool:
    """Whether it is an event from which "two days after" counts: what is told by a word of its kind stands in the clause behind."""
    if not pointer.counted:
        return False
    if not event.near:
        end = text.find(";", pointer.end) if ";" in text[pointer.end :] else len(text)
        places = [(a, b) for a, b in every_place(event, text) if pointer.start <= a < end]
        return bool(places) and not is_only_reached(text, pointer, places)
    first, last = span_of(event, text)
    if event.seen and last > clause_end(text, pointer.end):
        return False
    if HE_DID.match(text, pointer.end) and what_he_did(event, text, pointer):
        return True
    if not pointer.end <= first + 1 or last > sentence_part(text, pointer.end):
        return False
    verb = VERB.search(text, pointer.end, last)
    told = verb is not None and TELLING.fullmatch(verb.group()) and first < verb.start()
    return not told or any(a < verb.end() and verb.start() < b for a, b in every_place(event, text) if verb)


def what_he_did(event: Event, text: str, pointer: Pointer) -> bool:
    """Whether what one did who is named before stands behind words that count: "Abe said, four days after he had become ..."."""
    end = sentence_part(text, pointer.end)
    behind = [group_pattern(g).search(text, pointer.end, end) for g in event.groups if not is_name(g)]
    named = [group_pattern(g).search(text, 0, pointer.start) for g in event.groups if is_name(g)]
    return bool(behind) and all(behind) and bool(named) and all(named)


ABOUT = re.compile(r"\b(?:of|about|against)\s+(?:the\s+|its\s+)?$")


def is_only_reached(text: str, pointer: Pointer, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a deed of its own comes before all words of an event: "a day after he took them out of the Paris accord"."""
    verb = VERB.search(text, pointer.end, max(b for _, b in places))
    behind = [(a, b) for a, b in places if a >= pointer.end]
    if verb is None or not behind or any(a < verb.end() for a, _ in behind):
        return False
    between = text[verb.end() : min(a for a, _ in behind)]
    return verb["back"] is not None and ABOUT.search(between) is not None


def sentence_part(text: str, start: int) -> int:
    """Where what is told from a place on ends: at a semicolon, a colon, or the comma behind a first verb."""
    verb = VERB.search(text, start)
    return clause_end(text, verb.end() if verb else start)
