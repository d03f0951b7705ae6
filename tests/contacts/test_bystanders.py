"""Who only stands beside a deed that is told of two others deals with neither of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]

A, B, C = (
    "Kenyan President William Ruto",
    "Finnish President Alexander Stubb",
    "Chilean President Gabriel Boric",
)
ASIDE = [
    "{a}, a close ally of {c}, received {b} on Tuesday.",
    "{a}, a critic of {c}, held talks with {b} on Tuesday.",
    "{a}, who replaced {c} as chairman, had dinner with {b} on Tuesday.",
    "{a} sat down with {b} on Tuesday, a day after {c} left Nairobi.",
    "{a} called {b} on Tuesday, hours before {c} arrived.",
    "{a} held talks with {b} on Tuesday and later thanked {c}.",
    "{a} was received by {b} on Tuesday instead of {c}.",
]


@pytest.mark.parametrize("text", ASIDE)
def test_a_bystander_is_no_party(accounts_of: ReadText, text: str) -> None:
    accounts = accounts_of(text.format(a=A, b=B, c=C), "2024-05-15")
    told = {tuple(sorted(p.actor.id for p in account.participants)) for account in accounts}
    assert told == {("alexander-stubb", "william-ruto")}
