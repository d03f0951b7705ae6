"""Evidence of a report's day by a birthday: "Mandela turned ninety today", "the Pope's 81st birthday"."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence

from communique.dates import calendars as c
from communique.dates.expression import Expression
from communique.dates.pointers import Pointer, counting_down, pointing
from communique.dates.proof import EARLIEST, Proof
from communique.dates.tense import CUT
from communique.dates.words import ORDINAL, number_of, ordinal_number
from communique.knowledge.load import LEXICON, read_toml

TURNED = re.compile(
    r"\b(?:turn(?:s|ed|ing)|became|reach(?:es|ed)\s+the\s+age\s+of|will\s+(?:be|turn)|to\s+turn)\s+(?P<n>\d{2,3}|[a-z]+(?:-[a-z]+)?)"
    r"(?=\s*(?:[,.;:]|$)|\s+(?:years?\s+old|today|tonight|tomorrow|yesterday|on|this|last|among|at|in|with|and|during|while|who|by|amid)\b)"
)
BIRTHDAY = re.compile(rf"\b(?P<n>{ORDINAL})(?:\s+birthday\b|(?=\s*[.,;](?:\s|$)))", re.IGNORECASE)
AGED = re.compile(
    r",\s+(?:who\s+(?:was|is)\s+)?(?P<n>\d{2,3})(?=\s+(?:today|tomorrow|yesterday|on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
ON_THE_DAY = re.compile(
    r"\b(?:on|(?:the\s+)?(?:day|evening|morning|eve)\s+of)\s+(?:his|her)\s*$", re.IGNORECASE
)
WEEK_AFTER = 6  # days
SUNG = re.compile(r"\b[Bb]irthday\b")
OF_ITS_SUBJECT = re.compile(
    r"|(?:,?\s+who)?\s+(?:(?:has|had|will|is|just)\s+)?(?:to\s+)?|,(?:\s[^,.;]{1,40},)?\s+(?:who\s+)?"
)
OF_A_THING = re.compile(
    r"\s+of\s+(?:the|a|an|his|her|its|their)\s"
)  # "the seventieth birthday of the republic"
NEAR = 60  # code points between a birthday and its time
AT_THE_START = 40  # code points: "On her 90th birthday the Queen lit a beacon"
OLDEST, YOUNGEST = 120, 18


@functools.cache
def known_births() -> tuple[tuple[dt.date, re.Pattern[str]], ...]:
    """The birthdays of the lexicon with the names of those who were born."""
    lines = read_toml(LEXICON / "dates.toml")["birthdays"]["days"]
    parted = (line.partition(" ") for line in lines)
    return tuple((dt.date.fromisoformat(day), re.compile(rf"\b(?:{names})\b")) for day, _, names in parted)


def birthday_proofs(
    text: str, expressions: list[Expression], *, opening: bool, source: str, before: str = ""
) -> list[Proof]:
    """The day by a birthday of a known person, in a sentence that names the person and the age; `before` is the sentence before."""
    proofs: list[Proof] = []
    for start, end, age in ages(text):
        born = person_near(
            text, start, before, own="day" not in text[start:end].lower() and not text[start].isdigit()
        )
        if born is None or OF_A_THING.match(text, end):
            continue
        day = c.add_years(born, age)
        pointers = [*pointing(text, expressions, opening), *counting_down(text, opening=opening)]
        for pointer in told_at(text, (start, end), pointers, opening=opening):
            days = pointer.days(day)
            if days is not None and days[0].year >= EARLIEST:
                why = f'"{" ".join(text[start:end].split())}" is {day.isoformat()}'
                news = pointer.unit == "weekday" and not pointer.ahead
                proofs.append(
                    Proof(first=days[0], last=days[1], why=why, source=f"{source}{start}", news=news)
                )
    return proofs


def ages(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a text tells that somebody came to an age, and the age."""
    for found in (*TURNED.finditer(text), *AGED.finditer(text)):
        age = number_of(found["n"])
        if age and YOUNGEST <= age <= OLDEST:
            yield found.start(), found.end(), age
    if SUNG.search(text):
        for found in BIRTHDAY.finditer(text):
            age = ordinal_number(found["n"])
            if age and YOUNGEST <= age <= OLDEST:
                yield found.start(), found.end(), age


def person_near(text: str, place: int, before: str, *, own: bool) -> dt.date | None:
    """The day of birth of the last known person named before a place, else of the first behind it, else of the one before the sentence.

    Whose `own` verb tells the age is named right before it: "Merkel, who turned 60".
    """
    ahead = [
        (m.start(), m.end(), born)
        for born, names in known_births()
        for m in names.finditer(text)
        if m.end() <= place
    ]
    if own:
        named = [one for one in ahead if OF_ITS_SUBJECT.fullmatch(text[one[1] : place])]
        return max(named)[2] if named else None
    if ahead:
        return max(ahead)[2]
    behind = [(m.start(), born) for born, names in known_births() for m in names.finditer(text, place)]
    if behind:
        return min(behind)[1]
    told = {born for born, names in known_births() if names.search(before)}
    return told.pop() if len(told) == 1 else None


def told_at(
    text: str, place: tuple[int, int], pointers: Sequence[Pointer], *, opening: bool
) -> list[Pointer]:
    """The words of time that tell when a birthday is: the nearest ones; an opening that begins with it is of its day."""
    near = [
        p
        for p in pointers
        if not CUT.search(text, *sorted((min(p.end, place[1]), max(p.start, place[0])))[:2])
    ]
    near = [p for p in near if max(p.start - place[1], place[0] - p.end) <= NEAR]
    if near:
        return [min(near, key=lambda p: (max(p.start - place[1], place[0] - p.end, 0), p.start))]
    on_it = opening and ON_THE_DAY.search(text, 0, place[0]) is not None
    begins = place[0] <= AT_THE_START
    return [Pointer(start=place[0], end=place[1], low=0 if begins else -WEEK_AFTER, high=0)] if on_it else []
