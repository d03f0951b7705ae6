"""`find_expressions`: every time expression of a text, found word by word and then put together."""

from __future__ import annotations

import functools
import re

from communique.dates import words as w
from communique.dates.compose import compose
from communique.dates.expression import Expression
from communique.dates.grammar import DISPATCH
from communique.dates.lexicon import load_names

KEPT = 512  # sentences whose expressions are kept
WORD = re.compile(r"[^\W\d_]+|\d+")
WEEKDAY_WORDS = frozenset(w.WEEKDAYS) | {f"{name}s" for name in w.WEEKDAYS}
SEASON_WORDS = frozenset(w.SEASONS) | {f"{name}s" for name in w.SEASONS}
UNIT_WORDS = frozenset(
    f"{unit}{end}"
    for unit in (
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "weekend",
        "fortnight",
        "month",
        "year",
        "decade",
        "quarter",
        "generation",
    )
    for end in ("", "s")
) | {"century", "centuries"}
AFTER_THE = UNIT_WORDS | {
    *("previous", "following", "coming", "past", "next", "same", "current", "early", "mid", "late"),
    *("sixties", "seventies", "eighties", "nineties", "noughties"),
}
AFTER_NUMBER = (
    UNIT_WORDS
    | WEEKDAY_WORDS
    | SEASON_WORDS
    | {
        *(
            "few",
            "couple",
            "handful",
            "dozen",
            "hundred",
            "half",
            "full",
            "whole",
            "long",
            "good",
            "mere",
            "short",
        ),
        *("scant", "solid", "turbulent", "busy", "more", "or", "and", "consecutive", "odd", "times", "of"),
    }
)
# What must follow a frequent word for any pattern that begins with it to match; a test holds it to the patterns.
FOLLOWERS = {
    "the": AFTER_THE,
    **dict.fromkeys(("a", "an", "another", "several", "many", "few", *list(w.SMALL)[1:]), AFTER_NUMBER),
}


def find_expressions(text: str) -> list[Expression]:
    """The time expressions of a text, sorted; those that hang on others carry them in `base`.

    "They spoke hours after Monday's talks." gives "hours after Monday" and "Monday". Durations ("for two days"),
    habits ("every Monday") and names ("the Sunday Times") are found too: they have no date, and say so by their cls.
    """
    return list(_found(text))


@functools.lru_cache(maxsize=KEPT)
def _found(text: str) -> tuple[Expression, ...]:
    """What `find_expressions` gives; the dating of a report and of what it tells ask for the same sentences."""
    singles = scan(text)
    return tuple(sorted(compose(text, singles), key=lambda e: (e.start, -e.end))) if singles else ()


def scan(text: str) -> list[Expression]:
    """The single expressions, left to right, none overlapping another."""
    found: list[Expression] = []
    reached = 0
    named = load_names()
    words = list(WORD.finditer(text))
    keys = ["0" if (key := word.group().lower())[0].isdigit() else key for word in words]
    for place, word in enumerate(words):
        key = keys[place]
        named_here, entries = key in named.first_words, DISPATCH.get(key)
        if not named_here and entries is None:
            continue
        start = word.start()
        if start < reached:
            continue
        followers = FOLLOWERS.get(key)
        if followers is not None and (place + 1 == len(keys) or keys[place + 1] not in followers):
            entries = None
        expression = None
        if named_here:
            expression = named.match(text, start)
        if expression is None and entries:
            for pattern, reader in entries:
                match = pattern.match(text, start)
                if match and (expression := reader(text, match)):
                    break
        if expression:
            reached = max(expression.end, start + 1)
            found = [e for e in found if e.end <= expression.start]
            found.append(expression)
    return found
