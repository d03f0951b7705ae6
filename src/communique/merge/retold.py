"""What one report tells twice, with one more in the room: "Moi meets Obote and Nyerere", "Moi saw Obote on Sunday".

A report that tells twice of some of the same persons on one day tells of one contact, unless it sets the second apart:
"then met Obote alone". So what others tell of the two and what others tell of the three come together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import combinations

from communique.knowledge.load import LEXICON, read_toml
from communique.merge.members import GATHERED, Member
from communique.merge.spellings import is_one_name

TWO = 2  # sides
LONGEST = 2  # days that the news may come after what it tells of
NEAR = 24  # code points around a word that tells of a contact: the adverbs and adjectives on it
CLAUSE = 80  # code points around it: what else its clause says
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def retold_in(members: Iterable[Member]) -> frozenset[str]:
    """The ids of all accounts that their report tells again."""
    first: dict[str, Member] = {}
    several: dict[str, list[Member]] = {}
    for member in members:
        if member.stance == "done" and len(member.sides) > 1:
            known = first.setdefault(member.account.report, member)
            if known is not member:
                several.setdefault(member.account.report, [known]).append(member)
    pairs = (pair for told in several.values() for pair in combinations(told, 2))
    return frozenset(member.id for pair in pairs if is_retold(*pair) for member in pair)


def is_retold(one: Member, other: Member) -> bool:
    """Whether two accounts of one report are of one contact, though one names more."""
    if one.account.report != other.account.report:
        return False
    if one.persons == other.persons and (one.account.layer == "headline") == (
        other.account.layer == "headline"
    ):
        return False  # "met in the morning and again in the evening"; but a title tells what the text tells
    few, many = sorted(
        (one, other), key=lambda each: (len(each.sides), len(each.account.participants), each.id)
    )
    if few.stance != "done" or many.stance != "done" or few.account.evidence == many.account.evidence:
        return False
    alike = few.medium == many.medium == "visit" or {few.medium, many.medium} <= GATHERED
    return alike and is_of_them(few, many) and on_one_day(few, many) and not (is_apart(few) or is_apart(many))


def is_of_them(few: Member, many: Member) -> bool:
    """Whether all sides of one are among the two or three of the other, each with somebody who is named in both, or nobody."""
    if many.gathering or not set(few.sides) <= set(many.sides):
        return False  # of many who gathered, two may well have met by themselves
    more = dict(many.persons)
    return all(is_one_name(named, more[side]) if named else not more[side] for side, named in few.persons)


def on_one_day(one: Member, other: Member) -> bool:
    """Whether both tell few days, and at least one that is the same; a day that only stands for that of the news may be
    later than the one that is told.
    """
    if one.rough or other.rough:
        return False
    if one.low <= other.high and other.low <= one.high:
        return True
    if one.inferred == other.inferred:
        return False
    news, told = (one, other) if one.inferred else (other, one)
    return 0 < news.low - told.high <= LONGEST


def is_apart(member: Member) -> bool:
    """Whether a word on what tells of a contact sets it beside another one: "also met", "separate talks"."""
    return not words_around(member).isdisjoint(setting_apart())


def is_of_two_alone(member: Member) -> bool:
    """Whether an account says that two met by themselves: "bilateral talks", "met one-on-one"."""
    return len(member.sides) == TWO and not words_around(member, CLAUSE).isdisjoint(said_of_two())


def words_around(member: Member, near: int = NEAR) -> set[str]:
    """The words beside the one that tells of a contact, in its sentence."""
    body, trigger, evidence = member.report.body, member.account.trigger, member.account.evidence
    around = body[max(evidence.start, trigger.start - near) : min(evidence.end, trigger.end + near)]
    return set(WORD.findall(around.lower()))


@cache
def setting_apart() -> frozenset[str]:
    """Words that make a contact another one than that just told of."""
    return listed("beside", "apart", "another", "two_sided", "in_turn")


@cache
def said_of_two() -> frozenset[str]:
    """Words that say that nobody else was there."""
    return listed("of_two")


def listed(*names: str) -> frozenset[str]:
    """The words of some lists of the lexicon."""
    words = read_toml(LEXICON / "contacts.toml")["words"]
    return frozenset(word for name in names for word in words[name])
