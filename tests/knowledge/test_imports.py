"""Imports from Wikidata query results, FollowTheMoney lines and CSV, and the overlay that they fill."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import commands
from communique.errors import LexiconError
from communique.knowledge import load_knowledge
from communique.knowledge.entries import Tenure
from communique.knowledge.imports import read_import
from communique.knowledge.overlay import laid_over
from communique.knowledge.placing import family_of, place_imported


def test_wikidata_results_are_placed_by_their_words(tmp_path: Path) -> None:
    row = {
        "personLabel": {"value": "Ann Example"},
        "positionLabel": {"value": "Minister of Foreign Affairs of Ecuador"},
        "start": {"value": "2031-05-24T00:00:00Z"},
    }
    path = tmp_path / "q.json"
    path.write_text(json.dumps({"head": {}, "results": {"bindings": [row]}}))
    placed = place_imported(read_import(path), load_knowledge(), "2031-12-31")
    assert [(t["of"], t["office"], t["person"], t["start"], t["known_until"]) for t in placed.tenures] == [
        ("ECU", "foreign_minister", "ann-example", "2031-05-24", "2031-12-31")
    ]
    assert placed.persons[0]["family"] == "Example"


def test_follow_the_money_occupancies_and_positions(tmp_path: Path) -> None:
    entities = [
        {
            "id": "p1",
            "schema": "Person",
            "properties": {
                "name": ["Bo Example"],
                "country": ["ke"],
                "position": ["Minister of Defence (2031-2033)"],
            },
        },
        {"id": "p2", "schema": "Person", "properties": {"name": ["Cy Example"]}},
        {"id": "q1", "schema": "Position", "properties": {"name": ["President of Kenya"], "country": ["ke"]}},
        {
            "id": "o1",
            "schema": "Occupancy",
            "properties": {"holder": ["p2"], "post": ["q1"], "startDate": ["2031-09-01"]},
        },
    ]
    path = tmp_path / "persons.jsonl"
    path.write_text("\n".join(json.dumps(entity) for entity in entities))
    placed = place_imported(read_import(path), load_knowledge(), "2031-12-31")
    assert [(t["office"], t["person"], t["start"], t["end"]) for t in placed.tenures] == [
        ("defence_minister", "bo-example", "2031", "2033"),
        ("president", "cy-example", "2031-09-01", ""),
    ]


def test_what_cannot_be_placed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        "name,of,office,start\nJoe Nobody,Atlantis,president,2020\nJo Any,FRA,king of fish,2020\n"
    )
    placed = place_imported(read_import(path), load_knowledge(), "2031-12-31")
    assert next(reason for _, reason in placed.refused) == '"Atlantis" names no state'
    assert not any(t["person"] == "joe-nobody" for t in placed.tenures)


def test_a_broken_line_names_its_place(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "a", "schema": "Person", "properties": {}}\nnot json\n')
    with pytest.raises(LexiconError, match="x.jsonl:2"):
        read_import(path)


def test_an_overlay_replaces_and_ends_what_it_succeeds() -> None:
    offices = load_knowledge().offices
    own = [
        Tenure(of="FRA", office="president", person="ann-one", start="2017-05-14", known_until="2025-05-01")
    ]
    new = [
        Tenure(of="FRA", office="president", person="bob-two", start="2027-05-13", known_until="2028-01-01")
    ]
    assert [(t.person, t.end) for t in laid_over(own, new, offices)] == [
        ("ann-one", "2027-05-13"),
        ("bob-two", ""),
    ]
    mended = [Tenure(of="FRA", office="president", person="ann-one", start="2017-05-15", end="2022")]
    assert laid_over(own, mended, offices) == tuple(mended)


def test_import_and_check_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(tmp_path / "cache"))
    source = tmp_path / "new.csv"
    source.write_text(
        "name,sex,of,office,start,known_until\nNora Vale,f,France,Foreign Minister,2031-02-01,2031-06-01\n"
    )
    runner = CliRunner()
    outcome = runner.invoke(commands, ["lexicon", "import", str(source), "--lexicon", str(tmp_path / "own")])
    assert outcome.exit_code == 0, outcome.output
    assert runner.invoke(commands, ["lexicon", "check", "--lexicon", str(tmp_path / "own")]).exit_code == 0
    assert "nora-vale" in load_knowledge(tmp_path / "own").persons
    assert "nora-vale" not in load_knowledge().persons


def test_family_names_keep_their_particles() -> None:
    assert [family_of(name) for name in ("Ursula von der Leyen", "Nora Vale", "Pelé")] == [
        "von der Leyen",
        "Vale",
        "",
    ]
