"""A contact that is said to be the first, the second or the last of its kind names those who dealt behind the ordinal."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read

NEWS = "2024-04-03"  # a Wednesday


def told(text: str) -> list[tuple[str, str, str]]:
    """(kind, first day, ids) of each account, sorted."""
    reading = read(make_report(Fields(source="x", text=text, date=NEWS)), load_knowledge())
    return sorted(
        (
            a.kind,
            (a.when.start or "") if a.when else "",
            " ".join(sorted(p.actor.id for p in a.participants)),
        )
        for a in reading.accounts
    )


@pytest.mark.parametrize(
    ("text", "account"),
    [
        (
            "Tuesday’s phone call was the first between Joe Biden and Xi Jinping in nearly two years.",
            ("phone_call", "2024-04-02", "joe-biden xi-jinping"),
        ),
        (
            "Monday’s talks were the second between Iran’s Hossein Amir-Abdollahian and Saudi Arabia’s Faisal bin Farhan.",
            ("talks", "2024-04-01", "faisal-bin-farhan hossein-amir-abdollahian"),
        ),
        (
            "A call on Tuesday, the third between Rishi Sunak and Narendra Modi, lasted 40 minutes.",
            ("call", "2024-04-02", "narendra-modi rishi-sunak"),
        ),
        (
            "The video conference on Monday was only the second between Fumio Kishida and Yoon Suk Yeol.",
            ("video_call", "2024-04-01", "fumio-kishida yoon-suk-yeol"),
        ),
        (
            "A summit in Samarkand of the presidents of Kazakhstan and Uzbekistan ended on Tuesday.",
            ("summit", "2024-04-02", "kassym-jomart-tokayev shavkat-mirziyoyev"),
        ),
        (
            "Olaf Scholz and Vladimir Putin spoke by phone on Tuesday, their first contact since December 2022.",
            ("talks", "2022-12-01", "olaf-scholz vladimir-putin"),
        ),
    ],
)
def test_those_behind_the_ordinal_dealt_with_each_other(text: str, account: tuple[str, str, str]) -> None:
    assert account in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The strike was the first between Israel and Iran since April.",
        "The deal was the first between Japan and India on arms.",
        "A meeting in Geneva of the security council ended on Tuesday.",
        "The match on Tuesday was the second between Ghana and Kenya this year.",
    ],
)
def test_an_ordinal_of_something_else_tells_of_no_contact(text: str) -> None:
    assert told(text) == []
