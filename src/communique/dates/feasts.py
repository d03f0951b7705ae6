"""Evidence of a report's day by a feast within the offices held: "spent his first Diwali in office with soldiers today"."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from communique.dates import calendars as c
from communique.dates.clues import Clue, shift_of
from communique.dates.expression import Expression
from communique.dates.lexicon import load_names
from communique.dates.office_days import persons_in, starts
from communique.dates.proof import Proof, on_day
from communique.dates.recurring import LATEST, Held
from communique.dates.tense import CUT, find_tense
from communique.dates.tenures import Bounds
from communique.dates.words import number_of
from communique.knowledge import Knowledge
from communique.knowledge.load import LEXICON, read_toml
from communique.records import Mention, Sentence

KEPT = re.compile(
    r"\b(?:spen(?:t|ds?|ding)|celebrat\w+|mark(?:s|ed|ing)|shar(?:es?|ed|ing)|kept|keep(?:s|ing)?|observ(?:es?|ed|ing)|"
    r"(?:his|her|their|its|the)\s+(?:first|second|last))\b",
    re.IGNORECASE,
)
SENT = re.compile(
    r"\b(?:greet\w+|wish\w*|congratulat\w+|message\w*|card|felicitat\w+|ahead\s+of|before|after|since|until|for|by)\b",
    re.IGNORECASE,
)
EVE = re.compile(r"\b(?:on\s+)?the\s+(?:very\s+)?eve\s+of\s+(?:the\s+)?$", re.IGNORECASE)
ON = re.compile(r"(?:^|[-–—:.,]\s+)[Oo]n\s+(?:the\s+)?$|\b[Oo]n\s+$")
FIRST = re.compile(r"\bfirst\s+(?:[A-Z]\w+\s+)?$")
AT_MIDNIGHT = re.compile(r"\bmidnight\s+mass\b", re.IGNORECASE)  # of the day before the feast
THE_FIRST = re.compile(
    r"[^.;]{0,30},\s+(?:his|her)\s+first\s+(?:in\s+(?:office|power)|as\s+\w+|of\s+(?:his|her)\s+\w+)",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|a)\s+days?\s+(?P<w>before|ahead\s+of|after)\s+$",
    re.IGNORECASE,
)
OF_OFFICE = re.compile(
    r"\s+(?:in\s+(?:office|power)|as\s+(?:president|prime\s+minister|chancellor|premier|king|pope|pontiff|leader|head)|of\s+(?:his|her)\s+(?:papacy|pontificate|presidency|reign|term|premiership)|on\s+the\s+throne)\b",
    re.IGNORECASE,
)
ANIMALS = (
    "Rat",
    "Ox",
    "Tiger",
    "Rabbit",
    "Dragon",
    "Snake",
    "Horse",
    "Goat",
    "Monkey",
    "Rooster",
    "Dog",
    "Pig",
)
YEAR_OF = re.compile(
    rf"\b(?:first\s+day|start|beginning|dawn|eve)\s+of\s+the\s+Year\s+of\s+the\s+(?P<animal>{'|'.join(ANIMALS)}|Sheep)\b"
)
RAT = 2020  # a year of the rat
CYCLE = 12
WEEK_AFTER = 6  # days
Told = Sequence[tuple[Sentence, str, list[Expression]]]


def feast_proofs(told: Told, mentions: Sequence[Mention], knowledge: Knowledge, held: Held) -> list[Proof]:
    """The day of a feast that a report's opening tells as that of its news, in the one year that the offices leave."""
    for sentence, text, expressions in told[:2]:
        named = [e for e in expressions if e.cls == "named" and everywhere(e, text)]
        for one in named:
            behind = THE_FIRST.match(text, one.end)
            if behind or (FIRST.search(text, 0, one.start) and OF_OFFICE.match(text, one.end)):
                return first_kept(one, (sentence, text, expressions), (mentions, knowledge))
        for clue, later in feasts_told(text, named, expressions):
            days = feast_days(clue, held.told)
            if len(days) == 1:
                why = f'"{clue.text}" is {c.shift(days[0], clue.shift).isoformat()} in the one year that fits'
                return [Proof(first=days[0], last=c.shift(days[0], later), why=why, news=later > 0)]
    return []


def everywhere(one: Expression, text: str) -> bool:
    """Whether a feast is kept on one day wherever it is kept, or a text tells of the one state whose feast it then is."""
    feasts = feasts_of_one_day()
    if one.name not in feasts:
        return False
    keeper = feasts[one.name]
    return keeper is None or keeper.search(text) is not None


@functools.cache
def feasts_of_one_day() -> dict[str | None, re.Pattern[str] | None]:
    """The feasts of one day: those of the same day everywhere, and those of one state with the words that tell of it."""
    feasts = read_toml(LEXICON / "dates.toml")["feasts"]
    keepers = {feast: re.compile(rf"\b(?:{words})\b") for feast, words in feasts["where"].items()}
    return dict.fromkeys(feasts["everywhere"]) | keepers


