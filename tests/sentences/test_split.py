"""Where sentences end, and what must hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.records import Furniture, Report, ReportDate, Span
from communique.sentences import split_sentences

CASES = [
    (
        "He met Mr. Abe in Washington, D.C. on Monday. They dined.",
        ["He met Mr. Abe in Washington, D.C. on Monday.", "They dined."],
    ),
    ("Talks ended. Nothing was signed.", ["Talks ended.", "Nothing was signed."]),
    (
        "The U.S. Secretary of State left. He said nothing.",
        ["The U.S. Secretary of State left.", "He said nothing."],
    ),
    ("They met in the U.S. The visit was short.", ["They met in the U.S.", "The visit was short."]),
    ("J. P. Lind wrote to Gen. Ost. No reply came.", ["J. P. Lind wrote to Gen. Ost.", "No reply came."]),
    ("“We agree.” The minister left.", ["“We agree.”", "The minister left."]),
    ("Will they meet? Yes! Soon.", ["Will they meet?", "Yes!", "Soon."]),
    ("The two spoke\nfor an hour.", ["The two spoke\nfor an hour."]),
    ("First line\n\nSecond line", ["First line", "Second line"]),
    ("  \n ", []),
    ("It cost 3.5 million euros.", ["It cost 3.5 million euros."]),
]


def report(body: str, furniture: tuple[Furniture, ...] = ()) -> Report:
    dated = ReportDate(date="2019-05-08", basis="given", why="test")
    return Report(id="r", version="v", source="t.txt", body=body, dated=dated, furniture=furniture)


@pytest.mark.parametrize(("body", "sentences"), CASES, ids=[case[0] for case in CASES])
def test_sentences_end_where_a_reader_ends_them(body: str, sentences: list[str]) -> None:
    assert [s.span.of(body) for s in split_sentences(report(body))] == sentences


def test_headlines_and_captions_are_sentences_of_their_own_layer_and_prompts_are_none() -> None:
    body = "Leaders meet\nSign up for more.\nThe two met.\nThe two shake hands."
    kinds = ["headline", "prompt", None, "caption"]
    labels, at = [], 0
    for kind, line in zip(kinds, body.split("\n"), strict=True):
        if kind:
            labels.append(Furniture(kind=kind, span=Span(start=at, end=at + len(line))))
        at += len(line) + 1
    found = [(s.layer, s.span.of(body)) for s in split_sentences(report(body, tuple(labels)))]
    assert found == [
        ("headline", "Leaders meet"),
        ("prose", "The two met."),
        ("caption", "The two shake hands."),
    ]


PIECES = st.sampled_from(
    [
        "The two met",
        ". ",
        "? ",
        "\n",
        "\n\n",
        " ",
        "Mr. ",
        "U.S. ",
        "”",
        "“",
        "he said",
        "é",
        "D.C.",
        "...",
        "3.5",
        "A. ",
    ]
)
BODIES = st.lists(PIECES, max_size=40).map("".join)


@st.composite
def labelled(draw: st.DrawFn) -> Report:
    body = draw(BODIES)
    cuts = sorted(draw(st.sets(st.integers(0, len(body)), max_size=6)))
    spans = [Span(start=a, end=b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    kinds = st.sampled_from(["headline", "caption", "prompt", "related"])
    return report(body, tuple(Furniture(kind=draw(kinds), span=span) for span in spans))


@given(labelled())
@settings(max_examples=200, deadline=None)
def test_sentences_lie_in_order_in_the_body_and_cover_no_furniture(given_report: Report) -> None:
    sentences = split_sentences(given_report)
    body = given_report.body
    silent = [f.span for f in given_report.furniture if f.kind not in {"headline", "caption"}]
    reached = 0
    for index, sentence in enumerate(sentences):
        text = sentence.span.of(body)
        assert sentence.index == index
        assert reached <= sentence.span.start < sentence.span.end <= len(body)
        assert text == text.strip()
        assert not any(span.overlaps(sentence.span) for span in silent)
        reached = sentence.span.end


@given(BODIES)
@settings(max_examples=200, deadline=None)
def test_no_word_is_lost(body: str) -> None:
    kept = "".join(s.span.of(body) for s in split_sentences(report(body)))
    assert "".join(kept.split()) == "".join(body.split())
