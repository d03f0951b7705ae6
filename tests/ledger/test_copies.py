"""Copies of one text are told as such wherever reports are listed."""

from __future__ import annotations

import json

from click.testing import CliRunner

from communique.cli import commands

STORY = (
    "TURKU (Reuters) - German Chancellor Angela Merkel met Japanese Prime Minister Shinzo Abe in Tokyo on Monday, her "
    "office said, and both promised to look after the free passage of ships while the talks on tariffs continue."
)
LINES = (
    {"id": "wire", "title": "Merkel and Abe meet", "text": STORY, "date": "2019-02-04", "outlet": "Reuters"},
    {"id": "cut", "title": "Leaders meet", "text": STORY[19:], "date": "2019-02-05", "outlet": "The Turku Post"},
    {"id": "own", "title": "", "text": "Prime Minister Abe received Chancellor Merkel in Tokyo on February 4.",
     "date": "2019-02-04", "outlet": "Ministry"},
)  # fmt: skip


def run(*words: str) -> str:
    found = CliRunner().invoke(commands, words, catch_exceptions=False)
    assert found.exit_code == 0, found.output
    return found.stdout


def test_a_copy_names_its_origin_in_every_list_of_reports(tmp_path) -> None:
    path, ledger = tmp_path / "lines.jsonl", str(tmp_path / "l.db")
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), encoding="utf-8")
    read = run("read", str(path), "--ledger", ledger, "--format", "jsonl", "--only", "reports,contacts")
    listed = run("reports", "--ledger", ledger, "--format", "jsonl")
    for lines in (read, listed):
        reports = {
            each["source"]: each for each in map(json.loads, lines.splitlines()) if each["type"] == "report"
        }
        assert {name: each["copy_of"] for name, each in reports.items()} == {
            "wire": None, "cut": reports["wire"]["id"], "own": None,
        }  # fmt: skip
    table = run("table", "reports", "--ledger", ledger)
    assert (
        reports["wire"]["id"]
        in next(line for line in table.splitlines() if ",cut," in line).rsplit(",", 1)[1]
    )
    (contact,) = (each for each in map(json.loads, read.splitlines()) if each["type"] == "contact")
    assert (contact["support"]["reports"], contact["support"]["origins"]) == (3, 2)
    assert (
        "wire"
        in next(line for line in run("reports", "--ledger", ledger).splitlines() if " cut " in line).split()
    )
