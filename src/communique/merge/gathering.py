"""Gathers bundles into contacts: by how sure the days are, score, then ids; never against what excludes
itself or people's word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter

from msgspec.structs import replace

from communique.merge.blocks import (
    Bundle,
    Key,
    blocks_of,
    bundle_members,
    candidate_pairs,
    keys_of,
    sweep,
)
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
from communique.merge.compare import NEARLY, THRESHOLD, Likeness, compare
from communique.merge.members import Member
from communique.merge.spreading import Spread, in_parcels
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


Pair = tuple[float, Bundle, Bundle, Likeness]
Near = dict[int, list[tuple[float, int]]]
MARGIN = 0.1  # of score: what two contacts may differ by to fit a roughly dated account equally well


def scored_pairs(bundles: Sequence[Bundle], spread: Spread | None = None) -> tuple[list[Pair], list[Pair]]:
    """The pairs alike enough to be one contact, those that both tell a day first, then the likest first; and those that
    a person may be asked about.

    A roughly dated account is held against the dated ones that it fits best; two of them that fit such are not held
    against each other: so a pair that is in the news every day makes no chain of all its years.
    """
    compared = list(found_alike(bundles, set(), rough=False, spread=spread))
    dated = [pair for pair in compared if pair[0] >= THRESHOLD]
    best: dict[int, float] = {}
    for score, low, high, _ in dated:
        for one, other in ((low, high), (high, low)):
            if one.first.rough and not other.first.rough:
                best[one.number] = max(best.get(one.number, 0.0), score)
    found = [
        pair
        for pair in dated
        if pair[0]
        >= max(best.get(each.number, 0.0) if each.first.rough else 0.0 for each in pair[1:3]) - MARGIN
    ]
    rough = found_alike(bundles, set(best), rough=True, spread=spread)
    found += (pair for pair in rough if pair[0] >= THRESHOLD)
    found.sort(
        key=lambda pair: (pair[1].first.open + pair[2].first.open, -pair[0], pair[1].number, pair[2].number)
    )
    return found, likest([pair for pair in compared if pair[0] < THRESHOLD], {*best, *kept_plans(dated)})


def kept_plans(pairs: Iterable[Pair]) -> Iterator[int]:
    """The bundles of plans of which it is told that they were held or called off: nobody asks what became of them."""
    for _, low, high, _ in pairs:
        for one, other in ((low, high), (high, low)):
            if one.first.stance == "ahead" != other.first.stance:
                yield one.number


def likest(pairs: Iterable[Pair], settled: set[int]) -> list[Pair]:
    """Of the pairs that are nearly alike each bundle's likest: of an account without a day the contact last before it.

    A bundle that fits another well enough (`settled`) leaves nothing to ask.
    """
    best: dict[int, Pair] = {}
    for pair in pairs:
        score, low, high, _ = pair
        loose, _ = unsure_first(low, high)
        if loose.number in settled:
            continue
        known = best.get(loose.number)
        if known is None or (-score, low.number, high.number) < (-known[0], known[1].number, known[2].number):
            best[loose.number] = pair
    return [best[number] for number in sorted(best)]


def found_alike(
    bundles: Sequence[Bundle], settled: set[int], *, rough: bool, spread: Spread | None
) -> Iterator[Pair]:
    """The pairs that are nearly alike or more, compared here or by `spread`, block by block."""
    if spread is None:
        yield from alike_pairs(candidate_pairs(bundles), settled, rough=rough)
        return
    bare = [replace(bundle, members=()) for bundle in bundles]  # one account of a bundle stands for all
    blocks = sorted((key, block) for key, block in blocks_of(bare)[0].items() if len(block) > 1)
    tasks = [
        Comparing(blocks=parcel, settled=settled, rough=rough)
        for parcel in in_parcels(blocks, lambda each: len(each[1]))
    ]
    for told in spread(compare_blocks, tasks):
        yield from ((score, bundles[low], bundles[high], like) for score, low, high, like in told)


class Comparing(Record, frozen=True, kw_only=True):
    """Blocks whose bundles are to be compared with each other."""

    blocks: tuple[tuple[Key, list[Bundle]], ...]
    settled: set[int]
    rough: bool


def compare_blocks(task: Comparing) -> list[tuple[float, int, int, Likeness]]:
    """The pairs of some blocks that are nearly alike or more, by their bundles' numbers."""
    keys = {bundle.number: keys_of(bundle) for _, block in task.blocks for bundle in block}
    pairs = (pair for key, block in task.blocks for pair in sweep(key, block, keys))
    return [
        (score, low.number, high.number, like)
        for score, low, high, like in alike_pairs(pairs, task.settled, rough=task.rough)
    ]


def alike_pairs(pairs: Iterable[tuple[Bundle, Bundle]], settled: set[int], *, rough: bool) -> Iterator[Pair]:
    """The pairs that are nearly alike or more, the lower number first: of two rough bundles, or of others; two that are
    settled are left out.
    """
    for one, other in pairs:
        if (one.first.rough and other.first.rough) != rough or settled.issuperset((one.number, other.number)):
            continue
        likeness = compare(one.first, other.first)
        if likeness.score >= NEARLY:
            low, high = (one, other) if one.number < other.number else (other, one)
            yield likeness.score, low, high, likeness


def unsure_first(low: Bundle, high: Bundle) -> tuple[Bundle, Bundle]:
    """The one of two bundles that is to be placed, and the other: what has no day, else what was merely planned."""
    if low.first.rough != high.first.rough:
        return (low, high) if low.first.rough else (high, low)
    planned = low.first.stance == "ahead" != high.first.stance
    return (low, high) if planned else (high, low)


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
