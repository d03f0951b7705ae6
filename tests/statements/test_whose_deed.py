"""Purposes of plain clauses: the same deed told by whoever answers for it, by a rival, of a condition and of what is owed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., tuple[Any, ...]]

DONE = {
    "denies": [
        "Turkish foreign minister Hakan Fidan said that no Turkish aircraft had been in the area.",
        "No request had been made to the alliance, Turkish foreign minister Hakan Fidan said.",
        "“Our troops fired on nobody,” Turkish foreign minister Hakan Fidan said.",
        "Turkish foreign minister Hakan Fidan said that Turkey did not supply drones to either side.",
        "A spokeswoman for the airline said the captain had not been drinking.",
        "A spokeswoman for the airline said nobody at the airline had been told to lie.",
        "“We are not in talks with any buyer,” a spokeswoman for the airline said.",
        "The airline was not aware of any complaint, a spokeswoman for the airline said.",
        "The police chief said the evidence had not been planted.",
        "The operation was not directed against the Kurds, the general said.",
        "Asked whether he had paid, the minister said he had not.",
        "Asked about a second list, the minister replied: “None whatsoever.”",
    ],
    "asks": [
        "“Both sides should show restraint,” Turkish foreign minister Hakan Fidan said.",
        "“All countries should respect international law,” the Turkish foreign minister said.",
        "“No one should try to test us,” the Turkish foreign minister said.",
        "The police chief said drivers should avoid the bridge.",
        "The police chief said anyone with information should come forward.",
        "The mayor said the government had to pay its share.",
        "“The crossing has to be reopened for aid,” the envoy said.",
        "The union said wages should rise by 10 per cent.",
    ],
    "promises": [
        "“We will help those who lost their homes,” the mayor said.",
        "The opposition leader said he would abolish the tax if he won.",
        "The mayor said that nobody would be evicted.",
        "Every complaint would be investigated, the police chief said.",
        "Tickets would be refunded in full, the airline said.",
        "“Foreigners will not be harmed,” a rebel commander said.",
        "“We will cut taxes,” the opposition leader said.",
    ],
    "threatens": [
        "The mayor said landlords who raised rents would be fined.",
        "“Every soldier who comes will die,” a rebel commander said.",
        "“If you test our patience, you will face the consequences,” the general said.",
        "The militants would be buried in their trenches, the minister said.",
        "“Any violation of our airspace will bring a response,” the defence minister said.",
        "The square would be cleared by force, the police chief said.",
        "“Surrender or die,” the colonel said.",
        "The minister warned of sanctions.",
    ],
    "declines": ["The airline did not comment on individual cases, a spokeswoman for the airline said."],
    "asserts": [
        "The opposition leader said the government had no plan.",
        "The opposition leader said the budget did not add up.",
        "The mayor said the government had never paid for the damage.",
        "The mayor said the rubbish had not been collected for a week.",
        "A villager said they had never had a school.",
        "The airline had never carried so many passengers, a spokeswoman for the airline said.",
        "The engine had not been checked by the supplier, a spokeswoman for the airline said.",
        "The mayor said families had to leave everything behind.",
        "“Nobody needs to panic,” the mayor said.",
        "“We will publish our results on Monday,” a spokeswoman for the airline said.",
        "The mayor said the new school should be ready by May.",
        "The minister warned that the war could spread.",
    ],
}
CASES = [(purpose, text) for purpose, texts in DONE.items() for text in texts]


@pytest.mark.parametrize(("purpose", "text"), CASES, ids=[text[:60] for _, text in CASES])
def test_a_deed_does_what_its_teller_makes_of_it(read: Read, purpose: str, text: str) -> None:
    assert [s.polarity for s in read(text)] == [purpose]
