"""Reads deictics, spans of time, offsets, times of day and habits."""

from __future__ import annotations

import re

from communique.dates.expression import Expression
from communique.dates.read_calendar import before, made
from communique.dates.words import MONTH, WEEKDAY, number_of

HABIT_BEFORE = re.compile(
    r"\b(?:times?|once|twice)\s+(?:in|over|within|during)\s+(?:the\s+)?(?:past\s+|last\s+)?$", re.IGNORECASE
)
FIRST_IN = re.compile(
    r"\b(?:first|time|visit|meeting|most|largest|worst|biggest|highest|lowest|only|longest|second|third)\b[^.;]{0,60}\b(?:in|for)\s+(?:the\s+)?(?:more\s+than\s+|over\s+|nearly\s+|almost\s+|about\s+|at\s+least\s+)?$",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"\b(?P<lead>exactly|precisely|within|in|for|after|over|during|nearly|almost|about|some|just|the\s+last|only|with|under|(?:less|fewer|no\s+more|not\s+more)\s+than|than|every|at\s+least|by|throughout)\s+(?:just\s+|about\s+|some\s+|only\s+)?$",
    re.IGNORECASE,
)
IN_THE = re.compile(
    r"\b(?:in|during|over|within|for)\s+(?:just\s+)?the\s+(?:first\s+|last\s+|final\s+)?$|\bwithin\s+$",
    re.IGNORECASE,
)
AFTER_EXACT = re.compile(r"\s+(after|before|since|ago|later|earlier|from)\b", re.IGNORECASE)
CLOCK_NEXT = re.compile(
    r"\s+(?:about\s+|around\s+)?(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?\s?m\b|o['’]clock|hours|h\b|GMT|UTC)|\d{1,2}:\d\d|noon|midnight|midday)"
)
ON_A_DAY = re.compile(
    rf"\s+(?:the\s+)?(?:(?:early|late)\s+)?(?:{WEEKDAY}|{MONTH}|\d)"
)  # "lasted an hour on Monday"
FROM_WEEKDAY = re.compile(
    rf"\s+(?:next\s+|this\s+|last\s+)?{WEEKDAY}\b"
)  # "two weeks from Friday" is a Friday
TO_THE_DAY = re.compile(r"\s*,?\s+to\s+the\s+day\b")
AFTER_TAILS = {
    "after": "after",
    "afterward": "later",
    "afterwards": "later",
    "before": "before",
    "prior to": "before",
    "following": "after",
    "since": "since",
    "ahead of": "before",
    "to go before": "before",
    "to go until": "before",
    "until": "before",
    "from": "after",
    "later": "later",
    "earlier": "earlier",
    "previously": "earlier",
    "of": "within",
    "ago": "ago",
    "from now": "ahead",
    "hence": "ahead",
    "from today": "ahead",
    "time": "ahead",
    "from then": "from then",
    "from tomorrow": "ahead",
    "away": "ahead",
    "on": "later",
    "back": "ago",
    "on from": "after",
    "into": "after",
}
UNIT_FORMS = {
    "fortnight": ("week", 2),
    "decade": ("year", 10),
    "century": ("year", 100),
    "centurie": ("year", 100),
    "night": ("day", 1),
    "quarter": ("month", 3),
    "generation": ("year", 25),
}


ENDURES = re.compile(
    r"\b(?:should|will|would|could|can|may|might|must|to|not|did|does|didn['’]t)\s+$", re.IGNORECASE
)  # "the truce should last forty days"


def unit_of(word: str, count: int | None) -> tuple[str, int | None]:
    """The plain unit with its count: "fortnight" is two weeks, 48 hours are two days."""
    unit = word.lower()
    unit = unit.removesuffix("s")
    if unit in {"century", "centurie"}:
        unit = "century"
    if unit in UNIT_FORMS:
        unit, times = UNIT_FORMS[unit]
        count = count * times if count is not None else None
    if unit == "hour" and count is not None and count >= 24 and count % 24 == 0:
        return "day", count // 24
    return unit, count


