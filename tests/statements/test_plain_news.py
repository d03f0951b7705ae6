"""How plain news attributes: plans and questions that say nothing, clauses to their end, speakers in all their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., tuple[Any, ...]]

TOLD = [
    ("The guard said he locked the gate and nobody came back.", "guard", "asserts", "he locked the gate and nobody came back"),
    ("The miller said at the time it expected prices this year to rise.", "miller", "asserts", "it expected prices this year to rise"),
    ("The carters accused guards in the walled town of hiding grain.", "carters", "asserts", "hiding grain"),
    ("Farmers called for Weber to pay the bill.", "Farmers", "asks", "Weber to pay the bill"),
    ("The union insisted that the foreman be sacked.", "union", "asks", "the foreman be sacked"),
    ("The treasurer pleaded not guilty to theft.", "treasurer", "denies", "theft"),
    ("The ferry did not leave early, a company spokesman said.", "a company spokesman", "denies", "The ferry did not leave early"),
    ("The police did not fire on the boat, a police spokesman said.", "a police spokesman", "denies", "The police did not fire on the boat"),
    ("Villagers were told to boil water.", None, "asks", "boil water"),
    ("The skipper is believed to have drowned.", None, "asserts", "have drowned"),
    ("Growers have denied the charges.", "Growers", "denies", "the charges"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "polarity", "words"), TOLD, ids=[told[0][:40] for told in TOLD])
def test_who_did_what_with_words(
    read: Read, text: str, speaker: str | None, polarity: str, words: str
) -> None:
    (statement,) = read(text)
    assert (statement.speaker and statement.speaker.name) == speaker
    assert (statement.polarity, statement.text) == (polarity, words)


@pytest.mark.parametrize(
    "text",
    [
        "The board will announce the name in May.",
        "The mayor never asked the clerk to leave.",
        "The miller wanted the bank to say whether it will pay.",
    ],
)
def test_what_nobody_has_said_yet(read: Read, text: str) -> None:
    assert read(text) == ()


def test_two_who_speak_side_by_side_keep_their_own(read: Read) -> None:
    first, second = read(
        "An aide told the court that the seal was real, while a clerk from the archive said it was forged."
    )
    assert (first.speaker.name, first.text) == ("An aide", "the seal was real")
    assert (second.speaker.text, second.text) == ("a clerk from the archive", "it was forged")


def test_a_speaker_in_all_its_words(read: Read) -> None:
    (statement,) = read("The chairman, Dmytro Hale, said the mill would close.")
    assert (statement.speaker.name, statement.speaker.text) == ("Dmytro Hale", "The chairman, Dmytro Hale")


def test_a_pronoun_in_a_fronted_clause_means_who_speaks_behind_it(read: Read) -> None:
    statements = read("When he announced the sale in spring, Roth said it would be short.")
    assert {s.speaker.name for s in statements} == {"Roth"}


WHOLE = [
    ("The mint might raise its fees, Governor Lena Hall said, deepening fears that the market will close.", "Lena Hall", "The mint might raise its fees"),
    ("The carter told the miller that the guilds will contest the count and denounce what they call fraud.", "carter", "the guilds will contest the count and denounce what they call fraud"),
    ("Peter Sandor, head of the Danube Water Trust said they had found a leak.", "Peter Sandor", "they had found a leak"),
    ("The bishop pleaded with the gunmen to free the girls.", "bishop", "free the girls"),
    ("Ann Field said the harm from the new mine, called Deepwell, has been greater than the town feared.", "Ann Field", "the harm from the new mine, called Deepwell, has been greater than the town feared"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), WHOLE, ids=[told[0][:40] for told in WHOLE])
def test_clause_whole_and_from_its_own_speaker(read: Read, text: str, speaker: str, words: str) -> None:
    (statement,) = read(text)
    assert (statement.speaker and statement.speaker.name, statement.text) == (speaker, words)


def test_clause_behind_a_notice_goes_on(read: Read) -> None:
    found = read(
        "Shops would stay open, the chamber of commerce said in a notice, and prices would not rise."
    )
    assert [s.text for s in found] == [
        "Shops would stay open, the chamber of commerce said in a notice, and prices would not rise"
    ]
    assert {s.speaker.name for s in found} == {"chamber of commerce"}
