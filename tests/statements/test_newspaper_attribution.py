"""How newspapers attribute in business, courts and science."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., tuple[Any, ...]]

TOLD = [
    ("The bank put the damage at nine million euros.", "bank", (), "the damage at nine million euros"),
    ("The theft was denied by the caretaker.", "caretaker", (), "The theft"),
    ("Weber was described by neighbours as a cheerful man.", "neighbours", (), "a cheerful man"),
    ('Weber was called "a menace to the town" by the mayor.', "mayor", (), "a menace to the town"),
    ("Invoices seen by the judge show that the firm paid twice.", "Invoices seen by the judge", (), "the firm paid twice"),
    ("Economists at Nordea estimate that exports will shrink.", "Economists at Nordea", (), "exports will shrink"),
    ("Researchers working in a laboratory in Kiel say the reef is dying.", "Researchers working in a laboratory in Kiel", (), "the reef is dying"),
    ("Prices rose after Lena Roth, its founder, warned that stocks were low.", "Lena Roth", (), "stocks were low"),
    ("The court heard that Weber had sold the van.", None, (), "Weber had sold the van"),
    ('"A bad joke" is how the union described the offer.', "union", (), "A bad joke"),
    ("Weber was quoted by Xinhua as saying that the mill would close.", "Weber", ("Xinhua",), "the mill would close"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "chain", "words"), TOLD, ids=[told[0][:40] for told in TOLD])
def test_who_said_what(
    read: Read, text: str, speaker: str | None, chain: tuple[str, ...], words: str
) -> None:
    (statement,) = read(text)
    assert (statement.speaker and statement.speaker.name) == speaker
    assert tuple(link.name for link in statement.chain) == chain
    assert statement.text == words


@pytest.mark.parametrize("text", ["Prosecutors said the safe was empty.", "Emails show the safe was empty."])
def test_a_plural_is_no_family_name(read: Read, text: str) -> None:
    (statement,) = read(text)
    assert statement.speaker.id is None


@pytest.mark.parametrize(
    "text", ["She put the cup at the edge of the table.", "The army put troops at the gates."]
)
def test_putting_a_thing_somewhere_says_nothing(read: Read, text: str) -> None:
    assert read(text) == ()


def test_nobody_who_spoke_makes_no_statement(read: Read) -> None:
    assert read("Neither side said who had won.") == ()
