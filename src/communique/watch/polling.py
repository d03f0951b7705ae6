"""One feed asked once: what is new in it, and when it is due again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime

from communique.errors import InputError
from communique.intake import Fields, canonicalise_url
from communique.intake.feed import parse_feed
from communique.intake.fetch import Fetched
from communique.intake.identity import report_id
from communique.watch.feeds import Feed
from communique.watch.manners import Manners
from communique.watch.state import FeedState

_MINUTE, _DAY = 60.0, 86_400.0
_LONGEST_WAIT = 7 * _DAY
_UNCHANGED, _GONE = 304, 410
_WAIT = frozenset([429, 503])
_GOOD = range(200, 300)


@dataclass(frozen=True, kw_only=True, slots=True)
class Poll:
    """What came of asking: the entries, in the feed's order, and what is to be remembered once they are
    read.
    """

    entries: tuple[Fields, ...]
    state: FeedState


def poll_feed(feed: Feed, known: FeedState, manners: Manners) -> Poll:
    """Asks a feed, with the validators of the last time; it never raises.

    304 costs nothing. 429 and 503 wait as long as the server asks. 410 waits a week. Other failures double
    the wait each time, up to a day. A permanent redirect is remembered.
    """
    address = known.moved_to or feed.address
    headers = {}
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    try:
        answer = manners.ask(address, headers)
        if answer.status == _UNCHANGED:
            return Poll(entries=(), state=_rested(feed, known, manners))
        if answer.status not in _GOOD:
            return Poll(entries=(), state=_refused(feed, known, answer, manners))
        entries = parse_feed(answer.body, place=address)
    except InputError as error:
        return Poll(entries=(), state=_failed(feed, known, error.what, manners))
    state = replace(
        _rested(feed, known, manners),
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        moved_to=answer.address if answer.moved else known.moved_to,
    )
    named = (replace(fields, outlet=feed.outlet or fields.outlet) for fields in entries)
    return Poll(entries=tuple(named), state=state)


def entry_key(fields: Fields) -> str:
    """By what an entry is known to have been read: its canonical address, else feed and title."""
    address = canonicalise_url(fields.url)
    return address or report_id(
        canonical_url=None, source=fields.source, outlet=fields.outlet, title=fields.title
    )


def retry_seconds(written: str | None, now: float) -> float | None:
    """The wait that a Retry-After header asks for: "120", or "Wed, 21 Oct 2026 07:28:00 GMT"."""
    if not written:
        return None
    if written.strip().isdigit():
        return min(float(written.strip()[:9]), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(written)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return min(max(moment.timestamp() - now, 0.0), _LONGEST_WAIT)


def _rested(feed: Feed, known: FeedState, manners: Manners) -> FeedState:
    return replace(known, due=manners.clock.now() + feed.every_minutes * _MINUTE, failures=0, trouble=None)


def _refused(feed: Feed, known: FeedState, answer: Fetched, manners: Manners) -> FeedState:
    now = manners.clock.now()
    failed = _failed(feed, known, f"the server answers {answer.status}", manners)
    if answer.status == _GONE:
        return replace(failed, due=now + _LONGEST_WAIT)
    asked = retry_seconds(answer.headers.get("retry-after"), now) if answer.status in _WAIT else None
    return failed if asked is None else replace(failed, due=now + max(asked, feed.every_minutes * _MINUTE))


def _failed(feed: Feed, known: FeedState, trouble: str, manners: Manners) -> FeedState:
    wait = min(feed.every_minutes * _MINUTE * 2 ** min(known.failures, 12), _DAY)
    wait = max(wait, feed.every_minutes * _MINUTE)
    return replace(known, due=manners.clock.now() + wait, failures=known.failures + 1, trouble=trouble)
