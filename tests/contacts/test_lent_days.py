"""What a journey's day says of a meeting that another sentence tells of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]

DAY = "2024-05-17"  # a Friday
MET = "Kenyan President William Ruto met Finnish President Alexander Stubb."
LENT = {
    "an old journey told behind it lends nothing": (
        f"{MET} Ruto went to Helsinki last December.",
        ("2024-05-16", "2024-05-17"),
    ),
    "nor does a stay": (
        f"{MET} Ruto visited Helsinki in December, the first such trip in years.",
        ("2024-05-16", "2024-05-17"),
    ),
    "behind a journey of these days it came later": (
        f"{MET} Ruto had flown to Helsinki on Monday.",
        ("2024-05-13", "2024-05-17"),
    ),
    "a stay of one day has it": (
        f"{MET} Ruto was in Helsinki on Monday.",
        ("2024-05-13", "2024-05-13"),
    ),
    "what is looked back at has the visit's time": (
        "Kenyan President William Ruto had met Finnish President Alexander Stubb. Ruto visited Helsinki in January.",
        ("2024-01-01", "2024-01-31"),
    ),
    "a visit told before lends its time": (
        "Kenyan President William Ruto visited Helsinki in January. He met Finnish President Alexander Stubb.",
        ("2024-01-01", "2024-01-31"),
    ),
    "another tense is another time": (
        "Kenyan President William Ruto has met Finnish President Alexander Stubb twice and they spoke by phone last week.",
        (None, "2024-05-17"),
    ),
}


@pytest.mark.parametrize("case", LENT)
def test_the_day_of_a_meeting_beside_a_journey(accounts_of: ReadText, case: str) -> None:
    text, expected = LENT[case]
    (meeting,) = [a for a in accounts_of(text, DAY) if a.kind == "meeting"]
    assert meeting.when is not None
    assert (meeting.when.start, meeting.when.end) == expected


def test_what_came_before_has_not_the_day_of_what_followed(accounts_of: ReadText) -> None:
    """The day is that of the flight; of the meeting only that it was before is known."""
    text = "After meeting Finnish President Alexander Stubb, Kenyan President William Ruto flew to Lima on Monday."
    (meeting,) = [a for a in accounts_of(text, DAY) if a.kind == "meeting"]
    assert meeting.when is not None
    assert meeting.when.start is None


def test_a_first_since_another_tells_of_that_one_once(accounts_of: ReadText) -> None:
    text = (
        "Xi Jinping and Narendra Modi met on Thursday. It was the first summit between the two neighbours since"
        " last October, when Xi met Ram Nath Kovind in Goa."
    )
    told = {a.when.start: {p.actor.id for p in a.participants} for a in accounts_of(text, DAY) if a.when}
    assert told["2023-10-01"] == {"xi-jinping", "ram-nath-kovind"}
