"""Events told as they are made known: "the army said today that President Deby had died"."""

from __future__ import annotations

import datetime as dt
import re

from communique.dates import calendars as c
from communique.dates.event import Event, group_pattern
from communique.dates.event_words import span_of
from communique.dates.lexicon import NAMING
from communique.dates.pointers import Pointer

MADE_KNOWN = re.compile(
    r"\b(?:(?:announced|said|confirmed|reported|declared|told\s+(?:the|its|his|her)\s+(?:country|nation|people|world))\b(?=[^.;]{0,60}(?:\bthat\b|,))|"
    r"(?:announced|confirmed)(?=\s+(?:(?:today|tonight|this\s+\w+)\s+)?(?:the|his|her|an?)\b)|news\s+(?:of|that)\b)",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:had|has|have)\s+(?:been\s+)?\w+(?:ed|n|t)\b|\b(?:is|was|were|are)\s+(?:dead|leaving|withdrawing|killed|captured|over)\b|\bdeath\s+of\b|\bdied\b",
    re.IGNORECASE,
)
SAID_BEHIND = re.compile(
    r"\s*,\s(?:[^.;,]{1,60},\s){0,2}[^.;,]{0,60}\b(?:announced|said|confirmed)\b", re.IGNORECASE
)
HIDDEN = re.compile(r"\bdie|death|dead|kill|captur|arrest", re.IGNORECASE)
NEAR = 90  # code points between words of time and those that make an event known


def made_known(text: str, pointer: Pointer, event: Event) -> tuple[dt.date, dt.date] | None:
    """The days that a report can be of which tells that an event is made known: "the army said today that Deby had died".

    A death or capture may be made known on its day or the next, where the day is not told in the lexicon.
    """
    if pointer.unit not in {"day", "weekday"} or pointer.ahead or (pointer.unit == "day" and pointer.low > 0):
        return None
    first, last = span_of(event, text)
    news = next((m for m in MADE_KNOWN.finditer(text) if m.end() <= last), None) or SAID_BEHIND.match(
        text, last
    )
    if (
        news is None
        or abs(news.start() - pointer.end) > NEAR
        or not DONE.search(text, min(first, news.start()))
    ):
        return None
    after = news.end() if news.end() <= last else first
    if not any(group_pattern(g).search(text, after) for g in event.groups if not NAMING.search(g)):
        return None
    if event.told:
        return pointer.days(event.told)
    days = pointer.days(event.date)
    if pointer.unit == "weekday":
        return days
    kept_back = any(HIDDEN.search(group) for group in event.groups)
    return (days[0], c.shift(days[1], 1)) if days and kept_back else days
