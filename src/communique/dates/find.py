"""`find_expressions`: every time expression of a text, found word by word and then put together."""

from __future__ import annotations

import re

from communique.dates.compose import compose
from communique.dates.expression import Expression
from communique.dates.grammar import DISPATCH
from communique.dates.lexicon import load_names

WORD = re.compile(r"[^\W\d_]+|\d+")
TRIGGERS = frozenset(DISPATCH)


def find_expressions(text: str) -> list[Expression]:
    """The time expressions of a text, sorted; those that hang on others carry them in `base`.

    "They spoke hours after Monday's talks." gives "hours after Monday" and "Monday". Durations ("for two days"),
    habits ("every Monday") and names ("the Sunday Times") are found too: they have no date, and say so by their cls.
    """
    singles = scan(text)
    return sorted(compose(text, singles), key=lambda e: (e.start, -e.end)) if singles else []


def scan(text: str) -> list[Expression]:
    """The single expressions, left to right, none overlapping another."""
    found: list[Expression] = []
    reached = 0
    named = load_names()
    for word in WORD.finditer(text):
        start = word.start()
        if start < reached:
            continue
        key = word.group()
        key = "0" if key[0].isdigit() else key.lower()
        expression = None
        if key in named.first_words:
            expression = named.match(text, start)
        entries = DISPATCH.get(key)
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
