"""Claims about the record itself: "their first call since November", "the fifth meeting this year", "has yet to speak"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from communique.checking.periods import Period, period_of, since_event
from communique.dates.words import ORDINALS
from communique.records import Account, Participant, Span

ClaimSort = Literal["first", "ordinal", "silence"]

_CALLS = frozenset({"phone_call", "video_call", "call"})
_ROOM = frozenset({"meeting", "summit", "talks"})
_SPOKEN = _CALLS | _ROOM
# What a word counts: "their first call since" counts calls, "the first contact since" whatever was spoken.
_KINDS = (
    (re.compile(r"\b(?:video|virtual)\b", re.IGNORECASE), frozenset({"video_call", "call"})),
    (re.compile(r"\b(?:visits?|trips?|visited|travell?ed)\b", re.IGNORECASE), frozenset({"visit"})),
    (re.compile(r"\bsummits?\b", re.IGNORECASE), frozenset({"summit"})),
    (re.compile(r"\b(?:(?:tele)?phone|calls?|called|phoned)\b", re.IGNORECASE), _CALLS),
    (
        re.compile(r"\b(?:meetings?|met|meet|face[- ]to[- ]face|in[- ]person|sit-down)\b", re.IGNORECASE),
        _ROOM,
    ),
    (
        re.compile(r"\b(?:contacts?|conversations?|talk(?:s|ed)?|sp(?:eak|oke|oken)|time)\b", re.IGNORECASE),
        _SPOKEN,
    ),
)
_ORDINALS = {word: number for word, number in ORDINALS.items() if number > 1}
_WHAT = r"(?P<what>(?:[\w’'-]+ ){0,8}?(?:calls?|conversations?|meetings?|talks|summits?|visits?|trips?|contacts?|time)\b[^.;]{0,70}?)"
_FIRST = re.compile(
    rf"\bfirst (?:such )?{_WHAT}\s(?P<period>since\b[^.;]{{3,60}}|in (?:more than |over |nearly |almost |about |at least )?[\w-]+ (?:years?|months?|weeks?|days)\b)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)) {_WHAT}\s?(?P<period>this (?:year|month|week)|since\b[^.;]{{3,40}}|"
    r"in (?:as many |less than |just over |just |under |the past |the last )?(?:[\w-]+ )?(?:years?|months?|weeks?|days)\b)",
    re.IGNORECASE,
)
_SILENCE = re.compile(
    r"\b(?:has|have|had) (?:yet to (?P<what>speak|talk|meet|call|visit)|(?:not|never) (?P<done>spoken|talked|met|called|visited))\b"
    r"(?P<rest>[^.;]{0,80})",
    re.IGNORECASE,
)
# "The two have not spoken since", "they have not met since that summit": counted from the contact that was told before.
_GAP = re.compile(
    r"\b(?P<who>[\w’' ]{2,40}?) (?:has|have|had)(?: not|n['’]t| never) (?:(?P<early>since) )?(?:spoken|talked|met|seen each other|been in (?:touch|contact))\b"
    r"(?: (?:to|with) (?:each other|one another)| again| by (?:tele)?phone| in person| face to face| publicly| directly){0,2}(?(early)|,? since)(?P<rest>[^.;]{0,60})",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"(?:^|\s)(?:the (?:two|pair)(?: \w+)?|they|both(?: \w+)?|the \w+s|the two \w+ \w+)$", re.IGNORECASE
)
_THEN = re.compile(
    r"\s*$|[\s,]+(?:then|that (?:call|meeting|summit|day|visit|conversation)|and|but|although|though|according)\b"
)
_ANY_HOLDER = re.compile(
    r"\b(?:by|of|for|from|between) (?:an?\b|any\b|the two (?:countries|nations|states|sides)|(?:the )?leaders)",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\n\s*\n|\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordClaim:
    """A claim that the ledger can be counted for.

    "Their fifth meeting this year": sort ordinal, number 5, kinds meeting, talks and summit, the year as period.
    `pair` are ids of persons, or of states and organisations where the claim is of whoever holds the offices
    ("the first visit by a Chinese premier since 2015").
    """

    sort: ClaimSort
    pair: tuple[str, str]
    kinds: frozenset[str]
    text: str
    span: Span
    period: Period | None
    number: int = 1


def pair_of(participants: Iterable[Participant], *, sides: bool = False) -> tuple[str, str] | None:
    """The two who dealt with each other, by id: persons where they are named; None for one side or three.

    `sides`: the states or organisations that they stand for.
    """
    found: dict[str, str] = {}
    for each in participants:
        if each.role in ("party", "delegation_lead"):
            side = each.actor.state or each.actor.id
            if side not in found or each.actor.type == "person":
                found[side] = side if sides else each.actor.id
    if len(found) != 2:
        return None
    one, other = sorted(found.values())
    return one, other


def find_record_claims(body: str, published: str | None, account: Account) -> Iterator[RecordClaim]:
    """The claims about the record in the words that tell of an account, to the end of their paragraph."""
    end = _PARAGRAPH.search(body, account.evidence.end)
    place, stop = account.evidence.start, end.start() if end else len(body)
    base = _day((account.when.start if account.when else None) or published)
    for match in _FIRST.finditer(body, place, stop):
        words = match.group("period")
        dated = period_of(words, base)
        told = None if dated else since_event(words, published or _iso(base), body[place:stop])
        period = told or _since(account, match.span()) or dated
        if pair := _counted_pair(match, account):
            yield _claim("first", match, pair, period)
    for match in _ORDINAL.finditer(body, place, stop):
        nth = match.group("nth").lower()
        number = _ORDINALS.get(nth) or int(re.sub(r"\D", "", nth))
        period = period_of(match.group("period"), base, counted=number)
        if pair := _counted_pair(match, account):
            yield _claim("ordinal", match, pair, period, number)


def find_gaps(body: str, published: str | None, account: Account, day: str | None) -> Iterator[RecordClaim]:
    """ "The two have not spoken since." behind the words that tell of an account, to the end of their paragraph.

    `day` is the ISO day of the account's contact, from which bare "since" counts; "since March" has its own.
    """
    end = _PARAGRAPH.search(body, account.evidence.end)
    pair = pair_of(account.participants)
    for match in _GAP.finditer(body, account.evidence.start, end.start() if end else len(body)):
        if pair is None or not _BOTH.search(match.group("who")):
            continue
        rest = match.group("rest")
        bare = _THEN.match(rest) is not None
        period = (
            Period.of(day)
            if bare and day
            else None
            if bare
            else period_of(f"since{rest}", _day(published or day))
        )
        yield _claim("silence", match, pair, period)


def _counted_pair(match: re.Match[str], account: Account) -> tuple[str, str] | None:
    return pair_of(account.participants, sides=bool(_ANY_HOLDER.search(match.group())))


def find_silences(
    body: str, span: Span, named: Iterable[tuple[Span, str]], published: str | None
) -> Iterator[RecordClaim]:
    """ "Trump has yet to speak with Putin" within a span: between the last who is named before the words and the
    first behind them. `named` pairs places in the body with the ids that they stand for.
    """
    places = sorted(named, key=lambda each: each[0])
    for match in _SILENCE.finditer(body, span.start, span.end):
        before = [name for where, name in places if span.start <= where.start and where.end <= match.start()]
        behind = [name for where, name in places if match.start("rest") <= where.start < match.end()]
        since = re.search(r"\bsince\b.*", match.group("rest"))
        two = _joined(
            body, [where for where, _ in places if span.start <= where.start and where.end <= match.start()]
        )
        other = behind[0] if behind else before[-2] if two and since else None
        if not before or other is None or before[-1] == other:
            continue
        pair = (min(before[-1], other), max(before[-1], other))
        period = period_of(since.group(), _day(published)) if since else None
        yield _claim("silence", match, pair, period)


def _joined(body: str, places: list[Span]) -> bool:
    """Whether the last two who are named are joined: "Biden and Putin have not met since March"."""
    return len(places) > 1 and body[places[-2].end : places[-1].start].strip() in {
        "and",
        "and President",
        "and Mr",
    }


def _claim(
    sort: ClaimSort,
    match: re.Match[str],
    pair: tuple[str, str],
    period: Period | None,
    number: int = 1,
) -> RecordClaim:
    words = match.group().rstrip(" ,")
    span = Span(start=match.start(), end=match.start() + len(words))
    return RecordClaim(
        sort=sort,
        pair=pair,
        kinds=kinds_of(words),
        text=words,
        span=span,
        period=period,
        number=number,
    )


def kinds_of(words: str) -> frozenset[str]:
    """Which kinds of contact the words count: "first phone call" calls, "first time" whatever was spoken."""
    return next((kinds for pattern, kinds in _KINDS if pattern.search(words)), _SPOKEN)


def _since(account: Account, place: tuple[int, int]) -> Period | None:
    """The period that reading has found for "first since", where it stands in the same words."""
    span = Span(start=place[0], end=place[1])
    fact = next(
        (each for each in account.facts if each.fact == "first_since" and each.span.overlaps(span)), None
    )
    return Period.of(str(fact.value)) if fact is not None else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written[:10]) if written else None
