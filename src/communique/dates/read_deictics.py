"""Reads words that point from the report or the narrative ("today", "last week", "the next day"), and hours."""

from __future__ import annotations

import re

from communique.dates.expression import Expression
from communique.dates.read_calendar import before, extended, made
from communique.dates.read_spans import HABIT_BEFORE
from communique.dates.read_years import part_of


def read_deictic(text: str, match: re.Match[str]) -> Expression | None:
    """ "yesterday" is -1 days, "tonight" 0, "overnight" -1 until 0; `part` is the part of the day."""
    word = " ".join(match["word"].lower().split())
    if (
        match.group()[0] == "T"
        and word == "today"
        and re.search(r"\b(?:[A-Z]\w+|newspaper|magazine|daily)\s$", before(text, match.start()))
    ):
        return None
    if match.group().startswith("Today") and re.match(r"['’]s\s+[A-Z]", text[match.end() :]):
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
    } or (
        modifier == "the" and relation in {"before", "after", "earlier", "later", "following", "preceding"}
    ):
        shift = (
            1
            if relation in {"after", "later", "following"} or "following" in modifier
            else -1
            if relation in {"before", "earlier", "preceding"} or "previous" in modifier
            else 0
        )
        end = match.end() if relation != "of" else match.end() - 3
        return made(text, start, end, "hang_period", count=shift, unit=unit, part=part)
    end = match.start("rel") - 1 if match["rel"] else match.end()
    while text[end - 1].isspace():
        end -= 1
    if modifier in {"the", "past"} and unit != "weekend" and not part:
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
    r"\b(?P<part>(?:at\s+)?(?:the\s+)?(?:start|beginning|end|close|middle|turn|first\s+half|second\s+half|latter\s+half|outset|first\s+days|opening\s+days|last\s+days|final\s+days|closing\s+days|back\s+end|tail\s+end|latter\s+part|early\s+part)\s+of|mid(?:way|dle)?(?:\s+(?:through|into))?|halfway\s+(?:through|into)|early(?:\s+in)?|late(?:\s+in)?|later|earlier)[\s-]+(?:the\s+)?$"
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
    if groups.get("morrow"):
        of = re.match(r"\s+of\b", text[match.end() :])
        cls, modifier = ("offset", "after") if of else ("same", None)
        return made(
            text,
            match.start(),
            match.end() + (of.end() if of else 0),
            cls,
            count=1,
            unit="day",
            modifier=modifier,
        )
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
        if before(text, match.start()).lower().endswith("as "):
            return None
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
