"""A gathering as the setting of what is told: "met today on the sidelines of the summit", "as the summit opened on Friday"."""

from __future__ import annotations

import datetime as dt
import re

from communique.dates import calendars as c
from communique.dates.event import Event
from communique.dates.event_words import span_of
from communique.dates.tense import CUT

WORDS = r"(?:[\w.’'-]+\s+){0,7}$"
AT = re.compile(
    rf"\b(?:at|during|attending|addressing|(?:sidelines|margins|fringes|edges)\s+of)\s+(?:(?:the|this|an?|its|their)\s+)?{WORDS}",
    re.IGNORECASE,
)
FOR = re.compile(rf"\bfor\s+(?:(?:the|this|its|their)\s+)?{WORDS}", re.IGNORECASE)
AS = re.compile(rf"\b(?:as|after|before|when)\s+(?:(?:the|this|its|their)\s+)?{WORDS}", re.IGNORECASE)
GOES_ON = re.compile(
    r"[^,;.]{0,25}?\b(?:opens?|opened|begins?|began|starts?|started|got\s+under\s+way|gets\s+under\s+way|ends?|ended|clos(?:es|ed)|"
    r"conclud(?:es|ed)|wrapped\s+up|drew\s+to\s+a\s+close|gather(?:s|ed)?|convene[ds]?)\b",
    re.IGNORECASE,
)


CEREMONY = re.compile(
    r"final\b|inaugurat|sworn|opening|opened|summit|signing|signed|handover|coronation|wedding|funeral|memorial|referend|vote|election|World Cup|Olympic",
    re.IGNORECASE,
)
ATTENDS = re.compile(r"\b(?:watch|attend|open|host|address|join|see)\b[^,;.]{0,40}$", re.IGNORECASE)


LEAVE = re.compile(
    r"\b(?:leaders|presidents|delegations|heads\s+of\s+(?:state|government)|guests)\b[^,.;]{0,80}?\b(?:left|flew\s+(?:home|off|out)|departed|went\s+home|headed\s+home|took\s+off|"
    r"scattered|dispersed|packed\s+up)\b[^.;]*$",
    re.IGNORECASE,
)


def all_leave(text: str, end: int) -> bool:
    """Whether a text up to words of time tells that all leave: "the leaders of the eight left the beach today"."""
    return LEAVE.search(text[:end]) is not None


def is_ceremony(event: Event) -> bool:
    """Whether an event goes by a timetable of the day, so that "hours before" it is the same day."""
    return event.gathering or any(CEREMONY.search(group) for group in event.groups)


def has_setting(text: str, pointer: tuple[int, int], event: Event, *, pointer_ahead: bool = False) -> bool:
    """Whether a gathering is where that takes place of which words tell the time: "signed it today at the NATO summit".

    Who flies somewhere "on Friday for the summit", looking ahead, goes on its day. Not where a clause ends between the two: "spoke today, a week after they met at the G20 summit in Bali".
    """
    if not is_ceremony(event):
        return False
    first, last = span_of(event, text)
    if pointer_ahead and pointer[1] <= first and ATTENDS.search(text, pointer[1], first):
        return not CUT.search(text, pointer[1], first)
    if pointer_ahead and FOR.search(text, 0, first):
        return not CUT.search(text, min(pointer[1], last), max(pointer[0], first))
    if AT.search(text, 0, first):
        return not CUT.search(text, min(pointer[1], last), max(pointer[0], first))
    return AS.search(text, 0, first) is not None and GOES_ON.match(text, last) is not None


def day_within(event: Event, weekday: int) -> dt.date | None:
    """The one day of an event that is a given weekday; None where none or several are."""
    days = [c.shift(event.date, step) for step in range((event.end - event.date).days + 1)]
    fitting = [day for day in days if day.weekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None
