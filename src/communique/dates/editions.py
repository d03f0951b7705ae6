"""Editions of regular gatherings as events: the 16th BRICS summit, the NATO summit in Vilnius, the 2024 G20 summit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from communique.dates.event import Event
from communique.dates.words import ORDINALS, TENS, TENTHS
from communique.errors import LexiconError

APART = r"(?:[\s-]+[\w.’'-]+){0,4}?[\s-]+"  # words between a number and the name that it counts
BEFORE_NAME = r"(?:\s+[\w.’'-]+){0,3}?\s+"
AT = r"(?:at|during|(?:sidelines|margins)\s+of)\s+(?:the\s+)?(?:last\s+|this\s+)?"
UNSURE = "~"
NO_WORD = "-"
MINISTERS = r"(?!(?:\s+[\w’'-]+)?\s+(?:[Mm]inist(?:ers?|erial)|[Ss]herpas?|[Ee]nvoys|[Oo]fficials)\b)"


def read_editions(series: Mapping[str, Any]) -> Iterator[Event]:
    """The events of one series of editions.toml; LexiconError names a faulty edition.

    "16; Kazan; 2024-10-22; 2024-10-24" of BRICS is named by "the 16th BRICS summit" and "the BRICS summit in Kazan".
    """
    for line in series["editions"]:
        number, place, first, *rest = (part.strip() for part in line.split(";"))
        last = rest[0] if rest else first
        try:
            start, end = (dt.date.fromisoformat(day.removeprefix(UNSURE)) for day in (first, last))
        except ValueError as error:
            raise LexiconError(
                f'edition "{line}": {error}', where="editions.toml", remedy="write the days as 2024-10-22"
            ) from error
        yield Event(
            id=f"{series['id']}-{start.year if number == NO_WORD else number}",
            date=start,
            end=end,
            groups=groups_of(series, number, place, start.year),
            gathering=not series.get("own", False),
            unless=series.get("unless", ""),
            unsure_start=first.startswith(UNSURE),
            unsure_end=last.startswith(UNSURE),
        )


def groups_of(series: Mapping[str, Any], number: str, place: str, year: int) -> tuple[str, ...]:
    """The words of which each group must occur: name, kind and mark; of an `own` series kind and mark."""
    mark = "|".join(marks(series, number, place, year))
    if series.get("own"):
        return (mark, series["kind"])
    return (rf"(?:{series['names']}){MINISTERS}", rf"{series['kind']}|{AT}(?:{series['names']})", mark)


def marks(series: Mapping[str, Any], number: str, place: str, year: int) -> Iterator[str]:
    """What tells one edition from the others: its place, its number beside the name, the year before the name."""
    names = series["names"]
    if place != NO_WORD:
        yield rf"(?:{place})" if series.get("own") else rf"(?:{place})\b"
    if number != NO_WORD:
        count = ordinal_forms(int(number))
        yield rf"(?:{count}){APART}(?:{names}|{series['kind']})"
        yield rf"(?:{names})(?:['’]s)?\s+(?:{count})\b"
        if "numbered" in series:
            yield series["numbered"].replace("{n}", number)
    yield rf"{year}{BEFORE_NAME}(?:{names})"


def ordinal_forms(number: int) -> str:
    """A pattern of an ordinal in digits and in words: "16th|sixteenth"."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    words = [word for word, value in (*ORDINALS.items(), *TENTHS.items()) if value == number]
    tens, unit = divmod(number, 10)
    words += [
        rf"{ten}[\s-]{word}"
        for ten, value in TENS.items()
        for word, small in ORDINALS.items()
        if value == 10 * tens and small == unit and 0 < small < len(TENS) + 2
    ]
    return "|".join([f"{number}{ending}", *words])
