"""Reads months, quarters, seasons and years, and refuses names and numbers that look like them."""

from __future__ import annotations

import re

from communique.dates.expression import Expression
from communique.dates.read_calendar import NAME_NOUNS, before, extended, made
from communique.dates.words import (
    month_number,
)

MEETING_NEXT = r"\s(?:meetings?|summit|talks|visits?|votes?|elections?|rounds?|sessions?|calls?|deadline|conference|agreement|accord|truce|ceasefire|trip|gathering|declaration|statement|letter|polls?|referendum|signing|handover|coup)\b"


CAPITAL_NEXT = re.compile(
    r"\s+(?!President|Prime|Minister|Premier|Chancellor|Summit|Foreign|US\b|U\.S|UN\b|EU\b|[A-Z]+\b)[A-Z][a-z]+(?:\s|$|[.,;])"
)


PART_BEFORE = re.compile(
    r"\b(?P<part>early(?:\s+in)?|mid|midway\s+through|halfway\s+through|middle of|late(?:\s+in)?|(?:the\s+)?(?:very\s+)?(?:start|beginning|outset|end|close|middle|first half|second half|latter half|first (?:few )?days?|last (?:few )?days?|final days|opening (?:days|weeks)|closing (?:days|weeks)|dying days|waning days|third week|fourth week|first week|last week|second week|third week|early part|latter part|early days|early months|final months)\s+of|"
    r"(?:at\s+)?(?:the\s+)?turn\s+of)(?:\s+|-)(?:the\s+)?$"
)


MONTH_PREPOSITION = re.compile(
    r"\b(?:in|since|until|till|before|after|during|from|through|throughout|for|of|early|late|mid|to|and|between|around|about|"
    r"towards?|each|every|or|as|past|by|via|due|month|back)[\s-]+$",
    re.IGNORECASE,
)


SURE_PREPOSITION = re.compile(
    r"\b(?:in|since|until|till|during|early|late|mid|through|past|In|Since|Until|By|through)[\s-]+$"
)


FIRST_NAMES = frozenset({"April", "May", "June", "August", "January", "March"})


TITLE_BEFORE = re.compile(
    r"(?:\b(?:Theresa|Mrs?|Ms|Miss|Lady|Baroness|Minister|Premier|Dame|Sir|Dr|Envoy|Ambassador|Secretary|Imelda|Brian|PM)\.?\s)$"
)


NAME_BEFORE = re.compile(
    r"\b(?:Black|Red|Ides\s+of|Operation|Hotel|Camp|Long|[Yy]acht|[Ss]hip|[Hh]orse|[Ss]ong|[Ff]ilm)\s$"
)


MONTH_ACTS = re.compile(
    r"\s+(?:and\s+[A-Z][a-z]+|was|is|saw|brought|has\s+been|had\s+been|would|will|marks?|marked|became|ended|began|passed)\b"
)


NO_YEAR_BEFORE = re.compile(
    r"(?:[$£€¥#/]|\b(?:[Rr]esolutions?|[Nn]o|[Nn]umber|[Aa]rticle|[Ff]light|[Rr]oom|[Pp]age|[Bb]oeing|Euro|Route|UNSCR|"
    r"[Rr]oughly|[Nn]early|[Ss]ome|[Oo]ver|[Aa]lmost|[Aa]bout|[Aa]pproximately|[Ll]east|[Mm]ore than|US|Rs|Airbus|[Uu]nit|[Ss]ection|Vision|Agenda|Expo|Horizon|Windows|Strategy|Project|Suite|Hotel|[Cc]hannel|FM|Decree|[Dd]ecree|Law|Order|Form|Model|Class|Type|Mark|[Bb]us|[Tt]rain|[Ll]ine|[Hh]ighway|Area|Sector|[Bb]lock|[Bb]uilding|[Ss]eries|[Cc]ode|extension|[Vv]ersion|[Pp]aragraph|Studio|and)\.?\s*)$"
)


NO_YEAR_AFTER = re.compile(
    r"(?:\s+(?:people|troops|soldiers|miles|kilomet\w+|km|met(?:er|re)s|tons?|tonnes|hours|dollars|euros|percent|per\s+cent|civilians|"
    r"prisoners|detainees|delegates|guests|workers|families|homes|cases|deaths|men|women|children|migrants|refugees|fighters|of\s+them|"
    r"GMT|UTC|hrs|others|more|kg|MW|barrels|points|(?:\w+\s+)?(?:troops|soldiers|people|prisoners|refugees|civilians))\b|%|°|,\d|\.\d|-strong)"
)


ADDRESS = re.compile(r"\s+(?:[A-Z]\w+\s+){1,3}(?:Avenue|Street|Road|Boulevard|Lane|Drive|Square|Place|Rue)\b")
COUNTED = re.compile(
    r"\s+(?:[a-z]+\s+)?(?!has\b|was\b|is\b|talks\b|elections\b|protests\b)[a-z]{3,}(?<!ss)s\b"
)
YEAR_PREPOSITION = re.compile(
    r"\b(?:in|In|since|Since|of|by|By|until|till|from|From|between|during|early|late|mid|before|after|through|throughout|"
    r"the|The|last|[A-Z][a-z]+|and)[\s-]+(?:the\s+|late\s+|early\s+|mid-)?$"
)


