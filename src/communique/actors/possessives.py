"""The possessive before an office belongs to its mention: "his foreign minister", "their president, Petr Pavel"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from communique.actors.patterns import POSSESSED
from communique.actors.search import Search
from communique.records import Mention, Span

REACH = 14  # code points of "Their own" and what follows


def with_possessives(search: Search, named: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of offices with the possessive before them: "Her deputy minister" and not "deputy minister"."""
    return [widened(search, mention) if mention.form in {"office", "title"} else mention for mention in named]


def widened(search: Search, mention: Mention) -> Mention:
    """A mention with the possessive that stands right before it."""
    body, start = search.report.body, mention.span.start
    before = POSSESSED.search(body, max(0, start - REACH), start)
    if before is None or mention.form == "title" and ", " not in mention.text:
        return mention
    if (
        before.group().lower().startswith("its")
    ):  # a state's or an organisation's, which is an actor of its own
        return mention
    span = Span(start=before.start(), end=mention.span.end)
    return replace(mention, span=span, text=span.of(body))
