"""Times told by a turn of speech: each in a sentence of our own, with the interval that a careful reader gives it."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.dates import read_passage

TOLD = [
    ("2019-07-10", "Their paths cross again two weeks from Friday.", "two weeks from Friday", "2019-07-26", "2019-07-26"),
    ("2016-01-11", "By March the barges will have sailed.", "March", "2016-03-01", "2016-03-31"),
    ("2012-06-05", "Both premiers had met the previous autumn.", "the previous autumn", "2011-09-01", "2011-11-30"),
    ("2018-05-02", "She chaired the club in the previous calendar year.", "previous calendar year", "2017-01-01", "2017-12-31"),
    ("2009-05-18", "In the latter half of March he vanished.", "In the latter half of March", "2009-03-16", "2009-03-31"),
    ("2009-05-18", "The truce frayed early last week.", "early last week", "2009-05-11", "2009-05-12"),
    ("2022-02-28", "In 2014 the two had dined on 6 June.", "6 June", "2014-06-06", "2014-06-06"),
    ("2019-09-12", "Nine years after the April 17 accord they quarrelled.", "Nine years after the April 17", "2019-01-01", "2019-12-31"),
    ("2012-10-10", "The vote has been brought forward to November.", "November", "2012-11-01", "2012-11-30"),
    ("2012-10-10", "Fresh from Sunday's triumph, he will fly to Rome.", "Sunday", "2012-10-07", "2012-10-07"),
    ("2012-10-10", "A weekly Wednesday lunch keeps the line open.", "Wednesday", None, None),
    ("2022-02-28", "In 1962 they blinked; thirteen days earlier the photographs had come.", "thirteen days earlier", None, None),
    ("2012-06-05", "During Q1 the pipes were dry.", "Q1", "2012-01-01", "2012-03-31"),
    ("2012-06-05", "The review slipped into the third quarter.", "third quarter", "2012-07-01", "2012-09-30"),
    ("2012-11-20", "The summer of '99 was their last.", "summer of '99", "1999-06-01", "1999-08-31"),
    ("2012-02-10", "The summer before last he drove to Sochi.", "summer before last", "2010-06-01", "2010-08-31"),
    ("2012-02-10", "The autumn after next the mandate ends.", "autumn after next", "2013-09-01", "2013-11-30"),
    ("2014-05-28", "Two Fridays back she had resigned.", "Two Fridays back", "2014-05-16", "2014-05-16"),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "expression", "start", "end"), TOLD)
def test_a_turn_of_speech_has_its_interval(
    published: str, text: str, expression: str, start: str | None, end: str | None
) -> None:
    """The interval is exact; what has no date gets none."""
    when = read_passage({"published": published, "text": text, "expression": expression})
    assert ((when.start, when.end) if when else (None, None)) == (start, end)
