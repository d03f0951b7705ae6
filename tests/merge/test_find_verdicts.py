"""What accounts of one contact agree on, what one side leaves out, where they conflict."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from communique.merge import merge_accounts
from communique.records import Judgement, Verdict, When

SPEC = importlib.util.spec_from_file_location("made", Path(__file__).with_name("made.py"))
assert SPEC
assert SPEC.loader
made = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(made)

COUPLE = ("vale", "brandt")
DAY = made.day("2031-05-02")


def verdicts(*tellings: dict[str, object]) -> dict[str, Verdict]:
    """The verdicts of one contact told by these accounts, by fact."""
    readings = []
    for number, telling in enumerate(tellings):
        name, more = f"r{number}", {"when": DAY, **telling}
        readings.append(made.reading(name, "2031-05-03", made.account(name, COUPLE, **more)))
    first, *others = (reading.accounts[0].id for reading in readings)
    joined = [
        Judgement(one=first, other=other, same=True, score=1, reason="one call", author="ada")
        for other in others
    ]
    [contact] = merge_accounts(readings, joined).contacts
    return {verdict.fact: verdict for verdict in contact.verdicts}


def span(start: str, end: str) -> When:
    return made.day(start, end)


def test_what_one_side_tells_and_the_others_own_text_does_not() -> None:
    found = verdicts({"side": "FRA", "duration_minutes": (40, 40)}, {"side": "DEU"})["duration_minutes"]
    assert (found.verdict, found.why) == ("one_side", "DEU does not tell it in its own text")


def test_what_two_texts_of_one_side_tell_is_still_of_one_side() -> None:
    mine = {"side": "FRA", "duration_minutes": (40, 40)}
    assert verdicts(mine, mine, {"side": "DEU"})["duration_minutes"].verdict == "one_side"


@pytest.mark.parametrize(
    "others",
    [
        [{"side": "FRA"}],  # the same side's other text
        [{}],  # a newspaper is nobody's own text
        [{"duration_minutes": (40, 40)}, {"side": "DEU"}],  # a newspaper tells it, too
    ],
)
def test_no_side_is_silent_without_its_own_text(others: list[dict[str, object]]) -> None:
    found = verdicts({"side": "FRA", "duration_minutes": (40, 40)}, *others).get("duration_minutes")
    assert found is None or found.verdict == "agreed"


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (span("2031-05-02", "2031-05-02"), span("2031-05-02", "2031-05-02"), "agreed"),
        (span("2031-05-02", "2031-05-02"), span("2031-05-01", "2031-05-31"), "compatible"),
        (span("2031-05-02", "2031-05-02"), span("2031-05-03", "2031-05-03"), "compatible"),
        (span("2031-05-02", "2031-05-02"), span("2031-05-09", "2031-05-09"), "conflict"),
    ],
)
def test_days(one: When, other: When, verdict: str) -> None:
    assert verdicts({"when": one}, {"when": other})["when"].verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("phone_call", "phone_call", "agreed"),
        ("call", "video_call", "compatible"),
        ("phone_call", "video_call", "conflict"),
        ("phone_call", "meeting", "conflict"),
    ],
)
def test_kinds(one: str, other: str, verdict: str) -> None:
    assert verdicts({"kind": one}, {"kind": other})["kind"].verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [((90, 90), (95, 95), "compatible"), ((60, 60), (60, 60), "agreed"), ((20, 20), (60, 60), "conflict")],
)
def test_durations(one: tuple[int, int], other: tuple[int, int], verdict: str) -> None:
    found = verdicts({"duration_minutes": one}, {"duration_minutes": other})
    assert found["duration_minutes"].verdict == verdict
