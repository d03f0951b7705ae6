"""Reads times told by two steps or by a turn of phrase: "a month and two days ago", "this time last year", "month's end"."""

from __future__ import annotations

import re

from communique.dates.expression import Expression
from communique.dates.read_calendar import made
from communique.dates.read_spans import AFTER_TAILS, unit_of
from communique.dates.words import SEASONS, month_number, number_of, ordinal_number, weekday_number


def read_compound(text: str, match: re.Match[str]) -> Expression | None:
    """ "a year and a day later", "a month and two days ago": the larger step, then the smaller as `other`."""
    counts = []
    for number, unit in (("n", "unit"), ("n2", "unit2")):
        name, count = unit_of(match[unit], number_of(match[number]))
        if count is None:
            return None
        counts.append((name, count))
    direction = AFTER_TAILS[" ".join(match["tail"].lower().split())]
    cls = {"ago": "ago", "ahead": "ahead", "later": "hang", "earlier": "hang"}.get(direction, "offset")
    (unit, count), (smaller, rest) = counts
    other = made(text, match.start("n2"), match.end("unit2"), "duration", count=rest, unit=smaller)
    modifier = direction if cls in {"hang", "offset"} else None
    return made(
        text,
        match.start(),
        match.end(),
        cls,
        count=count,
        unit=unit,
        other=other,
        modifier=modifier,
        part="exact",
    )


def read_this_time(text: str, match: re.Match[str]) -> Expression | None:
    """ "this time last week" is a day, "this time last year" the month, "this week last year" the week a year before."""
    which, unit = match["which"] or match["which2"], match["unit"] or match["unit2"]
    count = -1 if which.lower() == "last" else 1
    part = (match["what"] or "time").lower()
    if part in {"week", "month"} and unit.lower() != "year":
        return None
    return made(text, match.start(), match.end(), "this_time", count=count, unit=unit.lower(), part=part)


def read_ago_now(text: str, match: re.Match[str]) -> Expression | None:
    """ "a week ago today" is a day, "seven years ago this January" and "ten years ago this month" a month."""
    unit, count = unit_of(match["unit"], number_of(match["n"]))
    if count is None:
        return None
    now = " ".join(match["now"].lower().split())
    if match["m"]:
        return made(
            text,
            match.start(),
            match.end(),
            "ago_month",
            count=count,
            unit=unit,
            month=month_number(match["m"]),
        )
    exact = "exact" if now in {"today", "yesterday", "tomorrow", "tonight"} else now.rsplit(" ", 1)[-1]
    shift = {"yesterday": -1, "tomorrow": 1}.get(now)
    other = (
        made(text, match.start("now"), match.end("now"), "duration", count=shift, unit="day")
        if shift
        else None
    )
    cls = "ago" if exact == "exact" else "ago_period"
    return made(text, match.start(), match.end(), cls, count=count, unit=unit, part=exact, other=other)


def read_weekdays_ago(text: str, match: re.Match[str]) -> Expression | None:
    """ "two Fridays ago": the second Friday before the report's day."""
    count = number_of(match["n"])
    if not count:
        return None
    return made(
        text,
        match.start(),
        match.end(),
        "weekday",
        weekday=weekday_number(match["wd"]),
        count=count,
        modifier="ago",
    )


def read_unit_end(text: str, match: re.Match[str]) -> Expression | None:
    """ "mid-month", "month's end", "year-end", "before the year is out": a part of the current one."""
    if match["mid"]:
        part, unit = "mid", match["mid"].lower()
    elif match["out"]:
        return made(text, match.start(), match.end(), "bound_period", unit=match["out"].lower())
    else:
        part, unit = "end", (match["unit"] or "year").lower()
    return made(text, match.start(), match.end(), "period", count=0, unit=unit, part=part)


def read_since_event(text: str, match: re.Match[str]) -> Expression | None:
    """ "since Russia invaded Ukraine": the words that may name a known event."""
    return made(text, match.start(), match.end(), "since_event", name=match["of"])


def read_either(text: str, match: re.Match[str]) -> Expression | None:
    """ "two or three weeks ago", "a day or two later": both counts, the nearer in `other`."""
    if match["unit1"]:
        counts, word = (number_of(match["n1"]), number_of(match["m1"])), match["unit1"]
    else:
        counts, word = (number_of(match["n2"]), number_of(match["m2"])), match["unit2"]
    direction = AFTER_TAILS[" ".join(match["tail"].lower().split())]
    cls = {"ago": "ago", "ahead": "ahead", "later": "hang", "earlier": "hang"}.get(direction)
    if cls is None or None in counts:
        return None
    ends = [
        made(
            text,
            match.start(),
            match.end(),
            cls,
            unit=unit_of(word, count)[0],
            count=unit_of(word, count)[1],
            modifier=direction if cls == "hang" else None,
        )
        for count in counts
    ]
    return made(text, match.start(), match.end(), "either", base=ends[0], other=ends[1])


def read_seasons_ago(text: str, match: re.Match[str]) -> Expression | None:
    """ "two summers ago": the second summer that has ended before the report's day."""
    count = number_of(match["n"])
    if not count:
        return None
    season = SEASONS[match["s"].lower()]
    return made(text, match.start(), match.end(), "season", month=season, count=count, modifier="ago")


def read_weeks_ago_weekday(text: str, match: re.Match[str]) -> Expression | None:
    """ "a week ago Monday", "two weeks ago on Friday": so many weeks before the last such weekday."""
    _, count = unit_of(match["unit"], number_of(match["n"]))
    if not count:
        return None
    return made(
        text,
        match.start(),
        match.end(),
        "weekday",
        weekday=weekday_number(match["wd"]),
        count=count,
        modifier="minus week",
    )


def read_nth_day(text: str, match: re.Match[str]) -> Expression | None:
    """ "the third day after the vote of 16 July" counts three days, "the third day of" two."""
    count = ordinal_number(match["q"])
    if not count:
        return None
    inside = match["tail"].lower() != "after"
    return made(
        text,
        match.start(),
        match.end(),
        "offset",
        unit="day",
        count=count - inside,
        modifier="after",
        part="nth",
    )


DECADE_WORDS = {"sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990, "noughties": 2000}


def read_decade_word(text: str, match: re.Match[str]) -> Expression | None:
    """ "the late nineties"."""
    part = match["part"].lower() if match["part"] else None
    return made(text, match.start(), match.end(), "decade", year=DECADE_WORDS[match["d"].lower()], part=part)


def read_mid_season(text: str, match: re.Match[str]) -> Expression | None:
    """ "midsummer": the middle month of it."""
    return made(text, match.start(), match.end(), "season", month=SEASONS[match["s"].lower()], part="mid")
