"""A contact in the making: its members, and what cannot be one contact with them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from communique.merge.blocks import REACH, Bundle
from communique.merge.compare import STORY
from communique.merge.hosts import other_hosts
from communique.merge.members import FAR_FUTURE, FAR_PAST, LONG, Member, part_of_day
from communique.merge.moving import is_within
from communique.merge.parties import names_others
from communique.merge.ranks import Rank, ranked_otherwise
from communique.merge.retold import is_retold
from communique.merge.spellings import is_one_name
from communique.merge.zones import far_apart

PLANNED = frozenset({"ahead"})
GOING = frozenset({"ahead", "done"})  # what began, and goes on tomorrow
SPOKEN = "spoken"  # on the telephone or in one room
CALLS = frozenset({"remote", SPOKEN})
BOTH = frozenset({"remote", "room"})  # no contact is both, unless people say so


@dataclass(slots=True)
class Cluster:
    """A contact in the making: its members and what they exclude together.

    `low` and `high` are the days of the dated members: what they share, or for what lasts some days all of
    them.
    `floor` and `ceiling` bound them by members that tell no day: what is ahead on the fourth was not on the
    third.
    """

    number: int
    members: list[Member]
    bundles: list[int] = field(default_factory=list)
    reports: dict[str, list[Member]] = field(default_factory=dict)
    low: int = FAR_PAST
    high: int = FAR_FUTURE
    floor: int = FAR_PAST
    ceiling: int = FAR_FUTURE
    lasting: int = 0
    dated: bool = False
    told: tuple[int, int] | None = None
    persons: dict[str, frozenset[frozenset[str]]] = field(default_factory=dict)
    media: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    times: frozenset[int] = frozenset()
    roughly: bool = False
    groups: frozenset[frozenset[str]] = frozenset()
    hosts: frozenset[frozenset[str]] = frozenset()
    former: frozenset[tuple[int, int]] = frozenset()
    ranks: frozenset[Rank] = frozenset()


def extend(keep: Cluster, gone: Cluster) -> None:
    """Adds the members of a cluster, and what they exclude, to another."""
    keep.low, keep.high = days_of(keep, gone)
    keep.floor, keep.ceiling = max(keep.floor, gone.floor), min(keep.ceiling, gone.ceiling)
    keep.lasting = max(keep.lasting, gone.lasting)
    keep.members += gone.members
    keep.bundles += gone.bundles
    for report, members in gone.reports.items():
        keep.reports[report] = [*keep.reports.get(report, ()), *members]
    keep.dated = keep.dated or gone.dated
    keep.told = span_of(keep.told, gone.told)
    keep.persons = {
        side: keep.persons.get(side, frozenset()) | gone.persons.get(side, frozenset())
        for side in {*keep.persons, *gone.persons}
    }
    keep.media |= gone.media
    keep.stances |= gone.stances
    keep.times |= gone.times
    keep.roughly |= gone.roughly
    keep.groups |= gone.groups
    keep.hosts |= gone.hosts
    keep.former |= gone.former
    keep.ranks |= gone.ranks


def cluster_of(number: int, members: Sequence[Member], bundles: Sequence[int]) -> Cluster:
    """A cluster made anew of members."""
    made = one_member(number, members[0])
    for member in members[1:]:
        extend(made, one_member(number, member))
    made.bundles = list(bundles)
    return made


def one_member(number: int, member: Member) -> Cluster:
    """A cluster of one account."""
    return new_cluster(Bundle(number=number, first=member, members=(member,), early=0, late=0))


def new_cluster(bundle: Bundle) -> Cluster:
    """A cluster of one bundle."""
    first = bundle.first
    return Cluster(
        number=bundle.number,
        members=list(bundle.members),
        bundles=[bundle.number],
        reports={m.account.report: [m] for m in bundle.members},
        low=FAR_PAST if first.open else first.low,
        high=FAR_FUTURE if first.open else first.high,
        floor=first.low if first.open else FAR_PAST,
        ceiling=first.high if first.open else FAR_FUTURE,
        lasting=first.lasting,
        dated=not first.open,
        told=(first.told, first.told) if first.told is not None else None,
        persons={side: only(named) for side, named in first.persons if named},
        media=only(SPOKEN if first.loose else first.medium),
        stances=only(first.stance),
        times=times_of(first),
        roughly=first.reckoned and not first.open,
        groups=only(first.groups) if first.gathering and first.groups else frozenset(),
        hosts=only(first.hosts) if first.hosts else frozenset(),
        former=only(first.former) if first.former else frozenset(),
        ranks=first.ranks,
    )


@lru_cache(maxsize=65_536)
def only(one: Hashable) -> frozenset[Any]:
    """The set of one, the same object for all clusters that have it: a million of them hold few."""
    return frozenset({one})


def times_of(member: Member) -> frozenset[int]:
    """The part of the day of one sitting, where one clock can tell it."""
    part = part_of_day(member)
    return frozenset() if part is None or member.lasting or far_apart(member.sides) else frozenset({part})


def span_of(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[int, int] | None:
    """The hull of two spans of days."""
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def excluded(one: Cluster, other: Cluster) -> bool:
    """Whether anything in two clusters cannot be one contact: days, persons, channel or status."""
    return days_exclude(one, other) or excluded_by_more(one, other)


def excluded_by_more(one: Cluster, other: Cluster) -> bool:
    """Whether something beside the days of the dated members is of two contacts."""
    if BOTH.issubset(one.media | other.media) and not any(BOTH.issubset(each.media) for each in (one, other)):
        return True
    if one.times and other.times and max(one.times | other.times) - min(one.times | other.times) > 1:
        return True
    if not (one.dated or other.dated) and one.told and other.told:
        first, last = span_of(one.told, other.told) or (0, 0)
        if last - first > (STORY if "done" in one.stances | other.stances else REACH):
            return True
    if any(names_others(a, b) for a in one.groups for b in other.groups):
        return True
    if any(other_hosts(a, b) for a in one.hosts for b in other.hosts):
        return True
    if {"done", "off"} <= one.stances | other.stances:
        return not on_again(one, other)
    if ranked_otherwise(one.ranks, other.ranks):
        return True
    if one.groups and other.groups:
        return False  # one side may send several to a gathering
    return any(other_persons(one, other, side) for side in one.persons if side in other.persons)


def days_of(one: Cluster, other: Cluster) -> tuple[int, int]:
    """The days of two clusters taken together: shared ones, else, for what lasts, from the first to the
    last.
    """
    if one.former or other.former:
        moved = one if is_moved(one, other) else other if is_moved(other, one) else None
        if moved is not None:
            return moved.low, moved.high
    low, high = max(one.low, other.low), min(one.high, other.high)
    if low > high or (
        one.lasting and other.lasting and one.dated and other.dated and max(spans(one), spans(other)) < LONG
    ):
        return min(one.low, other.low), max(one.high, other.high)
    return low, high


def spans(cluster: Cluster) -> int:
    """Days between a cluster's first and last."""
    return cluster.high - cluster.low


