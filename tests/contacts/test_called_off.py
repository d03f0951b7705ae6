"""What was to be held and is not: told as cancelled or moved, on the day for which it was set, and never as held."""

from __future__ import annotations

import itertools

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read_many

FRAMES = [
    "The {noun} that Vladimir Putin and Shinzo Abe were to hold in Sochi on Friday {fate}.",
    "The {noun} which Vladimir Putin was due to have with Shinzo Abe on Friday {fate}.",
    "A {noun} between Vladimir Putin and Shinzo Abe planned for Friday {fate}.",
    "Vladimir Putin was to meet Shinzo Abe on Friday, but the {noun} {fate}.",
]
FATES = ["has been cancelled", "was called off", "will not take place", "has fallen through", "was put off"]


def read(texts: list[str], day: str = "2016-12-05") -> list[list[tuple[str, str, str | None]]]:
    """(kind, status, first day) of the contacts of each text."""
    reports = [make_report(Fields(source=str(n), text=text, date=day)) for n, text in enumerate(texts)]
    return [
        [(a.kind, a.status, a.when.start if a.when else None) for a in reading.accounts]
        for reading in read_many(reports, load_knowledge())
    ]


def test_what_is_off_is_not_held() -> None:
    cases = list(itertools.product(FRAMES, ["meeting", "summit"], FATES))
    found = read([frame.format(noun=noun, fate=fate) for frame, noun, fate in cases])
    wrong = [
        (case, told)
        for case, told in zip(cases, found, strict=True)
        if [status for _, status, _ in told] != ["cancelled"]
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A meeting between Vladimir Putin and Shinzo Abe that had been set for Friday was called off on Monday.",
         ("meeting", "cancelled", "2016-12-09")),
        ("Friday's meeting between Vladimir Putin and Shinzo Abe has been postponed.", ("meeting", "cancelled", "2016-12-09")),
        ("The meeting that Vladimir Putin and Shinzo Abe were to hold this Wednesday has been postponed by a week.",
         ("meeting", "planned", "2016-12-14")),
        ("The meeting that Vladimir Putin and Shinzo Abe were to hold on Friday will focus on trade.",
         ("meeting", "planned", "2016-12-09")),
        ("The meeting which Vladimir Putin held with Shinzo Abe on Friday was short.", ("meeting", "held", "2016-12-02")),
    ],
)  # fmt: skip
def test_the_day_is_that_for_which_it_was_set(text: str, wanted: tuple[str, str, str]) -> None:
    assert read([text]) == [[wanted]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Shinzo Abe and Vladimir Putin talked for two hours at a guest house in Sochi on Friday.", "talks"),
        ("Shinzo Abe talked with Vladimir Putin for seven hours on Friday.", "talks"),
        ("Shinzo Abe spoke with Vladimir Putin at his residence on Friday.", "talks"),
        ("Shinzo Abe spoke with Vladimir Putin for an hour on Friday.", "call"),
        ("From his office in Tokyo, Shinzo Abe spoke with Vladimir Putin on Friday.", "call"),
        ("Shinzo Abe spoke with Vladimir Putin by phone for three hours on Friday.", "phone_call"),
    ],
)
def test_who_talks_for_long_or_in_a_room_is_there(text: str, kind: str) -> None:
    assert [found for found, _, _ in read([text])[0]] == [kind]


NEVER_HELD = [
    "Sergei Lavrov did not show up for talks with John Kerry on Friday.",
    "Sergei Lavrov failed to turn up for a meeting with John Kerry.",
    "Sergei Lavrov's meeting with John Kerry is in doubt.",
    "Sergei Lavrov's meeting with John Kerry looks unlikely.",
    "Sergei Lavrov failed to reach John Kerry by phone on Friday.",
    "Sergei Lavrov's call to John Kerry went unanswered.",
    "Sergei Lavrov denied meeting John Kerry on Friday.",
    "Sergei Lavrov left Geneva without meeting John Kerry.",
    "Sergei Lavrov tried to call John Kerry on Friday, but Kerry did not answer.",
    "Reports that Sergei Lavrov met John Kerry on Friday are false.",
    "It was not clear whether Sergei Lavrov had met John Kerry.",
    "Plans for Sergei Lavrov to meet John Kerry were dropped.",
    "Sergei Lavrov would have met John Kerry had the flight not been late.",
]


def test_what_was_not_is_not_held() -> None:
    found = read(NEVER_HELD)
    held = [
        text
        for text, told in zip(NEVER_HELD, found, strict=True)
        if any(status in {"held", "ongoing"} for _, status, _ in told)
    ]
    assert not held


def test_who_fails_to_persuade_somebody_has_met_him() -> None:
    (told,) = read(["On Friday in Paris, John Kerry failed to bring Sergei Lavrov round."])
    assert [(kind, status) for kind, status, _ in told] == [("meeting", "held")]


def test_who_reaches_somebody_by_phone_has_called() -> None:
    assert read(["Sergei Lavrov reached John Kerry by phone on Friday."]) == [
        [("phone_call", "held", "2016-12-02")]
    ]
