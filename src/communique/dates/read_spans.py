"""Reads deictics, spans of time, offsets, times of day and habits."""

from __future__ import annotations

import re

from communique.dates.expression import Expression
from communique.dates.read_calendar import before, extended, made, part_of
from communique.dates.words import number_of

HABIT_BEFORE = re.compile(
    r"\b(?:times?|once|twice)\s+(?:in|over|within|during)\s+(?:the\s+)?(?:past\s+|last\s+)?$", re.IGNORECASE
)
FIRST_IN = re.compile(
    r"\b(?:first|time|visit|meeting|most|largest|worst|biggest|highest|lowest|only|longest|second|third)\b[^.;]{0,60}\b(?:in|for)\s+(?:the\s+)?(?:more\s+than\s+|over\s+|nearly\s+|almost\s+|about\s+|at\s+least\s+)?$",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"\b(?P<lead>exactly|precisely|within|in|for|after|over|during|nearly|almost|about|some|just|the\s+last|only|with|under|than|every|at\s+least|by|throughout)\s+(?:just\s+|about\s+|some\s+|only\s+)?$",
    re.IGNORECASE,
)
IN_THE = re.compile(
    r"\b(?:in|during|over|within|for)\s+(?:just\s+)?the\s+(?:first\s+|last\s+|final\s+)?$|\bwithin\s+$",
    re.IGNORECASE,
)
AFTER_EXACT = re.compile(r"\s+(after|before|since|ago|later|earlier|from)\b", re.IGNORECASE)
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


def unit_of(word: str, count: int | None) -> tuple[str, int | None]:
    """The plain unit with its count: "fortnight" is two weeks, 48 hours are two days."""
    unit = word.lower()
    unit = unit.removesuffix("s")
    if unit == "century" or unit == "centurie":
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
    start = match.start() - len(lead.group()) if lead and word in {"exactly", "within"} else match.start()
    return placed(text, (start, end, match), (unit, count, direction, word, part))


def placed(
    text: str,
    where: tuple[int, int, re.Match[str]],
    told: tuple[str, int | None, str | None, str, str | None],
) -> Expression | None:
    """The class that an amount of time has by the words around it."""
    start, end, match = where
    unit, count, direction, lead, part = told
    if direction == "ago":
        return made(text, start, end, "ago", count=count, unit=unit, part=part)
    if direction == "ahead" or (lead in {"in"} and direction is None and match["poss"]):
        return made(text, start, end, "ahead", count=count, unit=unit, part=part)
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


def read_deictic(text: str, match: re.Match[str]) -> Expression | None:
    """ "yesterday" is -1 days, "tonight" 0, "overnight" -1 until 0; `part` is the part of the day."""
    word = " ".join(match["word"].lower().split())
    if (
        match.group()[0] == "T"
        and word == "today"
        and re.search(r"\b(?:[A-Z]\w+|newspaper|magazine|daily)\s$", before(text, match.start()))
    ):
        return None
    if word == "today" and re.match(r"['’]s\s+(?:world|generation|Russia)", text[match.end() :]):
        return None
    if word.endswith("before yesterday"):
        return made(text, match.start(), match.end(), "deictic", count=-2)
    if word.endswith("after tomorrow"):
        return made(text, match.start(), match.end(), "deictic", count=2)
    if word == "the night before last":
        return made(text, match.start(), match.end(), "deictic", count=-2, part="night")
    if (match["part"] or "").lower() == "week":
        return (
            made(text, match.start(), match.end(), "deictic", count={"tomorrow": 8, "today": 7}.get(word))
            if word in {"tomorrow", "today"}
            else None
        )
    if word == "overnight":
        return made(text, match.start(), match.end(), "deictic", count=-1, modifier="overnight")
    count = {"yesterday": -1, "tomorrow": 1, "last night": -1, "last evening": -1}.get(word, 0)
    part = (
        match["part"]
        or (word.split()[-1] if word.startswith(("this ", "last ")) else None)
        or ("night" if word == "tonight" else None)
    )
    if word.startswith(("earlier", "later")) and "today" not in word and "tonight" not in word:
        return made(text, match.start(), match.end(), "same", modifier="same", part=word.split()[0])
    return made(text, match.start(), match.end(), "deictic", count=count, part=part)