def read_quantity(text: str, match: re.Match[str]) -> Expression | None:
    """ "three days ago", "two weeks after", "in four days", "within a week of"; "for 40 minutes" is a duration."""
    tail = " ".join((match["tail"] or "").lower().split())
    if tail == "on" and ON_A_DAY.match(text, match.end()):
        return made(text, match.start(), match.start("tail"), "duration", unit=match["unit"].lower())
    count = number_of(match["n"].split()[0] if match["n"].lower().startswith("half") else match["n"])
    if match["n"].lower() in {"a couple of", "couple"}:
        count = 2
    unit, count = unit_of(match["unit"], count)
    ahead = before(text, match.start())
    lead = LEAD.search(ahead)
    word = " ".join(lead["lead"].lower().split()) if lead else ""
    halved = match["n"].lower().startswith("half") or match["n"].lower().endswith("half")
    if halved and match["unit"].lower() in {"year", "century"} and tail:
        unit, count = ("month", 6) if match["unit"].lower() == "year" else ("year", 50)
    elif halved:
        return made(text, match.start(), match.end(), "duration", unit=unit)
    if unit == "year" and count == 100 and re.search(r"\bquarter\s+of\s+$", ahead, re.IGNORECASE):
        count = 25
    direction = AFTER_TAILS.get(tail)
    exact = TO_THE_DAY.match(text, match.end())
    end = exact.end() if exact else match.end()
    if exact and direction is None and (later := AFTER_EXACT.match(text, end)):
        direction, end = AFTER_TAILS[later[1].lower()], later.end()
    direction = "after" if direction == "since" else direction
    if tail == "since" and re.search(r"\bmark\w*\s+(?:\w+\s+)?$", ahead):
        word = "exactly"
    part = "exact" if exact or word in {"exactly", "precisely"} else None
    part = "exact" if tail == "from today" or (tail == "from" and FROM_WEEKDAY.match(text, end)) else part
    if tail == "from tomorrow" and count and unit in {"day", "week"}:
        unit, count = "day", count * (7 if unit == "week" else 1) + 1
    under = word == "under" or (word.endswith(" than") and word != "more than")
    word = "within" if under and direction in {"after", "later"} else word
    start = match.start() - len(lead.group()) if lead and word in {"exactly", "within"} else match.start()
    return placed(text, (start, end, match), (unit, count, direction, word, part))


def placed(  # noqa: C901, PLR0912  the cases of one grammar stand together
    text: str,
    where: tuple[int, int, re.Match[str]],
    told: tuple[str, int | None, str | None, str, str | None],
) -> Expression | None:
    """The class that an amount of time has by the words around it."""
    start, end, match = where
    unit, count, direction, lead, part = told
    if direction == "ago":
        return made(text, start, end, "ago", count=count, unit=unit, part=part)
    if direction == "ahead" or (lead == "in" and direction is None and match["poss"]):
        return made(text, start, end, "ahead", count=count, unit=unit, part=part)
    if lead == "within" and direction in {"after", "later"}:
        cls = "offset" if direction == "after" else "hang"
        return made(text, start, end, cls, count=count, unit=unit, modifier="within")
    if direction in {"later", "earlier"}:
        return made(text, start, end, "hang", count=count, unit=unit, modifier=direction, part=part)
    if direction == "from then":
        return made(text, start, end, "hang", count=count, unit=unit, modifier="within", part=part)
    if lead == "within":
        return made(
            text,
            start,
            end,
            "offset" if direction == "within" else "hang",
            count=count,
            unit=unit,
            modifier="within",
        )
    if direction in {"after", "before"} and IN_THE.search(before(text, match.start())):
        return made(
            text,
            start,
            end,
            "offset",
            count=count,
            unit=unit,
            modifier="within" if direction == "after" else "within before",
        )
    if direction in {"after", "before"} and (match["tail"] or "").strip().lower() != "from":
        return made(text, start, end, "offset", count=count, unit=unit, modifier=direction, part=part)
    if direction == "after" and CLOCK_NEXT.match(text, end):
        return made(text, start, match.end("unit"), "duration", unit=unit)
    if direction == "after" and re.match(r"\s+(?:the\s+)?(?:\d|[A-Z]|[a-z]+\s+of\s+\d)", text[end:]):
        return made(text, start, end, "offset", count=count, unit=unit, modifier="after", part=part)
    if (
        lead == "in"
        and unit in {"day", "week", "month", "year", "hour"}
        and direction is None
        and not match["poss"]
    ):
        if FIRST_IN.search(before(text, match.start())):
            return made(text, start, end, "duration", unit=unit)
        return made(text, start, end, "ahead", count=count, unit=unit, modifier="in")
    if (
        match["n"].lower() in {"a", "an", "another", "several", "many", "few", "one"}
        and direction is None
        and match["hyphen"].strip() == ""
        and not lead
    ):
        return None
    return made(text, start, end, "duration", unit=unit)


