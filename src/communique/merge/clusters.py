"""Gathers bundles into contacts: by how sure the days are, score, then ids; never against what excludes itself or people's word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.merge.blocks import REACH, Bundle, bundle_members, candidate_pairs
from communique.merge.compare import STORY, THRESHOLD, Likeness, compare
from communique.merge.members import FAR_FUTURE, FAR_PAST, LONG, Member
from communique.records import Judgement

PROGRAM = "program"


@dataclass(slots=True)
class Cluster:
    """A contact in the making: its members and what they exclude together.

    `low` and `high` are the days of the dated members: what they share, or for what lasts some days all of them.
    `floor` and `ceiling` bound them by members that tell no day: what is ahead on the fourth was not on the third.
    """

    number: int
    members: list[Member]
    bundles: list[int] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """Why two accounts ended up in one contact."""

    one: str
    other: str
    likeness: Likeness


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathered:
    """The members of each contact, and the links that joined them."""

    groups: tuple[tuple[Member, ...], ...]
    links: tuple[Link, ...]
    torn: tuple[tuple[str, str, str], ...] = ()


def gather(members: Sequence[Member], judgements: Iterable[Judgement]) -> Gathered:
    """The contacts of all members (sorted by id) under people's judgements."""
    known = {member.id for member in members}
    people = [j for j in judgements if j.author != PROGRAM and j.one in known and j.other in known]
    alone = frozenset(id for j in people for id in (j.one, j.other))
    bundles = bundle_members(members, alone)
    state = State(bundles, people)
    links = state.join_by_people()
    links += state.join_by_score(scored_pairs(bundles))
    for bundle in bundles:
        links += [Link(one=bundle.first.id, other=member.id, likeness=SAME_WORDS) for member in bundle.members[1:]]
    groups = sorted((tuple(sorted(c.members, key=lambda m: m.id)) for c in state.clusters.values()), key=lambda g: g[0].id)
    home = {member.id: number for number, group in enumerate(groups) for member in group}
    links = [link for link in links if home[link.one] == home[link.other]]
    return Gathered(groups=tuple(groups), links=tuple(links), torn=tuple(state.doubts[id] for id in sorted(state.doubts)))


SAME_WORDS = Likeness(score=9.0, reasons=("the same persons", "the same kind", "the same day", "the same status"))


def scored_pairs(bundles: Iterable[Bundle]) -> list[tuple[float, Bundle, Bundle, Likeness]]:
    """The pairs alike enough to be one contact: those that both tell a day first, then the likest first."""
    found = []
    for one, other in candidate_pairs(bundles):
        likeness = compare(one.first, other.first)
        if likeness.score >= THRESHOLD:
            low, high = (one, other) if one.number < other.number else (other, one)
            found.append((likeness.score, low, high, likeness))
    found.sort(key=lambda pair: (pair[1].first.open + pair[2].first.open, -pair[0], pair[1].number, pair[2].number))
    return found


Near = dict[int, list[tuple[float, int]]]
MARGIN = 0.1  # of score: what two contacts may differ by to fit a roughly dated account equally well
EXACT_DAYS = 4  # an interval of more days is rough


def is_rough(member: Member) -> bool:
    """Whether a member's day is open or a long interval: "have spoken", "in June"."""
    return member.open or member.high - member.low >= EXACT_DAYS


def neighbours(pairs: Iterable[tuple[float, Bundle, Bundle, Likeness]]) -> Near:
    """For each roughly dated bundle, the exactly dated ones that it is like, with the scores."""
    near: Near = {}
    for score, low, high, _ in pairs:
        for loose, other in ((low, high), (high, low)):
            if is_rough(loose.first) and not is_rough(other.first):
                near.setdefault(loose.number, []).append((score, other.number))
    return near


