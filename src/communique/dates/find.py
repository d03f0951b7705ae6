"""`find_expressions`: every time expression of a text, found word by word and then put together."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from communique.dates import words as w
from communique.dates.compose import compose
from communique.dates.expression import Expression
from communique.dates.grammar import DISPATCH
from communique.dates.lexicon import load_names
from communique.dates.patterns import Entry
from communique.knowledge.fold import small_letters
from communique.record_type import Record

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
PARTS = frozenset(
    "morning afternoon evening night lunchtime breakfast midday noon midnight dawn dusk midmorning early late mid".split()
)
POINTED_AT = (
    UNIT_WORDS
    | WEEKDAY_WORDS
    | PARTS
    | frozenset(w.MONTHS)
    | frozenset(w.SMALL)
    | {*("same", "very", "past", "coming", "time", "half", "trimester", "today", "tonight")}
)
# What must follow a frequent word for any pattern that begins with it to match; a test holds it to the patterns.
FOLLOWERS = {
    "the": AFTER_THE,
    **dict.fromkeys(("this", "that"), POINTED_AT),
    **dict.fromkeys(("by", "at", "around"), frozenset({"this", "about", "around", "then"})),
    **dict.fromkeys(("recent", "upcoming", "other"), UNIT_WORDS | PARTS),
    "from": frozenset({"then", "time"}),
    **dict.fromkeys(("a", "an", "another", "several", "many", "few", *list(w.SMALL)[1:]), AFTER_NUMBER),
}


Words = frozenset[str] | None  # None stands for any word, or the end of the text


class Opener(Record, frozen=True, kw_only=True):
    """What may begin with a word: patterns, a named day, or both, and which words may come next for each."""

    entries: tuple[Entry, ...] = ()
    after: Words = None
    named: bool = False
    after_name: Words = None

    def patterns(self, following: str) -> tuple[Entry, ...]:
        """The patterns that the word and the next one can begin."""
        return self.entries if self.after is None or following in self.after else ()

    def names(self, following: str) -> bool:
        """Whether the word and the next one can begin the name of a day."""
        return self.named and (self.after_name is None or following in self.after_name)


@functools.cache
def load_openers(*, look_ahead: bool = True) -> dict[str, Opener]:
    """Every word that an expression can begin with; "0" stands for digits. Without looking ahead any word may follow."""
    names = load_names().first_words
    return {
        word: Opener(
            entries=DISPATCH.get(word, ()),
            after=FOLLOWERS.get(word) if look_ahead else None,
            named=word in names,
            after_name=names.get(word) if look_ahead else None,
        )
        for word in (*DISPATCH, *names)
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
    """The single expressions, left to right, none overlapping another.

    Most sentences hold no word that a pattern can begin with: they are let go before any pattern is tried.
    """
    table = load_openers()
    keys = WORD.findall(small_letters(text))
    places = [place for place, key in enumerate(keys) if key in table or key[0].isdigit()]
    if not places:
        return []
    keys.append("")
    openers = [(place, table[keys[place] if keys[place] in table else "0"]) for place in places]
    fitting = [
        (place, opener)
        for place, opener in openers
        if opener.patterns(keys[place + 1]) or opener.names(keys[place + 1])
    ]
    return match_all(text, keys, fitting) if fitting else []


def match_all(text: str, keys: Sequence[str], fitting: Sequence[tuple[int, Opener]]) -> list[Expression]:
    """The expressions that begin at some words of a text; a longer one that begins earlier takes in the others."""
    found: list[Expression] = []
    reached = 0
    starts = [word.start() for word, _ in zip(WORD.finditer(text), range(fitting[-1][0] + 1), strict=False)]
    for place, opener in fitting:
        start, following = starts[place], keys[place + 1]
        if start < reached:
            continue
        expression = load_names().match(text, start) if opener.names(following) else None
        if expression is None:
            expression = match_one(text, start, opener.patterns(following))
        if expression:
            reached = max(expression.end, start + 1)
            found = [e for e in found if e.end <= expression.start]
            found.append(expression)
    return found


def match_one(text: str, start: int, entries: Sequence[Entry]) -> Expression | None:
    """The first expression that a pattern reads at a place."""
    for pattern, reader in entries:
        match = pattern.match(text, start)
        if match and (expression := reader(text, match)):
            return expression
    return None
