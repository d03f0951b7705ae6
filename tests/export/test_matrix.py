"""The readouts matrix: broader topics, and sides whose own text is not held."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

import communique
from communique.cli import commands
from communique.export.matrix import build_matrix

NEWS = (
    "PARIS, March 5, 2019 - French President Emmanuel Macron spoke by phone with Iranian President Hassan Rouhani on "
    "Tuesday. The call lasted 40 minutes, Rouhani said. They discussed {topic}."
)


def states(folder: Path, *topics: str) -> dict[str, list[str]]:
    for number, topic in enumerate(topics):
        (folder / f"{number}.txt").write_text(NEWS.format(topic=topic), encoding="utf-8")
    with communique.read(folder) as ledger:
        (contact,) = ledger.contacts()
        matrix = build_matrix(contact, ledger.reports_of([contact]))
    return {line.subject: [cell.state for cell in line.cells] for line in matrix.lines}


def test_a_narrower_topic_tells_the_broader_one(tmp_path: Path) -> None:
    found = states(tmp_path, "Iran and the grain trade", "the Joint Comprehensive Plan of Action")
    assert found["topic: iran"][:2] == ["same", "same"]
    assert sorted(found["topic: iran-nuclear"][:2]) == ["only here", "silent"]


def test_a_side_without_a_text_has_what_others_give_of_its_words(tmp_path: Path) -> None:
    found = states(tmp_path, "Libya")
    assert found["duration minutes"] == ["only here", "no text", "excerpt only"]
    assert found["topic: libya"] == ["only here", "no text", "no text"]


READOUTS = {
    "one.txt": "Readout of the President’s Call with President Macron of France\n\nThe White House, March 5, 2024\n\n"
    "President Joseph R. Biden, Jr. spoke today with President Emmanuel Macron of France at the latter’s request. "
    "They discussed Libya. The President thanked France for its help in Niger.",
    "two.txt": "PARIS, March 5, 2024 - French President Emmanuel Macron spoke by phone with U.S. President Joe Biden on "
    "Tuesday. Libya and trade were discussed. Macron again raised Libya’s elections.",
}


def compared(folder: Path, *more: str) -> Any:
    for name, text in READOUTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    done = CliRunner().invoke(commands, ["compare", *(str(folder / name) for name in READOUTS), *more])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_pasted_readout_is_the_text_of_the_side_that_its_header_names(tmp_path: Path) -> None:
    (matrix,) = json.loads(compared(tmp_path, "--format", "json"))
    assert {each["side"]: each["label"] for each in matrix["columns"]}["USA"] == "The White House (USA)"
    assert "USA" not in {each["label"] for each in matrix["columns"]}


def test_a_place_beside_a_day_is_no_publisher(tmp_path: Path) -> None:
    text = "Ministers meet\n\nLondon, 3 March 2014\n\nUhuru Kenyatta met David Cameron today."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    with communique.read(tmp_path) as ledger:
        assert [report.outlet for report in ledger.reports().values()] == [None]


def test_who_asked_for_it_is_told_by_name(tmp_path: Path) -> None:
    (matrix,) = json.loads(compared(tmp_path, "--format", "json"))
    line = next(each for each in matrix["lines"] if each["subject"] == "initiator")
    assert "Emmanuel Macron" in {cell["told"] for cell in line["cells"]}


def test_the_words_behind_a_cell_stand_at_their_place(tmp_path: Path) -> None:
    (matrix,) = json.loads(compared(tmp_path, "--format", "json", "--words"))
    libya = next(each for each in matrix["lines"] if each["subject"] == "topic: libya")
    said = [each for cell in libya["cells"] for each in cell.get("words", ())]
    assert [each["text"] for each in said] == [
        "They discussed Libya.",
        "Libya and trade were discussed.",
        "Macron again raised Libya’s elections.",
    ]
    bodies = list(READOUTS.values())
    assert all(any(body[each["start"] : each["end"]] == each["text"] for body in bodies) for each in said)


def test_words_are_shown_only_on_demand(tmp_path: Path) -> None:
    assert "They discussed Libya." not in compared(tmp_path, "--format", "markdown")
    assert "“They discussed Libya.”" in compared(tmp_path, "--format", "markdown", "--words")
