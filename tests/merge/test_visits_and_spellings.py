"""Whom a visit is paid to parts visits, and how a stranger's name is spelled parts nobody."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest

from communique.merge import merge_accounts
from communique.merge.spellings import is_same
from communique.records import Account, Actor, Place, Reading

SPEC = importlib.util.spec_from_file_location("made", Path(__file__).with_name("made.py"))
assert SPEC is not None and SPEC.loader is not None
made = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(made)
account, day, reading = made.account, made.day, made.reading


def visit(report: str, guest: str, host: str, told: str, **more: object) -> Reading:
    return reading(report, told, account(report, (guest, host), None, kind="visit", status="planned", **more))


def test_a_visit_and_the_one_that_returns_it_are_two() -> None:
    there = visit("a", "vale", "DEU", "2031-05-02")
    back = visit("b", "brandt", "FRA", "2031-05-02")
    assert len(merge_accounts([there, back]).contacts) == 2
    assert len(merge_accounts([there, visit("c", "vale", "DEU", "2031-05-03")]).contacts) == 1


def test_an_account_that_tells_no_host_bridges_no_visits() -> None:
    joint = reading("c", "2031-05-02", account("c", ("vale", "brandt"), None, kind="visit", status="planned"))
    two = [visit("a", "vale", "DEU", "2031-05-02"), visit("b", "brandt", "FRA", "2031-05-02")]
    for order in ([*two, joint], [joint, *two]):
        held = [{a.report for a in c.accounts} for c in merge_accounts(order).contacts]
        assert not any({"a", "b"} <= reports for reports in held)


def test_between_two_persons_the_place_tells_who_was_visited() -> None:
    def between(report: str, place: Place) -> Reading:
        told = account(report, ("vale", "brandt"), day("2031-05-04"), kind="visit", places=(place,))
        return reading(report, "2031-05-04", told)

    in_bonn, in_nice = Place(name="Bonn", state="DEU"), Place(name="Nice", state="FRA")
    assert len(merge_accounts([between("a", in_bonn), between("b", in_nice)]).contacts) == 2
    assert len(merge_accounts([between("a", in_bonn), between("b", in_bonn)]).contacts) == 1


def stranger(told: Account, name: str, title: str) -> Account:
    actor = Actor(id=name, name=title, type="person", office="Foreign Minister", state="DEU", known=False)
    parties = (replace(told.participants[0], actor=actor), told.participants[1])
    return replace(told, participants=parties)


def test_a_stranger_whose_name_is_spelled_in_two_ways_is_one_participant() -> None:
    readings = [
        reading(
            report, "2031-05-04", stranger(account(report, ("lund", "vale"), day("2031-05-04")), name, title)
        )
        for report, name, title in (
            ("a", "yussuf-al-harthi", "Yussuf al-Harthi"),
            ("b", "yusuf-harthy", "Yusuf Harthy"),
            ("c", "yusuf-harthy", "Yusuf Harthy"),
        )
    ]
    (contact,) = merge_accounts(readings).contacts
    assert [p.actor.id for p in contact.participants] == ["ada-vale", "yusuf-harthy"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("~hossein-karimi", "~husain-karimi", True),
        ("~seok-min-choi", "~suk-min-choi", True),
        ("~erdoan-polat", "~erdogan-polat", True),
        ("~harthi", "yusuf-al-harthi", True),
        ("~hassan-karimi", "~hussein-karimi", False),
        ("~ri-yong-ho", "~ri-yong-nam", False),
        ("~lim", "~lim-su-jin", False),
        ("~anna-berg", "~otto-berg", False),
    ],
)
def test_names_are_one_as_they_sound(one: str, other: str, same: bool) -> None:
    assert is_same(one, other) is is_same(other, one) is same


def test_two_whom_the_lexicon_knows_are_two_however_like_their_names() -> None:
    def named(report: str, name: str) -> Reading:
        told = stranger(account(report, ("lund", "vale"), day("2031-05-04")), name, name)
        known = replace(told.participants[0].actor, known=True)
        return reading(
            report,
            "2031-05-04",
            replace(told, participants=(replace(told.participants[0], actor=known), told.participants[1])),
        )

    assert len(merge_accounts([named("a", "jon-berg"), named("b", "john-berg")]).contacts) == 2


def test_an_initial_stands_for_a_given_name_that_begins_with_it() -> None:
    def named(report: str, name: str) -> Reading:
        told = account(report, ("vale", "lund"), day("2031-05-04"), kind="meeting")
        known = replace(told.participants[1].actor, id=name, name=name, known=name == "e-lundqvist")
        both = (told.participants[0], replace(told.participants[1], actor=known))
        return reading(report, "2031-05-04", replace(told, participants=both))

    known, written, other = (
        named(r, n) for r, n in (("a", "e-lundqvist"), ("b", "elsa-lundqvist"), ("c", "ida-lundqvist"))
    )
    assert len(merge_accounts([known, written]).contacts) == 1
    assert len(merge_accounts([known, other]).contacts) == 2


def envoy(report: str, name: str, side: str | None) -> Reading:
    told = account(report, ("vale", "lund"), day("2031-05-04"), kind="meeting")
    actor = Actor(id=name, name=name, type="person", office="envoy", state=side, known=side == "UN")
    return reading(
        report,
        "2031-05-05",
        replace(told, participants=(told.participants[0], replace(told.participants[1], actor=actor))),
    )


def test_an_envoy_is_one_whichever_body_a_report_counts_him_to() -> None:
    told = [
        envoy("a", "idris-barahimi", "UN"),
        envoy("b", "idris-al-barahimi", "ARAB-LEAGUE"),
        envoy("c", "idris-ibarahimi", None),
    ]
    for order in (told, told[::-1]):
        (contact,) = merge_accounts(order).contacts
        assert [p.actor.id for p in contact.participants] == ["ada-vale", "idris-barahimi"]
    assert len(merge_accounts([told[0], envoy("d", "otto-berg", "ARAB-LEAGUE")]).contacts) == 2
