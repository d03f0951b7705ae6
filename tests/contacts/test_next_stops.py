"""Journeys of several stops with days of their own, what follows on them, and days without a preposition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]
Told = set[tuple[str, str, str | None, str | None]]  # a visit's state, status, and days

DAY = "2019-10-16"  # a Wednesday

JOURNEYS: list[tuple[str, Told]] = [
    (
        "Kenyan President Uhuru Kenyatta will visit Ghana on Friday and Chile on Saturday.",
        {("GHA", "planned", "2019-10-18", "2019-10-18"), ("CHL", "planned", "2019-10-19", "2019-10-19")},
    ),
    (
        "Norwegian Prime Minister Erna Solberg was in Accra on Monday and in Santiago on Tuesday.",
        {("GHA", "held", "2019-10-14", "2019-10-14"), ("CHL", "held", "2019-10-15", "2019-10-15")},
    ),
    (
        "Norwegian Prime Minister Erna Solberg will travel to Accra on Thursday, then on Friday to Santiago.",
        {("GHA", "planned", "2019-10-17", "2019-10-17"), ("CHL", "planned", "2019-10-18", "2019-10-18")},
    ),
    (
        "Chilean President Sebastian Pinera is expected to travel to Ghana next week, Vietnam in November and Norway in December.",
        {
            ("GHA", "planned", "2019-10-21", "2019-10-27"),
            ("VNM", "planned", "2019-11-01", "2019-11-30"),
            ("NOR", "planned", "2019-12-01", "2019-12-31"),
        },
    ),
    (
        "Chilean President Sebastian Pinera will visit Ghana from 25 October to 28 October and Norway on November 10 and November 11.",
        {("GHA", "planned", "2019-10-25", "2019-10-28"), ("NOR", "planned", "2019-11-10", "2019-11-11")},
    ),
    (
        "Erna Solberg's trip will take her to Accra on Thursday, followed by Santiago on Saturday.",
        {("GHA", "planned", "2019-10-17", "2019-10-17"), ("CHL", "planned", "2019-10-19", "2019-10-19")},
    ),
    (
        "Kenyan President Uhuru Kenyatta arrived in Accra on Tuesday. He will then go on to Chile.",
        {("GHA", "ongoing", "2019-10-15", "2019-10-15"), ("CHL", "planned", "2019-10-16", None)},
    ),
    (
        "Norwegian Prime Minister Erna Solberg opened a school on Monday. She later flew to Accra.",
        {("GHA", "held", "2019-10-14", "2019-10-16")},
    ),
    (
        "Norwegian Prime Minister Erna Solberg spoke to reporters on Monday. She is travelling to Chile for talks on fish.",
        {("CHL", "ongoing", "2019-10-14", "2019-10-14")},
    ),
    # places that are no stops
    (
        "Kenyan President Uhuru Kenyatta visited Ghana on Monday and Chile said it would send grain.",
        {("GHA", "held", "2019-10-14", "2019-10-14")},
    ),
    (
        "Kenyan President Uhuru Kenyatta visited Ghana on Monday, and in Chile farmers took to the streets.",
        {("GHA", "held", "2019-10-14", "2019-10-14")},
    ),
    (
        "Kenyan President Uhuru Kenyatta visited Ghana on Monday and Chile's farmers asked for help.",
        {("GHA", "held", "2019-10-14", "2019-10-14")},
    ),
]


@pytest.mark.parametrize(("text", "told"), JOURNEYS)
def test_each_stop_of_a_journey_has_its_own_days(accounts_of: ReadText, text: str, told: Told) -> None:
    """A state is visited on the days that stand beside it, and no other is."""
    visits = [a for a in accounts_of(text, DAY) if a.kind == "visit"]
    assert {
        (p.actor.id, a.status, a.when.start if a.when else None, a.when.end if a.when else None)
        for a in visits
        for p in a.participants
        if p.actor.type == "state"
    } == told


@pytest.mark.parametrize(
    ("text", "kind", "parties", "day"),
    [
        (
            "Kenyan President Uhuru Kenyatta met Ghanaian President Nana Akufo-Addo Monday.",
            "meeting",
            {"uhuru-kenyatta", "nana-akufo-addo"},
            "2019-10-14",
        ),
        (
            "Norwegian Prime Minister Erna Solberg called Pakistani Prime Minister Imran Khan Oct. 3 to discuss trade.",
            "phone_call",
            {"erna-solberg", "imran-khan"},
            "2019-10-03",
        ),
        (
            "Pakistani Prime Minister Imran Khan wants more trade. Norwegian Prime Minister Erna Solberg, who met Khan Sept. 12, spoke to farmers.",
            "meeting",
            {"erna-solberg", "imran-khan"},
            "2019-09-12",
        ),
        (
            "Norwegian Prime Minister Erna Solberg visited Pakistan Monday.",
            "visit",
            {"erna-solberg", "PAK"},
            "2019-10-14",
        ),
    ],
)
def test_a_day_without_a_preposition_is_no_part_of_the_name_before_it(
    accounts_of: ReadText, text: str, kind: str, parties: set[str], day: str
) -> None:
    """The one account has both parties, and the day."""
    (account,) = accounts_of(text, DAY)
    assert account.kind == kind
    assert {p.actor.id for p in account.participants} == parties
    assert account.when is not None
    assert (account.when.start, account.when.end) == (day, day)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kenyan President Uhuru Kenyatta telephoned Ghanaian President Nana Akufo-Addo on Tuesday, a day after meeting Chilean President Sebastian Pinera in Geneva.",
            {
                ("phone_call", "held", "nana-akufo-addo", "2019-10-15"),
                ("meeting", "held", "sebastian-pinera", "2019-10-14"),
            },
        ),
        (
            "Kenyan President Uhuru Kenyatta will meet visiting Ghanaian President Nana Akufo-Addo on Friday.",
            {("meeting", "planned", "nana-akufo-addo", "2019-10-18")},
        ),
        (
            "Kenyan President Uhuru Kenyatta promised aid to farmers ahead of a visit to Ghana on Friday.",
            {("visit", "planned", "GHA", "2019-10-18")},
        ),
        (
            "Kenyan President Uhuru Kenyatta is scheduled to call Ghanaian President Nana Akufo-Addo next Monday.",
            {("phone_call", "planned", "nana-akufo-addo", "2019-10-21")},
        ),
        (
            "Uhuru Kenyatta's meeting with Ghanaian President Nana Akufo-Addo has been moved from Thursday to Friday.",
            {("meeting", "planned", "nana-akufo-addo", "2019-10-18")},
        ),
        (
            "Kenyan President Uhuru Kenyatta called on Ghanaian President Nana Akufo-Addo on Monday to release the fishermen.",
            set(),
        ),
    ],
)
def test_what_stands_beside_a_contact_has_its_own_kind_and_day(
    accounts_of: ReadText, text: str, told: set[tuple[str, str, str, str]]
) -> None:
    """Kenyatta's contacts, each with its kind, status, other party and day."""
    accounts = accounts_of(text, DAY)
    assert {
        (a.kind, a.status, p.actor.id, a.when.start if a.when else None)
        for a in accounts
        for p in a.participants
        if p.actor.id != "uhuru-kenyatta"
    } == told
