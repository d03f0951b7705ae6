"""Manners towards other people's servers: a pause between requests to one host, and their robots.txt."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from communique.errors import InputError
from communique.intake.fetch import Fetched, FetchOptions, NoAnswerError, fetch, user_agent
from communique.watch.state import WatchState

_AGENT = "communique"
_RULES_SECONDS = 86_400.0
_RULES_BYTES = 500_000
_LONGEST_PAUSE = 60.0
_PAGE_BYTES = 10_000_000
_ANSWERS = range(200, 300)
BUSY = frozenset([429, *range(500, 600)])
"""Answers of a server that is in trouble now and may be well later."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Clock:
    """Time and patience; tests bring their own."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


@dataclass(kw_only=True, slots=True)
class Manners:
    """How a watch asks. `host_seconds` lie between two requests to one host, more where its robots.txt says
    so, at most a minute.
    """

    state: WatchState
    clock: Clock
    host_seconds: float = 2.0
    limit_seconds: float = 30.0
    contact: str | None = None
    allow_local: bool = False
    _free: dict[str, float] = field(default_factory=dict)
    _parsers: dict[str, tuple[float, RobotFileParser]] = field(default_factory=dict)

    def ask(self, address: str, headers: dict[str, str] | None = None) -> Fetched:
        """The answer of an address whose host permits it, after the due pause.

        Raises `InputError` where robots.txt forbids it, or no answer comes.
        """
        rules = self._rules(address)
        if not rules.can_fetch(_AGENT, address):
            raise InputError(
                "robots.txt forbids it", where=address, remedy="remove it, or ask the site's keeper"
            )
        delay = rules.crawl_delay(_AGENT)
        self._pause(address, float(delay) if delay is not None else 0.0)
        return self._fetch(address, headers or {}, _PAGE_BYTES)

    def _fetch(self, address: str, headers: dict[str, str], limit: int) -> Fetched:
        agent = f"{user_agent()} {self.contact}" if self.contact else user_agent()
        options = FetchOptions(limit_bytes=limit, limit_seconds=self.limit_seconds, allow_local=self.allow_local,
                               headers={"User-Agent": agent, **headers})  # fmt: skip
        return fetch(address, options)

    def _pause(self, address: str, delay: float) -> None:
        host, now = urlsplit(address).netloc.lower(), self.clock.now()
        free = self._free.get(host, now)
        if free > now:
            self.clock.sleep(free - now)
        self._free[host] = max(free, now) + min(max(self.host_seconds, delay), _LONGEST_PAUSE)

    def _rules(self, address: str) -> RobotFileParser:
        """The host's robots.txt, asked for once a day. None permits all; a server in trouble forbids all
        for now.
        """
        parts, now = urlsplit(address), self.clock.now()
        site = f"{parts.scheme}://{parts.netloc}".lower()
        known = self._parsers.get(site)
        if known and now - known[0] < _RULES_SECONDS:
            return known[1]
        stored = self.state.robots(site, now - _RULES_SECONDS)
        rules = stored[0] if stored else self._fetch_rules(site, now)
        parser = RobotFileParser()
        parser.parse((rules or "").splitlines())
        self._parsers[site] = (now, parser)
        return parser

    def _fetch_rules(self, site: str, now: float) -> str | None:
        self._pause(site, 0.0)
        answer = self._fetch(f"{site}/robots.txt", {}, _RULES_BYTES)
        if answer.status in BUSY:
            why = f"robots.txt answers {answer.status}"
            raise NoAnswerError(why, where=site, remedy="it is asked again later")
        rules = answer.body.decode("utf-8", "replace") if answer.status in _ANSWERS else None
        self.state.keep_robots(site, rules, now)
        return rules
