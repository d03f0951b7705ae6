"""Who holds an office in each of some states: whom "the two countries' foreign ministers" means."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from communique.actors.resolve import HEAD_OFFICES
from communique.actors.walk import Walk
from communique.records import Actor

RANKED = HEAD_OFFICES | {"foreign_minister", "defence_minister"}


def in_their_place(walk: Walk, persons: Sequence[Actor], held: Sequence[str]) -> tuple[Actor, ...]:
    """Who holds an office in the states of two who hold another: the foreign ministers of two presidents just named."""
    return holders_of(walk, entities(walk, (a.state for a in persons if a.state)), held)


def is_of_other_rank(persons: Sequence[Actor], offices: Collection[str]) -> bool:
    """Whether two of two states are known by offices that are not those told of: presidents beside "the foreign ministers"."""
    states = {a.state for a in persons if a.state}
    return (
        bool(offices)
        and len(persons) == len(states) == 2
        and all(a.type == "person" and a.office_id in RANKED for a in persons)
        and not any(a.office_id in offices for a in persons)
    )


def holders_of(walk: Walk, states: Sequence[Actor], held: Sequence[str]) -> tuple[Actor, ...]:
    """Who holds an office in each state: "the two countries' foreign ministers"; the states where one is not sure."""
    found: list[Actor] = []
    for state in states:
        sure = {p for office in held for p in walk.resolver.sure_holders(state.id, office)}
        if held == "heads" and (leader := walk.leader(state.id)) is not None:
            found.append(leader)
        elif held != "heads" and len(sure) == 1:
            found.append(replace(walk.resolver.person(sure.pop(), None, (state.id,)), inferred=True))
        else:
            return tuple(states)
    return tuple(found)


def entities(walk: Walk, ids: Iterable[str]) -> tuple[Actor, ...]:
    """States and organisations as actors."""
    return tuple(a for id in ids if (a := walk.resolver.entity(id)))
