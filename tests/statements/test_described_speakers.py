"""Speakers who are described by somebody else, and contacts that are told in passing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., tuple[Any, ...]]
ReadAll = Callable[[str], tuple[tuple[Any, ...], tuple[Any, ...]]]

DESCRIBED = [
    ("Angela Merkel has a cold, her spokesman said.", "her spokesman"),
    ("Angela Merkel met Sergei Lavrov. Her spokesman said the talks were short.", "Her spokesman"),
    ("Emmanuel Macron will stay at home, an aide to the president said.", "an aide to the president"),
    ("Angela Merkel is in good health, her doctor said.", "her doctor"),
]


@pytest.mark.parametrize(("text", "name"), DESCRIBED, ids=[text[:40] for text, _ in DESCRIBED])
def test_a_described_speaker_is_never_the_owner(read: Read, text: str, name: str) -> None:
    (statement,) = read(text)
    assert (statement.speaker.id, statement.speaker.name) == (None, name)


def test_a_president_whom_a_quotation_names_does_not_speak_it(read: Read) -> None:
    (statement,) = read('"President Maduro has to leave," the president said.')
    assert (statement.speaker.id, statement.speaker.name) == (None, "president")


def test_a_contact_in_a_relative_clause_is_background(read_accounts: ReadAll) -> None:
    accounts, statements = read_accounts(
        "Angela Merkel, who visited Emmanuel Macron in Paris in March, told Vladimir Putin by phone on Tuesday that "
        'Germany would not wait. "We have no time," she said.'
    )
    calls = {a.id for a in accounts if "vladimir-putin" in {p.actor.id for p in a.participants}}
    assert len(accounts) > len(calls) == 1
    assert [s.account for s in statements] == [*calls, *calls]


def test_a_list_of_headlines_names_nobody_for_a_pronoun(read: Read) -> None:
    statements = read(
        "Lena Roth left the firm in May.\n\nAlso in the news\n- Angela Merkel opens a museum\n- Theresa May rests\n\nREAD MORE\n\n"
        '"I had no strength," she told the jury.'
    )
    assert [s.speaker.name for s in statements] == ["Lena Roth"]


def test_a_wife_speaks_and_not_her_husband(read: Read) -> None:
    (statement,) = read("Jan Roth's wife, Eva, sat in court. She said he was innocent.")
    assert statement.speaker.name == "Eva"


def test_a_source_between_that_and_its_clause(read: Read) -> None:
    (statement,) = read("The minister said that, according to the mayor, the dam was unsafe.")
    assert (statement.speaker.name, statement.text) == ("mayor", "the dam was unsafe")
