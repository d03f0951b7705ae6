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


WIRE = (
    "Kenyan President William Ruto met Ethiopian Prime Minister Abiy Ahmed in Addis Ababa on Monday to speak of the "
    "railway, the ports and the price of grain. Ruto said that the two countries would open the border at Moyale by the "
    "end of the year. The talks went on for three hours behind closed doors in the old palace, and no questions were "
    "taken afterwards. Abiy said that his country was ready to buy more tea."
)
COPIES = [
    {"id": "agency", "date": "2024-02-27", "outlet": "Savanna Wire", "text": WIRE},
    {"id": "daily", "date": "2024-02-27", "outlet": "Lantern Daily", "text": WIRE},
    {"id": "cut", "date": "2024-02-28", "outlet": "Turku Post", "text": WIRE.rsplit(" Abiy", 1)[0]},
]


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copied")
    (folder / "r.jsonl").write_text("\n".join(json.dumps(each) for each in COPIES), encoding="utf-8")
    communique.read(folder / "r.jsonl", ledger=str(folder / "l.db")).close()
    return folder / "l.db"


def listed(kept: Path, shape: str, *options: str) -> str:
    arguments = ["statements", "--ledger", str(kept), "--format", shape, *options]
    done = CliRunner().invoke(commands, arguments, env={"COLUMNS": "300"}, catch_exceptions=False)
    return done.stdout


def test_what_copies_say_again_is_listed_once_with_their_number(copied: Path) -> None:
    folded = listed(copied, "markdown")
    assert folded.count("border at Moyale") == folded.count("buy more tea") == 1
    assert "and 2 copies" in folded and "and 1 copy" in folded
    assert listed(copied, "markdown", "--all").count("border at Moyale") == len(COPIES)


def test_objects_tell_which_statement_a_copy_repeats(copied: Path) -> None:
    said = json.loads(listed(copied, "json"))
    border = [each for each in said if "Moyale" in each["text"]]
    (first,) = (each for each in border if each["copy_of"] is None)
    assert {each["copy_of"] for each in border if each is not first} == {first["id"]}
    assert len(border) == len(COPIES)
    assert all(each["copy_of"] is None for each in said if each["report"] == first["report"])


def test_a_copy_that_is_asked_for_alone_stands_for_itself(copied: Path) -> None:
    assert "border at Moyale" in listed(copied, "markdown", "--outlet", "turku post")