def read_month(text: str, match: re.Match[str]) -> Expression | None:
    """ "May 2006", "last August", "in late May", "February's"; not "Theresa May", "April Kowalska", "may"."""
    groups = match.groupdict()
    word, year = groups["m"], int(groups["y"]) if groups.get("y") else None
    ahead = before(text, match.start())
    modifier = (groups.get("mod") or "").lower() or None
    if modifier in {"every", "each"}:
        return made(text, match.start(), match.end(), "habit")
    if not year and not modifier and not groups.get("rel") and not month_told(text, match, word, ahead):
        return None
    if NAME_NOUNS.match(text, match.end()) and not modifier:
        return made(text, match.start(), match.end(), "name")
    if groups.get("rel"):
        modifier = "year " + groups["rel"].lower()
    if groups.get("step"):
        modifier = " ".join(groups["step"].split())
    start, part = extended(text, match.start(), PART_BEFORE)
    return made(
        text,
        start,
        match.end(),
        "month",
        year=year,
        month=month_number(word),
        modifier=modifier,
        part=part_of(part),
    )


def month_told(text: str, match: re.Match[str], word: str, ahead: str) -> bool:
    """Whether a bare word is the month and no name or verb."""
    if TITLE_BEFORE.search(ahead) or NAME_BEFORE.search(ahead):
        return False
    after = text[match.end() : match.end() + 30]
    if re.match(r"\s?\d", after) and not re.match(
        r"\s\d{1,2}\s?[-–]|\s\d{1,2}(?:st|nd|rd|th)?\s(?:and|to)", after
    ):
        return False
    if len(word.rstrip(".")) <= 4 and word.rstrip(".") not in {"May", "June", "July"}:
        return bool(MONTH_PREPOSITION.search(ahead)) and word.rstrip(".").capitalize() != "Mar"
    preposition = MONTH_PREPOSITION.search(ahead)
    if word.capitalize() in FIRST_NAMES:
        if re.search(r"\b(?:the|an?|its|their|our|his|her)\s$", ahead, re.IGNORECASE) and re.match(
            MEETING_NEXT, after
        ):
            return True
        if CAPITAL_NEXT.match(after):
            return bool(SURE_PREPOSITION.search(ahead))
        return (
            bool(preposition)
            or after[:2] in {"'s", "’s"}
            or (bool(MONTH_ACTS.match(after)) and not ahead.strip())
        )
    return bool(preposition) or not CAPITAL_NEXT.match(after)


def part_of(words: str | None) -> str | None:
    """early, mid or late (also start and end), for the words before a month, year or season."""
    if not words:
        return None
    words = words.replace("the ", "").replace("very ", "").strip()
    table = (
        ("first half", "first half"),
        ("second half", "second half"),
        ("latter half", "second half"),
        ("first week", "week 1"),
        ("second week", "week 2"),
        ("third week", "week 3"),
        ("last week", "last week"),
        ("early", "early"),
        ("start", "start"),
        ("beginning", "start"),
        ("outset", "start"),
        ("first", "start"),
        ("opening", "start"),
        ("turn", "turn"),
        ("mid", "mid"),
        ("halfway", "mid"),
        ("tail", "late"),
        ("late", "late"),
        ("latter", "late"),
    )
    return next((part for cue, part in table if words.startswith(cue)), "end")


def read_year(text: str, match: re.Match[str]) -> Expression | None:
    """ "in 2011", "the 1990s", "2001-2003", "late 2019"; not "Resolution 1973", "$2,000", "2000 people"."""
    ahead = before(text, match.start())
    if NO_YEAR_BEFORE.search(ahead) and not re.search(r"(?:19|20)\d\d\s+and\s$|\bbetween\b.*and\s$", ahead):
        return None
    if ADDRESS.match(text, match.end()):
        return None
    if NO_YEAR_AFTER.match(text, match.end()) or (
        re.search(r"\d[,.]?$|[A-Za-z]-$", ahead)
        and not re.search(r"\b(?:[Mm]id|[Pp]re|[Pp]ost|[Ee]arly|[Ll]ate)-$", ahead)
    ):
        return None
    if COUNTED.match(text, match.end()) and not YEAR_PREPOSITION.search(ahead):
        return None
    start, part = extended(text, match.start(), PART_BEFORE)
    year = int(match["y"])
    if match["s"] and match["s"] == "s":
        return (
            made(text, start, match.end(), "decade", year=year, part=part_of(part))
            if year % 10 == 0
            else None
        )
    first = made(text, start, match.end(), "year", year=year, part=part_of(part))
    if not match["y2"]:
        return first
    last = int(match["y2"]) if len(match["y2"]) == 4 else year // 100 * 100 + int(match["y2"])
    if not 0 < last - year < 100:
        return None
    return made(
        text,
        start,
        match.end(),
        "range",
        base=first,
        other=made(text, match.start(), match.end(), "year", year=last),
    )


def read_short_year(text: str, match: re.Match[str]) -> Expression | None:
    """ "in '98": the year within the last hundred."""
    if not re.search(r"\b(?:in|of|since|until|by|back in|from)\s['’‘]$", before(text, match.start())):
        return None
    number = int(match["y"])
    return made(text, match.start() - 1, match.end(), "year", year=(1900 if number > 40 else 2000) + number)
