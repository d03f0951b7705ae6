"""Deeds for which somebody is thanked or blamed, what is asked of a contact, and visits that are only called by their place."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read

NEWS = "2018-04-28"  # a Saturday


def told(text: str) -> list[tuple[str, str, str, str]]:
    """(kind, status, first day, ids) of each account, sorted."""
    reading = read(make_report(Fields(source="x", text=text, date=NEWS)), load_knowledge())
    return sorted(
        (
            a.kind,
            a.status,
            (a.when.start or "") if a.when else "",
            " ".join(sorted(p.actor.id for p in a.participants)),
        )
        for a in reading.accounts
    )


@pytest.mark.parametrize(
    ("text", "account"),
    [
        (
            "Donald Trump on Friday criticised Angela Merkel for meeting Vladimir Putin.",
            ("meeting", "held", "", "angela-merkel vladimir-putin"),
        ),
        (
            "Shinzo Abe thanked Emmanuel Macron for raising the matter with Kim Jong Un.",
            ("talks", "held", "", "emmanuel-macron kim-jong-un"),
        ),
        (
            "Donald Trump accused Emmanuel Macron of talking to Hassan Rouhani behind his back.",
            ("call", "held", "", "emmanuel-macron hassan-rouhani"),
        ),
        (
            "Donald Trump mocked Emmanuel Macron on Friday for phoning Vladimir Putin so often.",
            ("phone_call", "held", "", "emmanuel-macron vladimir-putin"),
        ),
        (
            "Donald Trump credited Xi Jinping with hosting Kim Jong Un.",
            ("meeting", "held", "", "kim-jong-un xi-jinping"),
        ),
        (
            "Angela Merkel was praised by Donald Trump for meeting Vladimir Putin.",
            ("meeting", "held", "", "angela-merkel vladimir-putin"),
        ),
    ],
)
def test_who_is_thanked_or_blamed_has_done_it(text: str, account: tuple[str, str, str, str]) -> None:
    assert told(text) == [account]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump warned Angela Merkel against meeting Vladimir Putin.",
        "Donald Trump blamed Angela Merkel for not meeting Vladimir Putin.",
    ],
)
def test_what_was_not_done_is_no_contact(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "account"),
    [
        (
            "Macron asked Abe for a readout of his talks with Trump.",
            ("talks", "held"),
        ),
        (
            "Abe sought an explanation of Trump’s call with Kim on Tuesday.",
            ("call", "held"),
        ),
        (
            "Macron asked for details of the planned summit between Trump and Kim.",
            ("summit", "planned"),
        ),
        ("Macron asked for talks with Trump.", ("talks", "proposed")),
    ],
)
def test_what_is_told_of_a_contact_is_no_wish_for_it(text: str, account: tuple[str, str]) -> None:
    assert [each[:2] for each in told(text)] == [account]


@pytest.mark.parametrize(
    "later",
    [
        "His next stop is Kigali.",
        "Macron’s next stop will be Kigali, where he speaks to students.",
    ],
)
def test_a_visit_goes_where_it_is_called_after(later: str) -> None:
    found = told(f"Emmanuel Macron met Alassane Ouattara on Wednesday. {later}")
    assert ("visit", "planned", NEWS, "RWA emmanuel-macron") in found


@pytest.mark.parametrize(
    "later",
    ["It is likely to be her last visit before she steps down.", "It will be her last trip as chancellor."],
)
def test_a_visit_that_is_called_something_is_told_already(later: str) -> None:
    text = f"Angela Merkel will travel to Washington on May 15 to see Donald Trump. {later}"
    assert [each[0] for each in told(text)] == ["meeting", "visit"]


@pytest.mark.parametrize(
    "text",
    [
        "Condoleezza Rice met Gianfranco Fini in Rome on Monday before heading to Paris.",
        "Condoleezza Rice arrived in Rome on Monday before going on to Paris.",
    ],
)
def test_what_came_behind_a_day_is_not_of_that_day(text: str) -> None:
    reading = read(make_report(Fields(source="x", text=text, date="2005-02-12")), load_knowledge())
    days = {
        actor.id: (account.when.start, account.when.end)
        for account in reading.accounts
        if account.kind == "visit" and account.when
        for actor in (p.actor for p in account.participants)
    }
    assert days["FRA"] == ("2005-02-07", "2005-02-12")
