"""Evidence of a report's day by days counted from a war's first: "on day 500 of the full-scale war"."""

from __future__ import annotations

import datetime as dt
import functools
import re

from communique.dates import calendars as c
from communique.dates.lexicon import load_names
from communique.dates.proof import EARLIEST, Proof, on_day
from communique.dates.words import number_of, ordinal_number
from communique.knowledge.load import LEXICON, read_toml

COUNTED_DAY = re.compile(
    r"\b(?:the\s+)?(?P<n>(?:\d,\d{3}|\d{1,4})(?:st|nd|rd|th)|(?:one\s+)?(?:hundredth|thousandth)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w+|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|twentieth|thirtieth|fortieth|fiftieth|(?:two|three|four|five)[- ]hundredth)\s+day\s+of\s+(?P<of>[^,;.]{5,70})"
    r"|\b[Dd]ay\s+(?P<d>\d,\d{3}|\d{1,4}|[a-z]+(?:-[a-z]+)?)\s+of\s+(?P<of2>[^,;.]{5,60})"
)
WAR = re.compile(
    r"\b(?:war|invasion|offensive|conflict|fighting|bombing|bombardment|campaign|hostilities|assault|air\s?strikes)\b"
)
HUNDREDS = {
    "hundredth": 100,
    "one hundredth": 100,
    "two-hundredth": 200,
    "two hundredth": 200,
    "three-hundredth": 300,
    "three hundredth": 300,
    "four-hundredth": 400,
    "five-hundredth": 500,
    "five hundredth": 500,
    "thousandth": 1000,
    "one thousandth": 1000,
}


@functools.cache
def wars() -> tuple[tuple[dt.date, tuple[re.Pattern[str], ...]], ...]:
    """The first days of wars with the groups of words of which each must occur in a report of it."""
    lines = (line.partition(" ") for line in read_toml(LEXICON / "dates.toml")["wars"]["days"])
    return tuple(
        (
            dt.date.fromisoformat(day),
            tuple(re.compile(rf"\b(?:{part.strip()})\b") for part in words.split("&")),
        )
        for day, _, words in lines
    )


def counted_proofs(text: str, around: str, source: str, shift: int = 0) -> list[Proof]:
    """ "On the 100th day of Russia's invasion": the first day is the event's own, or that of the war that a report is about.

    `shift` is how far the time of the sentence lies from the report: -1 of "met doctors last night, on the second day of".
    """
    found = COUNTED_DAY.search(text)
    if not found:
        return []
    word = (found["n"] or found["d"]).lower().replace(",", "")
    count = HUNDREDS.get(word) or (ordinal_number(word) if found["n"] else number_of(word)) or 0
    if not count:
        return []
    words = found["of"] or found["of2"]
    named = load_names().event_named(words)
    firsts = {event.date for event in named} or (wars_meant(around) if WAR.search(words) else set())
    days = {c.shift(first, count - 1 - shift) for first in firsts}
    why = f'"{" ".join(found.group().split())}"'
    proofs = [on_day(day=day, why=why) for day in sorted(days) if day.year >= EARLIEST]
    return [Proof(first=p.first, last=p.last, why=p.why, source=source) for p in proofs]


def wars_meant(around: str) -> set[dt.date]:
    """The first days of the wars that a report may be about, by what it names."""
    return {day for day, groups in wars() if all(group.search(around) for group in groups)}
