"""Letters, wishes, credentials and calls in the ways in which wires and readouts tell of them."""

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


WISHES = [
    (
        "Peruvian President Ollanta Humala on Friday extended condolences to Chile's Michelle Bachelet.",
        [("message", "held", "michelle-bachelet ollanta-humala")],
    ),
    (
        "Ollanta Humala, on behalf of the people of Peru, conveyed warm congratulations to Michelle Bachelet.",
        [("message", "held", "michelle-bachelet ollanta-humala")],
    ),
    (
        "Humala offers condolences to Bachelet over quake",
        [("message", "held", "michelle-bachelet ollanta-humala")],
    ),
    ("Ollanta Humala has not expressed condolences to Michelle Bachelet.", []),
    (
        "Ollanta Humala will convey condolences to Michelle Bachelet in a letter.",
        [("message", "planned", "michelle-bachelet ollanta-humala")],
    ),
]
LETTERS = [
    (
        "Brazil's foreign minister, Mauro Vieira, will pass a written message from President Dilma Rousseff to Ollanta Humala.",
        [("message", "planned", "dilma-rousseff ollanta-humala")],
    ),
    (
        "Brazil's ambassador handed Peru's foreign minister a letter from Dilma Rousseff to Ollanta Humala.",
        [("message", "held", "dilma-rousseff ollanta-humala")],
    ),
    (
        "Michelle Bachelet replied to Ollanta Humala's letter on Monday.",
        [("message", "held", "michelle-bachelet ollanta-humala")],
    ),
    (
        "Michelle Bachelet thanked Ollanta Humala for his letter.",
        [("message", "held", "michelle-bachelet ollanta-humala")],
    ),
    (
        "Michelle Bachelet's letter to Ollanta Humala, seen by a newspaper, asks for a new map.",
        [("message", "held", "michelle-bachelet ollanta-humala")],
    ),
    (
        "Michelle Bachelet received letters of congratulation from Ollanta Humala and Dilma Rousseff.",
        [
            ("message", "held", "dilma-rousseff michelle-bachelet"),
            ("message", "held", "michelle-bachelet ollanta-humala"),
        ],
    ),
    (
        "Michelle Bachelet wished Ollanta Humala a happy birthday by telegram.",
        [("message", "held", "michelle-bachelet ollanta-humala")],
    ),
    (
        "Michelle Bachelet's envoy, Ana Rol, handed a letter to Ollanta Humala.",
        [("message", "held", "ana-rol ollanta-humala")],
    ),
    ("Michelle Bachelet thanked Ollanta Humala for his patience.", []),
    ("Michelle Bachelet did not reply to a newspaper's letter on Ollanta Humala.", []),
]
CREDENTIALS = [
    (
        "Ambassador Jose Ureta of Peru presented copies of his credentials to Chilean President Michelle Bachelet.",
        [("meeting", "held", "jose-ureta michelle-bachelet")],
    ),
    (
        "President Michelle Bachelet accepted the letter of credence of the Peruvian ambassador, Jose Ureta.",
        [("meeting", "held", "jose-ureta michelle-bachelet")],
    ),
    ("President Michelle Bachelet accepted the advice of her staff on a letter of credit for Peru.", []),
]
CALLS = [
    (
        "Ollanta Humala and Michelle Bachelet agreed on the phone on Monday to keep the border open.",
        [("phone_call", "held", "michelle-bachelet ollanta-humala")],
    ),
    (
        "On the phone with Michelle Bachelet on Monday, Ollanta Humala asked for more time.",
        [("phone_call", "held", "michelle-bachelet ollanta-humala")],
    ),
    (
        "Ollanta Humala asked for a phone call with Michelle Bachelet.",
        [("phone_call", "proposed", "michelle-bachelet ollanta-humala")],
    ),
    (
        "Michelle Bachelet, who was told of the verdict by Ollanta Humala in a telephone call, kept silent.",
        [("phone_call", "held", "michelle-bachelet ollanta-humala")],
    ),
    (
        "Brazil's Mauro Vieira spoke by phone with the foreign ministers of Egypt, Sameh Shoukry, and of Spain, Jose Manuel Albares.",
        [
            ("phone_call", "held", "jose-manuel-albares mauro-vieira"),
            ("phone_call", "held", "mauro-vieira sameh-shoukry"),
        ],
    ),
    (
        "Spain's Albares in talks with Egypt's Shoukry",
        [("talks", "held", "jose-manuel-albares sameh-shoukry")],
    ),
    ("Spanish steel in talks with Egyptian buyers", []),
]
CALLED = [
    (
        "Ollanta Humala called Chilean President Michelle Bachelet, Swiss President Didier Burkhalter and UN chief Ban Ki-moon.",
        [
            ("phone_call", "held", "ban-ki-moon ollanta-humala"),
            ("phone_call", "held", "didier-burkhalter ollanta-humala"),
            ("phone_call", "held", "michelle-bachelet ollanta-humala"),
        ],
    ),
    ("Ollanta Humala called Michelle Bachelet a friend of Peru.", []),
]
FOR_OTHERS = [
    ("Michelle Bachelet's envoys met Ollanta Humala.", [("meeting", "held", "CHL ollanta-humala")]),
    (
        "Michelle Bachelet and her aides met Ollanta Humala.",
        [("meeting", "held", "michelle-bachelet ollanta-humala")],
    ),
    (
        "Michelle Bachelet telephoned Ollanta Humala. Their mining ministers will meet in Lima.",
        [
            ("meeting", "planned", "CHL PER"),
            ("phone_call", "held", "michelle-bachelet ollanta-humala"),
        ],
    ),
]
HEADLINES = [
    (
        "Palace: Humala, Bachelet discuss border in phone call",
        [("phone_call", "held", "michelle-bachelet ollanta-humala")],
    ),
    (
        "Peruvian president, UN chief discuss drought",
        [("talks", "held", "ban-ki-moon ollanta-humala")],
    ),
    (
        "Visiting Peruvian President Ollanta Humala and Chile's Michelle Bachelet on Friday signed a pact.",
        [("signing", "held", "michelle-bachelet ollanta-humala")],
    ),
    ("Visiting Lima, Michelle Bachelet signed a book.", [("visit", "held", "PER michelle-bachelet")]),
]
ASIDE = [
    (
        "Ollanta Humala had signed a treaty with Michelle Bachelet that ends the dispute.",
        [("signing", "held", "michelle-bachelet ollanta-humala")],
    ),
    ("Ollanta Humala signed a decree on the dispute with Michelle Bachelet.", []),
    (
        "Ollanta Humala made his request in a telephone call to Michelle Bachelet.",
        [("phone_call", "held", "michelle-bachelet ollanta-humala")],
    ),
    (
        "Ollanta Humala flew home after talks had been held with Michelle Bachelet.",
        [("talks", "held", "michelle-bachelet ollanta-humala")],
    ),
    (
        "Michelle Bachelet granted an audience to Peru's foreign minister, Gonzalo Gutierrez.",
        [("meeting", "held", "gonzalo-gutierrez michelle-bachelet")],
    ),
    (
        "Ollanta Humala joined Michelle Bachelet and Dilma Rousseff for a call on the drought.",
        [("call", "held", "dilma-rousseff michelle-bachelet ollanta-humala")],
    ),
    (
        "Ollanta Humala said he had told Michelle Bachelet on the margins of the forum that Peru would wait.",
        [("meeting", "held", "michelle-bachelet ollanta-humala")],
    ),
    ("Ollanta Humala said he had told Michelle Bachelet in an interview that Peru would wait.", []),
    ("Aides met representatives of Michelle Bachelet.", []),
    (
        "Ollanta Humala met representatives of Michelle Bachelet.",
        [("meeting", "held", "CHL ollanta-humala")],
    ),
    (
        "Chile's ambassador in Lima, Fabio Vio, met Ollanta Humala.",
        [("meeting", "held", "fabio-vio ollanta-humala")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*HEADLINES, *ASIDE, *WISHES, *LETTERS, *CREDENTIALS, *CALLS, *CALLED, *FOR_OTHERS]
)
def test_letters_and_calls(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Each is told of those who dealt, and of them alone."""
    assert (
        told(
            text,
            "2014-04-04" if "Humala" in text or "Bachelet" in text or "Peruvian" in text else "2023-11-07",
        )
        == expected
    )


def test_talks_on_neighbouring_days_are_one_contact() -> None:
    """Calls on two days stay two."""
    whens = days_of("Michelle Bachelet will hold talks with Ollanta Humala on Thursday and Friday.")
    assert whens == [("2014-04-10", "2014-04-11")]
    whens = days_of("Michelle Bachelet will hold talks with Ollanta Humala on Tuesday and Friday.")
    assert whens == [("2014-04-08", "2014-04-08"), ("2014-04-11", "2014-04-11")]


def days_of(text: str) -> list[tuple[str | None, str | None]]:
    """The first and last day of each account, told on Monday 2014-04-07."""
    reading = read(make_report(Fields(source="x", text=text, date="2014-04-07")), load_knowledge())
    return sorted((a.when.start, a.when.end) for a in reading.accounts if a.when is not None)
