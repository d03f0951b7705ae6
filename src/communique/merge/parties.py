"""Whether the same deal with each other in two accounts: sides, who is named for each, and who else is there."""

from __future__ import annotations

from collections.abc import Sequence

from communique.merge.levels import level_of
from communique.merge.members import Member, is_described, towns_of
from communique.merge.ranks import ranked_otherwise
from communique.merge.retold import is_of_two_alone
from communique.merge.spellings import is_one_name, names_elsewhere
from communique.merge.zones import is_state

NEVER = float("-inf")
TWO = 2  # sides
MANY_NAMED = 3  # persons by name whom two accounts share: a fourth is merely left out by one

Said = tuple[float, str]
Persons = dict[str, frozenset[str]]


def compare_parties(one: Member, other: Member) -> Said:
    """Whether the same deal with each other: "Xi and Putin" and "China and Russia" may be one contact;
    "Xi and Putin" and "Wang and Lavrov" are two.
    """
    mine, theirs = of_one_side(dict(one.persons), dict(other.persons))
    shared = [side for side in mine if side in theirs]
    many = one.gathering and other.gathering
    if many and len(shared) < 2:
        return compare_gatherings(one, other)
    summit = "summit" in (one.account.kind, other.account.kind)
    if len(shared) < 2 and not (summit and one.groups & other.groups):
        return NEVER, "fewer than two sides in common"
    parted = (
        named_otherwise(mine, theirs, shared)
        or numbered_otherwise(one, other)
        or ranked_otherwise(one.ranks, other.ranks)
    )
    if parted:
        return NEVER, parted
    same = sum(bool(mine[side] and theirs[side]) for side in shared)
    extra = (len(mine) > len(shared)) + (len(theirs) > len(shared))
    if extra == 2 and "visit" == one.account.kind == other.account.kind and len(shared) > 1:
        return 0.0, "a joint visit, of which each account names others"
    if extra == 2:
        return (
            (0.3, "some of the same sides at a summit")
            if summit
            else compare_gatherings(one, other)
            if many
            else (NEVER, "further sides on both")
        )
    if extra:
        return compare_company(one, other, same)
    if same == len(shared):
        return 1.0, "the same persons"
    return 0.85 if same else 0.75, "a state in one account, its person in the other"


def named_otherwise(mine: Persons, theirs: Persons, shared: Sequence[str]) -> str:
    """For which side two accounts name others; empty where for none."""
    for side in shared:
        if mine[side] and theirs[side] and not is_one_name(mine[side], theirs[side]):
            return f"other persons for {side}"
    return ""


def numbered_otherwise(one: Member, other: Member) -> str:
    """That two ministers of each side met, and one of each in the other account; empty where not."""
    two = is_wider(one, other) or is_wider(other, one)
    return "two ministers of each side, and one of each alone" if two else ""


def is_wider(many: Member, few: Member) -> bool:
    """Whether one tells of several ministers of each of two sides, and the other of one of each: "two plus two".

    A leader with his ministers may be told of as the leader alone.
    """
    if many.sides != few.sides or len(many.sides) != TWO:
        return False
    if any(len(named) < TWO for _, named in many.persons) or any(len(named) != 1 for _, named in few.persons):
        return False
    return level_of(many.account.participants) == "ministers" and not are_led(many)


def are_led(member: Member) -> bool:
    """Whether a leader is among those who deal."""
    return any(level_of((p,)) == "leaders" for p in member.account.participants)


def of_one_side(mine: Persons, theirs: Persons) -> tuple[Persons, Persons]:
    """Both accounts' persons by side, an envoy of no state and somebody unknown under the side of the first account."""
    if mine.keys() == theirs.keys():
        return mine, theirs
    aligned = dict(theirs)
    left = sorted(s for s in mine.keys() - theirs.keys() if names_elsewhere(s, mine[s]))
    right = sorted(s for s in theirs.keys() - mine.keys() if names_elsewhere(s, theirs[s]))
    for side in left:
        same = next(
            (each for each in right if each in aligned and is_moved_over(side, each, mine, theirs)), None
        )
        if same is not None:
            aligned[side] = aligned.pop(same)
    return mine, aligned


def is_moved_over(side: str, other: str, mine: Persons, theirs: Persons) -> bool:
    """Whether one person stands for a side in one account and for another, or for none, in the other; two states part
    namesakes.
    """
    return not (is_state(side) and is_state(other)) and is_one_name(mine[side], theirs[other])


def compare_company(one: Member, other: Member, same: int) -> Said:
    """Where one account names further sides: `same` persons are named by both. Two of many who gathered met apart."""
    few, many = sorted((one, other), key=lambda each: len(each.sides))
    if many.gathering and is_of_two(few):
        return NEVER, "a meeting of two, and a gathering"
    if is_of_two_alone(few):
        return NEVER, "two by themselves, and with others"
    if same >= MANY_NAMED:
        return 0.6, "the same persons, and further sides in one account"
    return (0.0 if one.open or other.open else 0.4), "one account names further sides"


def is_of_two(member: Member) -> bool:
    """Whether two persons met, as an account tells it: no summit, and no group."""
    two = len(member.sides) == TWO and are_named(member) and not member.gathering
    return two and member.account.kind in {"meeting", "talks"}


def compare_gatherings(one: Member, other: Member) -> Said:
    """Whether two tell of one gathering though they name others: by its group, else by its place.

    "Moldova's allies met in Vilnius" and "Sandu joined a summit of the Lublin Triangle in Vilnius" may be one.
    """
    persons = dict(one.persons)
    strange = [
        side
        for side, named in other.persons
        if named and persons.get(side) and not is_one_name(named, persons[side])
    ]
    if names_others(one.groups, other.groups):
        return NEVER, "gatherings of others"
    if strange and not one.groups & other.groups:
        return NEVER, f"other persons for {strange[0]}"
    mine, theirs = towns_of(one), towns_of(other)
    if mine and theirs and mine.isdisjoint(theirs):
        return NEVER, "gatherings at other places"
    if one.groups & other.groups:
        return 0.6, "the same group"
    if not mine or not theirs:
        return NEVER, "nothing but the day in common"
    return 0.3, "gatherings at one place"


def names_others(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether groups are surely others: two names, or two regions; "Moldova's allies" may be any that is named."""
    one, other = ({g for g in groups if not is_described(g)} for groups in (mine, theirs))
    if one and other:
        return one.isdisjoint(other)
    return bool(mine and theirs) and not (one or other) and mine.isdisjoint(theirs)


def are_named(member: Member) -> bool:
    """Whether each side has a person."""
    return all(named for _, named in member.persons)
