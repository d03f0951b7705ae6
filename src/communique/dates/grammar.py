"""The table of expressions by their first word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from communique.dates import patterns as p
from communique.dates import words as w
from communique.dates.patterns import Entry


def keyed(entries: Iterable[tuple[Iterable[str], Entry]]) -> dict[str, tuple[Entry, ...]]:
    """Entries by the lower-case first word; "0" stands for digits."""
    table: dict[str, list[Entry]] = defaultdict(list)
    for keys, one in entries:
        for key in keys:
            table[key].append(one)
    return {key: tuple(found) for key, found in table.items()}


SHORT_WEEKDAYS = ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
NUMBER_WORDS = (*w.SMALL, *w.TENS, "a", "an", "half", "another", "several", "many", "few", "couple", "0")
DETERMINERS = (
    "last",
    "next",
    "this",
    "past",
    "coming",
    "following",
    "previous",
    "every",
    "each",
    "the",
    "one",
    "that",
)

DISPATCH = keyed(
    (
        (("this", "at", "by", "around", "last", "next"), p.THIS_TIME),
        (
            (
                "every",
                "each",
                "once",
                "twice",
                "thrice",
                "dozens",
                "hundreds",
                "several",
                "from",
                "daily",
                "weekly",
                "monthly",
                "quarterly",
                "yearly",
                "annual",
                "annually",
                "regularly",
                "biannual",
                "biennial",
                "fortnightly",
                "nightly",
                "hourly",
                *w.SMALL,
                "0",
                "many",
            ),
            p.HABITS,
        ),
        (("first", "second", "third", "fourth", "last"), p.NTH_OF),
        ((*w.WEEKDAYS, *SHORT_WEEKDAYS, *w.MONTHS, *SHORT_MONTHS, "0"), p.DATES),
        (w.WEEKDAYS, p.WEEKDAYS),
        (DETERMINERS, p.MOD_WEEKDAYS),
        (DETERMINERS, p.MOD_MONTHS),
        ((*w.ORDINALS, "twenty", "thirty", "thirtieth"), p.WORD_DATES),
        ((*w.ORDINALS, "twenty", "thirty", "thirtieth"), p.WORD_DAYS),
        (("first", "second", "latter"), p.HALF_WEEKS),
        (w.MONTHS, p.WORD_DATES_AFTER),
        ((*w.MONTHS, *SHORT_MONTHS), p.MONTHS),
        (("0",), p.NINE_ELEVEN),
        (("0",), p.NUMERIC),
        (("0",), p.TIMES),
        (("noon", "midday", "midnight", "half", "quarter", "a"), p.TIME_WORDS),
        (
            (
                *w.ORDINALS,
                "last",
                "next",
                "this",
                "final",
                "closing",
                "opening",
                "coming",
                "previous",
                "past",
                "current",
                "q",
                "h",
                "0",
            ),
            p.QUARTERS,
        ),
        (("past", "last", "next", "previous", "coming", "preceding", "following"), p.SPANS),
        (
            (
                "recent",
                "coming",
                "upcoming",
                "next",
                "last",
                "past",
                "recently",
                "lately",
                "other",
                "days",
                "weeks",
                "months",
            ),
            p.RECENT,
        ),
        (NUMBER_WORDS, p.HALVES),
        (("since", "ever", "until", "by", "from", "thereafter"), p.TOLD),
        (NUMBER_WORDS, p.COMPOUNDS),
        (NUMBER_WORDS, p.EITHER),
        (("the",), p.DECADES),
        (("mid", "midsummer", "midwinter", "midautumn", "midspring"), p.MID_SEASONS),
        (NUMBER_WORDS, p.SEASONS_AGO),
        (NUMBER_WORDS, p.WEEKS_AGO_WEEKDAY),
        ((*w.ORDINALS, "twenty", "thirty", "0"), p.NTH_DAY),
        (NUMBER_WORDS, p.AGO_NOW),
        (NUMBER_WORDS, p.WEEKDAYS_AGO),
        (("mid", "midweek", "month", "year", "week", "before"), p.UNIT_ENDS),
        (("since",), p.SINCE_EVENTS),
        ((*NUMBER_WORDS, "hundred"), p.QUANTITY),
        (("0",), p.DAY_OF_MONTH_ANY),
        (("minutes", "hours", "days", "weeks", "months", "years", "moments"), p.BARE_UNITS),
        (("within",), p.WITHIN_UNITS),
        (
            (
                "the",
                "day",
                "yesterday",
                "tomorrow",
                "today",
                "tonight",
                "overnight",
                "last",
                "this",
                "just",
                "earlier",
                "later",
            ),
            p.DEICTIC,
        ),
        (
            (
                "same",
                "next",
                "following",
                "previous",
                "that",
                "subsequent",
                "preceding",
                "day",
                "morning",
                "evening",
                "night",
                "afternoon",
                "morrow",
                "earlier",
                "later",
            ),
            p.SAME,
        ),
        (("past",), p.SPANS_ONE),
        (
            (
                "early",
                "late",
                "mid",
                "later",
                "earlier",
                "last",
                "next",
                "this",
                "the",
                "coming",
                "following",
                "previous",
                "current",
                "that",
                "same",
            ),
            p.PERIODS,
        ),
        (
            ("spring", "summer", "autumn", "fall", "winter", "springtime", "summertime", "wintertime"),
            p.SEASONS,
        ),
        (("0",), p.YEARS),
        (("0",), p.SHORT_YEARS),
    )
)
