"""Contacts told in passing: what somebody comes from, says at a meeting, what led to it, what ended."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


def told(text: str) -> list[tuple[str, str, str]]:
    """(kind, status, ids of the participants) of each account, sorted."""
    reading = read(make_report(Fields(source="x", text=text, date="2008-10-08")), load_knowledge())
    return sorted(
        (a.kind, a.status, " ".join(sorted(p.actor.id for p in a.participants))) for a in reading.accounts
    )


TALKS = [("talks", "held", "angela-merkel donald-tusk")]
MEETING = [("meeting", "held", "angela-merkel donald-tusk")]
PASSING = [
    ("Angela Merkel told Donald Tusk at a meeting in Kyiv on Monday that the road would be built.", MEETING),
    ("Angela Merkel told reporters at a meeting in Kyiv on Monday that Donald Tusk was right.", []),
    ("Angela Merkel said the road would be built, following talks in Kyiv with Donald Tusk.", TALKS),
    ("Angela Merkel, fresh from talks with Donald Tusk, said the road would be built.", TALKS),
    ("Fresh from talks with Donald Tusk, Angela Merkel said the road would be built.", TALKS),
    (
        "Angela Merkel, back from a visit to Poland, said the road would be built.",
        [("visit", "held", "POL angela-merkel")],
    ),
    ("It was at a meeting with Donald Tusk in Kyiv that Angela Merkel first spoke of the road.", MEETING),
    ("Angela Merkel left a day after talks with Donald Tusk had collapsed.", TALKS),
    (
        "Donald Tusk is in Berlin today. Angela Merkel said after their talks that trade would grow.",
        [*TALKS, ("visit", "ongoing", "DEU donald-tusk")],
    ),
    (
        "The two leaders, Angela Merkel and Donald Tusk, were speaking at a conference of bankers on Monday.",
        [],
    ),
    (
        "The row prompted Angela Merkel to cancel a meeting with Donald Tusk.",
        [("meeting", "cancelled", "angela-merkel donald-tusk")],
    ),
    (
        "Angela Merkel thanked Donald Tusk for his efforts in a telephone call on Monday.",
        [("phone_call", "held", "angela-merkel donald-tusk")],
    ),
    (
        "Angela Merkel told Donald Tusk by telephone that the road would be built.",
        [("phone_call", "held", "angela-merkel donald-tusk")],
    ),
    (
        "Angela Merkel telephoned Donald Tusk and later Vladimir Putin on Monday.",
        [
            ("phone_call", "held", "angela-merkel donald-tusk"),
            ("phone_call", "held", "angela-merkel vladimir-putin"),
        ],
    ),
    (
        "Angela Merkel met Donald Tusk and Dmitry Medvedev jointly in Kyiv on Monday.",
        [("summit", "held", "angela-merkel dmitry-medvedev donald-tusk")],
    ),
    (
        "Angela Merkel met Donald Tusk on Monday morning and Dmitry Medvedev in the afternoon.",
        [("meeting", "held", "angela-merkel dmitry-medvedev"), *MEETING],
    ),
    (
        "Angela Merkel held a meeting with Donald Tusk on Monday and later with Dmitry Medvedev.",
        [("meeting", "held", "angela-merkel dmitry-medvedev"), *MEETING],
    ),
    ("Relations warmed after Angela Merkel and Donald Tusk met in Lima.", MEETING),
    ("Technical teams from Chad and Mali met last week.", [("meeting", "held", "MLI TCD")]),
    (
        "Angela Merkel and Donald Tusk spoke by phone on Monday, weeks after they met face to face in May.",
        [*MEETING, ("phone_call", "held", "angela-merkel donald-tusk")],
    ),
    ('"I told him," Angela Merkel said of a meeting with Donald Tusk in Kyiv.', MEETING),
    ("Angela Merkel received a delegation from Chad on Monday.", [("meeting", "held", "TCD angela-merkel")]),
    ("Angela Merkel saw Germany beat Poland in Kyiv. The teams had met in May.", []),
]


@pytest.mark.parametrize(("text", "expected"), PASSING)
def test_contacts_told_in_passing(text, expected):
    assert told(text) == expected
