"""The hits of one body, as the shapes of phrases read them."""

from __future__ import annotations

from collections.abc import Sequence

from communique.actors.context import with_context
from communique.knowledge.index import Hit


class Reader:
    """One body and its hits, with the number of the hit that begins at each place."""

    def __init__(self, body: str, hits: Sequence[Hit]) -> None:
        self.body = body
        self.hits = with_context(body, [hit for hit in hits if not body.startswith("who ", hit.start)])
        self.at = {hit.start: number for number, hit in enumerate(self.hits)}


def hit_within(reader: Reader, start: int, end: int) -> bool:
    """Whether another hit begins in the stretch."""
    return any(start <= place < end for place in reader.at)


def ends_hit(reader: Reader, place: int) -> bool:
    """Whether a hit of a title, a person or a people ends at a place."""
    return any(
        hit.end == place and hit.has("office", "person", "state", "demonym", "organisation", "body", "outlet")
        for hit in reader.hits
    )
