"""Visits that somebody has come away from, whom somebody visited, who went home, and days of invitations."""

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


@pytest.mark.parametrize(
    "text",
    [
        "Mohammed bin Salman left France on Friday after an official visit.",
        "Mohammed bin Salman departed from Paris on Friday following a two-day visit.",
    ],
)
def test_who_leaves_after_a_visit_has_visited_what_he_leaves(text: str) -> None:
    assert [(each[0], each[1], each[3]) for each in told(text, "2022-07-30")] == [
        ("visit", "held", "FRA mohammed-bin-salman")
    ]


def test_whom_somebody_visited_is_his_host() -> None:
    text = "Mohammed bin Salman, whom Volodymyr Zelensky had visited in Jeddah on June 12, stayed at home."
    assert told(text, "2024-06-17") == [
        ("visit", "held", "2024-06-12", "mohammed-bin-salman volodymyr-zelenskyy")
    ]


def test_who_returns_home_visits_nobody() -> None:
    text = "Kamala Harris praised Volodymyr Zelensky when she met him on June 15, before returning to Washington."
    assert [each[0] for each in told(text, "2024-06-17")] == ["meeting"]


@pytest.mark.parametrize(
    "text",
    [
        "Lee Hsien Loong invited Joko Widodo to Singapore when they met on Monday.",
        "Lee Hsien Loong on Monday invited Joko Widodo to visit Singapore.",
    ],
)
def test_the_day_of_an_invitation_is_not_that_of_the_visit(text: str) -> None:
    assert ("visit", "proposed", "", "SGP joko-widodo") in told(text, "2014-11-10")


def test_an_invitation_for_a_day_ahead_has_it() -> None:
    text = "Lee Hsien Loong invited Joko Widodo to visit Singapore in December."
    assert ("visit", "proposed", "2014-12-01", "SGP joko-widodo") in told(text, "2014-11-10")


@pytest.mark.parametrize(
    "later",
    [
        "The talks followed a conference in Berlin hosted by Angela Merkel.",
        "The talks were the second this year; the two met in Berlin on January 19 at a conference hosted by Angela Merkel.",
    ],
)
def test_who_hosted_another_event_is_not_host_of_the_talks(later: str) -> None:
    text = f"Recep Tayyip Erdogan and Vladimir Putin held talks in Moscow on Thursday. {later}"
    reading = read(make_report(Fields(source="x", text=text, date="2020-03-06")), load_knowledge())
    talks = next(a for a in reading.accounts if a.when is not None and a.when.start == "2020-03-05")
    assert "angela-merkel" not in {p.actor.id for p in talks.participants}