def read_half_week(text: str, match: re.Match[str]) -> Expression | None:
    """ "the second half of this week" is Thursday to Sunday, the first half Monday to Wednesday."""
    count = {"next": 1, "last": -1}.get(match["which"].lower(), 0)
    part = "first half" if match["half"].lower() == "first" else "second half"
    return made(text, match.start(), match.end(), "period", count=count, unit="week", part=part)


def read_halves(text: str, match: re.Match[str]) -> Expression | None:
    """ "two and a half years ago", "a year and a half later": counted in the next smaller unit."""
    unit, count = (match["unit"] or match["unit1"]).lower().rstrip("s"), number_of(match["n"])
    smaller = {
        "year": ("month", 12, 6),
        "week": ("day", 7, 4),
        "month": ("week", 4, 2),
        "day": ("hour", 24, 12),
    }
    if count is None:
        return None
    unit, times, half = smaller[unit]
    direction = AFTER_TAILS[match["tail"].strip().lower()]
    cls = {"ago": "ago", "later": "hang", "earlier": "hang"}.get(direction, "offset")
    return made(
        text,
        match.start(),
        match.end(),
        cls,
        unit=unit,
        count=count * times + half,
        modifier=None if cls == "ago" else direction,
    )


def read_told(text: str, match: re.Match[str]) -> Expression | None:
    """ "since then", "by then": bounded by what was told last."""
    side = "until" if match["word"].lower().startswith(("until", "by")) else "since"
    return made(text, match.start(), match.end(), "bound_told", modifier=side)


def read_bare_unit(text: str, match: re.Match[str]) -> Expression | None:
    """ "hours after", "days later", "weeks ago", with an untold number."""
    unit, _ = unit_of(match["unit"].replace("moments", "minutes"), None)
    if match["tail"] in {"of", "after"} and match.groupdict().get("within"):
        return made(text, match.start(), match.end(), "offset", unit=unit, modifier="within")
    if not match["tail"]:
        return (
            made(text, match.start(), match.end(), "hang", unit=unit, modifier="within")
            if match["within"]
            else None
        )
    tail = " ".join(match["tail"].lower().split())
    direction = AFTER_TAILS[tail]
    cls = {"ago": "ago", "later": "hang", "earlier": "hang"}.get(direction, "offset")
    return made(
        text, match.start(), match.end(), cls, unit=unit, modifier=None if cls == "ago" else direction
    )


def read_span(text: str, match: re.Match[str]) -> Expression | None:
    """ "the past three days", "the next two weeks": until or from the report's day."""
    groups = match.groupdict()
    count = number_of(groups["n"]) if groups.get("n") else 1
    unit, count = unit_of(groups["unit"], count)
    if HABIT_BEFORE.search(before(text, match.start())) or "decade" in groups["unit"].lower():
        return made(text, match.start(), match.end(), "habit")
    if groups["dir"].lower() == "last" and ENDURES.search(before(text, match.start())):
        return made(text, match.start(), match.end(), "duration", unit=unit)
    if count is None:
        return None
    ahead = groups["dir"].lower() in {"next", "coming", "following"}
    return made(
        text,
        match.start(),
        match.end(),
        "span",
        count=count,
        unit=unit,
        modifier="ahead" if ahead else "back",
    )