def days_exclude(one: Cluster, other: Cluster) -> bool:
    """Whether the days of two clusters cannot be those of one contact."""
    if (one.former or other.former) and (is_moved(one, other) or is_moved(other, one)):
        return False
    if max(one.low, other.low, one.floor, other.floor) > min(one.ceiling, other.ceiling):
        return True
    if min(one.high, other.high) < max(one.floor, other.floor):
        return True
    gap = max(one.low, other.low) - min(one.high, other.high)
    if gap <= 0 or not (one.dated and other.dated):
        return gap > 0
    lasting = min(one.lasting, other.lasting)
    whole = max(one.high, other.high) - min(one.low, other.low)
    if lasting:
        return whole >= lasting
    return gap > 1 or max(spans(one), spans(other)) > 0 or not may_adjoin(one, other)


def is_moved(one: Cluster, other: Cluster) -> bool:
    """Whether one was moved from the days for which the other was planned, as far as any account knew."""
    planned = other.dated and other.stances == PLANNED and not other.former
    return planned and any(is_within(days, other.low, other.high) for days in one.former)


def may_adjoin(one: Cluster, other: Cluster) -> bool:
    """Whether two days in a row may be one: a call between far zones, or a day that was worked out among days that overlap."""
    sides = tuple(sorted({*one.persons, *other.persons}))
    calls = CALLS.issuperset(one.media | other.media) and far_apart(sides)
    return calls or one.roughly or other.roughly


def clash(one: Cluster, other: Cluster) -> bool:
    """Whether a report tells of both as of two: it has an account in each that is not a day more of what lasts, nor the
    same told again.
    """
    small, large = sorted((one.reports, other.reports), key=len)
    return any(
        not (goes_on(mine, theirs) or is_retold(mine, theirs))
        for report in small
        if report in large
        for mine in small[report]
        for theirs in large[report]
    )


def goes_on(one: Member, other: Member) -> bool:
    """Whether two accounts of one report may be two days of one visit, summit or round of talks, or one visit
    told with and without its host: "the leaders arrived", "the leaders visited Ukraine".
    """
    if not {one.stance, other.stance} <= GOING or one.rough or other.rough:
        return False
    gap = max(one.low, other.low) - min(one.high, other.high)
    if one.account.kind != other.account.kind:
        return gap == 1 and one.persons == other.persons and sits_on(one, other)
    if not one.lasting:
        return False
    return gap <= 1 if one.persons == other.persons else gap <= 0 and is_hostless(one, other)


def sits_on(one: Member, other: Member) -> bool:
    """Whether one is a summit and the other a meeting: on the next day, its further sitting."""
    return {one.account.kind, other.account.kind} == {"summit", "meeting"}


def is_hostless(one: Member, other: Member) -> bool:
    """Whether both are a visit of the same two or more persons, and one leaves out the state visited."""
    less, more = sorted((set(one.persons), set(other.persons)), key=len)
    if one.account.kind != "visit" or len(less) < 2 or not less < more:
        return False
    return all(named for _, named in less) and not any(named for _, named in more - less)


def other_persons(one: Cluster, other: Cluster, side: str) -> bool:
    """Whether the persons of a side are others; on a day that is known, an account that names both bridges
    them.
    """
    mine, theirs = one.persons[side], other.persons[side]
    bridged = mine | theirs if one.dated and other.dated else frozenset()
    return any(
        not is_one_name(a, b) and not any(a <= c and b <= c for c in bridged) for a in mine for b in theirs
    )


def on_again(one: Cluster, other: Cluster) -> bool:
    """Whether what was called off was planned again before it was held, as a report tells: only then it is
    the same.
    """
    members = [*one.members, *other.members]
    off = max((m.told for m in members if m.stance == "off" and m.told is not None), default=None)
    held = max((m.low for m in members if m.stance == "done" and m.exact), default=None)
    if off is None or held is None:
        return False
    return any(
        m.account.status == "planned" and not m.open and m.told is not None and off < m.told < held
        for m in members
    )
