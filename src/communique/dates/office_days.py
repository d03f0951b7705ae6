"""Evidence of a report's day by the start of an office: "who took office yesterday", "his first full day as president"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from msgspec.structs import replace

from communique.dates import calendars as c
from communique.dates.clues import shift_of
from communique.dates.expression import Expression
from communique.dates.pointers import Pointer, weekday_told
from communique.dates.proof import EARLIEST, Proof
from communique.dates.tense import CUT, find_tense
from communique.dates.tenures import HIGHEST, titled
from communique.dates.words import ORDINAL, number_of, ordinal_number
from communique.knowledge import Knowledge
from communique.records import Actor, Mention, Sentence

BEGAN = re.compile(
    r"\b(?:became|becomes?|sworn\s+in|in\s+office\s+since|took\s+office|takes?\s+office|inaugurated|inauguration|took\s+over|oath\s+of\s+office|"
    r"(?:asked|invited)\s+to\s+form\s+a\s+government|kissed\s+hands|(?:president|prime\s+minister|chancellor|premier|king|pope)(?:\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?)?,?\s+since(?=\s+(?:yesterday|last|this)\b)|"
    r"(?:moved|moves?)\s+into\s+(?:the\s+)?(?:Elys[eé]e|[EÉ]lys[eé]e|White\s+House|Downing\s+Street|(?:Number|No\.?)\s*(?:10|Ten)|Kremlin|Blue\s+House|Planalto|Casa\s+Rosada)|"
    r"tak(?:e|es|ing)\s+(?:office|over|(?:his|her)\s+place)|succeed(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
SWORN = re.compile(
    r"\b(?:sworn\s+in|took\s+office|takes?\s+office|inaugurated|inauguration|(?:took|takes?)\s+the\s+oath|oath\s+of\s+office|presidential\s+sash)\b",
    re.IGNORECASE,
)  # words that tell of nothing else; "became" is said of much
FIRST_DAY = re.compile(
    r"\b(?:is|was)\s+(?:his|her|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*['’]s?)\s+first\s+day\s+(?:in\s+office|as\s)",
    re.IGNORECASE,
)
FIRST_FULL_DAY = re.compile(r"\bfirst\s+full\s+day\b", re.IGNORECASE)
NTH_DAY = re.compile(
    rf"\b(?:his|her)\s+(?P<n>{ORDINAL}|hundredth)\s+(?P<full>full\s+)?day\s+(?:on\s+the\s+throne|in\s+(?:office|power|the\s+job)|"
    r"as\s+(?:the\s+)?(?:new\s+)?(?:\w+['’]s\s+)?(?:acting\s+)?(?:president|prime\s+minister|chancellor|king|pope|premier))\b",
    re.IGNORECASE,
)
FEW = 3  # code points before what opens a sentence
PLACED = re.compile(
    r"(?:[A-ZÀ-Ý][^-–—:.]{2,60}(?:\([^()]{1,25}\)\s*)?\s?(?:[-–—]{1,2}|:)\s*)?(?:On\s+[A-Z][a-z]+day,\s+)?"
)
HUNDRED = 100
WEEK_AFTER = 6  # days
SINCE = re.compile(r"\bsince\b[^,;.]*$", re.IGNORECASE)
AHEAD, BEHIND = 25, 60  # code points from an oath to its weekday
YEARS_IN = re.compile(
    r"\b(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+years?\s+(?:to\s+the\s+day\s+(?:after|since)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:took\s+office|taking\s+office|(?:been\s+|being\s+)?sworn\s+in|inaugurated|inauguration|took\s+(?:over|power)|taking\s+(?:over|power)|moved\s+into)|(?P<kept>in\s+(?:office|power))\b)",
    re.IGNORECASE,
)
KEPT = re.compile(r"\b(?:mark|celebrat|complet)(?:s|ed|ing)?\s+(?:exactly\s+)?$", re.IGNORECASE)
LONG_AGO = re.compile(
    r"\b(?:years?|months?|weeks?|decades?)\s+(?:to\s+the\s+day\s+)?(?:ago|earlier|before|after|since)\b",
    re.IGNORECASE,
)
HE = re.compile(r"(?:He|She)\b")
HIS = re.compile(r"\b(?:his|her)\s+$", re.IGNORECASE)
BESIDE = 25  # code points between an office's beginning and the week or month in which it was


def opens(text: str, place: int) -> bool:
    """Whether a place opens a sentence, behind a dateline or not: "BRUSSELS - Eleven days after ..."."""
    return place <= FEW or PLACED.fullmatch(text[:place]) is not None


def days_after(text: str, began: re.Match[str], expressions: list[Expression]) -> int | None:
    """The days from the report's back to the start of an office: -1 of "a day after taking office, Keir Starmer ..."."""
    first = next(
        (e for e in expressions if e.cls == "offset" and e.unit == "day" and opens(text, e.start)), None
    )
    if first is None or not first.count or first.base is not None or first.modifier != "after":
        return None
    return -first.count if first.start < began.start() < first.end else None


