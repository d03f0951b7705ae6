"""Contacts of people without names: officers, experts and commissions of states, "the two countries", what talks involve."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]
DAY = "2023-09-14"

PEOPLE = [
    ("Police officers from Peru and Chile met on Monday in Arica.", "held", "CHL PER"),
    ("Experts from Laos, Vietnam and Thailand held talks in Vientiane on Monday.", "held", "LAO THA VNM"),
    ("The commanders of the Greek and Turkish navies met in Izmir on Friday.", "held", "GRC TUR"),
    ("The chiefs of staff of Armenia and Georgia met in Tbilisi on Friday.", "held", "ARM GEO"),
    ("Diplomats representing Angola and Zambia met in Lusaka on Friday.", "held", "AGO ZMB"),
    ("African Union monitors met army officers from Chad and Sudan on Monday.", "held", "AU SDN TCD"),
    (
        "The heads of the intelligence services of Jordan and Egypt will meet on Friday.",
        "planned",
        "EGY JOR",
    ),
]
MADE_UP = [
    ("Talks involving Iran, Iraq and Turkey were held in Baghdad on Monday.", "held", "IRN IRQ TUR"),
    ("The talks in Baghdad on Monday involved officials from Iran and Turkey.", "held", "IRN TUR"),
    ("A meeting including officials from Peru and Chile opened in Lima on Tuesday.", "held", "CHL PER"),
]
BOTH = [
    (
        "Chadian and Malian troops exchanged fire on Sunday. The two countries held talks in Niamey on Monday.",
        "held",
        "MLI TCD",
    ),
    (
        "Omani and Yemeni troops clashed on Friday. Officials of both countries met in Muscat on Sunday.",
        "held",
        "OMN YEM",
    ),
]


@pytest.mark.parametrize(("text", "status", "parties"), [*PEOPLE, *MADE_UP, *BOTH])
def test_people_without_names_deal_for_their_states(
    accounts_of: ReadText, text: str, status: str, parties: str
) -> None:
    """Each sentence tells of one contact of those states."""
    told = [(a.status, " ".join(sorted(p.actor.id for p in a.participants))) for a in accounts_of(text, DAY)]
    assert told == [(status, parties)]


def test_two_whom_nobody_joined_are_nobody(accounts_of: ReadText) -> None:
    """ "Those two nations" and two sides that were not named together deal with nobody."""
    text = "Chad sent troops on Sunday. A week later Mali closed its schools. Those two nations met nobody on Monday."
    assert not accounts_of(text, DAY)


def test_another_round_is_of_all_who_met_before(accounts_of: ReadText) -> None:
    """The second round is of the same three."""
    text = (
        "Officials from Kenya, Uganda and Rwanda held talks in Nairobi on Monday. "
        "A second round will be held in Kampala on October 3."
    )
    first, second = accounts_of(text, DAY)
    assert {p.actor.id for p in first.participants} == {p.actor.id for p in second.participants}
    assert (second.status, second.when and second.when.start) == ("planned", "2023-10-03")


def test_each_officer_is_of_the_state_before_his_name(accounts_of: ReadText) -> None:
    """The state before a rank is that of the bearer, whatever stands before "and"."""
    text = "India's Lt Gen Ed Roe and Pakistan's Maj Gen Ali Mirza spoke by telephone on Monday."
    (call,) = accounts_of(text, DAY)
    assert {p.actor.id: p.actor.state for p in call.participants} == {"ed-roe": "IND", "ali-mirza": "PAK"}


def test_commissions_and_lists_of_names_with_their_states_are_all_there(accounts_of: ReadText) -> None:
    """Bodies deal for their states, and each "of" closes one name of a list."""
    (meeting,) = accounts_of(
        "The next meeting of the government commissions of Kenya and Uganda will take place on October 3.",
        DAY,
    )
    assert {p.actor.id for p in meeting.participants} == {"KEN", "UGA"}
    text = "Presidents Slobodan Milosevic of Serbia, Alija Izetbegovic of Bosnia and Franjo Tudjman of Croatia met in Geneva on Friday."
    (summit,) = accounts_of(text, "1995-11-02")
    assert [p.actor.state for p in summit.participants] == ["BIH", "HRV", "SRB"]


@pytest.mark.parametrize(
    "words",
    ["is scheduled to be held on September 28", "is expected to take place on September 28"],
)
def test_what_is_planned_to_be_done_dates_the_contact(accounts_of: ReadText, words: str) -> None:
    """The day stands with what a meeting is planned to do."""
    (meeting,) = accounts_of(f"A meeting between the presidents of Oman and Yemen {words}.", DAY)
    assert (meeting.status, meeting.when and meeting.when.start) == ("planned", "2023-09-28")


def test_a_contact_that_only_dates_another_is_not_the_one_before(accounts_of: ReadText) -> None:
    """The next meeting is of the officials, and not of the two after whose meeting it was agreed."""
    text = (
        "Delegates from Oman and Yemen met in Salalah on Tuesday for technical talks. The talks were planned "
        "after a meeting between President Joko Widodo and Antonio Guterres. "
        "The next meeting is scheduled for September 28."
    )
    told = {tuple(sorted(p.actor.id for p in a.participants)): a for a in accounts_of(text, DAY)}
    late = [a for a in accounts_of(text, DAY) if a.status == "planned"]
    assert [{p.actor.id for p in a.participants} for a in late] == [{"OMN", "YEM"}]
    assert ("antonio-guterres", "joko-widodo") in told


def test_a_bare_infinitive_goes_on_with_what_is_planned(accounts_of: ReadText) -> None:
    """ "Is set to call on one, and meet another" tells of no meeting held."""
    text = "Lavrov is scheduled to attend a forum, and meet with Turkish Foreign Minister Hakan Fidan."
    (meeting,) = accounts_of(text, DAY)
    assert meeting.status == "planned"


OFFICERS = [
    (
        (
            "The Omani foreign ministry's director-general for Asian affairs Salim Harbi sat down for 90 minutes "
            "with his Yemeni counterpart, Ali Mirza, in Muscat on Friday."
        ),
        {"salim-harbi": "OMN", "ali-mirza": "YEM"},
    ),
]


@pytest.mark.parametrize(("text", "states"), OFFICERS)
def test_officers_of_middle_rank_are_of_whom_they_serve(
    accounts_of: ReadText, text: str, states: dict[str, str | None]
) -> None:
    """The owner of an office and a counterpart's adjective say whose the bearer is."""
    (meeting,) = accounts_of(text, DAY)
    assert {p.actor.id: p.actor.state for p in meeting.participants} == states


def test_one_leader_alone_is_not_taken_for_the_state(accounts_of: ReadText) -> None:
    """Who he is the report says elsewhere, or nowhere."""
    text = "The telephone talk of the head of the Latvian state with Estonian President Alar Karis took place on Monday."
    assert not [a for a in accounts_of(text, DAY) if "LVA" in {p.actor.id for p in a.participants}]
