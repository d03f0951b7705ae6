"""Which accounts are worth comparing: those with two sides in common and days that may meet.

Accounts that say the same of parties, kind, status and days are bundled first, so that a story that
hundreds of reports tell costs one comparison and not thousands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from operator import attrgetter

from communique.merge.members import FAR_FUTURE, FAR_PAST, Member, is_lead, time_of_day, towns_of
from communique.merge.ranks import unnamed
from communique.merge.retold import retold_in
from communique.merge.spellings import STRANGE, first_sound, names_elsewhere, words_of_name
from communique.record_type import Record

REACH = 10  # days between a report and the contact that its undated words may still mean
ASKED = 45  # days within which a person is asked whether what is told without a day is the contact before or after
RECALL = 400  # days over which a contact is still recalled by its town: "since they met in Geneva"
TOWN = "@"  # the first of a key that is a place and no pair of sides
MANY_SIDES = 6  # a gathering of more sides is looked up by its first sides alone


class Bundle(Record, frozen=True, kw_only=True):
    """Accounts of different reports that say the same of parties, kind, status and days; `first`, with the
    least id, stands for all.
    """

    number: int
    first: Member
    members: tuple[Member, ...]
    early: int
    late: int


def bundle_members(members: Sequence[Member], alone: frozenset[str] = frozenset()) -> list[Bundle]:
    """The bundles of members (sorted by id); accounts in `alone` are kept by themselves, as people judged
    them, and so are those that their report tells again.

    Two accounts of one report are never in one bundle: the second of a report goes to the second bundle of
    its kind.
    """
    groups: dict[tuple[object, ...], list[Member]] = defaultdict(list)
    alone |= retold_in(members)
    for member in members:
        groups[(member.id,) if member.id in alone or stands_alone(member) else words_of(member)].append(
            member
        )
    parts: list[list[Member]] = []
    for group in groups.values():
        parts.extend(split_by_report(group) if len(group) > 1 else [group])
    parts.sort(key=lambda part: part[0].id)
    return [
        Bundle(number=n, first=part[0], members=tuple(part), early=early_day(part[0]), late=late_day(part[0]))
        for n, part in enumerate(parts)
    ]


def words_of(member: Member) -> tuple[object, ...]:
    """What accounts of one bundle say alike."""
    account = member.account
    told = (member.told, is_lead(member), member.report.text_kind, member.several) if member.open else None
    days = member.low, member.high, told, time_of_day(member)
    parties = member.persons, unnamed(member.ranks), member.hosts
    return (*parties, member.loose, member.former, account.kind, account.status, *days)


def stands_alone(member: Member) -> bool:
    """Whether equal words are no sign of one contact: without a counterpart ("met officials"), or undated in a
    report that is undated itself.
    """
    lone = len(member.sides) < 2 and not (member.account.kind == "summit" and any(block_keys(member)))
    return lone or (member.open and member.told is None)


def split_by_report(group: Sequence[Member]) -> list[list[Member]]:
    """The first account of each report, the second of each report, and so on."""
    layers: list[list[Member]] = []
    seen: dict[str, int] = defaultdict(int)
    for member in sorted(group, key=lambda each: (each.account.report, each.account.trigger.start, each.id)):
        layer = seen[member.account.report]
        seen[member.account.report] += 1
        if layer == len(layers):
            layers.append([])
        layers[layer].append(member)
    return [sorted(layer, key=attrgetter("id")) for layer in layers]


def early_day(member: Member) -> int:
    """The first day on which the member's contact is looked for."""
    day = first_day(member)
    return min(day, member.former[0]) if member.former else day


def first_day(member: Member) -> int:
    """The first day on which the member's contact can have been, with what it may be off."""
    if not member.open:
        return member.low - max(1, member.lasting)
    if member.low != FAR_PAST:
        return member.low
    told = member.told if member.told is not None else member.high
    if member.stance != "done":
        return told - (RECALL if is_called_off_before(member) else REACH)
    if is_lead(member):
        return told - REACH
    return told - (RECALL if is_recalled(member) else ASKED)


