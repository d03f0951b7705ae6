"""Counts: "have met twice", "has spoken with Zelenskyy only once", "held three calls since January"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.checking.pairing import Named, pair_around
from communique.checking.periods import EVER, window_of
from communique.checking.record import Bound, RecordClaim, day_of, kinds_of, make_claim
from communique.dates.words import SMALL
from communique.records import Span

_NUMBERS = {word: number for word, number in SMALL.items() if number > 1}
_NUMBER = rf"(?:{'|'.join(_NUMBERS)}|\d{{1,2}})"
_TIMES = rf"(?P<n>once|twice|thrice|{_NUMBER} times|on {_NUMBER} (?:separate )?occasions)"
_BOUNDS: dict[str, tuple[Bound, int]] = {
    "at least": ("at least", 0),
    "no fewer than": ("at least", 0),
    "not less than": ("at least", 0),
    "more than": ("at least", 1),
    "over": ("at least", 1),
    "at most": ("at most", 0),
    "no more than": ("at most", 0),
    "fewer than": ("at most", -1),
    "less than": ("at most", -1),
}
_BOUND = rf"(?:(?P<bound>{'|'.join(_BOUNDS)}) |only |just |exactly )?"
_WINDOW = (
    r"(?P<window>(?:since\b[^.;,]{3,40}|this (?:year|month|week)|last (?:year|month|week)|in (?:19|20)\d\d|"
    r"(?:in|over|during|within) (?:the past|the last|just over|less than|under) (?:[\w-]+ )?(?:years?|months?|weeks?|days)|"
    r"(?:in|during) (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?)\b)"
)
# "twice a week" is a habit, "once again" no count.
_NO_HABIT = r"(?! (?:an?|every|each|per|more|again|daily|weekly|monthly|yearly)\b)"
_ADVERBS = r"(?: (?:now|already|only|just|so far|since|also|personally|in person))*"
_DONE = re.compile(
    rf"\b(?:has|have|had){_ADVERBS} (?P<verb>spoken|talked|met|conferred|visited|phoned|telephoned|called)\b(?P<rest>[^.;,]{{0,70}}?)"
    rf" {_BOUND}{_TIMES}{_NO_HABIT}(?: {_WINDOW})?",
    re.IGNORECASE,
)
_DID = re.compile(
    rf"\b(?P<verb>spoke|talked|met|conferred|visited|phoned|telephoned|called)\b(?P<rest>[^.;,]{{0,70}}?)"
    rf" {_BOUND}{_TIMES}{_NO_HABIT} {_WINDOW}",
    re.IGNORECASE,
)
_HELD = re.compile(
    rf"\b(?:have|has|had|held)(?: held| had)? {_BOUND}(?P<n>{_NUMBER}) "
    r"(?P<verb>(?:(?:tele)?phone |video |in-person |face-to-face )?(?:calls|conversations|meetings|summits))\b"
    rf"(?P<rest>[^.;,]{{0,50}}?) {_WINDOW}",
    re.IGNORECASE,
)


def find_tallies(
    body: str, span: Span, named: Iterable[Named], published: str | None
) -> Iterator[RecordClaim]:
    """The counts within a span of the body: "Putin and Xi have spoken by phone at least five times since 2023".

    Past tense counts only in a window that the words name ("met twice in 2023"), the perfect also over everything.
    """
    named = tuple(named)
    for pattern in (_DONE, _DID, _HELD):
        for match in pattern.finditer(body, span.start, span.end):
            pair = pair_around(body, span, match, named)
            words = match.group("window")
            period = window_of(words, day_of(published)) if words else EVER
            if pair is None or period is None:
                continue
            bound, more = _BOUNDS.get((match.group("bound") or "").lower(), ("exactly", 0))
            counted = kinds_of(f"{match.group('verb')} {match.group('rest')}")
            claim = make_claim("count", match, pair, counted, period)
            yield replace(claim, number=_number(match.group("n").lower()) + more, bound=bound)


def _number(words: str) -> int:
    if words in ("once", "twice", "thrice"):
        return ("once", "twice", "thrice").index(words) + 1
    word = words.removeprefix("on ").split()[0]
    return int(word) if word.isdigit() else _NUMBERS[word]
