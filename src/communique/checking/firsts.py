"""Firsts and counted ones: "their first call since November", "the fifth meeting this year", "their first-ever talks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from communique.checking.offices import since_office
from communique.checking.periods import EVER, Period, period_of, since_event, since_told_day
from communique.checking.record import (
    RecordClaim,
    counted_pair,
    day_of,
    kinds_like,
    kinds_of,
    make_claim,
    paragraph_end,
)
from communique.dates.words import ORDINALS
from communique.records import Account, Span

_ORDINALS = {word: number for word, number in ORDINALS.items() if number > 1}
_NTH = rf"\b(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_NOUN = (
    r"(?:[\w’'-]+ ){0,8}?(?:calls?|conversations?|meetings?|talks|summits?|visits?|trips?|contacts?|time)\b"
)
_WHAT = rf"(?P<what>{_NOUN}[^.;]{{0,70}}?)"
_FIRST = re.compile(
    rf"\bfirst (?:such )?(?:{_WHAT}|between [^.;]{{3,70}}?)"
    r"\s(?P<period>since\b[^.;]{3,60}|in (?:more than |over |nearly |almost |about |at least )?[\w-]+ (?:years?|months?|weeks?|days)\b)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    rf"{_NTH} {_WHAT}\s?(?P<period>this (?:year|month|week)|since\b[^.;]{{3,40}}|"
    r"in (?:as many |less than |just over |just under |the past |the last )?(?:[\w-]+ )?(?:years?|months?|weeks?|days)\b)",
    re.IGNORECASE,
)
# What follows tells that nothing narrows the count: "their first call of the year" is none of these.
_WHOLE = r"(?=\s*(?:[.,;:)]|$|and\b|which\b|came\b|took place\b|lasted\b|was\b))"
_KIND = r"(?:(?:tele)?phone |video |official |in-person |face-to-face |bilateral )?(?:call|conversation|meeting|summit|talks|encounter)"
_EVER = re.compile(
    rf"\b(?:their first(?: ever|-ever)? (?P<what>{_KIND})|(?:the )?first-ever (?P<ever>{_KIND})(?: between [^.;,]{{3,60}})?){_WHOLE}"
    rf"|\b(?P<verb>spoke|talked|met|spoken|visited)\b[^.;,]{{0,60}} for the first time{_WHOLE}",
    re.IGNORECASE,
)
_NTH_EVER = re.compile(rf"\btheir {_NTH[2:]} (?P<what>{_KIND}){_WHOLE}", re.IGNORECASE)


def find_record_claims(body: str, published: str | None, account: Account) -> Iterator[RecordClaim]:
    """The claims about the record in the words that tell of an account, to the end of their paragraph."""
    place, stop = account.evidence.start, paragraph_end(body, account.evidence.end)
    base = day_of((account.when.start if account.when else None) or published)
    for match in _FIRST.finditer(body, place, stop):
        counts_from_it = match.start("period") <= account.trigger.start < match.end("period")
        if (pair := counted_pair(match.group(), account)) and not counts_from_it:
            kinds = kinds_of(match.group("what")) if match.group("what") else kinds_like(account.kind)
            since = _since(match, account, base, published, body[place:stop])
            yield make_claim("first", match, pair, kinds, since)
    for match in _ORDINAL.finditer(body, place, stop):
        period = period_of(match.group("period"), base, counted=_number(match))
        if pair := counted_pair(match.group(), account):
            claim = make_claim("ordinal", match, pair, kinds_of(match.group("what")), period)
            yield replace(claim, number=_number(match))
    for match in _EVER.finditer(body, place, stop):
        words = match.group("what") or match.group("ever") or match.group("verb")
        if pair := counted_pair(match.group(), account):
            yield make_claim("first", match, pair, kinds_of(words), EVER)
    for match in _NTH_EVER.finditer(body, place, stop):
        if pair := counted_pair(match.group(), account):
            claim = make_claim("ordinal", match, pair, kinds_of(match.group("what")), EVER)
            yield replace(claim, number=_number(match))


def _number(match: re.Match[str]) -> int:
    nth = match.group("nth").lower()
    return _ORDINALS.get(nth) or int(re.sub(r"\D", "", nth))


def _since(
    match: re.Match[str], account: Account, base: date | None, published: str | None, around: str
) -> Period | None:
    """From when a first is counted: a day, a known event, a day that reading has found, an office taken."""
    words = match.group("period")
    dated = period_of(words, base)
    if dated is not None:
        return _found(account, match.span()) or dated
    day = published or (base.isoformat() if base else None)
    return (
        since_event(words, day, around)
        or _found(account, match.span())
        or since_office(words, day, account.participants)
        or since_told_day(words, base)
    )


def _found(account: Account, place: tuple[int, int]) -> Period | None:
    """The period that reading has found for "first since", where it stands in the same words."""
    span = Span(start=place[0], end=place[1])
    fact = next(
        (each for each in account.facts if each.fact == "first_since" and each.span.overlaps(span)), None
    )
    return Period.of(str(fact.value)) if fact is not None else None