def read_period(text: str, match: re.Match[str]) -> Expression | None:
    """ "last week", "earlier this month", "the weekend", "the year before last", "that same week", "the end of the year"."""
    words = match["mod"].lower().replace("-", " ").split()
    unit = match["unit"].lower().replace("-", "")
    relation = " ".join((match["rel"] or "").lower().split())
    part = next((p for p in ("early", "late", "mid", "later", "earlier") if words[0] == p), None)
    if part:
        words = [w for w in words[1:] if w != "in"] or ["this"]
    modifier = " ".join(words)
    start, told = extended_part(text, match.start())
    part = part or told
    if relation in {"after next", "before last"}:
        count = 2 if relation == "after next" else -2
        return made(text, match.start(), match.end(), "period", count=count, unit=unit, part=part)
    if unit in {"decade", "century"} or (
        modifier == "the" and relation == "of" and unit not in {"week", "weekend"}
    ):
        return None
    if modifier == "the next":
        return made(
            text,
            match.start(),
            match.end() if not match["rel"] else match.start("rel"),
            "hang_period",
            count=1,
            unit=unit,
            part=part,
            modifier="next",
        )
    if modifier in {
        "that",
        "the same",
        "same",
        "that same",
        "the following",
        "following",
        "the previous",
        "previous",
    } or (modifier == "the" and relation in {"before", "after", "earlier", "later"}):
        shift = (
            1
            if relation in {"after", "later"} or "following" in modifier
            else -1
            if relation in {"before", "earlier"} or "previous" in modifier
            else 0
        )
        end = match.end() if relation != "of" else match.end() - 3
        return made(text, match.start(), end, "hang_period", count=shift, unit=unit, part=part)
    end = match.start("rel") - 1 if match["rel"] else match.end()
    while text[end - 1].isspace():
        end -= 1
    if modifier in {"the", "past"} and unit not in {"weekend"} and not part:
        return None
    count = {
        "last": -1,
        "this past": -1,
        "past": -1,
        "previous": -1,
        "next": 1,
        "the coming": 1,
        "coming": 1,
    }.get(modifier, 0)
    if modifier in {"the coming", "coming", "this coming"} and unit in {"weekend", "week"}:
        count = 1 if unit == "week" else 0
    return made(text, start, end, "period", count=count, unit=unit, part=part, modifier=modifier)


PERIOD_PART = re.compile(
    r"\b(?P<part>(?:at\s+)?(?:the\s+)?(?:start|beginning|end|close|middle|turn|first\s+half|second\s+half|outset)\s+of|mid|early|late|later|earlier)[\s-]+$",
    re.IGNORECASE,
)


def extended_part(text: str, start: int) -> tuple[int, str | None]:
    """Where "the end of the year" begins, and its part."""
    begin, words = extended(text, start, PERIOD_PART)
    return begin, part_of(words.removeprefix("at ").removeprefix("the ")) if words else None


