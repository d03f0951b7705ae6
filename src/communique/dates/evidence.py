"""Evidence of a report's day inside its text: "today" with a date, with a known event, with an anniversary."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.dates import calendars as c
from communique.dates.anniversaries import anniversary_proofs
from communique.dates.birthdays import birthday_proofs
from communique.dates.clues import find_clues, texts
from communique.dates.counted_days import counted_proofs
from communique.dates.jubilees import jubilee_proofs
from communique.dates.known_events import event_proofs
from communique.dates.lexicon import load_names
from communique.dates.office_days import nth_day_proofs, tenure_proofs, years_in_office_proofs
from communique.dates.proof import EARLIEST, Proof, on_day
from communique.dates.recurring import Held, recurring_proofs
from communique.dates.same_day import done_at, years_to_the_day
from communique.dates.words import ORDINAL, ordinal_number
from communique.knowledge import Knowledge
from communique.records import Mention, Report, Sentence

NTH_WEEK = re.compile(
    rf"\b(?:enter(?:s|ing|ed)?(?:\s+(?:up)?on)?|(?:goes|went|moves|moved|drags|dragged|stretch(?:es|ed))(?:\s+on)?\s+into|(?:has|have)\s+entered|(?:is|are|now|drags?\s+on|[A-Z]\w+|(?:war|crisis|siege|conflict|offensive|protests)(?:\s+[\w’'-]+){0, 8}?)\s+(?:now\s+)?in(?:to)?)"
    rf"\s+(?:its|their|a|the)\s+(?P<n>{ORDINAL})\s+(?P<unit>week|month)\b",
    re.IGNORECASE,
)
WEEK = 7


def find_proofs(
    report: Report, sentences: Sequence[Sentence], known: tuple[Sequence[Mention], Knowledge], held: Held
) -> list[Proof]:
    """The days that single pieces of evidence give; the caller asks that they agree."""
    proofs = [
        on_day(day=c.shift(day, -clue.shift), why=f'"{clue.text}"')
        for clue in find_clues(report, sentences)
        if clue.year and clue.month and clue.day and (day := c.make_date(clue.year, clue.month, clue.day))
    ]
    told = list(texts(report, sentences))
    for place, (sentence, text, expressions) in enumerate(told):
        around = " ".join(other for _, other, _ in told[max(0, place - 1) : place + 2])
        proofs += years_to_the_day(text, expressions)
        proofs += jubilee_proofs(text, expressions)
        proofs += anniversary_proofs(text, expressions, opening=sentence.index <= 1)
        shifts = {e.count for e in expressions if e.cls == "deictic" and e.count is not None}
        proofs += counted_proofs(
            text,
            " ".join(other for _, other, _ in told),
            f"{place}:day",
            shift=shifts.pop() if len(shifts) == 1 else 0,
        )
        proofs += birthday_proofs(
            text,
            expressions,
            opening=sentence.index <= 1,
            source=f"{place}:birth",
            before=told[place - 1][1] if place else "",
        )
        proofs += nth_week_proofs(text) if sentence.index <= 1 else []
        proofs += event_proofs(
            text, expressions, opening=sentence.index <= 1, source=f"{place}:", around=around
        )
        proofs += recurring_proofs(
            text, expressions, opening=sentence.index <= 1, source=f"{place}:", held=held
        )
        proofs += tenure_proofs(sentence, text, expressions, known)
        proofs += nth_day_proofs(sentence, text, expressions, known)
        proofs += years_in_office_proofs(sentence, text, expressions, known)
    return proofs + done_at([(text, expressions) for _, text, expressions in told])


def nth_week_proofs(text: str) -> list[Proof]:
    """ "As the war in Ukraine enters its third week": seven days from the fifteenth after it began; a month likewise."""
    found = NTH_WEEK.search(text)
    count = ordinal_number(found["n"]) if found else None
    if found is None or not count:
        return []
    spans = {
        (c.shift(e.date, WEEK * (count - 1)), c.shift(e.date, WEEK * count - 1))
        if found["unit"].lower() == "week"
        else (c.add_months(e.date, count - 1), c.shift(c.add_months(e.date, count), -1))
        for e in load_names().event_named(text)
    }
    why = f'"{" ".join(found.group().split())}"'
    return [Proof(first=a, last=b, why=why) for a, b in sorted(spans) if a.year >= EARLIEST]
