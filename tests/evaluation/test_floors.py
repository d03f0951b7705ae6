"""No stage falls below what it reached; the command shows figures and never a sealed miss."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from communique.cli import commands
from communique.evaluation.floors import digest_of, find_falls, read_floors
from communique.evaluation.stages import STAGES, gold_sets


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES)
def test_floors_hold(stage):
    assert list(find_falls(stage)) == []


def test_every_gold_set_is_pinned():
    pinned = {held["digest"] for held in read_floors().values()}
    assert {digest_of(path) for stage in STAGES for path in gold_sets(stage)} == pinned


def evaluate(*arguments: str) -> str:
    return CliRunner().invoke(commands, ["evaluate", *arguments], catch_exceptions=False).stdout


def test_misses_of_sealed_sets_are_never_shown():
    shown = evaluate("dates", "--misses", "1000")
    sealed = [path for path in gold_sets("dates") if "sealed" in path.name]
    assert sealed
    for path in sealed:
        for line in path.read_text(encoding="utf-8").splitlines():
            assert json.loads(line)["text"] not in shown
    assert "misses of a sealed set are not shown" in shown


def test_the_last_line_says_the_figures():
    assert evaluate("dates").splitlines()[-1].startswith("dates open exact ")


def test_json_has_figures_with_intervals():
    found = json.loads(evaluate("dates", "--format", "json"))
    together = {each["set"] for each in found if each["set"].endswith("together")}
    assert {each["set"] for each in found} - together == {path.stem for path in gold_sets("dates")}
    assert set(found[0]["figures"]["exact"]) == {"value", "low", "high"}
    by_name = {each["set"]: each for each in found}
    everything = by_name["undated together"]
    assert everything["passages"] == sum(e["passages"] for e in found if e["set"].startswith("undated-"))
    assert {"datable dated right", "given right"} <= set(everything["figures"])
    assert by_name["sealed together"]["sealed"] and not by_name["open together"]["sealed"]


def test_a_file_of_ones_own_is_scored(tmp_path):
    line = {
        "id": "x-1",
        "title": "",
        "text": "The ferry was late.",
        "date": "2026-03-03",
        "contacts": [],
        "never": [],
    }
    (tmp_path / "own.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert "contacts own f1 0.000" in evaluate("contacts", str(tmp_path / "own.jsonl"))


def test_a_file_that_is_no_gold_set_is_refused(tmp_path):
    (tmp_path / "own.jsonl").write_text('{"text": "The ferry was late."}', encoding="utf-8")
    done = CliRunner().invoke(commands, ["evaluate", "contacts", str(tmp_path / "own.jsonl")])
    assert done.exit_code == 3
    assert "own.jsonl:1: no gold contacts" in done.stderr
