"""Reports without a date that are told by a widely known event, a feast, a birthday, a vote or a gathering: none is dated elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.evaluation.scoring.dates import compare_undated, read_undated

PASSAGES = [
    json.loads(line)
    for line in (Path(__file__).parent / "undated_told.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("passage", PASSAGES, ids=[passage["text"][:40] for passage in PASSAGES])
def test_day_is_within_what_a_reader_takes_from_it(passage):
    gold = {"published_start": passage["first"], "published_end": passage["last"]}
    assert compare_undated(gold, read_undated(passage["text"])) in {"right", "withheld"}
