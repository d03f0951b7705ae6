"""At which level a contact was: leaders, ministers or officials, by the offices of those who dealt with
each other.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable

from communique.knowledge.load import LEXICON, read_toml
from communique.records import Participant

RANKS = {"leaders": 0, "ministers": 1, "officials": 2}


@functools.cache
def office_levels() -> dict[str, str]:
    """The level of each office in the lexicon, by id."""
    return {
        entry["id"]: entry.get("level", "officials")
        for entry in read_toml(LEXICON / "offices.toml").get("office", ())
    }


def level_of(participants: Iterable[Participant]) -> str:
    """The lower of the sides' highest levels: a president who receives a minister meets at the level of
    ministers.

    A state without a person tells no level; where no side tells one, it is officials.
    """
    levels = office_levels()
    best: dict[str, int] = {}
    for participant in participants:
        actor = participant.actor
        if participant.role in ("party", "delegation_lead") and actor.type == "person" and actor.office_id:
            side = actor.state or actor.id
            best[side] = min(best.get(side, 2), RANKS.get(levels.get(actor.office_id, "officials"), 2))
    return ("leaders", "ministers", "officials")[max(best.values(), default=2)]
