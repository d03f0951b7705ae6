"""The loop of a watch: due feeds are asked, their unread entries read and handed over, then remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from communique.errors import InputError
from communique.intake import Fields, IntakeOptions, SetAside, make_report
from communique.intake.fetch import NoAnswerError
from communique.intake.url import fetched_report
from communique.records import Report
from communique.watch.feeds import Feed, Watchlist
from communique.watch.manners import BUSY, Clock, Manners
from communique.watch.polling import Poll, entry_key, poll_feed
from communique.watch.state import WatchState

_IDLE_SECONDS = 60.0
_REAL = Clock()


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """What a feed brought: a new report, or what could not be read of it, or of the feed itself."""

    feed: Feed
    one: Report | SetAside


Keep = Callable[[Arrival], None]
"""Keeps an arrival for good; it is remembered as read only after this returns."""


def watch(
    watchlist: Watchlist, state: WatchState, keep: Keep, *, once: bool = False, clock: Clock = _REAL
) -> None:
    """Polls the feeds as they fall due, for ever, or, with `once`, those that are due now.

    A kill between two feeds or entries loses nothing: what was not kept is read at the next start.
    """
    manners = Manners(state=state, clock=clock, host_seconds=watchlist.host_seconds,
                      contact=watchlist.contact, allow_local=watchlist.allow_local)  # fmt: skip
    while True:
        poll_due(watchlist, manners, keep)
        if once:
            return
        due = min(state.feed(feed.address).due for feed in watchlist.feeds)
        clock.sleep(min(max(due - clock.now(), 1.0), _IDLE_SECONDS))


def poll_due(watchlist: Watchlist, manners: Manners, keep: Keep) -> None:
    """Asks each feed that is due, hands over its unread entries, and remembers them one by one.

    The feed's own validators are remembered last, and not at all while a page is still to come: otherwise a
    kill, or a server in trouble, would lose entries.
    """
    for feed in watchlist.feeds:
        known = manners.state.feed(feed.address)
        if known.due > manners.clock.now():
            continue
        poll = poll_feed(feed, known, manners)
        state = poll.state
        for key, fields in unread(feed, poll, manners):
            try:
                keep(Arrival(feed=feed, one=_read(feed, fields, manners)))
                manners.state.mark_read(key, feed.address, manners.clock.now())
            except NoAnswerError as error:
                state = replace(state, etag=None, last_modified=None, trouble=str(error))
        if state.trouble:
            aside = SetAside(
                source=feed.address, place=feed.address, why=state.trouble, remedy="it is asked again later"
            )
            keep(Arrival(feed=feed, one=aside))
        manners.state.keep_feed(state)


def unread(feed: Feed, poll: Poll, manners: Manners) -> Iterator[tuple[str, Fields]]:
    """The unread entries of a poll, oldest first, with their keys."""
    entries = {entry_key(fields): fields for fields in reversed(poll.entries)}
    for key in manners.state.unread(entries):
        yield key, replace(entries[key], source=entries[key].url or f"{feed.address}#{key}")


def _read(feed: Feed, fields: Fields, manners: Manners) -> Report | SetAside:
    """The report of an entry, or why there is none for good; raises `NoAnswerError` where there may be one later."""
    try:
        if not (feed.full_pages and fields.url):
            return make_report(fields)
        answer = manners.ask(fields.url)
        if answer.status in BUSY:
            why = f"the server answers {answer.status}"
            raise NoAnswerError(why, where=fields.url, remedy="it is asked again later")
        return fetched_report(answer, fields, IntakeOptions())
    except NoAnswerError:
        raise
    except InputError as error:
        return SetAside.of(fields.source, error)
