"""For which side an actor deals: a state, an organisation, or an armed group, which is not of its state's side."""

from __future__ import annotations

import functools
from pathlib import Path

from communique.knowledge.store import lexicon_folders, load_folders
from communique.records import Actor


def armed_groups() -> frozenset[str]:
    """The ids of the known armed groups: they deal with the government of their own state as another side."""
    return armed_groups_of(lexicon_folders())


@functools.cache
def armed_groups_of(folders: tuple[Path, ...]) -> frozenset[str]:
    """The armed groups of a lexicon and its overlay."""
    known = load_folders(folders).organisations.values()
    return frozenset(one.id for one in known if one.kind == "armed_group")


def side(actor: Actor) -> str:
    """The side of an actor: "PHL" for a Philippine minister, "MILF" for the rebels, whose state is PHL, too."""
    if actor.state and actor.type == "organisation" and actor.id in armed_groups():
        return actor.id
    return actor.state or actor.id
