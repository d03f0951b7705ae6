"""Facts know through whom they came."""

from __future__ import annotations

from collections.abc import Callable

from communique.records import Account, Statement

ReadAll = Callable[[str], tuple[tuple[Account, ...], tuple[Statement, ...]]]


def chain(accounts: tuple[Account, ...], fact: str) -> list[str]:
    """The names in the chain of the first fact of a name."""
    return [
        link.name
        for account in accounts
        for each in account.facts
        if each.fact == fact
        for link in each.chain
    ]


def test_a_duration_is_its_sources(read_accounts: ReadAll) -> None:
    accounts, _ = read_accounts(
        "Vladimir Putin and Xi Jinping spoke by phone on Monday. The call lasted 90 minutes, according to Yuri Ushakov."
    )
    assert chain(accounts, "duration_minutes") in ([], ["Yuri Ushakov"])


def test_a_contact_that_an_outlet_cites(read_accounts: ReadAll) -> None:
    accounts, _ = read_accounts(
        "Reuters cited Xinhua, which said that Xi Jinping and Vladimir Putin spoke by phone on Monday."
    )
    assert chain(accounts, "kind") == ["Xinhua", "Reuters"]


def test_the_reports_own_word_has_no_chain(read_accounts: ReadAll) -> None:
    accounts, _ = read_accounts("Xi Jinping and Vladimir Putin spoke by phone on Monday.")
    assert chain(accounts, "kind") == []


def test_a_statement_belongs_to_the_contact_it_was_made_in(read_accounts: ReadAll) -> None:
    accounts, statements = read_accounts(
        'Angela Merkel met Emmanuel Macron in Paris on Tuesday. "We agree on the budget," Merkel told Macron.'
    )
    assert [s.account for s in statements] == [accounts[0].id]