def read_same(text: str, match: re.Match[str]) -> Expression | None:
    """ "the same day", "the next morning", "a day earlier" come down to a shift against the narrative."""
    groups = match.groupdict()
    if groups["s"]:
        return None
    if groups["dayafter"]:
        tail = " ".join(groups["dir"].lower().split())
        if not re.search(r"\b(?:the|a|one)\s$", before(text, match.start()), re.IGNORECASE):
            return None
        count = 1 if tail in {"after", "afterward", "afterwards", "later", "following"} else -1
        part = groups["dayafter"].lower() if groups["dayafter"].lower() != "day" else None
        return made(text, match.start(), match.end(), "same", count=count, modifier=tail, part=part)
    words = match.group().lower().split()
    if words[0] in {"earlier", "later"}:
        return made(text, match.start(), match.end(), "same", count=0, part=words[0])
    if words[0] == "that" and words[-1] == "day" and re.search(r"\bon\s+the\s$", before(text, match.start())):
        return None
    count = {"next": 1, "following": 1, "subsequent": 1, "previous": -1, "preceding": -1}.get(words[0], 0)
    part = words[-1] if words[-1] != "day" else None
    return made(text, match.start(), match.end(), "same", count=count, part=part)


def read_recent(text: str, match: re.Match[str]) -> Expression | None:
    """ "in recent days", "recently", "in the coming weeks", "the next few days"."""
    adverb = " ".join((match["adverb"] or "").lower().split())
    if adverb.endswith(("ahead", "come")):
        return made(text, match.start(), match.end(), "recent", count=1, unit=adverb.split()[0].rstrip("s"))
    if adverb.startswith("other ") and not re.search(r"\bthe\s$", before(text, match.start()), re.IGNORECASE):
        return None
    if match["adverb"]:
        if match["adverb"].lower() in {"shortly", "soon", "nowadays"} or (
            re.match(r"\s+(?:\w+ed|\w+en)\s+\w", text[match.end() :])
            and re.search(r"\b(?:the|a|his|her|its|their)\s$", before(text, match.start()))
        ):
            return None
        return made(text, match.start(), match.end(), "recent", count=-1, unit="day")
    ahead = match["word"].lower().split()[0] in {"coming", "upcoming", "next"}
    if HABIT_BEFORE.search(before(text, match.start())):
        return made(text, match.start(), match.end(), "habit")
    return made(
        text,
        match.start(),
        match.end(),
        "recent",
        count=1 if ahead else -1,
        unit=match["unit"].lower().rstrip("s"),
    )


def read_span(text: str, match: re.Match[str]) -> Expression | None:
    """ "the past three days", "the next two weeks": until or from the report's day."""
    groups = match.groupdict()
    count = number_of(groups["n"]) if groups.get("n") else 1
    unit, count = unit_of(groups["unit"], count)
    if HABIT_BEFORE.search(before(text, match.start())) or "decade" in groups["unit"].lower():
        return made(text, match.start(), match.end(), "habit")
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


def read_time(text: str, match: re.Match[str]) -> Expression | None:
    """ "10 p.m. in Washington", "09:00 GMT", "half past ten", "noon": an hour of some day."""
    groups = match.groupdict()
    zone = " ".join((groups.get("city") or groups.get("zone") or "").split()) or None
    if groups.get("word"):
        word = " ".join(groups["word"].lower().split())
        if word.startswith(("quarter", "a quarter")) and not re.search(
            r"(?:past|to)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)", word
        ):
            return None
        return made(
            text,
            match.start(),
            match.end(),
            "time",
            time={"noon": "12:00", "midday": "12:00", "midnight": "00:00"}.get(word, word),
            zone=zone,
        )
    hour = int(groups["h"] or groups["h2"] or groups["h4"])
    minute = int(groups["mi"] or groups["mi2"] or groups["mi4"] or 0)
    if groups["ap"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if groups["ap"].lower().startswith("p") else 0)
    elif (
        groups["h2"]
        and not zone
        and not re.search(
            r"\b(?:at|around|about|by|from|until|to|after|before|since|and)\s$", before(text, match.start())
        )
    ):
        return None
    return made(text, match.start(), match.end(), "time", time=f"{hour:02d}:{minute:02d}", zone=zone)


def read_habit(text: str, match: re.Match[str]) -> Expression | None:
    """ "every Monday", "twice a year", "dozens of times over the past decade": no date."""
    return made(text, match.start(), match.end(), "habit")
