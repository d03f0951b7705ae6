"""A person by full name or family name alone, and what only looks like one: "Hyde Park", "in May"."""

from __future__ import annotations

import re

from communique.actors.names_behind import after_name
from communique.actors.patterns import (
    HONORIFIC,
    MONTH_AFTER,
    MONTH_BEFORE,
    MONTH_NAMES,
    NAMED_AFTER,
    OPENERS,
    WEEKDAYS,
)
from communique.actors.phrase import Phrase
from communique.actors.reader import Reader, ends_hit
from communique.actors.words import NO_FAMILIES, WORD_FAMILIES
from communique.knowledge.index import Hit
from communique.records import Span
from communique.sentences import present_verbs

MOSTLY_WORDS = WORD_FAMILIES - {"May"}
FATHER = re.compile(r" (?:[Bb]in|[Ii]bn|[Bb]int)[ -][A-Z]")
HYPHENS = {"-", "‐", "‑", "–"}  # a stretch that is empty is none of them


def read_person(reader: Reader, number: int) -> tuple[Phrase | None, int]:
    """A person by full name or by family name alone."""
    hit = reader.hits[number]
    whole = hit.ids("person")
    persons = whole or hit.ids("family")
    if not persons or NAMED_AFTER.match(reader.body, hit.end) or not whole and is_no_bearer(reader, hit):
        return None, number
    span = Span(start=hit.start, end=hit.end)
    more, of, end, following = after_name(reader, hit.end, number + 1)
    title = more[0] if more else None
    return Phrase(
        Span(start=hit.start, end=end),
        span,
        "name",
        persons,
        reader.body[hit.start : hit.end],
        not whole,
        title,
        of,
    ), following


def is_no_bearer(reader: Reader, hit: Hit) -> bool:
    """Whether a family name stands for nobody who bears it: a word, a state, a month, a part of another name."""
    body = reader.body
    if body[hit.start : hit.end] in MOSTLY_WORDS and not HONORIFIC.search(
        body[max(0, hit.start - 25) : hit.start]
    ):
        return True
    if is_country(reader, hit) or inside_longer_name(reader, hit) or is_month(reader, hit):
        return True
    # "Mohammed bin Ahmed" bears a given name
    return FATHER.match(body, hit.end) is not None or NUMBERED.match(body, hit.end) is not None


def is_country(reader: Reader, hit: Hit) -> bool:
    """Whether a family name that is a state's name, too, stands alone and so means the state: "aid to Nepal"."""
    if not hit.has("state"):
        return False
    return not HONORIFIC.search(reader.body[max(0, hit.start - 25) : hit.start])


def is_month(reader: Reader, hit: Hit) -> bool:
    """Whether a family name is a month: "in May", "May 5"."""
    return bool(
        WEEKDAYS.match(reader.body, hit.start)
        and (
            MONTH_BEFORE.search(reader.body, max(0, hit.start - 12), hit.start)
            or MONTH_AFTER.match(reader.body, hit.end)
        )
    )


def is_date_word(reader: Reader, start: int, word: str) -> bool:
    """Whether a word is a weekday or a month, and no first name ("April", "June") that looks like one."""
    return bool(
        WEEKDAYS.fullmatch(word)
        and (word not in MONTH_NAMES or MONTH_BEFORE.search(reader.body, max(0, start - 12), start))
    )


HYPHENATED = re.compile(r"-[A-Z]")
CAPITAL_BEFORE = re.compile(r"([A-ZÀ-ÞĀ-Ț](?:[\w'’-]+|\.|))\s$")
CAPITAL_AFTER = re.compile(r"\s[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+")
OF_A_FIRM = re.compile(r" (?:&|&amp;|\+) [A-Z]|, [A-ZÀ-ÞĀ-Ț]\w+ (?:&|&amp;) [A-Z]")  # "Brown & Root"
NUMBERED = re.compile(r" \d{1,3}\b(?! ?(?:%|per|-|–|and\b|to\b))")  # "Kan 11" is a broadcaster
FIRM_BEFORE = re.compile(r"(?:[A-ZÀ-ÞĀ-Ț][\w’'-]* (?:&|&amp;|\+)|\b(?:St|Ste|Mt|Ft)\.?) $")


NO_NAME_BEHIND = re.compile(
    r"\s(?:and|Administration|Doctrine|White|House|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s\d)"
)


def inside_longer_name(reader: Reader, hit: Hit) -> bool:
    """Whether a family name is part of another person's or thing's name: "Park" in "Hyde Park", "Mike Johnson"."""
    if beside_another(reader, hit):
        return False
    if (
        reader.body[hit.start - 1 : hit.start] == "-"
        and reader.body[max(0, hit.start - 2) : hit.start - 1].islower()
        or HYPHENATED.match(reader.body, hit.end)
    ):
        return True
    if OF_A_FIRM.match(reader.body, hit.end) or FIRM_BEFORE.search(
        reader.body, max(0, hit.start - 24), hit.start
    ):
        return True
    before = CAPITAL_BEFORE.search(reader.body[max(0, hit.start - 30) : hit.start])
    after = CAPITAL_AFTER.match(reader.body, hit.end, hit.end + 30)
    if (
        after
        and not title_within(reader, hit.end, hit.end + 2)
        and not NO_NAME_BEHIND.match(reader.body, hit.end)
        and after.group().strip().lower() not in present_verbs()
    ):
        return True
    if not before or HONORIFIC.search(reader.body[max(0, hit.start - 25) : hit.start]):
        return False
    word = before.group(1)
    if re.search(r"['’]s?$", word) or is_date_word(reader, hit.start - 1 - len(word), word):
        return False
    first = (
        before.start() == 0
        or reader.body[max(0, hit.start - 30) : hit.start][: before.start()].rstrip()[-1:] in '.!?:;"“'
    )
    opener = first and (word.lower() in OPENERS or word.lower().endswith(("ing", "ly", "wards")))
    return not ends_hit(reader, hit.start - 1) and not opener


def beside_another(reader: Reader, hit: Hit) -> bool:
    """Whether a hyphen joins a family name to another one, as in "the Merkel-Macron talks"."""
    following = CAPITAL_AFTER.match(reader.body, hit.end, hit.end + 30)
    if following and following.group().strip() not in NO_FAMILIES:  # "Jean-Baptiste Mokonzi" is one name
        return False
    joined = reader.body[hit.start - 1 : hit.start] in HYPHENS
    before = next((other for other in reader.hits if other.end == hit.start - 1), None) if joined else None
    number = reader.at.get(hit.end + 1) if reader.body[hit.end : hit.end + 1] in HYPHENS else None
    after = reader.hits[number] if number is not None else None
    return any(other is not None and other.has("person", "family") for other in (before, after))


def title_within(reader: Reader, start: int, end: int) -> bool:
    """Whether a hit that is no mere family name begins in the stretch: "Kim Davis" is another's name."""
    return any(
        start <= place < end and any(name.category != "family" for name in reader.hits[number].names)
        for place, number in reader.at.items()
    )
