"""A user's own organisations count like the package's: their people are at home in many states."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from communique.cli import commands

REPORT = (
    "Oba Lindqvist, secretary-general of the Tarn Basin Compact, will be in Niamey on Thursday. "
    "Emmanuel Macron will be in Niamey on Friday."
)
OWN = {
    "organisations.toml": '[[organisation]]\nid = "TARN"\nname = "Tarn Basin Compact"\nmembers = ["KEN", "UGA"]\n',
    "persons/own.csv": "id,name,family,sex,born,aliases\noba-lindqvist,Oba Lindqvist,Lindqvist,m,1960,\n",
    "tenures/own.csv": "of,office,person,start,end,known_until,title,note\n"
    "TARN,secretary_general,oba-lindqvist,2020-01-01,,2024-01-01,,\n",
}


def test_an_own_organisations_head_visits_no_state_by_being_there(tmp_path: Path, monkeypatch) -> None:
    for name, text in OWN.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("COMMUNIQUE_LEXICON", str(tmp_path))
    arguments = ["read", "-", "--published", "2022-03-02", "--format", "jsonl", "--ledger", ":memory:"]
    done = CliRunner().invoke(commands, arguments, input=REPORT)
    assert done.exit_code == 0, done.output
    contacts = [json.loads(line) for line in done.stdout.splitlines()]
    assert [[p["id"] for p in contact["participants"]] for contact in contacts] == [
        ["NER", "emmanuel-macron"]
    ]