class State:
    """The clusters while they are gathered; lives for one merge."""

    def __init__(self, bundles: Sequence[Bundle], people: Sequence[Judgement]) -> None:
        self.clusters = {bundle.number: new_cluster(bundle) for bundle in bundles}
        self.owner = {bundle.number: bundle.number for bundle in bundles}
        self.bundle_of = {member.id: bundle.number for bundle in bundles for member in bundle.members}
        self.ids_of = {bundle.number: {member.id for member in bundle.members} for bundle in bundles}
        self.people = sorted(people, key=lambda j: (j.recorded or "", j.one, j.other, j.same), reverse=True)
        self.parted = {frozenset({j.one, j.other}) for j in self.people if not j.same}
        self.stuck: dict[tuple[int, int], tuple[int, int]] = {}
        self.doubts: dict[str, tuple[str, str, str]] = {}
        self.judged = {id for pair in self.parted for id in pair}

    def find(self, number: int) -> int:
        """The cluster that a bundle is in now."""
        return self.owner[number]

    def join_by_people(self) -> list[Link]:
        """What people joined, whatever the program thinks; the latest word first."""
        links: list[Link] = []
        for judgement in self.people:
            one, other = sorted((self.find(self.bundle_of[judgement.one]), self.find(self.bundle_of[judgement.other])))
            if judgement.same and one != other and not self.parted_by_people(one, other):
                self.unite(one, other)
        return links

    def join_by_score(self, pairs: Sequence[tuple[float, Bundle, Bundle, Likeness]]) -> list[Link]:
        """What is alike enough and not excluded, the likest first."""
        links = []
        near = neighbours(pairs)
        for score, low, high, likeness in pairs:
            one, other = sorted((self.find(low.number), self.find(high.number)))
            if one == other or self.parted_by_people(one, other) or excluded(self.clusters[one], self.clusters[other]):
                continue
            if self.torn(low, high, score, near) or self.torn(high, low, score, near):
                continue
            if not self.clusters[one].reports.isdisjoint(self.clusters[other].reports) and not self.move_free(one, other):
                continue
            if one in self.clusters and other in self.clusters and self.find(low.number) != self.find(high.number):
                self.unite(one, other)
            links.append(Link(one=low.first.id, other=high.first.id, likeness=likeness))
        return links

    def torn(self, loose: Bundle, other: Bundle, score: float, near: Near) -> bool:
        """Whether a roughly dated account fits another contact as well: it stays apart, with a doubt."""
        if not is_rough(loose.first) or is_rough(other.first) or loose.number not in self.clusters or self.find(loose.number) != loose.number:
            return False
        if len(self.clusters[loose.number].members) > len(loose.members):
            return False
        here = self.clusters[self.find(other.number)]
        for rival_score, rival in near.get(loose.number, ()):
            there = self.find(rival)
            if abs(rival_score - score) <= MARGIN and there not in (here.number, loose.number) \
                    and excluded(here, self.clusters[there]) and not excluded(self.clusters[loose.number], self.clusters[there]) \
                    and self.clusters[loose.number].reports.isdisjoint(self.clusters[there].reports):
                one, two = sorted((here.members[0].id, self.clusters[there].members[0].id))
                self.doubts[loose.first.id] = (loose.first.id, one, two)
                return True
        return False

    def parted_by_people(self, one: int, other: int) -> bool:
        """Whether somebody said of two accounts in these clusters that they are not the same."""
        if not self.judged:
            return False
        mine = [m.id for m in self.clusters[one].members if m.id in self.judged]
        theirs = [m.id for m in self.clusters[other].members if m.id in self.judged]
        return any(frozenset({a, b}) in self.parted for a in mine for b in theirs)

    def move_free(self, one: int, other: int) -> bool:
        """Where some reports have an account in both clusters, moves only the smaller one's other accounts.

        A report that tells of a contact twice tells of two contacts; the reports that tell of it once go with those
        who name the day. Returns whether anything moved.
        """
        small, large = sorted((one, other), key=lambda n: (len(self.clusters[n].members), -n))
        source, target = self.clusters[small], self.clusters[large]
        sizes = len(source.members), len(target.members)
        if self.stuck.get((small, large)) == sizes:
            return False
        free = [m for m in source.members if m.account.report not in target.reports]
        if not free or (len(source.bundles) > 1 and 2 * len(free) < len(source.members)):
            self.stuck[small, large] = sizes
            return False
        stay = [m for m in source.members if m.account.report in target.reports]
        moving = {m.id for m in free}
        whole = [n for n in source.bundles if moving & self.ids_of[n]]
        self.clusters[small] = cluster_of(small, stay, [n for n in source.bundles if n not in whole])
        self.absorb(target, cluster_of(small, free, whole))
        return True

    def unite(self, one: int, other: int) -> None:
        """Moves the smaller cluster into the larger."""
        small, large = sorted((one, other), key=lambda n: (len(self.clusters[n].members), -n))
        self.absorb(self.clusters[large], self.clusters.pop(small))

    def absorb(self, keep: Cluster, gone: Cluster) -> None:
        """Adds a cluster to another; its bundles are found there from now on."""
        for number in gone.bundles:
            self.owner[number] = keep.number
        extend(keep, gone)


