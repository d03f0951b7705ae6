"""Kin and nationals are entries like others: unknown ones are refused with their place and the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import LexiconError
from communique.knowledge import load_knowledge
from communique.knowledge.load import LEXICON, read_given_names, read_kin, read_nationals


def test_relatives_are_read_both_ways() -> None:
    relatives = load_knowledge().relatives
    assert ("sibling", "raul-castro") in relatives["fidel-castro"]
    assert ("parent", "hun-sen") in relatives["hun-manet"]
    assert ("child", "hun-manet") in relatives["hun-sen"]


def test_nobody_is_his_own_relative() -> None:
    assert all(kin.person != kin.other for kin in load_knowledge().kin)


@pytest.mark.parametrize("row", ["nobody,sibling,raul-castro", "fidel-castro,cousin,raul-castro"])
def test_an_unknown_person_or_tie_is_refused(row: str, tmp_path: Path) -> None:
    path = tmp_path / "kin.csv"
    path.write_text(f"person,tie,other\n{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"kin\.csv:2"):
        read_kin(path, load_knowledge().persons)


def test_a_national_of_no_state_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "nationals.csv"
    path.write_text("person,state\nkofi-annan,GHX\n", encoding="utf-8")
    knowledge = load_knowledge()
    with pytest.raises(LexiconError, match="GHX"):
        read_nationals(path, knowledge.persons, knowledge.states)


def test_a_given_name_tells_one_sex() -> None:
    names = read_given_names(LEXICON)
    assert (names["Helga"], names["Ignatius"]) == ("f", "m")
    assert "Andrea" not in names
