"""Whom "the two presidents" are who meet again, "both leaders" one by one, who was the last to meet, and new days."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


def told(text: str, date: str) -> list[tuple[str, str, str, str]]:
    """(kind, status, first day, ids) of each account, sorted."""
    reading = read(make_report(Fields(source="x", text=text, date=date)), load_knowledge())
    return sorted(
        (
            a.kind,
            a.status,
            (a.when.start or "") if a.when else "",
            " ".join(sorted(p.actor.id for p in a.participants)),
        )
        for a in reading.accounts
    )


def test_the_two_presidents_are_not_whoever_met_last() -> None:
    text = (
        "President George W. Bush and President Vladimir Putin signed a treaty on Friday. Mr. Bush arrived on Thursday "
        "from Berlin, where he held talks with Chancellor Gerhard Schröder. The two presidents will meet in Rome on Tuesday."
    )
    assert ("meeting", "planned", "2002-05-28", "george-w-bush vladimir-putin") in told(text, "2002-05-24")


def test_talks_with_both_are_talks_with_each() -> None:
    text = "Laurent Fabius and John Kerry fell out over the text. Sergei Lavrov held talks with both ministers on Wednesday."
    found = {each[3] for each in told(text, "2015-07-03")}
    assert found == {"john-kerry sergey-lavrov", "laurent-fabius sergey-lavrov"}


@pytest.mark.parametrize(
    ("text", "account"),
    [
        (
            "The last Australian leader to sit down with Xi Jinping was Malcolm Turnbull, in Hangzhou in September 2016.",
            ("meeting", "held", "2016-09-01", "malcolm-turnbull xi-jinping"),
        ),
        (
            "The last US president to visit Havana was Barack Obama.",
            ("visit", "held", "", "CUB barack-obama"),
        ),
    ],
)
def test_the_last_to_do_it_is_who_is_named(text: str, account: tuple[str, str, str, str]) -> None:
    assert told(text, "2022-11-15") == [account]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Bruno Le Maire cancelled a meeting with Olaf Scholz on Wednesday. He will now see him in Bonn next week.",
            "planned",
        ),
        ("Bruno Le Maire cancelled his meeting with Olaf Scholz. It was to be held next week.", "cancelled"),
    ],
)
def test_what_was_called_off_has_a_new_day(text: str, status: str) -> None:
    assert [each[1] for each in told(text, "2018-06-15")] == [status]


def test_a_plan_within_days_counts_from_the_report() -> None:
    text = "Sauli Niinistö spoke with Vladimir Putin in January. He plans to ring the Russian president again within days."
    assert ("phone_call", "planned", "2022-03-05", "sauli-niinisto vladimir-putin") in told(
        text, "2022-03-05"
    )
