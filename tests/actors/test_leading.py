"""Who "the leader" of a state is: not its premier where a monarch, a president or a party's head leads."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


@pytest.mark.parametrize(
    ("people", "day", "name"),
    [
        ("North Korean", "2023-06-05", "Kim Jong-un"),
        ("Jordanian", "2023-06-05", "King Abdullah II"),
        ("Emirati", "2023-06-05", "Mohamed bin Zayed Al Nahyan"),
        ("Somali", "2023-06-05", "Hassan Sheikh Mohamud"),
        ("Turkish", "2010-06-05", "Recep Tayyip Erdoğan"),
        ("Armenian", "2016-06-05", "Serzh Sargsyan"),
        ("Armenian", "2020-06-05", "Nikol Pashinyan"),
        ("Japanese", "2023-06-05", "Fumio Kishida"),
        ("Libyan", "2008-06-05", "Muammar Gaddafi"),
        ("Togolese", "2018-06-05", "Faure Gnassingbé"),
        ("Greek", "2012-06-05", "Panagiotis Pikrammenos"),
        ("Saudi", "2010-06-05", "Abdullah bin Abdulaziz"),
    ],
)
def test_the_leader_of_a_state(people: str, day: str, name: str):
    assert name in parties(f"The {people} leader met President Joko Widodo in Bali.", day)


@pytest.mark.parametrize("people", ["Polish", "Vietnamese", "Iranian", "Saudi"])
def test_a_leader_who_may_be_two_people_is_neither(people: str):
    named = parties(f"The {people} leader met President Emmanuel Macron in Bali.", "2023-06-05")
    assert sorted(name.startswith("leader of ") for name in named) == [False, True]


@pytest.mark.parametrize(
    ("people", "day"), [("Chinese", "2012-12-05"), ("Emirati", "2018-06-05"), ("Tunisian", "2012-06-05")]
)
def test_a_leader_is_nobody_while_two_lead(people: str, day: str):
    named = parties(f"The {people} leader met President Joko Widodo in Bali.", day)
    assert sum(name.startswith("leader of ") for name in named) == 1


def parties(text: str, day: str) -> list[str]:
    (account,) = read(make_report(Fields(source="x", text=text, date=day)), load_knowledge()).accounts
    return [each.actor.name for each in account.participants if each.actor]


def test_a_bare_family_name_is_the_leaders_and_not_another_officials_of_the_same_name():
    assert "Kim Jong-un" in parties("Kim met Vladimir Putin at the border.", "2023-09-13")


def test_leaders_of_an_organisation_stand_for_it():
    assert parties("Hamas leaders met Egyptian officials in Cairo.", "2025-10-06") == ["Egypt", "Hamas"]