def feasts_told(
    text: str, named: Sequence[Expression], expressions: Sequence[Expression]
) -> Iterator[tuple[Clue, int]]:
    """The feasts of a sentence with how far they lie from the report's day, and how many days after it can still tell of them."""
    shifts = {s for e in expressions if e.cls == "deictic" and (s := shift_of(e)) is not None}
    for one in named:
        clue = Clue(text=one.text, shift=0, feast=one.name)
        ahead = text[: one.start]
        counted = COUNTED.search(ahead)
        if counted and (number := number_of(counted["n"])):
            sign = -1 if counted["w"].lower() == "after" else 1
            yield replace(clue, shift=sign * number, text=f"{counted.group()}{one.text}"), 0
        elif EVE.search(ahead):
            yield replace(clue, shift=1, text=f"the eve of {one.text}"), 0
        elif len(shifts) == 1 and kept(text, one):
            yield replace(clue, shift=next(iter(shifts))), 0
        elif not shifts and ON.search(ahead) and find_tense(text, one) == "past" and others(one, expressions):
            yield clue, WEEK_AFTER
    if year := YEAR_OF.search(text):
        yield zodiac(year, shifts)


def kept(text: str, one: Expression) -> bool:
    """Whether a clause tells that a feast is kept: "shared Thanksgiving with the soldiers", not "sent greetings for Diwali"."""
    cut = max((m.end() for m in CUT.finditer(text, 0, one.start)), default=0)
    return KEPT.search(text, cut, one.start) is not None and not SENT.search(text, cut, one.start)


def others(one: Expression, expressions: Sequence[Expression]) -> bool:
    """Whether a sentence tells no day but the feast."""
    return all(e == one or e.cls in {"duration", "habit", "name", "time"} for e in expressions)


def zodiac(year: re.Match[str], shifts: set[int]) -> tuple[Clue, int]:
    """ "The first day of the Year of the Tiger": the Lunar New Year of one year in twelve."""
    animal = "Goat" if year["animal"] == "Sheep" else year["animal"]
    feast = "lunar-new-year-eve" if year.group().lower().startswith("eve") else "lunar-new-year"
    clue = Clue(text=year.group(), shift=next(iter(shifts)) if len(shifts) == 1 else 0, feast=feast)
    return replace(clue, remainder=(RAT + ANIMALS.index(animal)) % CYCLE), 0 if shifts == {0} else WEEK_AFTER


def feast_days(clue: Clue, bounds: Bounds) -> list[dt.date]:
    """The days within the offices on which a report can be that tells of a feast: the first day of one of several."""
    if bounds.first is None or bounds.last is None or bounds.torn:
        return []
    last = min(bounds.last, LATEST)
    feast = load_names().days[clue.feast or ""]
    days = (c.shift(first, -clue.shift) for first, _ in feast.dates(bounds.first.year, last.year))
    fitting = [day for day in days if bounds.allow(day, dt.timedelta(0)) and day <= LATEST]
    if clue.remainder is not None:
        fitting = [day for day in fitting if c.shift(day, clue.shift + 1).year % CYCLE == clue.remainder]
    return fitting


def first_kept(
    one: Expression, told: tuple[Sentence, str, list[Expression]], known: tuple[Sequence[Mention], Knowledge]
) -> list[Proof]:
    """ "His first Diwali in office": the first one in the only high office that the sentence's person has held."""
    sentence, text, expressions = told
    mentions, knowledge = known
    shifts = {s for e in expressions if e.cls == "deictic" and (s := shift_of(e)) is not None}
    people = [m.actors[0] for m in persons_in(sentence, mentions)]
    begun = starts(people[0], text, knowledge) if people else set()
    offices = (
        {(t.of, t.office) for t in knowledge.tenures_of.get(people[0].id, ()) if t.start in begun}
        if people
        else set()
    )
    on = ON.search(text, 0, one.start) is not None
    if (len(shifts) != 1 and (shifts or not on)) or len(offices) != 1 or AT_MIDNIGHT.search(text):
        return []
    start = dt.date.fromisoformat(min(begun))
    feast = load_names().days[one.name or ""]
    kept_on = [first for first, _ in feast.dates(start.year, start.year + 1) if first > start]
    why = (
        f'"{one.text}" of {min(kept_on).isoformat()} is the first after {start.isoformat()}'
        if kept_on
        else ""
    )
    if kept_on and not shifts:
        return [Proof(first=min(kept_on), last=c.shift(min(kept_on), WEEK_AFTER), why=why, news=True)]
    return [on_day(day=c.shift(min(kept_on), -shifts.pop()), why=why)] if kept_on else []
