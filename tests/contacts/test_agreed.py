"""Which contact of the report another was planned in, and which one it is the first since."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel telephoned Vladimir Putin on Monday. They agreed to meet in Berlin in May.",
        "In a phone call on Monday Angela Merkel and Vladimir Putin agreed to hold talks in Berlin next week.",
    ],
)
def test_what_was_agreed_in_a_call_was_planned_in_it(accounts_of: ReadText, text: str) -> None:
    call, plan = accounts_of(text, "2014-03-05")
    assert (call.status, plan.status) == ("held", "planned")
    assert (call.planned_in, plan.planned_in) == (None, call.id)


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel telephoned Vladimir Putin on Monday. Merkel will meet Francois Hollande in Berlin on Friday.",
        "Angela Merkel telephoned Vladimir Putin on Monday. Merkel agreed to meet Francois Hollande on Friday.",
    ],
)
def test_a_plan_of_others_or_told_before_was_not_planned_in_the_call(
    accounts_of: ReadText, text: str
) -> None:
    accounts = accounts_of(text, "2014-03-05")
    assert any(account.status == "planned" for account in accounts)
    assert all(account.planned_in is None for account in accounts)


def test_the_first_since_another_leads_to_that_one(accounts_of: ReadText) -> None:
    call, recalled = accounts_of(
        "Joe Biden and Xi Jinping spoke by phone on Tuesday, their first call since November.", "2023-04-05"
    )
    assert call.first_since == "2022-11"
    assert (call.first_since_account, recalled.first_since_account) == (recalled.id, None)
    assert recalled.when is not None
    assert recalled.when.start == "2022-11-01"
