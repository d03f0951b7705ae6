"""Reads weekdays, dates, months, quarters, seasons and years, and refuses names that look like them."""

from __future__ import annotations

import re
from typing import Any

from communique.dates.expression import Expression
from communique.dates.words import (
    ORDINALS,
    month_number,
    ordinal_number,
    weekday_number,
)
from communique.knowledge.fold import small_letters

NAME_NOUNS = re.compile(
    r"\s+(?:alliance|camp|faction|group|movement|coalition|bloc|brigades?|party|guerrillas?|militants?|Alliance|Group|Movement|Coalition|"
    r"Brigades?|Party|Square|Street|Avenue|Boulevard|Bridge|Hospital|Airport|University|Stadium|Division|Revolution\b|Institute|"
    r"Club|School|Institute|Society|Movie|Magazine|Market|Road|Island|Committee|Hall|House|Gate|Barracks|Museum|Memorial|Park|Plaza|Camp|Day\b|Night\b|Times|Telegraph|Mail|Express|Mirror|Herald|Post|Star|Review|prayers?|Prayers?|[Mm]osque|[Ss]ermons?|Mass\b|Magazine|Foundation|Islanders|blues\b|Company|Inn\b|Zaman|Club)"
)
EVENT_NOUNS = re.compile(
    r"\s+(?:(?:terror(?:ist)?|Hamas)\s+)?(?:attacks?|massacre|atrocit(?:y|ies)|Commission|[Cc]ommission|[Cc]ommittee|panel|hearings?|inquiry|rioters?|plotters?|hijackers?)\b"
)
WEEKDAY_NAME = re.compile(
    r"(?:\b(?:Good|Black|Bloody|Red|Ash|Super|Holy|Maundy|Cyber|Giving|Palm|Shrove|Easter|Whit|Blue)\s"
    r"|\b[Tt]he\s+(?:Mail|Independent)\s+on\s)$"
)
PERSON_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Chief|President|Minister|Ambassador|Envoy|General|Colonel|Captain|Major|Senator|Bishop|Pastor|Governor|named|called|(?:led|headed|written|signed)\s+by)\.?\s$"
)
PERSON_AFTER = re.compile(
    r"\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,\s+(?:an?|the)\s+(?:\w+\s+){0,3}(?:official|envoy|minister|diplomat|consul|adviser|aide|officer)\b"
)
NAMED_AFTER = re.compile(r"\b[Tt]he\s$")
LATE_BEFORE = re.compile(
    r"(?:\b(?:very\s+)?(?:late|early|later|earlier|first thing)(?:\s+on)?|\b(?:early|late|small|final|first|last)\s+hours\s+of|"
    r"\b(?:morning|afternoon|evening|night)\s+of|\b(?:at|around|about|until|since|(?:just\s+|shortly\s+|soon\s+)?(?:before|after))\s+"
    r"(?:noon|midday|midnight|dawn|dusk|sunrise|sunset|lunch|breakfast|dinner|nightfall|daybreak)(?:\s+(?:prayers))?(?:\s+on)?|"
    r"\b(?:beginning|end|start)\s+of)\s+(?:the\s+)?$"
)


def made(text: str, start: int, end: int, cls: str, **fields: Any) -> Expression:
    """An expression over `text[start:end]`."""
    return Expression(start=start, end=end, text=text[start:end], cls=cls, **fields)


def before(text: str, start: int) -> str:
    """The words before a place, as far as a reader looks back."""
    return text[max(0, start - 40) : start]


def extended(text: str, start: int, pattern: re.Pattern[str]) -> tuple[int, str | None]:
    """Where an expression begins together with the words that belong before it, and those words, in small letters."""
    ahead = small_letters(before(text, start))
    found = pattern.search(ahead)
    return (start - len(ahead) + found.start(), found.group().strip()) if found else (start, None)


REGULAR = re.compile(
    r"\b(?:weekly|fortnightly|monthly|regular|usual|customary|traditional)\s$", re.IGNORECASE
)
STYLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Chief)\.?\s$")
CAPITAL = re.compile(r"\s[A-Z][a-z]+\b")
WEEK_ON = re.compile(r"\b[Aa]\s+(week|fortnight)\s+(?:on|from|after)\s+$")
WEEK_AGO = re.compile(r"\b[Aa]\s+week\s+ago\s+(?:on\s+)?$|\b[Aa]\s+week\s+$")
AGO = re.compile(r"\bago\b")