def is_called_off_before(member: Member) -> bool:
    """Whether an account tells, beside its news, of what was called off and when not: "the visit that he had cancelled"."""
    return member.stance == "off" and member.open and not is_lead(member)


def is_recalled(member: Member) -> bool:
    """Whether an account tells, beside its news, of something past by its place and without its day."""
    return member.stance == "done" and bool(member.account.places) and not is_lead(member)


def late_day(member: Member) -> int:
    """The last day on which the member's contact is looked for."""
    day = last_day(member)
    return max(day, member.former[1]) if member.former else day


def last_day(member: Member) -> int:
    """The last day on which the member's contact can have been, with what it may be off."""
    if not member.open:
        return member.high + (REACH if member.stance == "ahead" else max(1, member.lasting))
    if member.high != FAR_FUTURE:
        return member.high + 1
    return (member.told if member.told is not None else member.low) + ASKED


def block_keys(member: Member) -> Iterator[tuple[str, str]]:
    """The unordered pairs of sides under which a member is looked up; one side alone stands with itself, a gathering
    with each group and place of its own, an envoy of no state with the sounds of his name, too.
    """
    sides = member.sides[:MANY_SIDES]
    if len(sides) > 1:
        yield from combinations(sides, 2)
    if len(member.sides) == 1 or member.account.kind == "summit":
        yield from (
            (p.actor.id, p.actor.id) for p in member.account.participants if p.actor.type == "organisation"
        )
    yield from name_keys(member)
    if member.gathering:
        yield from ((group, group) for group in sorted(member.groups))
        yield from ((TOWN, town) for town in sorted(towns_of(member)))


def name_keys(member: Member) -> Iterator[tuple[str, str]]:
    """Keys by the first sounds of who stands for no state, or is unknown: one report has him from the UN, another from
    a league, a third says nothing of his state.
    """
    for side, named in member.persons[:MANY_SIDES]:
        if roving := names_elsewhere(side, named):
            sounds = sorted({first_sound(word) for name in roving for word in words_of_name(name)})
            others = [other for other in member.sides[:MANY_SIDES] if other != side]
            yield from ((STRANGE + sound, other) for sound in sounds for other in others)


Key = tuple[str, str]
Keys = dict[int, tuple[Key, ...]]


def candidate_pairs(bundles: Iterable[Bundle]) -> Iterator[tuple[Bundle, Bundle]]:
    """Each pair of bundles worth comparing, once: in the smallest block that both are in, within their
    days.
    """
    blocks, keys = blocks_of(bundles)
    for key in sorted(blocks):
        yield from sweep(key, blocks[key], keys)


def blocks_of(bundles: Iterable[Bundle]) -> tuple[dict[Key, list[Bundle]], Keys]:
    """The bundles of each block, and the blocks of each bundle by its number."""
    blocks: dict[Key, list[Bundle]] = defaultdict(list)
    keys: Keys = {}
    for bundle in bundles:
        keys[bundle.number] = keys_of(bundle)
        for key in keys[bundle.number]:
            blocks[key].append(bundle)
    return blocks, keys


def keys_of(bundle: Bundle) -> tuple[Key, ...]:
    """The blocks that a bundle is in, each once."""
    return tuple(dict.fromkeys(block_keys(bundle.first)))


def sweep(key: Key, block: Sequence[Bundle], keys: Keys) -> Iterator[tuple[Bundle, Bundle]]:
    """The pairs within one block whose days may meet."""
    active: list[Bundle] = []
    for bundle in sorted(block, key=lambda each: (each.early, each.number)):
        active = [other for other in active if other.late >= bundle.early]
        mine = keys[bundle.number]
        for other in active:
            theirs = keys[other.number]
            if len(mine) == 1 or len(theirs) == 1 or key == min(set(mine) & set(theirs)):
                yield other, bundle
        active.append(bundle)