def tenure_proofs(
    sentence: Sentence, text: str, expressions: list[Expression], known: tuple[Sequence[Mention], Knowledge]
) -> list[Proof]:
    """ "Rishi Sunak, who became British prime minister yesterday": the first day of the office.

    "Who took office last month" leaves the calendar month after the one in which the office began.
    """
    mentions, knowledge = known
    told = beginning(text, expressions)
    if told is None:
        return []
    began, pointer, behind = told
    persons = [
        m for m in persons_in(sentence, mentions) if behind or m.span.start - sentence.span.start < began
    ] or holder_before(sentence, text, mentions)
    if not persons:
        return []
    acting = [m for m in persons if not text[: m.span.start - sentence.span.start].rstrip().endswith(" by")]
    actor = (acting or persons)[0 if behind else -1].actors[0]
    spans = {(start, pointer.days(dt.date.fromisoformat(start))) for start in starts(actor, text, knowledge)}
    return [
        Proof(
            first=days[0],
            last=days[1],
            why=f"{actor.name} took office on {start}",
            news=(pointer.unit == "weekday" and not pointer.ahead) or pointer.on is not None,
        )
        for start, days in sorted(spans)
        if days is not None and days[0].year >= EARLIEST
    ]


def holder_before(sentence: Sentence, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The last one named with a title before a sentence that goes on with him: "He took office five weeks ago."."""
    titled_before = [
        m
        for m in mentions
        if m.form == "title"
        and len(m.actors) == 1
        and m.actors[0].type == "person"
        and m.span.end <= sentence.span.start
    ]
    return titled_before[-1:] if HE.match(text) else []


def beginning(text: str, expressions: list[Expression]) -> tuple[int, Pointer, bool] | None:
    """Where a text tells of an office's beginning, how far that lies from the report, and whether its holder is named behind."""
    began = BEGAN.search(text) or SWORN.search(text)
    if began is None:
        if full := FIRST_FULL_DAY.search(text):
            return full.start(), day_pointer(-1), HIS.search(text, 0, full.start()) is not None
        first_day = FIRST_DAY.search(text)
        return (first_day.end(), day_pointer(0), False) if first_day else None
    after = days_after(text, began, expressions)
    if after is not None:
        days = [e for e in expressions if e.cls in {"weekday", "date"}]
        on = days[0].weekday if days and days[0].cls == "weekday" and days[0].end < began.start() else None
        on = on if on is not None else weekday_told(text, days)
        return began.start(), replace(day_pointer(after), on=on), True
    if (sworn := SWORN.search(text)) and (weekday := day_of_oath(text, expressions, sworn)):
        return sworn.start(), weekday, False
    shifts = {s for e in expressions if e.cls in {"deictic", "ahead"} and (s := shift_of(e)) is not None}
    if len(shifts) == 1 and LONG_AGO.search(text) is None:
        return began.start(), day_pointer(shifts.pop()), False
    units = [
        e
        for e in expressions
        if -1 <= e.start - began.end() <= BESIDE and not e.part and e.unit in {"week", "month"}
    ]
    if shifts or len(units) != 1 or units[0].count is None or units[0].cls not in {"period", "ago"}:
        return None
    count = units[0].count if units[0].cls == "period" else -units[0].count
    return began.start(), Pointer(start=0, end=0, low=count, high=count, unit=units[0].unit or ""), False


def day_of_oath(text: str, expressions: list[Expression], sworn: re.Match[str]) -> Pointer | None:
    """The weekday beside an oath of office, where the sentence tells no other time: "takes office on Sunday"."""
    times = [
        e for e in expressions if e.cls in {"weekday", "date", "deictic", "ago", "ahead", "period", "offset"}
    ]
    days = [e for e in times if e.cls == "weekday" and e.weekday is not None and not e.modifier]
    if not days or any(e.cls != "weekday" for e in times) or SINCE.search(text, 0, sworn.start()):
        return None
    if CUT.search(text, *sorted((sworn.end(), days[0].start))):
        return None
    if not -AHEAD <= days[0].start - sworn.end() <= BEHIND:
        return None
    one, ahead = days[0], find_tense(text, days[0]) == "future"
    if one.weekday is None:
        return None
    return Pointer(
        start=one.start, end=one.end, low=one.weekday, high=one.weekday, unit="weekday", ahead=ahead
    )


def nth_day_proofs(
    sentence: Sentence, text: str, expressions: list[Expression], known: tuple[Sequence[Mention], Knowledge]
) -> list[Proof]:
    """ "In his second day on the throne, received ... on Sunday": the day counted from the office's first, if it is that weekday."""
    found = NTH_DAY.search(text)
    count = (HUNDRED if found["n"].lower() == "hundredth" else ordinal_number(found["n"])) if found else None
    mentions, knowledge = known
    persons = persons_in(sentence, mentions) if found else []
    if found is None or not count or not persons:
        return []
    ahead = [m for m in persons if m.span.start - sentence.span.start < found.start()]
    actor = (ahead[-1:] or persons[:1])[0].actors[0]
    weekdays = {e.weekday for e in expressions if e.cls == "weekday" and not e.modifier}
    today = any(e.cls == "deictic" and e.count == 0 for e in expressions)
    proofs = []
    for start in sorted(starts(actor, text, knowledge)):
        day = c.shift(dt.date.fromisoformat(start), count - 1 + bool(found["full"]))
        why = f'{actor.name} took office on {start}, told as "{found.group()}"'
        if today and not weekdays:
            proofs.append(Proof(first=day, last=day, why=why))
        elif weekdays == {day.weekday()}:
            proofs.append(Proof(first=day, last=c.shift(day, WEEK_AFTER), why=why, news=True))
    return proofs


def years_in_office_proofs(
    sentence: Sentence, text: str, expressions: list[Expression], known: tuple[Sequence[Mention], Knowledge]
) -> list[Proof]:
    """ "A year to the day after taking office, Chancellor Scholz ...", "marked a year in office today": so many years on."""
    found = YEARS_IN.search(text)
    mentions, knowledge = known
    persons = persons_in(sentence, mentions) if found else []
    shifts = {e.count for e in expressions if e.cls == "deictic"}
    if found is None or not persons or shifts - {0}:
        return []
    if found["kept"] and not (shifts and KEPT.search(text, 0, found.start())):
        return []
    years = 1 if found["n"].lower() in {"a", "an"} else number_of(found["n"].lower()) or 0
    titled_ones = [m for m in persons if m.form == "title"] or persons
    actor = titled_ones[0].actors[0]
    begun = starts(actor, text, knowledge)
    if len(begun) > 1:
        begun = {t.start for t in knowledge.tenures_of.get(actor.id, ()) if t.office in HIGHEST} & begun
    days = {c.add_years(dt.date.fromisoformat(start), years) for start in begun}
    why = f'{actor.name}, "{found.group()}"'
    return [Proof(first=day, last=day, why=why) for day in sorted(days)] if years and len(days) == 1 else []


def day_pointer(shift: int) -> Pointer:
    """A pointer to the day so many days from the report's."""
    return Pointer(start=0, end=0, low=shift, high=shift)


def persons_in(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of one person each in a sentence, by name or title."""
    return [
        m
        for m in mentions
        if sentence.span.covers(m.span)
        and len(m.actors) == 1
        and m.actors[0].type == "person"
        and m.form in {"name", "title"}
    ]


def starts(actor: Actor, text: str, knowledge: Knowledge) -> set[str]:
    """The first days of the offices of a person that a text names, else of his highest ones."""
    held = [t for t in knowledge.tenures_of.get(actor.id, ()) if len(t.start) == len("2000-01-01")]
    named = {t.start for t in held if titled(text, t.office, t.title, knowledge)}
    return named or {t.start for t in held if t.office in HIGHEST}
