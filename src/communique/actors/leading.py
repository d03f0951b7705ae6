"""Which office "the leader" of a state holds: "the North Korean leader" is no premier, "the Jordanian leader" is the king."""

from __future__ import annotations

import functools

from communique.actors.words import ROLES

PREMIERS: tuple[str, ...] = tuple(ROLES["leading_offices"])
PRESIDENTIAL: frozenset[str] = frozenset(ROLES["presidential"])


@functools.cache
def leading_offices(state: str, day: str) -> tuple[str, ...]:
    """The offices whose holder leads a state on a day (ISO), in the order in which to look; none where two may be meant.

    "the Emirati leader" is the president and not the premier; "the Polish leader" may be either, and so is nobody.
    The entries are those of lexicon/roles.toml.
    """
    for entry in ROLES["leads"]:
        if state in entry["states"] and entry.get("since", "") <= day <= entry.get("until", "9999"):
            return tuple(entry["offices"])
    if state in PRESIDENTIAL:
        return tuple(office for office in PREMIERS if office != "prime_minister")
    return PREMIERS
