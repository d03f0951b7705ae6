"""Silences: "has yet to speak with", "the two have not spoken since", "had not met for eight months"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.checking.pairing import TOGETHER, Named, pair_around
from communique.checking.periods import Period, period_of, span_back
from communique.checking.record import RecordClaim, day_of, kinds_of, make_claim, pair_of, paragraph_end
from communique.records import Account, Span

_SILENCE = re.compile(
    r"\b(?P<aux>has|have|had)(?: yet to (?P<what>speak|talk|meet|call|visit)|(?: not|n['’]t| never)(?: yet)? (?P<done>spoken|talked|met|called|visited))\b"
    r"(?P<rest>[^.;]{0,80})",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\bsince\b.*|\b(?:for|in) (?:[\w-]+ ){1,4}?(?:years?|months?|weeks?|days)\b", re.IGNORECASE
)
_BEFORE = re.compile(r"\bbefore (?P<day>[^.;,]{3,30})")
# "The two have not spoken since", "they have not met since that summit": counted from the contact that was told before.
_GAP = re.compile(
    r"\b(?P<who>[\w’' ]{2,40}?) (?P<aux>has|have|had)(?: not|n['’]t| never) (?:(?P<early>since) )?(?:spoken|talked|met|seen each other|been in (?:touch|contact))\b"
    r"(?: (?:to|with) (?:each other|one another)| again| by (?:tele)?phone| in person| face to face| publicly| directly){0,2}(?(early)|,? since)(?P<rest>[^.;]{0,60})",
    re.IGNORECASE,
)
_BOTH = re.compile(
    rf"(?:^|\s)(?:{TOGETHER}(?: \w+)?|the \w+s|the two \w+ \w+)$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\s*$|[\s,]+(?:then|that (?:call|meeting|summit|day|visit|conversation)|and|but|although|though|according)\b"
)


def find_gaps(body: str, published: str | None, account: Account, day: str | None) -> Iterator[RecordClaim]:
    """ "The two have not spoken since." behind the words that tell of an account, to the end of their paragraph.

    `day` is the ISO day of the account's contact, from which bare "since" counts; "since March" has its own.
    """
    pair = pair_of(account.participants)
    stop = paragraph_end(body, account.evidence.end)
    for match in _GAP.finditer(body, account.evidence.start, stop) if pair else ():
        if pair is None or not _BOTH.search(match.group("who")):
            continue
        rest = match.group("rest")
        bare = _THEN.match(rest) is not None
        told = period_of(f"since{rest}", day_of(published or day))
        period = (Period.of(day) if day else None) if bare else told
        claim = make_claim(
            "silence", match, pair, kinds_of(match.group()[: match.start("rest") - match.start()]), period
        )
        yield replace(claim, anew=match.group("aux").lower() == "had" and not bare)


def find_silences(
    body: str, span: Span, named: Iterable[Named], published: str | None
) -> Iterator[RecordClaim]:
    """ "Trump has yet to speak with Putin", "they had not met for a year before 2019" within a span of the body."""
    named = tuple(named)
    for match in _SILENCE.finditer(body, span.start, span.end):
        rest = match.group("rest")
        told = _PERIOD.search(rest)
        pair = pair_around(body, span, match, named)
        if pair is None or (told is None and "yet to" not in match.group() and _needs_other(match, named)):
            continue
        before = _BEFORE.search(rest)
        end = period_of(f"since {before.group('day')}", None) if before else None
        base = end.start if end else day_of(published)
        period = (period_of(told.group(), base) or span_back(told.group(), base)) if told else None
        words = f"{match.group('what') or match.group('done')} {rest[: told.start()] if told else rest}"
        claim = make_claim("silence", match, pair, kinds_of(words), period)
        yield replace(claim, until=end.start if end else None, anew=match.group("aux").lower() == "had")


def _needs_other(match: re.Match[str], named: Iterable[Named]) -> bool:
    """Whether words without a period name nobody behind: "the two have not met" says not since when."""
    start, end = match.span("rest")
    return not any(start <= where.start < end for where, _ in named)
