"""Ways of telling met in the news of many countries: calls that are visits, letters by their bearers, lists of offices."""

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


COURTESY = [
    (
        "Brazil's Dilma Rousseff yesterday paid a courtesy call on President Ollanta Humala where she promised growth.",
        [("meeting", "held", "dilma-rousseff ollanta-humala")],
    ),
    (
        "President Goodluck Jonathan later moved to pay a courtesy call on his Ghanaian counterpart, John Mahama.",
        [("meeting", "held", "goodluck-jonathan john-mahama")],
    ),
    (
        "President Goodluck Jonathan will pay a courtesy call on his Ghanaian counterpart, John Mahama.",
        [("meeting", "planned", "goodluck-jonathan john-mahama")],
    ),
    (
        "The Chilean president travelled to Peru last week to speak directly with President Ollanta Humala.",
        [("meeting", "held", "ollanta-humala sebastian-pinera"), ("visit", "held", "PER sebastian-pinera")],
    ),
    (
        "Chile's president, Sebastian Pinera, called on Monday for calm in Peru, where Ollanta Humala has won.",
        [],
    ),
]
BEARERS = [
    (
        "The Omani foreign minister met Egypt's President Mohamed Morsi to deliver a message from Sultan Qaboos.",
        [
            ("meeting", "held", "mohamed-morsi yusuf-bin-alawi"),
            ("message", "held", "mohamed-morsi qaboos-bin-said"),
        ],
    ),
    (
        "President Mohamed Morsi received the Omani foreign minister, who handed over a letter from Sultan Qaboos.",
        [
            ("meeting", "held", "mohamed-morsi yusuf-bin-alawi"),
            ("message", "held", "mohamed-morsi qaboos-bin-said"),
        ],
    ),
    (
        "The Omani foreign minister met Egypt's President Mohamed Morsi and praised a letter from Sultan Qaboos.",
        [("meeting", "held", "mohamed-morsi yusuf-bin-alawi")],
    ),
]
OFFICES = [
    (
        "A meeting of the prime ministers of Hungary and Slovakia will take place tomorrow, the ministry said.",
        [("meeting", "planned", "robert-fico viktor-orban")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*COURTESY, *BEARERS, *OFFICES])
def test_what_is_told_is_read(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, "2012-11-10") == expected
