"""`communique statements`: each condition chooses by the words themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import communique
from communique.cli import commands

REPORTS = [
    {
        "id": "one",
        "date": "2019-03-05",
        "outlet": "The Turku Post",
        "text": "French President Emmanuel Macron spoke by phone with Russian President Vladimir Putin on Tuesday. Macron said that "
        "the grain trade would go on. A Russian official told Reuters that the ports were open.",
    },
    {
        "id": "two",
        "date": "2019-04-09",
        "outlet": "Lantern Daily",
        "text": "Chancellor Angela Merkel met Emmanuel Macron in Berlin on Tuesday. Merkel said that Libya needed a truce.",
    },
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("said")
    (folder / "r.jsonl").write_text("\n".join(json.dumps(each) for each in REPORTS), encoding="utf-8")
    communique.read(folder / "r.jsonl", ledger=str(folder / "l.db")).close()
    return folder / "l.db"


def texts(kept: Path, *conditions: str) -> set[str]:
    done = CliRunner().invoke(
        commands,
        ["statements", "--ledger", str(kept), "--format", "json", *conditions],
        catch_exceptions=False,
    )
    assert done.exit_code == 0
    return {each["text"] for each in json.loads(done.stdout)}


GRAIN, PORTS, TRUCE = "the grain trade would go on", "the ports were open", "Libya needed a truce"


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ((), {GRAIN, PORTS, TRUCE}),
        (("--speaker", "macron"), {GRAIN}),
        (("--side", "russia"), {PORTS}),
        (("--side", "DEU"), {TRUCE}),
        (("--topic", "libya"), {TRUCE}),
        (("--outlet", "lantern daily"), {TRUCE}),
        (("--outlet", "reuters"), {PORTS}),
        (("--contact", "2019-04-09-macron-merkel-meeting"), {TRUCE}),
        (("--since", "2019-04"), {TRUCE}),
        (("--until", "2019-03"), {GRAIN, PORTS}),
        (("--between", "macron", "putin", "--speaker", "merkel"), set()),
    ],
)
def test_a_condition_is_asked_of_the_words(
    kept: Path, conditions: tuple[str, ...], expected: set[str]
) -> None:
    assert texts(kept, *conditions) == expected


@pytest.mark.parametrize("shape", ["table", "jsonl", "csv", "markdown"])
def test_each_format_shows_the_words(kept: Path, shape: str) -> None:
    arguments = ["statements", "--ledger", str(kept), "--format", shape, "--speaker", "merkel"]
    done = CliRunner().invoke(commands, arguments, env={"COLUMNS": "200"})
    assert done.exit_code == 0
    assert TRUCE in done.stdout
