"""Gathers bundles into contacts: by how sure the days are, score, then ids; never against what excludes
itself or people's word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter

from communique.merge.alike import MARGIN, Pair, scored_pairs, unsure_first
from communique.merge.blocks import Bundle, bundle_members
from communique.merge.clusters import (
    PLANNED,
    Cluster,
    clash,
    cluster_of,
    excluded,
    excluded_by_more,
    extend,
    new_cluster,
)
from communique.merge.compare import THRESHOLD, Likeness
from communique.merge.members import Member
from communique.merge.spreading import Spread
from communique.record_type import Record
from communique.records import Judgement

PROGRAM = "program"
Torn = tuple[str, tuple[str, ...], str]  # an account, an account of each contact that it may be of, and why


class Link(Record, frozen=True, kw_only=True):
    """Why two accounts ended up in one contact."""

    one: str
    other: str
    likeness: Likeness


class Gathered(Record, frozen=True, kw_only=True):
    """The members of each contact, the links that joined them, those that nearly did, and the parts: accounts that
    hang together.

    No account of a part is like an account of another, so what becomes of a part follows from it alone.
    """

    groups: tuple[tuple[Member, ...], ...]
    links: tuple[Link, ...]
    torn: tuple[Torn, ...] = ()
    asked: tuple[Link, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()


def gather(
    members: Sequence[Member], judgements: Iterable[Judgement], spread: Spread | None = None
) -> Gathered:
    """The contacts of all members (sorted by id) under people's judgements; `spread` compares them block by block."""
    known = {member.id for member in members}
    people = [j for j in judgements if j.author != PROGRAM and j.one in known and j.other in known]
    alone = frozenset(name for j in people for name in (j.one, j.other))
    bundles = bundle_members(members, alone)
    pairs, doubtful = scored_pairs(bundles, spread)
    state = State(bundles, pairs, people)
    state.join_by_people()
    links = state.join_by_score(pairs)
    for bundle in bundles:
        links += [
            Link(one=bundle.first.id, other=member.id, likeness=SAME_WORDS) for member in bundle.members[1:]
        ]
    state.ask(doubtful)
    groups = state.groups()
    home = {member.id: number for number, group in enumerate(groups) for member in group}
    links = [link for link in links if home[link.one] == home[link.other]]
    return Gathered(
        groups=tuple(groups),
        links=tuple(links),
        torn=tuple(state.doubts[name] for name in sorted(state.doubts)),
        asked=tuple(state.asked),
        parts=find_parts(bundles, [*pairs, *doubtful], state.judged_bundles),
    )


def find_parts(
    bundles: Sequence[Bundle],
    pairs: Iterable[Pair],
    judged: Iterable[tuple[int, int]],
) -> tuple[tuple[str, ...], ...]:
    """The ids of accounts that hang together by likeness or by people's word, each part sorted, by their first."""
    root = list(range(len(bundles)))

    def top(number: int) -> int:
        while root[number] != number:
            root[number] = number = root[root[number]]
        return number

    for one, other in chain(((low.number, high.number) for _, low, high, _ in pairs), judged):
        first, second = sorted((top(one), top(other)))
        root[second] = first
    parts: dict[int, list[str]] = {}
    for bundle in bundles:
        parts.setdefault(top(bundle.number), []).extend(member.id for member in bundle.members)
    return tuple(sorted(tuple(sorted(part)) for part in parts.values()))


SURE = 11.0  # the score of accounts that are alike in all that both tell
BOTH_FIT = "its day is rough, and two contacts fit it alike; it stays apart until somebody judges"
SAME_WORDS = Likeness(
    score=9.0, reasons=("the same persons", "the same kind", "the same day", "the same status")
)


Near = dict[int, list[tuple[float, int]]]


def is_settled(bundle: Bundle, cluster: Cluster) -> bool:
    """Whether a bundle's cluster leaves nothing to ask: it has a day, or what was planned for a day was held or off."""
    if bundle.first.rough:
        return cluster.dated
    return bundle.first.stance == "ahead" and cluster.stances != PLANNED


def neighbours(pairs: Iterable[Pair]) -> Near:
    """For each roughly dated bundle, the exactly dated ones that it is like, with the scores."""
    near: Near = {}
    for score, low, high, _ in pairs:
        for loose, other in ((low, high), (high, low)):
            if loose.first.rough and not other.first.rough:
                near.setdefault(loose.number, []).append((score, other.number))
    return near


