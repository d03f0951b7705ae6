"""Whether a text says of itself that it no longer stands ("retraction") or was put right ("correction")."""

from __future__ import annotations

import re
from functools import cache

# A notice stands above the story or below it; in between, an article may tell of another's retraction.
_HEAD, _TAIL = 400, 600
# What a notice says of its text.
NOTICED = {"retraction": "retracted", "correction": "corrected"}


@cache
def notices() -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    """Kind and words of each notice in the lexicon, and the stems of which one must stand in the text."""
    from communique.knowledge.load import LEXICON, read_toml

    entries = read_toml(LEXICON / "notices.toml").get("notice", ())
    return tuple(
        (
            each["kind"],
            re.compile(each["words"], re.IGNORECASE | re.MULTILINE),
            tuple(each.get("stems", ("",))),
        )
        for each in entries
    )


def find_notice(title: str | None, body: str) -> str | None:
    """The gravest notice in the head and foot of a text: "This article has been retracted." is a retraction."""
    ends = "\n".join((title or "", body[:_HEAD], body[_HEAD:][-_TAIL:]))
    low = ends.lower()
    kinds = {
        kind for kind, words, stems in notices() if any(stem in low for stem in stems) and words.search(ends)
    }
    return "retraction" if "retraction" in kinds else "correction" if "correction" in kinds else None
