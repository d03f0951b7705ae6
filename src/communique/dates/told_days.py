"""A report's day from the full date of what it tells as its news, and from the date in its first line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from communique.dates import calendars as c
from communique.dates.clues import ISSUED, texts
from communique.dates.expression import Expression
from communique.dates.find import find_expressions
from communique.dates.proof import EARLIEST, Proof, on_day
from communique.dates.tense import VERB, find_tense
from communique.records import Report, Sentence

WEEK_AFTER = 6  # days: who names weekdays bare writes within a week of what is news
OPENING = 3  # sentences
SEVERAL, SHORT = 2, 12  # lines of a text that has a line of its own for its day; words of such a line

KIND_OF_TEXT = re.compile(
    r"\W*(?:(?:joint|official|full|press|media|news|public|public\s+affairs)\s+)*"
    r"(?:(?:first\s+)?(?:published|posted|released|issued|updated|as\s+delivered|date)|readout|statement|communiqu[eé]|release|transcript|briefing|summary|announcement|remarks)\b"
    r"(?:(?:\s+(?:of|on))?\s+(?:the\s+)?|[^\n.;:!?]{0,90}?[,(–—-]\s*)$",
    re.IGNORECASE,
)
LINE_ENDS = re.compile(r"\s*\)?\s*[.:]?\s*(?:\n|$|(?<=[):])\s)")
REPORTING = re.compile(
    r"\b(?:said|told|announced|stated|declared|confirmed|reported|tweeted|posted)\b", re.IGNORECASE
)
ACTING = re.compile(
    r"\b(?:met|spoke|said|told|announced|held|hosted|received|welcomed|visited|arrived|signed|called|telephoned|phoned)\b",
    re.IGNORECASE,
)
OTHER_TIME = re.compile(
    r"\b(?:who|which|that|whose|where|since|after|before|when|while|following|until|had|was|were|been|being|signed\s+by|of)\b",
    re.IGNORECASE,
)


def told_day_proofs(report: Report, sentences: Sequence[Sentence]) -> list[Proof]:
    """The day of a line of its own ("Readout, 14 March 2025"), else the week from the latest day told as news.

    "The two met on Thursday, 14 September 2023, his office said. On Monday ..." came out from that Thursday to the
    Wednesday after; where no weekday stands bare, nothing says that the report is of that week.
    """
    told = list(texts(report, sentences))
    if told and (head := first_line_day(told[0][1], told[0][2])):
        return [head]
    if line := line_day(report.body):
        return [line]
    everything = [(text, e) for _, text, found in told for e in found]
    bare = any(e.cls == "weekday" and e.base is None and not e.modifier for _, e in everything)
    news = [
        (day, e.text)
        for _, text, found in told[:OPENING]
        for e in found
        if (day := full_day(e)) and is_news(text, e)
    ]
    if not news or not bare:
        return []
    day, words = max(news)
    if day.year < EARLIEST or any(later(e, day) for _, e in everything):
        return []
    last = c.shift(day, WEEK_AFTER)
    return [Proof(first=day, last=last, why=f'"{words}" is told beside bare weekdays', news=True)]


def line_day(body: str) -> Proof | None:
    """The day that stands in a line of its own above or below a text: "[8 April 2010]", "Athens, 8 April 2010"."""
    lines = [line.strip() for line in body.strip().splitlines() if line.strip()]
    if len(lines) < SEVERAL:
        return None
    for line in dict.fromkeys((*lines[:2], *lines[:-3:-1])):
        dates = [e for e in find_expressions(line) if e.cls not in {"name", "duration"}]
        days = {day for e in dates if (day := full_day(e))}
        plain = len(line.split()) <= SHORT and not VERB.search(ISSUED.sub("", line))
        if len(days) == 1 and plain and not any(e.cls == "habit" for e in dates):
            return on_day(day=days.pop(), why=f'the line "{line}"')
    return None


def first_line_day(text: str, expressions: Sequence[Expression]) -> Proof | None:
    """The day of "Readout, 14 March 2025" as a text's first line."""
    for one in expressions:
        day = full_day(one)
        if day and KIND_OF_TEXT.match(text[: one.start]) and LINE_ENDS.match(text, one.end):
            return on_day(day=day, why=f'"{one.text}" in the first line')
    return None


def full_day(one: Expression) -> dt.date | None:
    """The day of a date with its year, which must be a day of the weekday told with it."""
    if one.cls != "date" or not (one.year and one.month and one.day):
        return None
    day = c.make_date(one.year, one.month, one.day)
    return day if day and one.weekday in {None, day.weekday()} else None


def is_news(text: str, one: Expression) -> bool:
    """Whether a sentence tells a date as that of its own past deed, said by somebody or with its weekday.

    "Said in Nairobi on 14 September 2023", "met on Thursday, 14 September 2023"; not "the treaty signed on 3 May 1995".
    """
    acting = list(ACTING.finditer(text, 0, one.start))
    if not acting or find_tense(text, one) != "past":
        return False
    verb = acting[-1]
    if OTHER_TIME.search(text, verb.end(), one.start) or OTHER_TIME.search(text[: verb.start()]):
        return False
    return one.weekday is not None or REPORTING.search(text) is not None


def later(one: Expression, day: dt.date) -> bool:
    """Whether a time names a day, month or year behind a day."""
    if one.cls not in {"date", "month", "year"} or not one.year:
        return False
    return (one.year, one.month or 0, one.day or 0) > (
        day.year,
        day.month if one.month else 0,
        day.day if one.day else 0,
    )
