"""How long a contact lasted, in minutes, from the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.knowledge.fold import small_letters

NUMBERS = {
    "one": 1,
    "a": 1,
    "an": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "twenty-five": 25,
    "thirty": 30,
    "thirty-five": 35,
    "forty": 40,
    "forty-five": 45,
    "fifty": 50,
    "fifty-five": 55,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "half": 0.5,
    "couple": 2,
}
FRACTIONS = {"half": 0.5, "quarter": 0.25, "quarters": 0.75}
# All patterns are for a text in small letters.
NUMBER = r"(?:\d+(?:\.\d+)?|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
QUALIFIER = r"(?:(?P<q>about|around|nearly|almost|roughly|approximately|some|over|more than|under|less than|at least|just over|just under|well over|close to|up to)\s+)?"
DURATION = re.compile(
    QUALIFIER
    + rf"(?:(?P<half>half[ -](?:an?[ -])?hour)|(?P<quarter>(?:a |three )quarters? of an hour)|(?P<hour>(?:an |one )?hour(?=[ -]long))|(?P<n>{NUMBER})(?:[ -]and[ -]a[ -](?P<and>half|quarter))?[ -](?:of an )?(?P<unit>hours?|minutes?|hrs?|mins?)(?P<aw>[ -]and[ -](?:a[ -](?:half|quarter)|three[ -]quarters))?"
    + rf"(?:,?(?:\s+and)?\s+(?P<m>{NUMBER})[ -](?:minutes?|mins?))?)(?![- ](?:ago|later|after|before|earlier|ahead|from|notice|away|drive|flight|deadline|old|window|period|ultimatum|truce|ceasefire|pause))\b"
)
UNIT = re.compile(r"(?:hour|minute|hr|min)s?\b")  # no duration without one
CONTEXT_BEFORE = re.compile(
    r"(?:\bfor|\blast(?:ed|ing|s)?|\btook|\bran|\bspent|\bspoke|\btalked|\bmet|\ba|\bthe|\btheir|\bduration of|\bof)\s+(?:\w+\s+){0,2}$"
)
CONTEXT_AFTER = re.compile(
    r"^[- ](?:long[ -])?(?:\w+ ){0,2}(?:phone |telephone |video |one-on-one |private )?(?:call|conversation|meeting|talks?|discussion|session|summit|encounter|visit|chat)|^ (?:talking|together|with)\b"
)
HANDSHAKE = re.compile(r"\b(?:sh[ao]ok|shak(?:e|es|ing)|clasp(?:ed|ing)?) (?:\w+ ){0,2}hands? (?:\w+ ){0,3}$")


def number(text: str) -> float:
    """A number in digits or words."""
    return float(NUMBERS.get(text, text))


def find_durations(text: str) -> Iterator[tuple[int, int, int, int]]:
    """(low, high, start, end) of each duration in a sentence; low and high in minutes.

    "for nearly 1 hour and 35 minutes": 95, 95. "over two hours": 120 to 180. "three hours later" is none, nor is a
    handshake's.
    """
    small = small_letters(text)
    if UNIT.search(small) is None:
        return
    for match in DURATION.finditer(small):
        if not (CONTEXT_BEFORE.search(small, 0, match.start()) or CONTEXT_AFTER.match(small[match.end() :])):
            continue
        if HANDSHAKE.search(small, 0, match.start()):
            continue  # "shook hands for a minute": the meeting lasted longer
        minutes = in_minutes(match)
        if not 1 <= minutes <= 60 * 24:
            continue
        qualifier = match.group("q") or ""
        low = high = round(minutes)
        if qualifier in {"over", "more than", "at least", "just over", "well over"}:
            high = round(minutes + max(15, minutes * 0.5))
        elif qualifier in {"under", "less than", "just under", "up to"}:
            low = round(minutes - max(5, minutes * 0.25))
        start = match.start()
        yield low, high, start, match.end()


def in_minutes(match: re.Match[str]) -> float:
    """The minutes of a match in small letters."""
    if match.group("half"):
        return 30.0
    if match.group("quarter"):
        return 45.0 if match.group("quarter").startswith("three") else 15.0
    if match.group("hour"):
        return 60.0
    amount = number(match.group("n"))
    if match.group("and"):
        amount += FRACTIONS[match.group("and")]
    if match.group("aw"):
        amount += FRACTIONS[re.split(r"[ -]", match.group("aw"))[-1]]
    minutes = amount * (60 if match.group("unit").startswith("h") else 1)
    return minutes + (number(match.group("m")) if match.group("m") else 0)
