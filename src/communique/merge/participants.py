"""Who took part in a contact, by all its accounts: everybody once, in the role and office most told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from communique.merge.members import Member, is_described, is_named, name_of, side_of
from communique.merge.spellings import is_one_name
from communique.merge.zones import is_state
from communique.records import Participant, Role

ROLE_ORDER: dict[Role, int] = {
    "party": 0,
    "delegation_lead": 1,
    "mediator": 2,
    "host": 3,
    "delegation": 4,
    "aide": 5,
    "interpreter": 6,
}
THREE = 3  # sides by name that say more than a group described
SEVERAL = 4  # accounts: from here on one of them may be misread


def derive_participants(members: Sequence[Member]) -> tuple[Participant, ...]:
    """Everybody named, a person before the state that it stands for, each in the role and office most told.

    Where several tell of it, a side that a single account names is left to that account.
    """
    told: dict[str, list[Participant]] = {}
    for member in members:
        for participant in member.account.participants:
            told.setdefault(participant.actor.id, []).append(participant)
    told = spelled_once(told)
    named = {side_of(p) for each in told.values() for p in each if is_named(p)}
    kept = [best_told(each) for each in told.values() if is_named(each[0]) or side_of(each[0]) not in named]
    sides = Counter(side for member in members for side in member.sides)
    many = 2 * sum(member.gathering for member in members) >= len(members)
    if len(members) >= SEVERAL and not many:
        sure = [p for p in kept if sides[side_of(p)] > 1]
        kept = sure if len({side_of(p) for p in sure}) > 1 else kept
    if many:
        kept = named_groups(kept)
    return tuple(sorted(kept, key=lambda p: (ROLE_ORDER[p.role], p.actor.id)))


def spelled_once(told: Mapping[str, Sequence[Participant]]) -> dict[str, list[Participant]]:
    """What accounts tell of each person, who may be spelled in two ways: under the id that the lexicon knows, else
    that of the most accounts.
    """
    once: dict[str, list[Participant]] = {}
    for name in sorted(told, key=lambda each: (not told[each][0].actor.known, -len(told[each]), each)):
        mine = told[name][0]
        same = (
            known
            for known, theirs in once.items()
            if (
                side_of(theirs[0]) == side_of(mine)
                or not (is_state(side_of(theirs[0])) and is_state(side_of(mine)))
            )
            and is_named(theirs[0])
            and is_one_name({name_of(mine)}, {name_of(theirs[0])})
        )
        home = next(same, name) if is_named(mine) and not mine.actor.known else name
        once.setdefault(home, []).extend(told[name])
    return once


def named_groups(told: list[Participant]) -> list[Participant]:
    """Those at a gathering, without a group that is merely described where a named one or three others stand beside it."""
    rest = [p for p in told if not (p.actor.type == "organisation" and is_described(p.actor.id))]
    named = any(p.actor.type == "organisation" for p in rest)
    return rest if named or len({side_of(p) for p in rest}) >= THREE else told


def best_told(told: Sequence[Participant]) -> Participant:
    """The participant as most accounts have it, without the place in any one report."""
    roles = Counter(p.role for p in told)
    role = min(roles, key=lambda r: (-roles[r], ROLE_ORDER[r]))
    counts = Counter(p.actor for p in told)
    actor = min(counts, key=lambda a: (not a.known, -counts[a], a.inferred, a.office is None, repr(a)))
    named = max(
        (p.as_named for p in told if p.actor == actor), key=lambda name: (len(name) <= 60, len(name), name)
    )
    return Participant(actor=actor, role=role, as_named=named)
