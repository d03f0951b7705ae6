"""A visit of which one end is told with its length lasts so long; no day is invented for one of which neither is."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("President William Ruto begins a three-day state visit to the United States on Saturday.", ("2024-05-25", "2024-05-27")),
        ("President William Ruto wrapped up a three-day visit to the United States on Wednesday.", ("2024-05-20", "2024-05-22")),
        ("President William Ruto returned on Wednesday from a two-day trip to the United States.", ("2024-05-21", "2024-05-22")),
        ("During a three-day visit to the United States, President William Ruto spoke of debt on Wednesday.", None),
    ],
)  # fmt: skip
def test_the_days_of_a_visit_that_is_told_with_its_length(text, days):
    reading = read(make_report(Fields(source="x", text=text, date="2024-05-24")), load_knowledge())
    visits = [each.when for each in reading.accounts if each.kind == "visit"]
    told = [(each.start, each.end) for each in visits if each is not None]
    assert told == [days] if days else all(start is None or start == end for start, end in told)
