"""Blocks offer every pair of accounts that the comparison would join: held against comparing all with all."""

from __future__ import annotations

import importlib.util
import random
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from communique.merge.blocks import bundle_members, candidate_pairs
from communique.merge.compare import NEARLY, THRESHOLD, compare
from communique.merge.members import Member, make_members
from communique.records import Account, Actor, Participant, Place, Reading, Span

SPEC = importlib.util.spec_from_file_location("made", Path(__file__).with_name("made.py"))
assert SPEC is not None and SPEC.loader is not None
made = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(made)

GROUPS = tuple(
    Actor(id=name, name=name, type="organisation") for name in ("LAKE-FORUM", "HILL-FORUM", "partners-of-fra")
)
STRANGERS = tuple(
    Actor(id=name, name=name, type="person", known=False) for name in ("lakhdar-salihi", "lakhdar-al-salihi")
)
PLACES = (Place(name="Nantes", state="FRA"), Place(name="Bonn", state="DEU"))
LONG = (("2031-05-01", "2031-05-31"), ("2031-01-01", "2031-12-31"), ("2030-06-01", "2031-06-30"))


def widened(account: Account, dice: random.Random) -> Account:
    """An account with what many_readings leaves out: groups, strangers, long intervals, hours, words of talking."""
    more = [
        Participant(actor=actor, role="party", as_named=actor.name)
        for actor in (*GROUPS, *STRANGERS)
        if dice.random() < 0.12
    ]
    when = account.when
    if dice.random() < 0.2:
        when = made.day(*dice.choice(LONG))
    elif when is not None and dice.random() < 0.3:
        when = replace(when, basis=dice.choice(["inferred", "relative_event"]), time_of_day="morning")
    return replace(
        account,
        when=when,
        participants=(*account.participants, *more)[dice.randint(0, 1) if more else 0 :],
        places=dice.choice([(), PLACES[:1], PLACES[1:], PLACES]),
        trigger=replace(account.trigger, start=dice.choice([0, 400]), end=dice.choice([5, 405])),
    )


def members_of(seed: int) -> list[Member]:
    dice = random.Random(seed)
    readings: list[Reading] = []
    for reading in [*made.many_readings(seed, 26), *made.story(seed + 1)]:
        told = tuple(widened(each, dice) for each in reading.accounts)
        dated = replace(reading.report.dated, date=dice.choice([reading.report.dated.date] * 9 + [None]))
        body = dice.choice(["Spoke they did. ", "The text. "]) + "The rest of the text. " * 30
        told = tuple(replace(each, trigger=fitting(each.trigger)) for each in told)
        readings.append(
            replace(reading, accounts=told, report=replace(reading.report, dated=dated, body=body))
        )
    return make_members(readings)


def fitting(span: Span) -> Span:
    """A span that is not empty."""
    return replace(span, end=max(span.end, span.start + 5))


@pytest.mark.parametrize("seed", range(40))
def test_blocks_offer_every_pair_that_would_be_joined(seed: int) -> None:
    members = members_of(seed)
    bundles = bundle_members(members, frozenset(member.id for member in members))
    offered = {frozenset((a.first.id, b.first.id)) for a, b in candidate_pairs(bundles)}
    wanted = {
        frozenset((a.id, b.id)) for a, b in combinations(members, 2) if compare(a, b).score >= THRESHOLD
    }
    assert wanted, "nothing alike was made"
    assert wanted <= offered


@pytest.mark.parametrize("seed", range(40))
def test_no_pair_is_offered_twice(seed: int) -> None:
    members = members_of(seed)
    bundles = bundle_members(members, frozenset(member.id for member in members))
    pairs = [frozenset((a.first.id, b.first.id)) for a, b in candidate_pairs(bundles)]
    assert len(pairs) == len(set(pairs))
    assert NEARLY < THRESHOLD
