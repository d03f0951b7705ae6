"""Watch: feeds polled politely, their new entries read once, and what they tell of told."""

from __future__ import annotations

from communique.watch.feeds import Feed, Watchlist, read_watchlist
from communique.watch.loop import Arrival, poll_due, watch
from communique.watch.state import WatchState

__all__ = ["Arrival", "Feed", "WatchState", "Watchlist", "poll_due", "read_watchlist", "watch"]
