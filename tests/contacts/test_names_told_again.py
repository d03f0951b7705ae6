"""Whoever a report names in full is the same person by the family name alone, however rare or strangely spelled."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterable, Iterator

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.knowledge.entries import Person, Tenure
from communique.reading import read_many
from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]

ENOUGH = 0.95  # of the persons of the lexicon


def told(accounts: Iterable[Account]) -> list[tuple[str, tuple[str, ...]]]:
    """Kind and ids of the parties of each contact."""
    return [(account.kind, tuple(sorted(p.actor.id for p in account.participants))) for account in accounts]


def named(account: Account) -> list[tuple[str, str | None]]:
    """Names and states of the parties of a contact."""
    return sorted((p.actor.name, p.actor.state) for p in account.participants)


@pytest.mark.parametrize(
    ("name", "alone", "date", "person"),
    [
        ("Foreign Minister Zbigniew Rau of Poland", "Rau", "2021-05-05", "zbigniew-rau"),
        ("President Josefa Iloilo of Fiji", "Iloilo", "2003-09-05", "josefa-iloilo"),
        ("South Korean President Yoon Suk-yeol", "Yoon", "2022-09-05", "yoon-suk-yeol"),
        ("Ukrainian President Viktor Yanukovich", "Yanukovich", "2012-02-21", "viktor-yanukovych"),
        ("Armenian President Serzh Sarkisyan", "Sarkisyan", "2010-05-05", "serzh-sargsyan"),
        ("President Musa Bihi Abdi of Somaliland", "Abdi", "2020-05-05", "muse-bihi-abdi"),
        ("Foreign Minister Yusuf Garaad Omar of Somalia", "Omar", "2017-05-15", "yusuf-garaad"),
        ("President Omer Al-Bashir of Sudan", "Al-Bashir", "2012-05-15", "omar-al-bashir"),
    ],
)
def test_a_family_name_alone_is_whom_the_report_named_in_full(
    accounts_of: ReadText, name: str, alone: str, date: str, person: str
) -> None:
    text = f"{name} said talks would go on. {alone} phoned Alexander Lukashenko on Tuesday, an official said."
    assert told(accounts_of(text, date)) == [("phone_call", tuple(sorted((person, "alexander-lukashenko"))))]


def test_names_behind_a_semicolon_are_a_list(accounts_of: ReadText) -> None:
    text = (
        "US President Donald Trump, sworn in last week, also spoke by phone with Japanese Prime Minister Shinzo Abe; "
        "German Chancellor Angela Merkel and French President Francois Hollande."
    )
    assert {parties for _, parties in told(accounts_of(text, "2017-01-28"))} == {
        ("donald-trump", "shinzo-abe"),
        ("angela-merkel", "donald-trump"),
        ("donald-trump", "francois-hollande"),
    }


def drawn(number: int) -> Iterator[tuple[Person, Tenure]]:
    """Persons of the lexicon by lot, each with an office held for a state in this century."""
    knowledge = load_knowledge()
    held = {t.person: t for t in knowledge.tenures if t.of in knowledge.states and t.first_day() > "2000-02"}
    chosen = random.Random(7).sample(sorted(held), number)
    for person in chosen:
        if " " in knowledge.persons[person].name and knowledge.persons[person].family:
            yield knowledge.persons[person], held[person]


def test_nearly_everybody_in_the_lexicon_is_known_again_by_the_family_name() -> None:
    knowledge, reports, expected = load_knowledge(), [], []
    for person, tenure in drawn(300):
        other = "Alexander Lukashenko" if tenure.of != "BLR" else "Vladimir Putin"
        day = datetime.date.fromisoformat(tenure.first_day()[:7] + "-01") + datetime.timedelta(40)
        title = knowledge.offices[tenure.office].shown(tenure.of)
        text = (
            f"{title} {person.name} of {knowledge.states[tenure.of].name} said talks would go on. "
            f"{person.family[0]} phoned {other} on Tuesday, an official said."
        )
        reports.append(make_report(Fields(source=person.id, text=text, date=day.isoformat())))
        expected.append(person.id)
    right = sum(
        any(person == p.actor.id for account in reading.accounts for p in account.participants)
        for person, reading in zip(expected, read_many(reports, knowledge), strict=True)
    )
    assert right / len(expected) >= ENOUGH, f"{right} of {len(expected)}"


STRANGERS = [
    "Vikas Šeflovič",
    "Łukasz Ćwirko",
    "Şükrü Yılgan",
    "Đorđe Žikanov",
    "Ștefan Țurlea",
    "Jānis Ķirsons",
]


@pytest.mark.parametrize("name", STRANGERS)
@pytest.mark.parametrize(
    "text",
    [
        "Zambian Trade Minister {name} met Finnish President Alexander Stubb in Geneva on Tuesday.",
        "Zambia's trade minister, {name}, met Finnish President Alexander Stubb in Geneva on Tuesday.",
        "{name}, the Zambian trade minister, met Finnish President Alexander Stubb in Geneva on Tuesday.",
        "Zambian Trade Minister {name} spoke. Finnish President Alexander Stubb received {last} on Tuesday.",
    ],
)
def test_a_stranger_is_named_whatever_letter_the_name_begins_with(
    accounts_of: ReadText, text: str, name: str
) -> None:
    filled = text.format(name=name, last=name.rsplit(maxsplit=1)[-1])
    (account,) = accounts_of(filled, "2024-05-15")
    assert named(account) == sorted([("Alexander Stubb", "FIN"), (name, "ZMB")])


AGAIN = [
    ("Zambia's trade minister, Tshering Dorlan, spoke. On Tuesday Dorlan phoned {other}.", "Tshering Dorlan"),
    ("Zambian Trade Minister Zhao Wenqing spoke. Zhao phoned {other} on Tuesday.", "Zhao Wenqing"),
    ("Zambian Trade Minister Park Chul-ho spoke. Park phoned {other} on Tuesday.", "Park Chul-ho"),
    ("Zambian Trade Minister Haile Gebrewold spoke. Haile phoned {other} on Tuesday.", "Haile Gebrewold"),
    ("Zambian Trade Minister Ngozi Adeyi-Bello spoke. Adeyi-Bello phoned {other}.", "Ngozi Adeyi-Bello"),
    ("Jean-Baptiste Mokonda, the Zambian trade minister, phoned {other}.", "Jean-Baptiste Mokonda"),
    ("Anders van der Wolde, the Zambian trade minister, phoned {other}.", "Anders van der Wolde"),
    ("Zambian Trade Minister Ana de los Ríos Quispe phoned {other}.", "Ana de los Ríos Quispe"),
]


@pytest.mark.parametrize(("text", "name"), AGAIN)
def test_a_stranger_is_known_again_by_the_part_that_stands_for_him(
    accounts_of: ReadText, text: str, name: str
) -> None:
    (account,) = accounts_of(text.format(other="Finnish President Alexander Stubb"), "2024-05-15")
    assert named(account) == sorted([("Alexander Stubb", "FIN"), (name, "ZMB")])
