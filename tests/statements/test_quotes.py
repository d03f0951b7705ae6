"""Where quotations begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.records import Report
from communique.sentences import split_sentences
from communique.statements.quotes import find_quotes


def quoted(text: str) -> list[str]:
    """The quoted words of a text."""
    report = Report(id="r", version="v", source="t", body=text)
    return [quote.span.of(text) for quote in find_quotes(text, split_sentences(report))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We will stay," he said.', ["We will stay,"]),
        ("“We will stay,” he said. “Here.”", ["We will stay,", "Here."]),
        ("'We will stay,' he said.", ["We will stay,"]),
        ("‘The workers’ rights are safe,’ he said.", ["The workers’ rights are safe,"]),
        ("The workers' hall was full, and the players' too.", []),
        ("It was the summer of '68 and of the ’90s.", []),
        ("\"She said, 'Go,' and I went,\" he recalled.", ["She said, 'Go,' and I went,"]),
        ('"We begin.\n\n"We go on," he said.', ["We begin.", "We go on,"]),
        ("Er sagte: „Nein“ and left.", ["Nein"]),
        ("", []),
    ],
)
def test_words_between_marks(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_a_paragraph_left_open_goes_on() -> None:
    text = '"We begin.\n\n"We go on," he said.'
    report = Report(id="r", version="v", source="t", body=text)
    assert [quote.continues for quote in find_quotes(text, split_sentences(report))] == [False, True]


@given(st.text(alphabet="ab .,\"'“”‘’\n", max_size=60))
def test_spans_lie_within_the_text(text: str) -> None:
    report = Report(id="r", version="v", source="t", body=text)
    for quote in find_quotes(text, split_sentences(report)):
        assert 0 <= quote.outer.start <= quote.span.start < quote.span.end <= quote.outer.end <= len(text)
