"""One question to the ledger, the same for commands, Python, pages and exports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Query:
    """Which contacts (or statements, or reports): all given conditions must hold.

    `Query(between=("xi", "putin"), since="2025-01-01", kind=("video_call",))`. `between` and `party`:
    names, ids or state codes; a state stands for its persons, too. `since`, `until`: ISO days; a contact
    fits when its interval overlaps theirs, an open end reaching for ever; a contact
    without any day fits none. `conflicts`: only with a fact on
    which accounts conflict. `disputed`: only where one source says held and another denies. `limit`: at
    most so many, the latest; None is all. `speaker`: of statements, words of the speaker's name or its id.
    `reports`, `contacts`: ids, only what rests on these. `side`: these sides' own accounts are held. `words`: all of
    them occur in the record or in one of its reports; "quoted words" stand together.
    """

    between: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    conflicts: bool = False
    disputed: bool = False
    limit: int | None = None
    speaker: str | None = None
    reports: tuple[str, ...] | None = None
    contacts: tuple[str, ...] | None = None
    side: tuple[str, ...] = ()
    words: str | None = None
