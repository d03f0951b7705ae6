"""Sets taken together: their passages are counted as one set's."""

from __future__ import annotations

from collections import Counter

from communique.evaluation.figures import Measure, Scored, figures_of, share
from communique.evaluation.pooled import pooled
from communique.evaluation.stages import score_set


def scored(name: str, right: int, of: int) -> Scored:
    passages = tuple(Counter(passages=1, exact=int(n < right)) for n in range(of))
    measures = (Measure(name="exact", of=share("exact", "passages")),)
    return Scored(
        stage="dates", name=name, sealed="sealed" in name, passages=passages, measures=measures, misses=("x",)
    )


def test_sets_together_count_every_passage_once():
    sets = [
        scored("open", 1, 1),
        scored("sealed", 1, 2),
        scored("sealed-2", 5, 6),
        scored("undated-open", 0, 4),
    ]
    found = {one.name: one for one in pooled("dates", sets)}
    assert {name: len(one.passages) for name, one in found.items()} == {
        "open together": 1,
        "sealed together": 8,
        "undated open together": 4,
        "undated together": 4,
    }
    assert figures_of(found["sealed together"])[0].value == 6 / 8
    assert found["sealed together"].sealed
    assert not any(one.misses for one in found.values())
    assert [one.name for one in pooled("actors", sets[:3])] == ["open together", "sealed together"]
    assert list(pooled("consult", sets)) == []


def test_undated_reports_have_figures_of_what_could_be_dated_and_of_what_was(tmp_path):
    lines = [
        ('{"id": "a", "text": "The envoys met today, 3 March 2015.", ', '"2015-03-03"'),
        ('{"id": "b", "text": "The envoys met today, 4 March 2015.", ', '"2015-03-05"'),
        ('{"id": "c", "text": "The envoys met.", ', '"2015-03-05"'),
        ('{"id": "d", "text": "The envoys met.", ', "null"),
    ]
    rows = [f'{head}"published_start": {day}, "published_end": {day}}}' for head, day in lines]
    path = tmp_path / "undated-own.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    figures = {one.name: one.value for one in figures_of(score_set("dates", path))}
    assert figures["datable dated right"] == 1 / 3
    assert figures["given right"] == 1 / 2
    assert (figures["wrong"], figures["missed"], figures["right or rightly none"]) == (0.25, 0.25, 0.5)
