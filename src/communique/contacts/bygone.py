"""Adjectives that set a contact back in time: "his recent visit to Samoa", "the previous summit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words

if TYPE_CHECKING:
    from communique.sentences import Token

BEFORE = words("gone_before")


def is_bygone(token: Token, *, last: bool = False) -> bool:
    """Whether an adjective sets a noun before what its clause tells; with `last`, "their last call" counts, too."""
    return any(c.lower_ in BEFORE or (last and c.lower_ == "last") for c in token.children)
