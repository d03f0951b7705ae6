"""A conversation of which no channel is told may be the meeting of its day; a call is none."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from itertools import permutations
from pathlib import Path

from communique.merge import merge_accounts
from communique.records import Place, Reading, Span

SPEC = importlib.util.spec_from_file_location("made", Path(__file__).with_name("made.py"))
assert SPEC is not None and SPEC.loader is not None
made = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(made)
account, day, reading = made.account, made.day, made.reading

COUPLE = ("vale", "brandt")
SUNDAY = day("2031-05-04")


def call_told_as(
    word: str, report: str = "a", when: object = SUNDAY, who: tuple[str, ...] = COUPLE
) -> Reading:
    told = replace(account(report, who, when, "call"), trigger=Span(start=0, end=len(word)))
    return reading(report, "2031-05-05", told, body=f"{word} they did.")


def meeting(report: str = "m", when: object = SUNDAY) -> Reading:
    return reading(report, "2031-05-05", account(report, COUPLE, when, "meeting"))


def kinds(*readings: Reading) -> list[str]:
    return sorted(contact.kind for contact in merge_accounts(readings).contacts)


def test_a_conversation_may_be_the_meeting_of_its_day() -> None:
    assert kinds(call_told_as("Talked"), meeting()) == ["meeting"]
    assert kinds(call_told_as("Called"), meeting()) == ["call", "meeting"]


def test_a_conversation_of_another_day_or_of_states_is_no_meeting() -> None:
    assert kinds(call_told_as("Spoke", when=day("2031-05-02")), meeting()) == ["call", "meeting"]
    assert kinds(call_told_as("Spoke", when=day(None, "2031-05-05")), meeting()) == ["call", "meeting"]
    assert kinds(call_told_as("Spoke", who=("FRA", "DEU")), meeting()) == ["call", "meeting"]


def test_where_they_telephoned_and_met_the_conversation_is_the_call() -> None:
    phoned = reading("p", "2031-05-05", account("p", COUPLE, SUNDAY, "phone_call"))
    for order in permutations((phoned, call_told_as("Spoke"), meeting())):
        contacts = merge_accounts(order).contacts
        assert sorted({a.report for a in c.accounts} for c in contacts if c.kind != "meeting") == [{"a", "p"}]
        assert len(contacts) == 2


def test_talks_of_the_very_persons_are_their_meeting_where_a_report_opens_with_them() -> None:
    inferred = day("2031-05-03", "2031-05-04", basis="inferred")
    place = (Place(name="Nantes", state="FRA"),)
    met = reading("m", "2031-05-05", account("m", COUPLE, SUNDAY, "meeting", places=place))

    def talks(at: int) -> Reading:
        return reading("t", "2031-05-04", account("t", COUPLE, inferred, "talks", at=at))

    assert kinds(talks(0), met) == ["meeting"]
    assert kinds(talks(400), met) == ["meeting", "talks"]
