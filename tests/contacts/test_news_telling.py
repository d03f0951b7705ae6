"""Contacts as news and ministries tell them: visits and delegations, lists, plans, letters and invitations."""

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


VISITS = [
    (
        "A Chinese delegation arrived in Kabul on Monday, the first since the spring.",
        [("visit", "held", "AFG CHN")],
    ),
    ("Chinese officials travelled to Kabul on Monday.", [("visit", "held", "AFG CHN")]),
    ("Chinese troops travelled to Kabul on Monday.", []),
    ("A Chinese official travelled to Kabul on Monday.", []),
    (
        "President Alan Garcia of Peru arrived in the Ecuadorean capital of Quito on Monday.",
        [("visit", "held", "ECU alan-garcia")],
    ),
    (
        "Angela Merkel, who is in Warsaw on an official visit, met Prime Minister Donald Tusk on Tuesday.",
        [("meeting", "held", "angela-merkel donald-tusk"), ("visit", "ongoing", "POL angela-merkel")],
    ),
    (
        "Angela Merkel was given a warm welcome by Prime Minister Donald Tusk on Tuesday.",
        [("meeting", "held", "angela-merkel donald-tusk")],
    ),
]
LISTS = [
    (
        "Deputy Prime Minister Radoslaw Sikorski and visiting Minister for Foreign Affairs of Sweden, Carl Bildt, held talks on Monday.",
        [("talks", "held", "carl-bildt radoslaw-sikorski")],
    ),
    (
        "Angela Merkel will hold talks with her Polish counterpart, Donald Tusk, and President Nicolas Sarkozy.",
        [("talks", "planned", "angela-merkel donald-tusk nicolas-sarkozy")],
    ),
    (
        "The foreign ministers of Poland and Sweden met to prepare a summit of their leaders, Donald Tusk and Fredrik Reinfeldt.",
        [
            ("meeting", "held", "carl-bildt radoslaw-sikorski"),
            ("summit", "planned", "donald-tusk fredrik-reinfeldt"),
        ],
    ),
]
PLANS = [
    (
        "Angela Merkel is expected in Warsaw on Friday to meet Donald Tusk.",
        [("meeting", "planned", "angela-merkel donald-tusk"), ("visit", "planned", "POL angela-merkel")],
    ),
    ("Angela Merkel had been expected to see Donald Tusk, but that could not be confirmed.", []),
    (
        "Angela Merkel said that she would go ahead with a trip to Poland.",
        [("visit", "planned", "POL angela-merkel")],
    ),
    (
        "Donald Tusk and Angela Merkel will lead their delegations at the talks to be held on Friday.",
        [("talks", "planned", "angela-merkel donald-tusk")],
    ),
]
INVITATIONS = [
    (
        "Angela Merkel invited Donald Tusk to visit Germany. Tusk accepted the invitation.",
        [("visit", "planned", "DEU donald-tusk")],
    ),
    (
        "Angela Merkel invited Donald Tusk to visit Germany. Tusk accepted with thanks.",
        [("visit", "planned", "DEU donald-tusk")],
    ),
    (
        "Donald Tusk said he had accepted Angela Merkel's invitation to Berlin.",
        [("visit", "planned", "DEU donald-tusk")],
    ),
    (
        "Donald Tusk turned down an invitation from Prime Minister Vladimir Putin.",
        [("visit", "declined", "RUS donald-tusk")],
    ),
    ("Donald Tusk has not accepted the invitation from Prime Minister Vladimir Putin.", []),
]
MESSAGES = [
    (
        "King Harald extended his condolences to Queen Margrethe on Monday.",
        [("message", "held", "harald-v margrethe-ii")],
    ),
    (
        "Angela Merkel and Nicolas Sarkozy sent letters to Donald Tusk.",
        [
            ("message", "held", "angela-merkel donald-tusk"),
            ("message", "held", "donald-tusk nicolas-sarkozy"),
        ],
    ),
    (
        "Donald Tusk received Russia's Foreign Minister Sergei Lavrov on Monday. Lavrov handed over a letter from President Dmitry Medvedev.",
        [
            ("meeting", "held", "donald-tusk sergey-lavrov"),
            ("message", "held", "dmitry-medvedev donald-tusk"),
        ],
    ),
]
SETTINGS = [
    (
        "Preparations are under way for a meeting between Angela Merkel and Donald Tusk.",
        [("meeting", "planned", "angela-merkel donald-tusk")],
    ),
    ("If Angela Merkel were to call Donald Tusk tomorrow, what would she say?", []),
    ("India denied reports that China had cancelled a meeting between Hu Jintao and Manmohan Singh.", []),
    (
        "Angela Merkel met Donald Tusk during the session of the UN General Assembly in New York on Monday.",
        [("meeting", "held", "angela-merkel donald-tusk")],
    ),
    (
        "Angela Merkel met the rest of the Polish leadership including President Lech Kaczynski.",
        [("meeting", "held", "angela-merkel lech-kaczynski")],
    ),
    (
        "Dmitry Medvedev will meet Hu Jintao during a visit to the city of Vladivostok.",
        [("meeting", "planned", "dmitry-medvedev hu-jintao")],
    ),
    (
        "Peru's ambassador presented his credentials to President Felipe Calderon on Monday.",
        [("meeting", "held", "PER felipe-calderon")],
    ),
    ("Russia sent a clear message to Georgia on Monday.", []),
    ("Poland, France and Sweden held talks on Monday.", [("talks", "held", "FRA POL SWE")]),
]
ARRIVALS = [
    (
        "Luiz Inacio Lula da Silva arrived in Lima on Sunday. Angela Merkel flew in on Monday.",
        [("visit", "held", "PER angela-merkel"), ("visit", "held", "PER luiz-inacio-lula-da-silva")],
    ),
    (
        "Angela Merkel visited Lima on Sunday. Nicolas Sarkozy toured the city on Monday.",
        [("visit", "held", "PER angela-merkel"), ("visit", "held", "PER nicolas-sarkozy")],
    ),
    ("Angela Merkel landed on Monday.", []),
    (
        "Angela Merkel held talks with the speaker of parliament, Ann Lee, and with President Lech Kaczynski.",
        [("talks", "held", "angela-merkel lech-kaczynski")],
    ),
    ("Donald Tusk said that he would be glad if Angela Merkel and Vladimir Putin met in Lima.", []),
    ("Angela Merkel's visit to Poland was postponed.", [("visit", "cancelled", "POL angela-merkel")]),
    ("Angela Merkel's visit to Poland was postponed to May.", [("visit", "planned", "POL angela-merkel")]),
]
ANSWERS = [
    ("Chile turned down a Bolivian request for talks.", [("talks", "declined", "BOL CHL")]),
    ("Argentina rejected an offer from London of talks.", [("talks", "declined", "ARG GBR")]),
    (
        "Donald Tusk put off a trip to Norway because of the floods.",
        [("visit", "cancelled", "NOR donald-tusk")],
    ),
    (
        "Germany summoned the Russian ambassador on Monday over the tapping of a telephone.",
        [("meeting", "held", "DEU RUS")],
    ),
    (
        "Angela Merkel, Nicolas Sarkozy and Donald Tusk all telephoned Hu Jintao.",
        [
            ("phone_call", "held", "angela-merkel hu-jintao"),
            ("phone_call", "held", "donald-tusk hu-jintao"),
            ("phone_call", "held", "hu-jintao nicolas-sarkozy"),
        ],
    ),
    (
        "Talks between Chinese officials and the Taliban that were to begin on Friday did not take place.",
        [("talks", "cancelled", "CHN TALIBAN")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), VISITS + LISTS + PLANS + INVITATIONS + MESSAGES + SETTINGS + ARRIVALS + ANSWERS
)
def test_what_news_tells(text, expected):
    assert told(text, "2008-10-08") == expected
