"""Reads seasons, quarters and halves, and refuses words that look like them."""

from __future__ import annotations

import re

from communique.dates.expression import Expression
from communique.dates.read_calendar import before, made
from communique.dates.read_years import MEETING_NEXT, part_of
from communique.dates.words import ORDINALS, SEASONS, number_of, ordinal_number

STEPS = {"before last": "ago", "after next": "after next"}  # what "the summer before last" comes down to
SHORT = 40  # two figures below it are of this century
SEASON_OF_CONTACT = re.compile(
    r"\b(?:(?P<new>an?)|his|her|its|their|our|(?:the|a|an|his|her|its|their|[\w.]+['’]s?)\s+[\w-]+|[\w.]+['’]s?)\s$",
    re.IGNORECASE,
)
SEASON_PART = re.compile(
    r"\b(?P<part>early|late|midway|halfway|towards\s+the\s+end|end|start|beginning)\s+(?:(?:in|through|into|of)\s+)?(?:the\s+|last\s+|this\s+|next\s+)?$",
    re.IGNORECASE,
)


def read_season(text: str, match: re.Match[str]) -> Expression | None:
    """ "last winter", "the summer of 2015", "in spring"; not "prices fall", "a spring in the step"."""
    ahead = before(text, match.start())
    led = re.search(
        r"\b(?P<mod>this\s+past|this\s+coming|that\s+same|that|the\s+same|the\s+following|the\s+previous|the\s+next|come|Come|this|last|next|past|coming|following|previous|every|each|the|all|in|since|until|by|before|after|during|of|early|late|mid|high|deep|[Ii]t\s+(?:was|is)(?:\s+(?:still|already))?|the\s+\w+ern|the\s+austral|\w+ern|(?:Australian|Argentine|Chilean|South\s+African|New\s+Zealand|Antarctic|austral))[\s-]+(?P<part>early\s|late\s|mid-?\s?)?$",
        ahead,
        re.IGNORECASE,
    )
    described = None if led or match["y"] else SEASON_OF_CONTACT.search(ahead)
    if described and not re.match(MEETING_NEXT, text[match.end() :]):
        return None
    if not led and not match["y"] and not described:
        return None
    modifier = (
        " ".join(led["mod"].lower().split()) if led else "a" if described and described["new"] else None
    )
    if led and modifier in {"every", "each"}:
        return made(text, match.start() - len(led.group()), match.end(), "habit")
    word = match["s"].lower()
    if (
        word == "fall"
        and modifier in {"the", "after", "before", "since", "of", "in", "during", "by"}
        and re.match(r"\s+(?:of\s+[^\d]|in\s|from\s|behind)", text[match.end() :])
    ):
        return None
    if led and modifier in {"that", "that same", "the same", "the following", "the previous", "the next"}:
        return made(
            text,
            match.start() - len(led.group()),
            match.end(),
            "hang_season",
            month=SEASONS[word],
            modifier=modifier,
        )
    if re.match(r"\s+of\s+(?:discontent|love|nations)\b", text[match.end() :]):
        return None
    if word == "spring" and re.search(r"\b(?:Arab|Prague|hot)\s$", ahead):
        return None
    year = full_year(match["y"]) if match["y"] else None
    south = (
        "southern"
        if modifier
        and re.search(r"southern|austral|argentin|chilean|south african|new zealand|antarctic", modifier)
        else None
    )
    if match["rel"]:
        modifier = "year " + " ".join(match["rel"].split())
    modifier = STEPS.get(match["step"] or "", modifier)
    part = part_of(led["part"]) if led and led["part"] else None
    if not part and (through := SEASON_PART.search(ahead)):
        part = part_of(through["part"])
    start = match.start() - (
        len(led.group())
        if led and modifier in {"last", "next", "this", "this past", "this coming", "past", "coming"}
        else 0
    )
    return made(
        text,
        start,
        match.end(),
        "season",
        year=year,
        month=SEASONS[word],
        modifier=modifier,
        part=part,
        zone=south,
        count=2 if match["step"] else None,
    )


def full_year(word: str) -> int:
    """1999 for "1999" and "'99", 2012 for "'12"."""
    number = int(word.lstrip("'’"))
    return number if number > 99 else number + (2000 if number < SHORT else 1900)


def read_quarter(text: str, match: re.Match[str]) -> Expression | None:
    """ "the second quarter of 2019", "last quarter", "Q4 2024", "the first half of 2018", "the first three months of 2007"."""
    year = int(match["y"]) if match["y"] else None
    word = (match["q"] or "").lower()
    word = {"coming": "next", "previous": "last", "past": "last", "current": "this"}.get(word, word)
    modifier = "year " + match["rel"].lower() if match["rel"] else None
    if match["qn"] or match["hn"]:
        if not (year or modifier) and not re.search(
            r"\b(?:in|of|for|during|since|by|until)\s$", before(text, match.start()), re.IGNORECASE
        ):
            return None
        unit, count = ("quarter", int(match["qn"])) if match["qn"] else ("half", int(match["hn"]))
        return made(text, match.start(), match.end(), unit, year=year, count=count, modifier=modifier)
    number = (
        ordinal_number(word)
        if word not in {"", "last", "next", "this", "final", "opening", "closing"}
        else None
    )
    if match["n"]:
        if (number != 1 and word not in {"last", "final", "opening", "closing"}) or not (year or modifier):
            return None
        word = {"opening": "first"}.get(word, word)
        return made(
            text,
            match.start(),
            match.end(),
            "months_of",
            year=year,
            count=number_of(match["n"]),
            part=word,
            modifier=modifier,
        )
    unit = match["unit"].lower()
    if unit == "half" and not (year or modifier):
        return None
    if word in {"last", "closing", "opening"} and (year or modifier):
        number, word = (1 if word == "opening" else 4 if unit == "quarter" else 2), "first"
    if number is None and word != "final":
        return (
            made(text, match.start(), match.end(), unit, modifier=word, year=year)
            if unit == "quarter"
            else None
        )
    if word == "final":
        number = 4 if unit == "quarter" else 2
    if number is None or not 1 <= number <= 4 or word not in (*ORDINALS, "final"):
        return None
    return made(text, match.start(), match.end(), unit, year=year, count=number, modifier=modifier)
