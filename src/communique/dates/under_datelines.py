"""The year of a dateline without one: by the weekday of the news, what has just happened, and who has just taken office."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from communique.dates.clues import Clue
from communique.dates.lexicon import load_names
from communique.dates.proof import Proof, on_day
from communique.dates.same_day import LOOKS_BACK, Told
from communique.dates.tense import find_tense
from communique.dates.tenures import iso_day
from communique.knowledge import Knowledge
from communique.records import Mention

WEEK = 7
NEWS_DAYS = 3  # a day of news and the two after it, on which it is told by its weekday
OPENING = 3  # sentences
HEADED = 2  # sentences: a head line, and the first of the text
JUST = 3  # days: what is told as news has happened within them
SOON = 1  # days: what is announced for tomorrow
IN_OFFICE = 4  # days after an office began or ended within which that is news
RECALLED = re.compile(rf"{LOOKS_BACK.pattern}|\bon\s+the\s+anniversary|\bmark(?:s|ed|ing)?\b", re.IGNORECASE)
TURN = re.compile(
    r"\b(?:new|newly|elected|chosen|confirmed|approved|appointed|named|sworn|oath|inaugurat\w+|t(?:ook|akes|aken|aking)\s+(?:office|over|power)|"
    r"succeed\w*|replac\w+|becomes?|became|predecessor|coalition|forms?|formed|resign\w*|stepp?(?:s|ed|ing)\s+down|quit|ousted|"
    r"first\s+(?:day|call|trip|visit|foreign))\b",
    re.IGNORECASE,
)
Days = Callable[[Sequence[Clue], bool], list[dt.date]]


def under_dateline(
    clues: Sequence[Clue], told: Told, days: Days, turns: frozenset[dt.date], *, titled: bool
) -> list[Proof]:
    """The day of "BOGOTA, Aug. 10 - ... spoke on Monday", in the one year that fits of those that the offices leave.

    `days` gives the days on which clues fit within the offices held, `turns` are the days on which offices of those
    named began or ended. What the opening tells as news comes on its weekday or in the two days after it. Of several
    such years it is the one in which a known event or the turn of an office lies beside the day; else the one in which
    the dateline's own day is that weekday; else the only one, if somebody is `titled` with the office that leaves it: a bare
    name may be of one elected and not yet in office.
    """
    dateline = [
        c for c in clues if c.month and c.day and c.year is None and c.weekday is None and c.shift == 0
    ]
    if len(clues) != 1 or not dateline or not told:
        return []
    weekday, words = weekday_of_news(told)
    fitting, loose = (
        [d for d in days(dateline, wide) if weekday is None or (d.weekday() - weekday) % WEEK < NEWS_DAYS]
        for wide in (False, True)
    )
    why = f'"{dateline[0].text}"' + (f' beside "{words}"' if words else "")
    opening = " ".join(text for text, _ in told[:OPENING])
    sure = [d for d in fitting if has_just(opening, d, turns)]
    sure = sure or [d for d in loose if has_just(opening, d, turns)]
    if len(sure) == 1:
        return [on_day(day=sure[0], why=f"{why} in the one year in which what it tells is news")]
    if weekday is None:
        return []
    same = [d for d in fitting if d.weekday() == weekday]
    near = same if len(same) == 1 else fitting if titled else []
    return [on_day(day=near[0], why=f"{why} in the one year that fits")] if len(near) == 1 else []


def weekday_of_news(told: Told) -> tuple[int | None, str]:
    """The one weekday of the past that a report opens with, below a head line or not, with its words."""
    for text, found in told[:HEADED]:
        days = [e for e in found if e.cls == "weekday" and e.weekday is not None and not e.modifier]
        if days:
            one = len({e.weekday for e in days}) == 1 and find_tense(text, days[0]) == "past"
            return (days[0].weekday, days[0].text) if one else (None, "")
    return None, ""


def has_just(opening: str, day: dt.date, turns: frozenset[dt.date]) -> bool:
    """Whether an event that an opening names, or the turn of an office that it tells of, lies beside a day."""
    if TURN.search(opening) and any(-SOON <= (day - turn).days <= IN_OFFICE for turn in turns):
        return True
    if RECALLED.search(opening):
        return False
    return any(
        (day - event.end).days <= JUST and (event.date - day).days <= SOON
        for event in load_names().event_named(opening)
    )


def turns_of_office(mentions: Sequence[Mention], knowledge: Knowledge) -> frozenset[dt.date]:
    """The days on which offices of the persons named began or ended, where they are known to the day."""
    found: set[dt.date] = set()
    for mention in mentions:
        if len(mention.actors) != 1 or mention.actors[0].type != "person":
            continue
        for tenure in knowledge.tenures_of.get(mention.actors[0].id, ()):
            found |= {
                iso_day(day) for day in (tenure.start, tenure.end) if day and len(day) == len("2000-01-01")
            }
    return frozenset(found)
