"""How the pages are served: to whom, under which names, with which limits."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """Settings of one run of the server.

    `hosts` are the names under which it answers: a page that reaches it under another name (rebinding) gets nothing.
    `public`: others may read, each with `token`; reports are shown as excerpts, and nothing can be written.
    `secret` guards writing requests: only forms of this run's own pages carry it.
    `patience`: seconds that a question to the ledger may take.
    """

    hosts: tuple[str, ...] = LOCAL_HOSTS
    public: bool = False
    token: str | None = None
    author: str = "reader"
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    patience: float = 5.0