def read_weekday(text: str, match: re.Match[str]) -> Expression | None:  # noqa: C901  the cases of one grammar stand together
    """ "late on Wednesday", "last Friday", "Monday week", "Thursday evenings" (a habit); not "the Sunday Times"."""
    groups = match.groupdict()
    ahead = before(text, match.start())
    if WEEKDAY_NAME.search(ahead) or NAME_NOUNS.match(text, match.end()):
        return made(text, match.start(), match.end(), "name")
    if (
        groups.get("plural")
        or groups.get("parts")
        or (groups.get("mod") or "").lower() in {"every", "each", "one"}
        or REGULAR.search(ahead)
    ):
        return made(text, match.start(), match.end(), "habit")
    if (
        not groups.get("part")
        and not groups.get("next")
        and NAMED_AFTER.search(ahead)
        and CAPITAL.match(text, match.end())
        and "mod" not in groups
    ):
        return made(text, match.start(), match.end(), "name")
    if STYLED.search(ahead):
        return made(text, match.start(), match.end(), "name")
    if PERSON_BEFORE.search(ahead) and CAPITAL.match(text, match.end()):
        return made(text, match.start(), match.end(), "name")
    if "mod" not in groups and not groups.get("next") and PERSON_AFTER.match(text, match.end()):
        return made(text, match.start(), match.end(), "name")
    start, part = extended(text, match.start(), LATE_BEFORE)
    modifier = " ".join((groups.get("mod") or "").lower().split()) or None
    if groups.get("week"):
        modifier = groups["week"].lower().replace("the ", "").split()[0] + " week"
    if groups.get("week") and "week " in groups["week"]:
        modifier = "week before last" if "before" in groups["week"] else "week after next"
    if groups.get("plus"):
        modifier = "plus " + groups["plus"]
    if groups.get("next"):
        modifier = {"next": "coming", "before last": "before last", "after next": "after next"}.get(
            " ".join(groups["next"].split()), "last"
        )
    if modifier in {None, "last"} and WEEK_AGO.search(ahead):
        return made(
            text,
            match.start(),
            match.end(),
            "weekday",
            weekday=weekday_number(groups["wd"]),
            modifier="minus week" if modifier or AGO.search(ahead[-8:]) else "week",
        )
    if week := WEEK_ON.search(ahead):
        start, modifier = match.start() - len(week.group()), "plus " + week[1]
    return made(
        text,
        start,
        match.end(),
        "weekday",
        weekday=weekday_number(groups["wd"]),
        modifier=modifier,
        part=groups.get("part") or part,
    )


def read_date(text: str, match: re.Match[str]) -> Expression | None:
    """ "Tuesday, September 9, 2003", "14 March 2019", "the 22nd"; not "4 August Square"."""
    groups = match.groupdict()
    month = groups.get("m1") or groups.get("m2")
    day = groups.get("d1") or groups.get("d2") or groups.get("d") or ""
    number = ordinal_number(groups["wo"]) or 0 if groups.get("wo") else int(re.sub(r"\D", "", day))
    if month and re.search(r"\b(?:Long|Operation)\s$", before(text, match.start())) and not groups.get("m2"):
        return made(text, match.start(), match.end(), "name")
    told = groups.get("y") or groups.get("y0")
    year = int(told) if told else None
    if not month:
        if (
            not re.search(r"\b(?:the|The)\s$|\b(?:on|and|to|until|by|-)\s$", before(text, match.start()))
            or number > 31
        ):
            return None
        modifier = groups.get("rel")
        return made(text, match.start(), match.end(), "day_of_month", day=number, modifier=modifier)
    if not year and NAME_NOUNS.match(text, match.end()):
        return made(
            text,
            match.start(),
            match.end(),
            "name",
            name=match.group(),
            month=month_number(month),
            day=number,
        )
    start, part = extended(text, match.start(), LATE_BEFORE)
    weekday = weekday_number(groups["wd"]) if groups.get("wd") else None
    cls = "event_date" if not year and EVENT_NOUNS.match(text, match.end()) else "date"
    return made(
        text,
        start,
        match.end(),
        cls,
        year=year,
        month=month_number(month),
        day=number,
        weekday=weekday,
        part=part,
    )


def read_numeric(text: str, match: re.Match[str]) -> Expression | None:
    """ "2015-07-29", "25/05/2012"; "03/04/2012" may be two days, and keeps both as `other`."""
    if match["iso"]:
        year, month, day = (int(part) for part in re.split(r"\D", match["iso"]))
        return made(text, match.start(), match.end(), "date", year=year, month=month, day=day)
    first, second, year = (int(part) for part in re.split(r"\D", match["dmy"]))
    year += (1900 if year > 40 else 2000) if year < 100 else 0
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return None
    swapped = second > 12
    day, month = (second, first) if swapped else (first, second)
    other = None
    if first <= 12 and second <= 12 and first != second and "." not in match.group():
        other = made(text, match.start(), match.end(), "date", year=year, month=first, day=second)
    return made(text, match.start(), match.end(), "date", year=year, month=month, day=day, other=other)


def read_nth_of_month(text: str, match: re.Match[str]) -> Expression | None:
    """ "the first Monday in May"; "the first Tuesday of each month" is a habit."""
    if match["each"]:
        return made(text, match.start(), match.end(), "habit")
    nth = -1 if match["q"].lower() == "last" else ORDINALS[match["q"].lower()]
    return made(
        text,
        match.start(),
        match.end(),
        "nth_weekday",
        weekday=weekday_number(match["wd"]),
        count=nth,
        month=month_number(match["m"]) if match["m"] else None,
        modifier=match["which"],
        year=int(match["y"]) if match["y"] else None,
    )


def read_nine_eleven(text: str, match: re.Match[str]) -> Expression | None:
    """ "after 9/11" is the day of the attacks; "the 9/11 Commission" is a name."""
    if re.search(
        r"\b(?:after|before|since|until|following|pre|post|on|by|from)[\s-]$",
        before(text, match.start()),
        re.IGNORECASE,
    ) and not re.match(r"\s[A-Z]", text[match.end() :]):
        return made(text, match.start(), match.end(), "date", year=2001, month=9, day=11)
    return made(text, match.start(), match.end(), "name")
