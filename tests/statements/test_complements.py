"""What reporting verbs take, and the plain sentences that go on with somebody's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., tuple[Any, ...]]

TOLD = [
    ("The warden asked visitors not to feed the goats.", "warden", "asks", "not to feed the goats"),
    ("The consul entreated the crew not to sail.", "consul", "asks", "not to sail"),
    ("The treasurer proposed selling the old hall.", "treasurer", "asserts", "selling the old hall"),
    ("The cashier admitted burning the receipts.", "cashier", "asserts", "burning the receipts"),
    ("The cook acknowledged having burnt the soup.", "cook", "asserts", "having burnt the soup"),
    ("The broker committed to repaying every client.", "broker", "promises", "repaying every client"),
    ("The pilot warned of fog.", "pilot", "asserts", "fog"),
    ("The archivist cast doubt on the letter.", "archivist", "asserts", "the letter"),
    ("The ferryman, asked about the wreck, said the lamp was out.", "ferryman", "asserts", "the lamp was out"),
    ("The gates will stay shut, the guard shouted through a hole.", "guard", "asserts", "The gates will stay shut"),
    ("The cook confessed to watering the soup.", "cook", "asserts", "watering the soup"),
    ("The vicar inquired about the missing bell.", "vicar", "asks", "the missing bell"),
    ("The senator castigated the bank for its fees.", "senator", "asserts", "the bank for its fees"),
    ("The widow held the ferry line responsible for the wreck.", "widow", "asserts", "the ferry line responsible for the wreck"),
    ("The colonel let the village know that the bridge was mined.", "colonel", "asserts", "the bridge was mined"),
    ("The barrister prayed for an adjournment of a week.", "barrister", "asks", "an adjournment of a week"),
    ("The councillor's aides swatted down rumours of a quarrel.", "councillor's aides", "denies", "rumours of a quarrel"),
    ("The residents want the council to mend the dyke.", "residents", "asks", "the council to mend the dyke"),
    ("The judge called him a danger to his neighbours.", "judge", "asserts", "him a danger to his neighbours"),
    ("Whatever the weather, the regatta will start, the harbour master told the crews.", "harbour master", "asserts", "Whatever the weather, the regatta will start"),
    ("The mine has no debts, its manager insisted last night after the miners met.", "its manager", "denies", "The mine has no debts"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "polarity", "words"), TOLD, ids=[told[0][:40] for told in TOLD])
def test_what_a_verb_takes(read: Read, text: str, speaker: str, polarity: str, words: str) -> None:
    (statement,) = read(text)
    assert statement.speaker.name.removeprefix("The ").removeprefix("the ") == speaker
    assert (statement.polarity, statement.text) == (polarity, words)


@pytest.mark.parametrize(
    "text",
    [
        "The child wants to play with the boat.",
        "The nurse held the door for the patients.",
        "The boy let the dog know the garden.",
        "The guards searched the hall.",
    ],
)
def test_what_nobody_says(read: Read, text: str) -> None:
    assert read(text) == ()


GOES_ON = [
    ("The pier will be shut until June, the harbour master, Ada Brask, explained.", "It had never been built for lorries."),
    ("The clerk, Ada Brask, said she had asked for pumps since 2002.", "Nobody had listened."),
    ("The surveyor, Ada Brask, told the town that the wall was cracked.", "The second wall was sound."),
    ("The secretary, Ada Brask, said that nobody had sold the paintings.", "There was no secret buyer."),
    ("There was no mutiny, captain Ada Brask said.", "The rowers only wanted to be heard."),
    ("The bursar, Ada Brask, said the roof was safe.", "The money was there, and the choir would have its hall."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "behind"), GOES_ON, ids=[behind for _, behind in GOES_ON])
def test_a_sentence_goes_on_with_what_was_said(read: Read, before: str, behind: str) -> None:
    first, second = read(f"{before} {behind}")
    assert second.text == behind.rstrip(".")
    assert second.speaker.name == first.speaker.name == "Ada Brask"
    assert second.cue is None


@pytest.mark.parametrize(
    "behind",
    [
        "The meeting lasted an hour.",
        "It was her first visit to the island.",
        "There was no comment from the bank.",
        "She had arrived on Tuesday.",
        "The attack was the third this week.",
        "The ship had left the port on Monday.",
        "It was not immediately clear who would pay.",
        "Her sister was with her.",
        "The harbour was built in 1904.",
    ],
)
def test_what_is_narrated_behind_somebodys_words(read: Read, behind: str) -> None:
    assert len(read(f"The mayor, Ada Brask, said the wall was cracked. {behind}")) == 1
