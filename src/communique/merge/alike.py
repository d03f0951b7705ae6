"""Which bundles of accounts are alike enough to be one contact, or so nearly that a person may be asked about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from communique.merge.blocks import Bundle, Key, blocks_of, candidate_pairs, keys_of, sweep
from communique.merge.compare import NEARLY, THRESHOLD, Likeness, compare
from communique.merge.spreading import Spread, in_parcels
from communique.record_type import Record

Pair = tuple[float, Bundle, Bundle, Likeness]
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