def extend(keep: Cluster, gone: Cluster) -> None:
    """Adds the members of a cluster, and what they exclude, to another."""
    keep.low, keep.high = days_of(keep, gone)
    keep.floor, keep.ceiling = max(keep.floor, gone.floor), min(keep.ceiling, gone.ceiling)
    keep.lasting = max(keep.lasting, gone.lasting)
    keep.members += gone.members
    keep.bundles += gone.bundles
    keep.reports |= gone.reports
    keep.dated = keep.dated or gone.dated
    keep.told = span_of(keep.told, gone.told)
    keep.persons = {side: keep.persons.get(side, frozenset()) | gone.persons.get(side, frozenset())
                    for side in {*keep.persons, *gone.persons}}
    keep.media |= gone.media
    keep.stances |= gone.stances


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
    return Cluster(number=bundle.number, members=list(bundle.members), bundles=[bundle.number], reports={m.account.report for m in bundle.members},
                   low=FAR_PAST if first.open else first.low, high=FAR_FUTURE if first.open else first.high,
                   floor=first.low if first.open else FAR_PAST, ceiling=first.high if first.open else FAR_FUTURE,
                   lasting=first.lasting, dated=not first.open,
                   told=(first.told, first.told) if first.told is not None else None,
                   persons={side: frozenset({named}) for side, named in first.persons if named},
                   media=frozenset({first.medium}), stances=frozenset({first.stance}))


def span_of(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[int, int] | None:
    """The hull of two spans of days."""
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def excluded(one: Cluster, other: Cluster) -> bool:
    """Whether anything in two clusters cannot be one contact: days, persons, channel or status."""
    if days_exclude(one, other):
        return True
    if "remote" in one.media | other.media and "room" in one.media | other.media:
        return True
    if not (one.dated or other.dated) and one.told and other.told:
        first, last = span_of(one.told, other.told) or (0, 0)
        if last - first > (STORY if "done" in one.stances | other.stances else REACH):
            return True
    if {"done", "off"} <= one.stances | other.stances:
        return not on_again(one, other)
    return any(other_persons(one, other, side) for side in one.persons if side in other.persons)


def days_of(one: Cluster, other: Cluster) -> tuple[int, int]:
    """The days of two clusters taken together: shared ones, else, for what lasts, from the first to the last."""
    low, high = max(one.low, other.low), min(one.high, other.high)
    if low > high or (one.lasting and other.lasting and one.dated and other.dated and max(spans(one), spans(other)) < LONG):
        return min(one.low, other.low), max(one.high, other.high)
    return low, high


def spans(cluster: Cluster) -> int:
    """Days between a cluster's first and last."""
    return cluster.high - cluster.low


def days_exclude(one: Cluster, other: Cluster) -> bool:
    """Whether the days of two clusters cannot be those of one contact."""
    if max(one.low, other.low, one.floor, other.floor) > min(one.ceiling, other.ceiling):
        return True
    if min(one.high, other.high) < max(one.floor, other.floor):
        return True
    gap = max(one.low, other.low) - min(one.high, other.high)
    if gap <= 0 or not (one.dated and other.dated):
        return gap > 0
    lasting = min(one.lasting, other.lasting)
    whole = max(one.high, other.high) - min(one.low, other.low)
    return whole >= lasting if lasting else gap > 1 or max(spans(one), spans(other)) > 0


def other_persons(one: Cluster, other: Cluster, side: str) -> bool:
    """Whether the persons of a side are others; on a day that is known, an account that names both bridges them."""
    mine, theirs = one.persons[side], other.persons[side]
    bridged = mine | theirs if one.dated and other.dated else frozenset()
    return any(not a & b and not any(a <= c and b <= c for c in bridged) for a in mine for b in theirs)


def on_again(one: Cluster, other: Cluster) -> bool:
    """Whether what was called off was planned again before it was held, as a report tells: only then it is the same."""
    members = [*one.members, *other.members]
    off = max((m.told for m in members if m.stance == "off" and m.told is not None), default=None)
    held = max((m.low for m in members if m.stance == "done" and m.exact), default=None)
    if off is None or held is None:
        return False
    return any(m.account.status == "planned" and not m.open and m.told is not None and off < m.told < held for m in members)
