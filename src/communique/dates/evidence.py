"""Evidence of a report's day inside its text: "today" with a date, with a known event, with an anniversary."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.dates import calendars as c
from communique.dates.clues import find_clues, shift_of, texts
from communique.dates.expression import Expression
from communique.dates.known_events import event_proofs
from communique.dates.lexicon import load_names
from communique.dates.named import anniversary_of
from communique.dates.office_days import tenure_proofs
from communique.dates.proof import EARLIEST, Proof, on_day
from communique.dates.words import ORDINAL, ordinal_number
from communique.knowledge import Knowledge
from communique.records import Mention, Report, Sentence

NTH_WEEK = re.compile(
    rf"\b(?:enter(?:s|ing)?(?:\s+(?:up)?on)?|(?:has|have)\s+entered|(?:is|are|now|drags?\s+on|[A-Z]\w+|war|crisis|siege|conflict)\s+(?:now\s+)?in(?:to)?)"
    rf"\s+(?:its|their|a|the)\s+(?P<n>{ORDINAL})\s+(?P<unit>week|month)\b",
    re.IGNORECASE,
)
WEEK = 7
COUNTED_DAY = re.compile(
    r"\b(?:the\s+)?(?P<n>\d{1,4}(?:st|nd|rd|th)|hundredth|thousandth|(?:twenty|thirty|forty|fifty)-\w+|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|twentieth|thirtieth|fortieth|fiftieth)\s+day\s+of\s+(?P<of>[^,;.]{5,70})|\b[Dd]ay\s+(?P<d>\d{1,4})\s+of\s+(?P<of2>[^,;.]{5,60})"
)
TO_THE_DAY = re.compile(r"\s+(?:(?:to\s+the\s+day\s+)?today|to\s+the\s+day)\b", re.IGNORECASE)


def find_proofs(
    report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention], knowledge: Knowledge
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
        proofs += anniversary_proofs(text, expressions, opening=sentence.index <= 1)
        proofs += counted_proofs(text)
        proofs += nth_week_proofs(text) if sentence.index <= 1 else []
        proofs += event_proofs(
            text, expressions, opening=sentence.index <= 1, source=f"{place}:", around=around
        )
        proofs += tenure_proofs(sentence, text, expressions, (mentions, knowledge))
    return proofs


def anniversary_proofs(text: str, expressions: list[Expression], *, opening: bool) -> list[Proof]:
    """ "today, the second anniversary of ...", "on the eve of the tenth anniversary of ...", "fell 25 years ago today"."""
    proofs = []
    shifts = [s for e in expressions if (s := shift_of(e)) is not None and e.cls == "deictic"]
    for one in expressions:
        if one.cls == "anniversary" and one.name and one.count:
            found = anniversary_of(one.name, one.count, None)
            eve = any(e.cls == "offset" and e.base == one for e in expressions)
            shift = (
                1
                if eve
                else shifts[0]
                if len(set(shifts)) == 1
                else 0
                if opening and one.start <= 3 and not shifts
                else None
            )
            if shift == 0 and not shifts and any(e.cls in {"weekday", "date"} for e in expressions):
                shift = None
            if found and shift is not None:
                proofs.append(
                    on_day(day=c.shift(found[0], -shift), why=f"{one.text}: {found[0].isoformat()}")
                )
        if (
            one.cls == "offset"
            and one.unit == "year"
            and one.modifier == "after"
            and one.count
            and set(shifts) == {0}
        ):
            found_days = {c.add_years(e.date, one.count) for e in load_names().event_named(one.name or "")}
            proofs += [on_day(day=day, why=f'"{one.text}", told of today') for day in found_days]
        if (
            one.cls == "offset"
            and one.unit == "day"
            and one.count
            and "to go" in one.text.lower()
            and (base := one.base)
            and base.cls == "date"
            and base.year
            and (end := c.make_date(base.year, base.month or 1, base.day or 1))
        ):
            proofs.append(on_day(day=c.shift(end, -one.count), why=f'"{one.text}"'))
        if (
            one.cls == "ago"
            and one.unit in {"year", "month"}
            and one.count
            and (
                one.text.lower().endswith("today")
                or TO_THE_DAY.match(text, one.end)
                or (one.part == "exact" and "to the day" in one.text.lower())
            )
        ):
            stated = [e for e in expressions if e.cls == "date" and e.year and e.month and e.day]
            if len(stated) == 1 and (
                signed := c.make_date(stated[0].year or 1, stated[0].month or 1, stated[0].day or 1)
            ):
                day = c.add_months(signed, one.count * (12 if one.unit == "year" else 1))
                proofs.append(on_day(day=day, why=f'"{one.text}", of {stated[0].text}'))
                continue
            events = {
                c.add_months(e.date, one.count * (12 if one.unit == "year" else 1))
                for e in load_names().event_named(text)
            }
            proofs += [on_day(day=day, why=f'"{one.text} today"') for day in events]
    return proofs


def counted_proofs(text: str) -> list[Proof]:
    """ "On the 100th day of Russia's invasion": the first day is the event's own."""
    found = COUNTED_DAY.search(text)
    if not found:
        return []
    word = found["n"] or found["d"]
    count = {"hundredth": 100, "thousandth": 1000}.get(word.lower()) or ordinal_number(word) or 0
    if not count:
        return []
    days = {c.shift(event.date, count - 1) for event in load_names().event_named(found["of"] or found["of2"])}
    return [on_day(day=day, why=f'"{found.group()}"') for day in days if day.year >= EARLIEST]


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
