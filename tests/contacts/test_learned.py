"""What the trained model adds: contacts of two that no cue tells of, and none where one only judges the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.contacts.learned import load_model
from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]
DAY = "2019-05-08"
# A first sentence with a cue: without any a report is not parsed at all.
OPENING = "Mark Rutte met Sebastian Kurz on Monday. "

TOLD = [
    ("Angela Merkel showed Emmanuel Macron round the garden in Berlin on Tuesday.", "meeting"),
    ("Vladimir Putin and Xi Jinping spent an hour in the gardens together in Moscow on Tuesday.", "meeting"),
    ("Shinzo Abe spent forty minutes with Narendra Modi in Tokyo on Tuesday.", "meeting"),
]
SILENT = [
    "Angela Merkel praised Emmanuel Macron on Tuesday.",
    "Vladimir Putin mocked Theresa May at a rally on Tuesday.",
    "Shinzo Abe has outlasted Theresa May.",
    "Donald Trump tweeted that Justin Trudeau had been weak.",
]


def beyond_opening(accounts: tuple[Account, ...]) -> list[Account]:
    return [each for each in accounts if each.evidence.start > 0]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_two_who_do_something_together_have_met(accounts_of: ReadText, text: str, kind: str) -> None:
    found = beyond_opening(accounts_of(OPENING + text, DAY))
    assert [(each.kind, each.status) for each in found] == [(kind, "held")]


@pytest.mark.parametrize("text", SILENT)
def test_who_judges_another_from_afar_has_not(accounts_of: ReadText, text: str) -> None:
    assert beyond_opening(accounts_of(OPENING + text, DAY)) == []


def test_the_rules_come_first(accounts_of: ReadText) -> None:
    text = "Angela Merkel phoned Emmanuel Macron on Monday. Merkel took Macron through the list."
    assert [each.kind for each in accounts_of(text, DAY)] == ["phone_call"]


def test_the_weights_are_those_of_a_model_that_doubts() -> None:
    model = load_model()
    assert 0.5 < model.threshold < 1
    assert model.weights["joint judging"] < 0 < model.weights["length of time"]
