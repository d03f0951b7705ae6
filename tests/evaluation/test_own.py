"""A user's own gold as CSV, a sample for coders, and their agreement."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner

from communique.cli import commands
from communique.ledger import Ledger

NOON = "2026-03-10T12:00:00+00:00"
GOLD = """id,date,text,kind,status,participants,start,end
a,2025-01-22,Chinese President Xi Jinping spoke with Vladimir Putin by video on Tuesday.,video_call,held,Xi Jinping; Vladimir Putin,2025-01-21,2025-01-21
b,2025-01-22,The ferry was late.,,,,,
"""


def run(*words: str):
    return CliRunner().invoke(commands, ["evaluate", *words], catch_exceptions=False)


def test_a_csv_of_ones_own_is_scored_with_intervals_and_a_curve(tmp_path):
    (tmp_path / "own.csv").write_text(GOLD, encoding="utf-8")
    done = run("contacts", str(tmp_path / "own.csv"))
    assert done.stdout.splitlines()[0] == "contacts, own: 2 passages"
    assert "contacts own f1 1.000" in done.stdout.splitlines()[-1]
    assert "right" in done.stdout
    (found,) = json.loads(run("contacts", str(tmp_path / "own.csv"), "--format", "json").stdout)
    assert found["figures"]["f1"] == {"value": 1.0, "low": 0.0, "high": 1.0}
    assert found["reliability"][0]["right"] == 1.0


def test_sentences_of_consultations_may_be_csv(tmp_path):
    rows = "text,consult\nXi Jinping met Vladimir Putin in Moscow.,yes\nThe ferry was late.,no\n"
    (tmp_path / "own.csv").write_text(rows, encoding="utf-8")
    assert "consult own f1 1.000" in run("consult", str(tmp_path / "own.csv")).stdout


def test_a_csv_without_its_columns_is_refused(tmp_path):
    (tmp_path / "own.csv").write_text("text\nThe ferry was late.\n", encoding="utf-8")
    done = run("contacts", str(tmp_path / "own.csv"))
    assert done.exit_code == 3
    assert "no column 'kind'" in done.stderr


@pytest.fixture
def sheet(tmp_path, readings) -> list[dict[str, str]]:
    path = str(tmp_path / "l.db")
    with Ledger.open(path) as ledger:
        ledger.add(readings, NOON)
    told = run("sample", "--ledger", path, "--size", "50").stdout
    assert told == run("sample", "--ledger", path, "--size", "50").stdout
    return list(csv.DictReader(io.StringIO(told)))


def coded(path, rows, **columns: list[str]) -> str:
    filled = [{**row, **{key: values[at] for key, values in columns.items()}} for at, row in enumerate(rows)]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(filled)
    return str(path)


def test_a_sheet_shows_sentences_and_nothing_of_the_reading(sheet):
    assert {row["item"] for row in sheet} == {"a1", "a2", "a3"}
    assert all(row["sentence"] and not row["kind"] and not row["parties"] for row in sheet)


def test_agreement_of_two_coders_is_krippendorff_s_alpha(sheet, tmp_path):
    one = coded(
        tmp_path / "1.csv", sheet, contact=["yes"] * 3, kind=["phone_call", "meeting", "call"],
        parties=["Vale; Brandt", "Brandt", "x"],
    )  # fmt: skip
    other = coded(
        tmp_path / "2.csv", sheet, contact=["yes"] * 3, kind=["phone_call", "meeting", "phone_call"],
        parties=["brandt;  VALE", "Brandt", ""],
    )  # fmt: skip
    found = {
        each["column"]: each for each in json.loads(run("agreement", one, other, "--format", "json").stdout)
    }
    assert (found["contact"]["share"], found["contact"]["alpha"]) == (1.0, None)
    # Coincidences: six values, 3 phone_call, 2 meeting, 1 call; two of them disagree. Expected disagreement 22 of 30.
    assert found["kind"]["alpha"] == pytest.approx(1 - (2 / 6) / (22 / 30))
    assert (found["parties"]["items"], found["parties"]["share"]) == (2, 1.0)


def test_two_sheets_are_needed_and_must_share_items(sheet, tmp_path):
    one = coded(tmp_path / "1.csv", sheet[:1], kind=["call"])
    other = coded(tmp_path / "2.csv", sheet[1:2], kind=["call"])
    assert run("agreement", one).exit_code == 2
    assert "share no items" in run("agreement", one, other).stderr
