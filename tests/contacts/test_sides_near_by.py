"""Contacts whose sides stand in another clause or sentence: described strangers, delegations, owners, pairs, lists."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


def told(text: str, day: str) -> list[tuple[str, str, str]]:
    """(kind, status, ids of the participants) of each account, sorted."""
    reading = read(make_report(Fields(source="x", text=text, date=day)), load_knowledge())
    return sorted(
        (a.kind, a.status, " ".join(sorted(p.actor.id for p in a.participants))) for a in reading.accounts
    )


DESCRIBED = [
    (
        "Qatar's Emir Tamim bin Hamad Al Thani met Salim Darwish, Oman's presidential assistant, on Sunday.",
        [("meeting", "held", "salim-darwish tamim-bin-hamad")],
    ),
    (
        (
            "King Felipe held a meeting with the United Nations special envoy on border talks, Ann Holt Lane, on Sunday. "
            "Lane also met President Emmanuel Macron."
        ),
        [
            ("meeting", "held", "ann-holt-lane emmanuel-macron"),
            ("meeting", "held", "ann-holt-lane felipe-vi"),
        ],
    ),
    (
        "Qatar's Emir Tamim bin Hamad Al Thani met Salim Darwish, a striker and captain of his team, on Sunday.",
        [],
    ),
]
DELEGATIONS = [
    (
        "A Qatari delegation arrived in Beirut on Monday. The delegation held talks with Prime Minister Najib Mikati.",
        [("talks", "held", "QAT najib-mikati"), ("visit", "held", "LBN QAT")],
    ),
    (
        "A Qatari delegation arrived in Beirut on Monday. They met Prime Minister Najib Mikati on Tuesday.",
        [("meeting", "held", "QAT najib-mikati"), ("visit", "held", "LBN QAT")],
    ),
]
OWNERS = [
    (
        "Kenyan President William Ruto was in Paris on Tuesday. His arrival came after meetings with Kais Saied in Tunis.",
        [("meeting", "held", "kais-saied william-ruto"), ("visit", "held", "FRA william-ruto")],
    ),
    (
        (
            "Kenyan President William Ruto held several meetings in Paris on Tuesday. "
            "The meetings included an interaction with Tunisian President Kais Saied."
        ),
        [("meeting", "held", "kais-saied william-ruto")],
    ),
    (
        (
            "The committee held several meetings on Tuesday. "
            "The meetings included talks with William Ruto and Kais Saied."
        ),
        [],
    ),
    (
        "An aide spoke after his meeting with Antony Blinken, who went straight into talks with King Abdullah II.",
        [("talks", "held", "abdullah-ii antony-blinken")],
    ),
]
PAIRS = [
    (
        (
            "King Abdullah II greeted Emmanuel Macron and his foreign minister, Jean-Yves Le Drian, at the airport, "
            "and the two were expected to hold talks on Tuesday evening."
        ),
        ("talks", "planned", "abdullah-ii emmanuel-macron"),
    ),
    (
        "Emmanuel Macron met Olaf Scholz on Monday. The talks are due to resume on Friday.",
        ("talks", "planned", "emmanuel-macron olaf-scholz"),
    ),
    (
        "Emmanuel Macron gave a dinner for visiting party secretary and President of Laos Thongloun Sisoulith on Monday.",
        ("meeting", "held", "emmanuel-macron thongloun-sisoulith"),
    ),
]


@pytest.mark.parametrize(("text", "accounts"), [*DESCRIBED, *DELEGATIONS, *OWNERS])
def test_the_side_told_elsewhere_deals(text: str, accounts: list[tuple[str, str, str]]) -> None:
    assert told(text, "2021-09-15") == accounts


@pytest.mark.parametrize(("text", "account"), PAIRS)
def test_the_two_who_are_meant_deal(text: str, account: tuple[str, str, str]) -> None:
    assert account in told(text, "2021-09-15")


def test_those_told_together_are_no_list_of_pairs() -> None:
    text = (
        "The foreign ministers of France, Germany and Poland met in Weimar on Monday. "
        "Jean-Yves Le Drian met his German and Polish counterparts, Heiko Maas and Zbigniew Rau, respectively."
    )
    assert told(text, "2021-09-15") == [("meeting", "held", "heiko-maas jean-yves-le-drian zbigniew-rau")]


def test_each_of_two_guests_has_a_visit() -> None:
    text = "The visits of President Emmanuel Macron and Chancellor Angela Merkel to Cuba had been a success."
    assert told(text, "2021-09-15") == [
        ("visit", "held", "CUB angela-merkel"),
        ("visit", "held", "CUB emmanuel-macron"),
    ]


@pytest.mark.parametrize("again", ["Gebre", "Tesfaye", "Lemma", "Gebre Tesfaye"])
def test_a_stranger_is_named_again_by_any_part_of_the_name(again: str) -> None:
    text = f"Ethiopia's Trade Minister Gebre Tesfaye Lemma arrived in Cairo on Monday. {again} met President Abdel Fattah el-Sisi."
    assert ("meeting", "held", "abdel-fattah-el-sisi gebre-tesfaye-lemma") in told(text, "2021-06-23")


def test_a_part_that_two_bear_or_a_place_names_nobody() -> None:
    text = (
        "Trade ministers Gebre Tesfaye Lemma and Haile Tesfaye Worku arrived in Cairo on Monday. "
        "Tesfaye met President Abdel Fattah el-Sisi."
    )
    assert not any(kind == "meeting" for kind, _, _ in told(text, "2021-06-23"))


STAYS = [
    (
        "Boris Tadic is currently in Guinea together with the trade minister.",
        [("visit", "ongoing", "GIN boris-tadic")],
    ),
    ("Boris Tadic is rarely in Guinea together with the trade minister.", []),
    (
        "The presidents of Serbia and Kosovo met separately with Catherine Ashton in Brussels.",
        [
            ("meeting", "held", "atifete-jahjaga catherine-ashton"),
            ("meeting", "held", "boris-tadic catherine-ashton"),
        ],
    ),
    (
        "King Abdullah II received Chairman of the Swiss Austrian Trade Chamber, Urs Lenz, on Sunday.",
        [("meeting", "held", "abdullah-ii urs-lenz")],
    ),
]


@pytest.mark.parametrize(("text", "accounts"), STAYS)
def test_guests_are_told_by_their_stay(text: str, accounts: list[tuple[str, str, str]]) -> None:
    assert told(text, "2011-11-15") == accounts
