"""Names that two may bear mean nobody, and the ledger asks who is meant."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from communique.cli import commands
from communique.evaluation.scoring.actors import read_passage

REPORT = (
    "Angela Merkel telephoned Nawaz Sharif and Shehbaz Sharif on Monday. "
    "Sharif met Li Keqiang in Xian on Tuesday, a spokesman said."
)


def run(*arguments: str, given: str | None = None) -> str:
    done = CliRunner().invoke(commands, arguments, input=given)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_an_open_name_is_a_doubt_of_the_ledger_that_can_be_settled(tmp_path) -> None:
    ledger = ("--ledger", str(tmp_path / "test.db"))
    run("read", "-", "--published", "2015-12-30", *ledger, given=REPORT)
    asked = json.loads(run("doubts", "--format", "json", *ledger))
    open_names = [doubt for doubt in asked if doubt["question"] == 'Who is meant by "Sharif"?']
    assert [doubt["choices"] for doubt in open_names] == [["Nawaz Sharif", "Shehbaz Sharif"]]
    assert open_names[0]["id"].startswith("who-")
    run("judge", "settle", open_names[0]["id"], "1", "--author", "Ada", "--reason", "the premier", *ledger)
    left = json.loads(run("doubts", "--format", "json", *ledger))
    assert open_names[0]["id"] not in {doubt["id"] for doubt in left}


@pytest.mark.parametrize(
    ("text", "date", "words", "choices"),
    [
        ("Sharif thanked Modi after Nawaz Sharif and Shehbaz Sharif had received him.", "2015-12-25", "Sharif",
         None),
        ("King Abdullah saw envoys of Jordan and Saudi Arabia.", "2011-03-04", "King Abdullah",
         ("Abdullah bin Abdulaziz", "King Abdullah II")),
        ("King Abdullah waited in Amman.", "2011-03-04", "King Abdullah", None),
        ("Dominican President Fernández flew to Lima.", "2010-03-04", "Dominican President Fernández", None),
    ],
)  # fmt: skip
def test_a_name_is_open_only_where_the_report_leaves_it_so(
    text: str, date: str, words: str, choices: tuple[str, ...] | None
) -> None:
    found = [m for m in read_passage({"id": "t", "date": date, "text": text}) if m.text == words]
    assert len(found) == 1
    assert bool(found[0].actors) == (choices is None)
    assert choices is None or set(found[0].choices) == set(choices)
