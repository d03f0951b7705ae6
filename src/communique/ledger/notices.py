"""Whether a text says of itself that it no longer stands ("retraction") or was put right ("correction")."""

from __future__ import annotations

import re
from functools import cache

# A notice stands above the story or below it; in between, an article may tell of another's retraction.
_HEAD, _TAIL = 400, 600
# What a notice says of its text.
NOTICED = {"retraction": "retracted", "correction": "corrected"}


@cache
def notices() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kind and words of each notice in the lexicon."""
    from communique.knowledge.load import LEXICON, read_toml

    entries = read_toml(LEXICON / "notices.toml").get("notice", ())
    return tuple((each["kind"], re.compile(each["words"], re.IGNORECASE)) for each in entries)


def find_notice(title: str | None, body: str) -> str | None:
    """The gravest notice in the head and foot of a text: "This article has been retracted." is a retraction."""
    lines = [
        line for line in (title or "", *body[:_HEAD].split("\n"), *body[_HEAD:][-_TAIL:].split("\n")) if line
    ]
    kinds = {kind for kind, words in notices() for line in lines if words.search(line)}
    return "retraction" if "retraction" in kinds else "correction" if "correction" in kinds else None
