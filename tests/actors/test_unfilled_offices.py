"""Offices whose holder the lexicon does not know: carried through the report, filled by whom it names."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.actors import read_passage


def ids(text: str, words: str, day: str = "2022-11-25") -> list[str]:
    start = text.rindex(words)
    found = read_passage({"id": "t", "date": day, "text": text})
    return [a.id for m in found if m.span.start < start + len(words) and start < m.span.end for a in m.actors]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Nauru's defence minister met Lloyd Austin. The defence minister thanked him.", "defence minister",
         ["nru-defence-minister"]),
        ("Nauru's foreign minister met Antony Blinken. The foreign minister thanked him.", "foreign minister",
         ["nru-foreign-minister"]),
        ("The Nauruan foreign minister met Wang Yi. The foreign minister thanked him.", "foreign minister",
         ["nru-foreign-minister"]),
        ("Nauru's foreign minister met Palau's foreign minister. The foreign minister left early.",
         "foreign minister", []),
    ],
)  # fmt: skip
def test_the_office_alone_means_its_unknown_holder_again(text: str, words: str, wanted: list[str]) -> None:
    assert ids(text, words) == wanted


NAURU = "Nauru's foreign minister met Antony Blinken on Tuesday."


@pytest.mark.parametrize(
    "named",
    [
        "Foreign Minister Rover Tamani said it was good.",
        "Nauruan Foreign Minister Rover Tamani said it was good.",
        "Rover Tamani, Nauru's foreign minister since May, said it was good.",
        "The foreign minister, Rover Tamani, said it was good.",
    ],
)
def test_an_unfilled_office_is_the_stranger_whom_the_report_names_in_it(named: str) -> None:
    text = f"{NAURU} {named}"
    assert ids(text, "Nauru's foreign minister met") == ["rover-tamani"]
    assert ids(text, "Rover Tamani") == ["rover-tamani"]


@pytest.mark.parametrize(
    "other",
    [
        "Former foreign minister Rover Tamani said it was good.",
        "Palau's foreign minister, Rover Tamani, said it was good.",
        "Foreign Minister Rover Tamani received Nauru's foreign minister.",
        "Foreign Minister Rover Tamani and Foreign Minister Lopeti Fano said it was good.",
        "Tuvalu's foreign minister came, too. Foreign Minister Rover Tamani said it was good.",
    ],
)
def test_an_unfilled_office_is_nobody_elses(other: str) -> None:
    assert ids(f"{other} {NAURU}", "Nauru's foreign minister met") == ["nru-foreign-minister"]


def test_a_short_family_name_is_read_again_where_it_is_a_name() -> None:
    text = "Cambodian envoy Sokha Ly met Antony Blinken. An aide left. Ly said it was good."
    assert ids(text, "Ly") == ["sokha-ly"]
    assert ids("Tuvalu's envoy Pita So met Antony Blinken. So it went.", "So") == []


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Pedro Sánchez wrote to Mohamed VI on Monday.", "Mohamed", ["mohammed-vi"]),
        ("Pedro Sánchez wrote to Mohamed XI on Monday.", "Mohamed", ["mohamed-xi"]),
        ("Pedro Sánchez wrote to the party on Monday.", "Pedro", ["pedro-sanchez"]),
    ],
)
def test_a_regnal_number_and_the_higher_office_tell_who_is_meant(
    text: str, words: str, wanted: list[str]
) -> None:
    assert ids(text, words, "2015-03-19") == wanted
