"""Headlines that write every word with a capital, and names that stand before their verbs."""

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


HEADLINES = [
    (
        "Polish President Meets Turkish Prime Minister in Ankara",
        "2013-10-17",
        [("meeting", "held", "bronislaw-komorowski recep-tayyip-erdogan")],
    ),
    (
        "Mexico's President Cancels Peru Trip, Citing Storm",
        "2013-10-17",
        [("visit", "cancelled", "PER enrique-pena-nieto")],
    ),
    (
        "Danish Prime Minister Calls Off Visit to Beijing",
        "2013-10-17",
        [("visit", "cancelled", "CHN helle-thorning-schmidt")],
    ),
    (
        "Lungu, Kagame Hold Closed-Door Talks in Kigali",
        "2018-04-04",
        [("talks", "held", "edgar-lungu paul-kagame")],
    ),
    (
        "Ambassador of Japan Pays Courtesy Call on President Akufo-Addo",
        "2018-04-04",
        [("meeting", "held", "JPN nana-akufo-addo")],
    ),
    (
        "President Buhari to Visit Niger Republic Today",
        "2018-04-04",
        [("visit", "planned", "NER muhammadu-buhari")],
    ),
    ("Danish Prime Minister Rules Out Snap Election", "2013-10-17", []),
    ("Polish President Calls Turkish Bid a Mistake", "2013-10-17", []),
]


@pytest.mark.parametrize(("text", "day", "expected"), HEADLINES)
def test_a_headline_in_capitals_is_read_as_its_plain_words(
    text: str, day: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text, day) == expected


def test_a_verb_behind_a_title_is_nobodys_name() -> None:
    reading = read(
        make_report(
            Fields(source="x", text="Kenyan President Greets Danish Prime Minister", date="2014-03-03")
        ),
        load_knowledge(),
    )
    names = {a.name for m in reading.mentions for a in m.actors}
    assert not any("Greets" in name for name in names)
