"""The day on which a contact is told is not its day, where it had been before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]

BEFORE = [
    "Norwegian Foreign Minister Espen Barth Eide said on Friday that he had met his Turkish counterpart, Hakan Fidan.",
    "Norwegian Foreign Minister Espen Barth Eide said on Friday he had met his Turkish counterpart, Hakan Fidan.",
    "On Friday, the ministry confirmed that Espen Barth Eide had met Turkish Foreign Minister Hakan Fidan in Ankara.",
]


@pytest.mark.parametrize("text", BEFORE)
def test_what_had_been_is_dated_up_to_the_day_of_the_saying(accounts_of: ReadText, text: str) -> None:
    (account,) = accounts_of(text, "2024-03-16")
    assert account.when is not None
    assert (account.when.start, account.when.end, account.when.basis) == (None, "2024-03-15", "inferred")
    assert "before it was told" in account.when.derivation


def test_a_day_of_its_own_stands_before_that_of_the_saying(accounts_of: ReadText) -> None:
    text = (
        "Foreign Minister Espen Barth Eide said on Friday that he had met Hakan Fidan in Ankara on Tuesday."
    )
    (account,) = accounts_of(text, "2024-03-16")
    assert account.when is not None
    assert (account.when.start, account.when.end) == ("2024-03-12", "2024-03-12")
