"""Last ones: "Biden and Xi last spoke in July 2022", "their last call was in November"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.checking.periods import Period
from communique.checking.record import RecordClaim, kinds_of, make_claim, pair_of
from communique.records import Account

_LAST = re.compile(
    r"\blast (?P<verb>spoke|talked|met|visited|saw each other|phoned|called|conferred)\b"
    r"|\b(?:their|his|her|the two [\w’'-]+) (?:last|most recent) (?P<noun>(?:(?:tele)?phone |video |in-person |face-to-face )?(?:call|conversation|meeting|summit|contact|visit))\b"
    r"|\bthe last time (?:that )?[^.;,]{2,60}? (?P<told>spoke|talked|met|visited|saw each other|phoned|called)\b",
    re.IGNORECASE,
)
_WAY = re.compile(
    r" (?:(?:to|with) \w+ )?(?:by (?:tele)?phone|over the phone|in person|face[- ]to[- ]face)\b",
    re.IGNORECASE,
)


def find_latest(body: str, account: Account) -> Iterator[RecordClaim]:
    """The claim that an account is the two's last so far: of its own day, behind which the ledger should hold none."""
    when, pair = account.when, pair_of(account.participants)
    if pair is None or when is None or not when.start or not when.end or account.status != "held":
        return
    evidence, trigger = account.evidence, account.trigger
    for match in _LAST.finditer(body, max(0, evidence.start - 10), evidence.end):
        if not (match.start() <= trigger.start < match.end()):
            continue
        way = _WAY.match(body, match.end())
        words = (
            f"{match.group('verb') or match.group('noun') or match.group('told')}{way.group() if way else ''}"
        )
        first, last = Period.of(when.start), Period.of(when.end)
        if first and last:
            yield make_claim("last", match, pair, kinds_of(words), Period(start=first.start, end=last.end))
