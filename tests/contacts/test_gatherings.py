"""Gatherings of many: a state's partners, a region's leaders, a coalition, with the place, the day and the host told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from communique.contacts.assemblies import around, regions
from communique.knowledge.load import LEXICON, read_toml
from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]
Told = tuple[str, str, list[str]]


def told(accounts: tuple[Account, ...]) -> list[Told]:
    return [(a.kind, a.status, sorted(p.actor.id for p in a.participants)) for a in accounts]


EXAMPLES = [
    row["example"]
    for key in ("around", "region")
    for row in read_toml(LEXICON / "gatherings.toml")[key]
    if "example" in row
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_of_the_lexicon_is_a_gathering_of_its_group(accounts_of: ReadText, example: str) -> None:
    [account] = accounts_of(example, "2025-03-06")
    [group] = account.participants
    assert group.actor.type == "organisation"
    assert group.actor.id.islower()
    assert account.status == "held"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ministers of the neighbours of Moldova met in Vienna on Tuesday.",
            [("meeting", "held", ["neighbours-of-mda"])],
        ),
        (
            "As the Haiti coalition meets in Kingston, its capital empties.",
            [("meeting", "held", ["partners-of-hti"])],
        ),
        (
            "William Ruto hosts Somalia and allies to settle its debts.",
            [("meeting", "held", ["SOM", "partners-of-som", "william-ruto"])],
        ),
        (
            "The Lublin Triangle, a group of Moldova's neighbours who met in Vilnius on Tuesday, promised grain.",
            [("meeting", "held", ["LUBLIN-TRIANGLE"])],
        ),
        (
            "President Maia Sandu will take part in a meeting of the Lublin Triangle allies in Vilnius.",
            [("meeting", "planned", ["LUBLIN-TRIANGLE", "maia-sandu"])],
        ),
        (
            (
                "It came after a summit hosted by the Kenyan president, William Ruto, and attended by leaders of the "
                "states that make up the African Union."
            ),
            [("summit", "held", ["AU", "william-ruto"])],
        ),
        (
            "Sudan's neighbours meet in Cairo. They say that Sudan's neighbours will meet later today in Cairo.",
            [("meeting", "planned", ["neighbours-of-sdn"])],
        ),
    ],
)
def test_a_gathering_has_its_group_and_who_is_told(
    accounts_of: ReadText, text: str, expected: list[Told]
) -> None:
    assert told(accounts_of(text, "2025-03-06")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "European leaders want peace, and Moldova's allies have promised grain.",
        "Western allies agreed in March that Romania should send buses to Moldova.",
        "Donald Trump's allies met in Florida on Monday to plan his campaign against Canada.",
        "Moldova's neighbours meet the criteria for loans.",
    ],
)
def test_what_is_no_gathering_of_states_tells_of_none(accounts_of: ReadText, text: str) -> None:
    assert accounts_of(text, "2025-03-06") == ()


def test_those_who_will_talk_beside_a_planned_gathering_are_at_it(accounts_of: ReadText) -> None:
    [account] = accounts_of(
        "Lublin Triangle to discuss grain for Moldova in Vilnius. Maia Sandu will talk with leaders including Donald "
        "Tusk, Gitanas Nauseda and Olaf Scholz.",
        "2024-03-05",
    )
    assert account.kind == "meeting"
    assert {p.actor.id for p in account.participants} == {
        "LUBLIN-TRIANGLE",
        "maia-sandu",
        "donald-tusk",
        "gitanas-nauseda",
        "olaf-scholz",
    }


def test_a_headline_in_the_present_of_what_is_still_ahead_is_a_plan(accounts_of: ReadText) -> None:
    accounts = accounts_of(
        "Merkel meets Macron in Berlin. Angela Merkel will meet Emmanuel Macron later today to discuss the budget.",
        "2020-03-06",
    )
    assert told(accounts) == [("meeting", "planned", ["angela-merkel", "emmanuel-macron"])]


def test_no_two_entries_of_the_lexicon_share_a_word() -> None:
    raw: dict[str, Any] = read_toml(LEXICON / "gatherings.toml")
    assert sum(len(row.get(key, ())) for row in raw["around"] for key in ("words", "plain")) == len(around())
    assert sum(len(row["words"]) for row in raw["region"]) == len(regions())
