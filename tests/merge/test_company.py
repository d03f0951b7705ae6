"""Who else was there: two ministers of each side are no meeting of one of each, and a third no meeting of two."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from itertools import permutations
from pathlib import Path

from communique.merge import merge_accounts
from communique.records import Actor, Participant, Reading, Span, When

SPEC = importlib.util.spec_from_file_location("made", Path(__file__).with_name("made.py"))
assert SPEC is not None and SPEC.loader is not None
made = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(made)
account, day, reading = made.account, made.day, made.reading

SATURDAY = day("2031-05-03")
NEWS = day("2031-05-03", "2031-05-04", basis="inferred")


def office_holder(name: str, office: str, state: str) -> Participant:
    actor = Actor(id=name, name=name, type="person", office=office, office_id=office, state=state)
    return Participant(actor=actor, role="party", as_named=name)


LUND, ROTH = (
    office_holder("lund", "foreign_minister", "DEU"),
    office_holder("roth", "defence_minister", "DEU"),
)
MORI, SATO = (
    office_holder("mori", "foreign_minister", "JPN"),
    office_holder("sato", "defence_minister", "JPN"),
)
HEAD = office_holder("abe", "prime_minister", "JPN")
CHIEF = office_holder("otto", "head_of_government", "DEU")
DURAND = office_holder("durand", "foreign_minister", "FRA")


def met(report: str, *who: Participant, when: When = SATURDAY) -> Reading:
    told = replace(account(report, (), when, "meeting"), participants=who)
    return reading(report, "2031-05-04", told)


def count(*readings: Reading) -> int:
    return len(merge_accounts(readings).contacts)


def test_two_ministers_of_each_side_met_apart_from_one_of_each() -> None:
    four = met("a", LUND, ROTH, MORI, SATO)
    assert count(four, met("b", LUND, MORI)) == 2
    assert count(four, met("b", LUND, ROTH, MORI, SATO)) == 1


def test_a_leader_with_his_minister_may_be_told_of_alone() -> None:
    assert count(met("a", CHIEF, LUND, HEAD, MORI), met("b", CHIEF, HEAD)) == 1


def test_an_inferred_day_alone_does_not_make_a_meeting_of_two_one_of_three() -> None:
    inferred = day("2031-05-03", "2031-05-04", basis="inferred")
    assert count(met("a", LUND, MORI, DURAND), met("b", LUND, MORI, when=inferred)) == 2
    assert count(met("a", LUND, MORI, DURAND), met("b", LUND, MORI)) == 1


def told_twice(report: str, second: str, *, apart: bool = False) -> Reading:
    """A report that tells of two in its first sentence, and of two or three in the second."""
    body = "Lund saw Mori. She also met both." if apart else "Lund saw Mori. There she met both."
    pair = replace(
        account(report, (), SATURDAY, "meeting"), participants=(LUND, MORI), evidence=Span(start=0, end=14)
    )
    more = replace(
        account(report, (), day(second), "meeting", at=23),
        participants=(LUND, MORI, DURAND),
        evidence=Span(start=15, end=len(body)),
    )
    return reading(report, "2031-05-04", pair, more, body=body)


def test_what_one_report_tells_of_two_and_of_three_brings_the_tellings_of_both_together() -> None:
    pair, three = met("b", LUND, MORI, when=NEWS), met("c", DURAND, LUND, MORI)
    assert count(pair, three) == 2
    for order in permutations((told_twice("a", "2031-05-03"), pair, three)):
        (contact,) = merge_accounts(order).contacts
        assert len(contact.accounts) == 4


def test_two_and_three_of_one_report_stay_two_where_it_sets_them_apart_or_days_do() -> None:
    assert count(told_twice("a", "2031-05-03", apart=True)) == 2
    assert count(told_twice("a", "2031-05-01")) == 2


def test_two_who_are_told_to_have_met_by_themselves_are_no_meeting_of_three() -> None:
    three = met("c", DURAND, LUND, MORI)
    alone = replace(
        account("b", (), SATURDAY, "meeting"), participants=(LUND, MORI), evidence=Span(start=0, end=40)
    )
    assert (
        count(three, reading("b", "2031-05-04", alone, body="Lund met Mori in Oslo for talks, he said.")) == 1
    )
    assert (
        count(three, reading("b", "2031-05-04", alone, body="Lund met Mori there for bilateral talks.")) == 2
    )
