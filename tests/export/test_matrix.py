"""The readouts matrix: broader topics, and sides whose own text is not held."""

from __future__ import annotations

from pathlib import Path

import communique
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
