"""Contacts told in plain words: letters and their bearers, stays and arrivals, lists, what was said face to face."""

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


LETTERS = [
    (
        "Peru's President Alan Garcia received a message of condolence from Brazilian President Luiz Inacio Lula da Silva.",
        [("message", "held", "alan-garcia luiz-inacio-lula-da-silva")],
    ),
    (
        "The Egyptian foreign minister delivered a letter from President Hosni Mubarak to Saudi King Abdullah.",
        [("message", "held", "abdullah-bin-abdulaziz hosni-mubarak")],
    ),
    (
        "Iran's foreign minister, Manouchehr Mottaki, was given a note by the Swiss ambassador.",
        [("message", "held", "CHE manouchehr-mottaki")],
    ),
    ("Russia's foreign minister handed over a letter from Dmitry Medvedev.", []),
    (
        "President Evo Morales congratulated Brazil's Luiz Inacio Lula da Silva by telephone.",
        [("phone_call", "held", "evo-morales luiz-inacio-lula-da-silva")],
    ),
]
MOTION = [
    (
        "Iraqi President Jalal Talabani is due in Tehran on Saturday.",
        [("visit", "planned", "IRN jalal-talabani")],
    ),
    ("Vladimir Putin will be in Paris on Thursday.", [("visit", "planned", "FRA vladimir-putin")]),
    ("Vladimir Putin leaves for Paris on Thursday.", [("visit", "planned", "FRA vladimir-putin")]),
    ("Angela Merkel reached Kabul on Monday.", [("visit", "held", "AFG angela-merkel")]),
    ("Angela Merkel has been in hospital in Paris since Monday.", []),
    ("The ambassador of Chile was in Kabul on Monday.", []),
]
FACES = [
    (
        "Angela Merkel told Dmitry Medvedev in Moscow on Monday that the gas must flow.",
        [("meeting", "held", "angela-merkel dmitry-medvedev")],
    ),
    ("Angela Merkel told Dmitry Medvedev in an interview in Moscow that the gas must flow.", []),
    ("Angela Merkel told Dmitry Medvedev that the gas must flow.", []),
    ("Rwanda's ambassador was called to the foreign ministry in Kinshasa.", [("meeting", "held", "COD RWA")]),
    ("Rwanda's ambassador was called to the foreign ministry in Kigali.", []),
]
LISTS = [
    (
        "Alan Garcia received calls from Evo Morales and Angela Merkel.",
        [("call", "held", "alan-garcia angela-merkel"), ("call", "held", "alan-garcia evo-morales")],
    ),
    (
        "Alan Garcia met the ambassadors of France and Japan one after another.",
        [("meeting", "held", "FRA alan-garcia"), ("meeting", "held", "JPN alan-garcia")],
    ),
    (
        "Alan Garcia met the presidents of Bolivia and Brazil together.",
        [("summit", "held", "alan-garcia evo-morales luiz-inacio-lula-da-silva")],
    ),
]
ROUNDS = [
    (
        "Israel and Syria held talks in Ankara on Monday. The next round will take place in Istanbul in November.",
        [("talks", "held", "ISR SYR"), ("talks", "planned", "ISR SYR")],
    ),
    (
        "India and China ended their talks in Delhi on Monday. The last round was held in Beijing in May.",
        [("talks", "held", "CHN IND"), ("talks", "held", "CHN IND")],
    ),
    (
        "Nicolas Sarkozy met Angela Merkel on Monday. His party won the first round in May.",
        [("meeting", "held", "angela-merkel nicolas-sarkozy")],
    ),
    (
        "The governments of Chad and Sudan agreed in Dakar on Monday to guard the border.",
        [("talks", "held", "SDN TCD")],
    ),
    (
        "Angela Merkel praised Nicolas Sarkozy. The two last met in Munich in May.",
        [("meeting", "held", "angela-merkel nicolas-sarkozy")],
    ),
]
HOSTS = [
    (
        "Angela Merkel telephoned Hugo Chavez on Monday to say that her state visit would have to wait.",
        [
            ("phone_call", "held", "angela-merkel hugo-chavez"),
            ("visit", "cancelled", "angela-merkel hugo-chavez"),
        ],
    ),
    (
        "Angela Merkel telephoned Hugo Chavez on Monday. Merkel's planned visit to the region was cancelled.",
        [("phone_call", "held", "angela-merkel hugo-chavez")],
    ),
    (
        "Angela Merkel telephoned Hugo Chavez on Monday. Evo Morales and Felipe Calderon will sign the deal when they meet in Lima next week.",
        [
            ("meeting", "planned", "evo-morales felipe-calderon"),
            ("phone_call", "held", "angela-merkel hugo-chavez"),
            ("signing", "planned", "evo-morales felipe-calderon"),
        ],
    ),
]
NOTHING = [
    ("Angela Merkel's visit to Poland will have to wait.", [("visit", "cancelled", "POL angela-merkel")]),
    (
        "The talks between Angela Merkel and Nicolas Sarkozy did not take place.",
        [("talks", "cancelled", "angela-merkel nicolas-sarkozy")],
    ),
    ("No talks between Angela Merkel and Nicolas Sarkozy took place.", []),
    (
        "Angela Merkel was not willing to hold a meeting with Hugo Chavez.",
        [("meeting", "declined", "angela-merkel hugo-chavez")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LETTERS + MOTION + FACES + LISTS + ROUNDS + HOSTS + NOTHING)
def test_what_plain_words_tell(text, expected):
    assert told(text, "2008-10-08") == expected
