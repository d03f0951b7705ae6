"""Those who face the press together have met, and the last word on a plan says what became of it."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


@pytest.mark.parametrize(
    ("text", "day", "told"),
    [
        ("At a joint news conference with Zambia's Hakainde Hichilema in Lusaka, Vice President Kamala Harris praised the plan.", "2023-04-01", [("meeting", "held", 2)]),
        ("Standing beside Chancellor Olaf Scholz in Berlin, President Erdogan said on Friday that Turkey owed nothing.", "2023-11-18", [("meeting", "held", 2)]),
        ("President Biden said he would hold a news conference in Hanoi on Sunday.", "2023-09-08", []),
        ("Ruto's trip to Port-au-Prince was put off twice, and finally took place on September 21.", "2024-09-23", [("visit", "held", 2)]),
        ("Egyptian and Ethiopian negotiators failed to agree at a fourth round in Addis Ababa that ended on Tuesday.", "2023-12-20", [("talks", "held", 2)]),
    ],
)  # fmt: skip
def test_the_contacts_that_a_sentence_tells_of(text: str, day: str, told: list[tuple[str, str, int]]) -> None:
    accounts = read(make_report(Fields(source="x", text=text, date=day)), load_knowledge()).accounts
    assert [(a.kind, a.status, len(a.participants)) for a in accounts] == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The negotiations between Iran and the United States are fragile, diplomats said.", "ongoing"),
        ("Talks between Oslo and Suva on fish quotas progress slowly.", "ongoing"),
        ("The talks between Norway and Fiji were difficult.", "held"),
    ],
)
def test_how_talks_go_says_whether_they_last(text: str, status: str) -> None:
    accounts = read(make_report(Fields(source="x", text=text, date="2013-11-19")), load_knowledge()).accounts
    assert [a.status for a in accounts] == [status]


def test_a_host_that_a_state_was_is_who_stands_for_it() -> None:
    text = (
        "North Korea received US Secretary of State Mike Pompeo in Pyongyang on Wednesday.\n\n"
        "Kim Jong Un met Pompeo on Wednesday."
    )
    accounts = read(make_report(Fields(source="x", text=text, date="2018-05-10")), load_knowledge()).accounts
    for account in accounts:
        assert {account.host, account.initiator} - {None} <= {p.actor.id for p in account.participants}