class State:
    """The clusters while they are gathered; lives for one merge."""

    def __init__(self, bundles: Sequence[Bundle], pairs: Iterable[Pair], people: Sequence[Judgement]) -> None:
        self.bundles = bundles
        self.people = sorted(people, key=lambda j: (j.recorded or "", j.one, j.other, j.same), reverse=True)
        named = {name for j in self.people for name in (j.one, j.other)}
        place = {m.id: bundle.number for bundle in bundles for m in bundle.members if m.id in named}
        self.judged_bundles = [(place[j.one], place[j.other]) for j in self.people]
        # What is like nothing else needs no cluster; of a million accounts that is the most.
        moving = {b.number for _, low, high, _ in pairs for b in (low, high)}.union(*self.judged_bundles)
        self.clusters = {number: new_cluster(bundles[number]) for number in sorted(moving)}
        self.owner = {number: number for number in self.clusters}
        self.parted = {frozenset({j.one, j.other}) for j in self.people if not j.same}
        self.stuck: dict[tuple[int, int], tuple[int, int]] = {}
        self.doubts: dict[str, Torn] = {}
        self.asked: list[Link] = []
        self.judged = {name for pair in self.parted for name in pair}

    def groups(self) -> list[tuple[Member, ...]]:
        """The members of each contact as they are gathered now, each by id, and the first of them by theirs."""
        lone = (bundle.members for bundle in self.bundles if bundle.number not in self.owner)
        gathered = (cluster.members for cluster in self.clusters.values())
        return sorted(
            (tuple(sorted(group, key=attrgetter("id"))) for group in chain(lone, gathered)),
            key=lambda group: group[0].id,
        )

    def find(self, number: int) -> int:
        """The cluster that a bundle is in now."""
        return self.owner[number]

    def join_by_people(self) -> None:
        """What people joined, whatever the program thinks; the latest word first."""
        for judgement, bundles in zip(self.people, self.judged_bundles, strict=True):
            one, other = sorted(map(self.find, bundles))
            apart = self.parted_by_people(self.clusters[one], self.clusters[other])
            if judgement.same and one != other and not apart:
                self.unite(one, other)

    def join_by_score(self, pairs: Sequence[Pair]) -> list[Link]:
        """What is alike enough and not excluded, the likest first."""
        links = []
        near = neighbours(pairs)
        for score, low, high, likeness in pairs:
            one, other = sorted((self.find(low.number), self.find(high.number)))
            if (
                one == other
                or self.parted_by_people(self.clusters[one], self.clusters[other])
                or excluded(self.clusters[one], self.clusters[other])
            ):
                continue
            if self.torn(low, high, score, near) or self.torn(high, low, score, near):
                continue
            if not clash(self.clusters[one], self.clusters[other]):
                self.unite(one, other)
            elif not self.move_free(one, other):
                continue
            links.append(Link(one=low.first.id, other=high.first.id, likeness=likeness))
        return links

    def torn(self, loose: Bundle, other: Bundle, score: float, near: Near) -> bool:
        """Whether a roughly dated account fits another contact as well: it stays apart, with a doubt."""
        if (
            not loose.first.rough
            or other.first.rough
            or loose.number not in self.clusters
            or self.find(loose.number) != loose.number
        ):
            return False
        if len(self.clusters[loose.number].members) > len(loose.members):
            return False
        here = self.clusters[self.find(other.number)]
        for rival_score, rival in near.get(loose.number, ()):
            there = self.find(rival)
            if (
                abs(rival_score - score) <= MARGIN
                and there not in (here.number, loose.number)
                and excluded(here, self.clusters[there])
                and not excluded(self.clusters[loose.number], self.clusters[there])
                and not clash(self.clusters[loose.number], self.clusters[there])
            ):
                one, two = sorted((here.members[0].id, self.clusters[there].members[0].id))
                self.doubts[loose.first.id] = (loose.first.id, (one, two), BOTH_FIT)
                return True
        return False

    def ask(self, pairs: Sequence[Pair]) -> None:
        """Doubts about what is nearly alike and stayed apart, one at most for each account."""
        for score, low, high, likeness in pairs:
            loose, known = unsure_first(low, high)
            mine, theirs = self.place_of(loose), self.place_of(known)
            found = is_settled(loose, mine)
            if mine is theirs or found or loose.first.id in self.doubts or self.sure_apart(mine, theirs):
                continue
            contact = min(member.id for member in theirs.members)
            why = f"{likeness.reason}: {score:.1f} of {SURE:.0f}, and {THRESHOLD} make them one"
            self.doubts[loose.first.id] = (loose.first.id, (contact,), why)
            self.asked.append(Link(one=loose.first.id, other=known.first.id, likeness=likeness))

    def place_of(self, bundle: Bundle) -> Cluster:
        """The cluster that a bundle is in, or one of itself alone."""
        return self.clusters[self.find(bundle.number)] if bundle.number in self.owner else new_cluster(bundle)

    def sure_apart(self, mine: Cluster, theirs: Cluster) -> bool:
        """Whether there is nothing to ask about two clusters: somebody said, a report tells of both, or more than the
        day parts them.
        """
        said = self.parted_by_people(mine, theirs)
        days = excluded_by_more if mine.dated and theirs.dated else excluded
        return said or days(mine, theirs) or clash(mine, theirs)

    def parted_by_people(self, one: Cluster, other: Cluster) -> bool:
        """Whether somebody said of two accounts in these clusters that they are not the same."""
        if not self.judged:
            return False
        mine = [m.id for m in one.members if m.id in self.judged]
        theirs = [m.id for m in other.members if m.id in self.judged]
        return any(frozenset({a, b}) in self.parted for a in mine for b in theirs)

    def move_free(self, one: int, other: int) -> bool:
        """Where some reports have an account in both clusters, moves only the smaller one's other accounts.

        A report that tells of a contact twice tells of two contacts; the reports that tell of it once go
        with those who name the day. Returns whether anything moved.
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
        whole = [n for n in source.bundles if any(m.id in moving for m in self.bundles[n].members)]
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
