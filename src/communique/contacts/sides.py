"""For which side an actor deals: a state, an organisation, or an armed group, which is not of its state's side."""

from __future__ import annotations

import functools

from communique.knowledge.load import LEXICON, read_toml
from communique.records import Actor


@functools.cache
def armed_groups() -> frozenset[str]:
    """The ids of the lexicon's armed groups: they deal with the government of their own state as another side."""
    rows = read_toml(LEXICON / "organisations.toml")["organisation"]
    return frozenset(row["id"] for row in rows if row["kind"] == "armed_group")


def side(actor: Actor) -> str:
    """The side of an actor: "PHL" for a Philippine minister, "MILF" for the rebels, whose state is PHL, too."""
    return actor.id if actor.id in armed_groups() else actor.state or actor.id
