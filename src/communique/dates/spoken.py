"""The day from which quoted words count: "'I met him yesterday,' Abe said on Tuesday" tells of Monday."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.dates.anchor import anchor_expression
from communique.dates.expression import Anchor, Expression
from communique.dates.find import find_expressions
from communique.record_type import Record

QUOTES = ('"', "“", "”")
OPENING = re.compile(r'(?:^|(?<=[\s(\[—–-]))["“](?=\S)|“')
CLOSING = re.compile(r'(?<=\S)["”](?=$|[\s.,;:)\]—–-])|”')
DAYS = frozenset({"weekday", "date", "deictic", "day_of_month"})
SPOKE = (
    r"\b(?:said|told|added|wrote|tweeted|posted|declared|announced|explained|stated|remarked|replied|recalled|insisted|quipped|joked|"
    r"noted|stressed|commented|confirmed|revealed|disclosed)\b"
)
SPOKE_BEFORE = re.compile(SPOKE + r"[^.;\"“”]{0,60}$", re.IGNORECASE)
SPOKE_BEHIND = re.compile(r"[^.;\"“”]{0,30}?" + SPOKE, re.IGNORECASE)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks; one that opens before the text, or closes behind it, reaches to its end."""
    if not any(map(text.__contains__, QUOTES)):
        return []
    marks = sorted(
        {(m.start(), 1) for m in OPENING.finditer(text)} | {(m.start(), 0) for m in CLOSING.finditer(text)}
    )
    spans: list[tuple[int, int]] = []
    begun: int | None = None
    for place, opens in marks:
        if opens:
            begun = place if begun is None else begun
        elif begun is not None:
            spans.append((begun, place + 1))
            begun = None
        elif not spans:
            spans.append((0, place + 1))
    return spans if begun is None else [*spans, (begun, len(text))]


class Speech(Record, frozen=True, kw_only=True):
    """The quoted stretches of a sentence, and the day on which they are told to have been said."""

    spans: tuple[tuple[int, int], ...] = ()
    day: str | None = None

    def day_of(self, one: Expression) -> str | None:
        """The day from which an expression counts, where it stands in words spoken on a day that is told."""
        return self.day if any(start <= one.start and one.end <= end for start, end in self.spans) else None


def speech_of(
    texts: tuple[str, str], expressions: Sequence[Expression], day: str | None, before: str | None
) -> Speech:
    """What a sentence quotes and on which day that was said: by its own words, else those of the sentence before.

    Words that are still open at the end of a sentence may have their day told in the one that follows.
    """
    text, following = texts
    spans = tuple(quoted_spans(text))
    if not spans or day is None:
        return NOTHING
    speech = Speech(spans=spans)
    outside = [
        e for e in expressions if e.cls in DAYS and not any(a <= e.start and e.end <= b for a, b in spans)
    ]
    if outside:
        return Speech(spans=spans, day=spoken_on(text, outside, day))
    if spans[-1][1] == len(text) and len(expressions) > 0 and (later := following_speech(following, day)):
        return Speech(spans=spans, day=later)
    return Speech(spans=spans, day=before) if before else speech


def following_speech(text: str, day: str) -> str | None:
    """The day of speech that the sentence behind an unfinished quotation tells."""
    spans = quoted_spans(text)
    if not spans or spans[0][0] != 0 or text[:1] in {'"', "“"}:
        return None
    return speech_of((text, ""), find_expressions(text), day, None).day


def spoken_on(text: str, outside: Sequence[Expression], day: str) -> str | None:
    """The one day on which the quoted words of a sentence are told to have been said: "told reporters on Tuesday"."""
    days = set()
    for one in outside:
        if not (SPOKE_BEFORE.search(text, 0, one.start) or SPOKE_BEHIND.match(text, one.end)):
            continue
        when = anchor_expression(one, Anchor(day=day, tense="past"))
        if when is not None and when.start and when.start == when.end and when.start <= day:
            days.add(when.start)
    return days.pop() if len(days) == 1 else None


NOTHING = Speech()
