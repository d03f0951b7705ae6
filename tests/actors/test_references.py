"""Whom references mean: the examples of lexicon/references.toml, and what must hold of every expression."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.actors.expressions import WORDS, find_expressions
from communique.actors.quoting import find_quotations
from communique.evaluation.scoring.actors import read_passage

EXAMPLES: list[dict[str, Any]] = [*WORDS["group"], *WORDS["relation"], *WORDS["body"], *WORDS["state_noun"]]


def ids(text: str, date: str, words: str) -> tuple[str, ...]:
    mentions = read_passage({"id": "t", "date": date, "text": text})
    return next((tuple(a.id for a in m.actors) for m in mentions if m.text == words), ())


@pytest.mark.parametrize("entry", EXAMPLES, ids=lambda entry: entry.get("id", entry.get("words")))
def test_each_entry_means_whom_its_example_says(entry: dict[str, Any]) -> None:
    assert list(ids(entry["example"], entry["date"], entry["words"])) == entry["wanted"]


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        (
            "Merkel received Macron. She said that Macron had thanked her.",
            "2018-04-24",
            "her",
            ("angela-merkel",),
        ),
        (
            "Shinzo Abe, Emmanuel Macron and Justin Trudeau dined. The trio sang.",
            "2018-04-24",
            "The trio",
            ("shinzo-abe", "emmanuel-macron", "justin-trudeau"),
        ),
        (
            "“I have told her so,” Vladimir Putin said after a call with Angela Merkel.",
            "2018-04-24",
            "I",
            ("vladimir-putin",),
        ),
        (
            "Turkey’s president saw Trump and then Macron. He told the former a joke.",
            "2019-04-24",
            "the former",
            ("donald-trump",),
        ),
        ("Xi Jinping met Narendra Modi. The Indian smiled.", "2018-04-28", "Indian", ("narendra-modi",)),
        ("Xi Jinping met Narendra Modi with Putin beside him.", "2018-04-28", "him", ("xi-jinping",)),
        ("Putin asked Macron whether he had slept.", "2019-04-24", "he", ("emmanuel-macron",)),
        (
            "Xi Jinping met Narendra Modi. Their foreign ministers wrote the paper.",
            "2019-10-14",
            "Their foreign ministers",
            ("wang-yi", "s-jaishankar"),
        ),
        (
            "Xi Jinping met Narendra Modi. The foreign ministers of the two countries wrote the paper.",
            "2019-10-14",
            "The foreign ministers of the two countries",
            ("wang-yi", "s-jaishankar"),
        ),
        (
            (
                "Sergey Lavrov and Defence Minister Sergei Shoigu met Wang Yi and Defence Minister Wei Fenghe. "
                "Lavrov and Wang dined first. The two defence ministers toasted."
            ),
            "2019-04-24",
            "The two defence ministers",
            ("sergei-shoigu", "wei-fenghe"),
        ),
        ("Jens Stoltenberg saw Duda and Orban. Their two countries will pay.", "2019-04-24", "Their two countries", ("POL", "HUN")),
        ("Andrzej Duda telephoned Viktor Orban. They said their governments agreed.", "2019-04-24", "their governments",
         ("POL", "HUN")),
        ("The Poles told Orban that their country would wait.", "2019-04-24", "their country", ("POL",)),
        ("Strikers told Orban that their country was lost.", "2019-04-24", "their country", ()),
        ("Lee saw Abe. The two had not met since the former took office.", "2013-04-24", "the former", ("lee-hsien-loong",)),
        ("Modi rang Sharif. Obama reminded the two of what they had signed.", "2015-04-24", "the two",
         ("narendra-modi", "nawaz-sharif")),
        ("Merkel met Abe. Kim Jong-un\u2019s elderly foreign minister read it.", "2018-12-01", "foreign minister", ("ri-yong-ho",)),
        ("Merkel met Abe. Maduro's foreign minister gave a speech.", "2018-12-01", "foreign minister", ("jorge-arreaza",)),
        ("Merkel met Abe. Smith's foreign minister gave a speech.", "2018-12-01", "foreign minister", ()),
        ("Lee Hsien Loong wrote to Oman. He met nobody on the island.", "2013-04-24", "the island", ()),
        ("Abe left Oman and Jordan. He had not seen the emirate.", "2013-04-24", "the emirate", ()),
        ("Malaysia protested. Lee Hsien Loong told parliament that his southern neighbours were calm.", "2013-04-24",
         "his southern neighbours", ("MYS",)),
        ("Chad sealed the road. Goodluck Jonathan said his old neighbour Tunde was ill.", "2013-04-24", "his old neighbour", ()),
        ("Jordan wrote to Israel. Its powerful neighbour did not answer.", "2013-04-24", "Its powerful neighbour", ("ISR",)),
        ("Sauli Niinisto arrived in Riga. The Finnish president thanked his hosts.", "2013-04-24", "his hosts", ("LVA",)),
        ("Sauli Niinisto flew to Riga. On Sunday the delegation left.", "2013-04-24", "the delegation", ("FIN",)),
        ("Modi and Sharif flew to Oslo. Erna Solberg seated her two guests far apart.", "2015-04-24", "her two guests",
         ("narendra-modi", "nawaz-sharif")),
        ("Modi met Sharif. Erna Solberg kissed her guests in Oslo.", "2015-04-24", "her guests in Oslo", ()),
        ("Norway and Cuba wrote to Bogota. The two guarantors will wait.", "2015-04-24", "The two guarantors", ("NOR", "CUB")),
        ("Merkel met Macron; neither smiled.", "2019-04-24", "neither", ("angela-merkel", "emmanuel-macron")),
    ],
)  # fmt: skip
def test_who_is_referred_to(text: str, date: str, words: str, wanted: tuple[str, ...]) -> None:
    assert ids(text, date, words) == wanted


@given(st.text(alphabet='Tthe two leadrsHis ownhost“”"\n.bof them', max_size=80), st.integers(0, 50))
def test_expressions_are_the_words_of_the_text(text: str, offset: int) -> None:
    for one in find_expressions(text, offset):
        assert text[one.span.start - offset : one.span.end - offset] == one.match.group()


@given(st.text(alphabet='ab “”"\n', max_size=60))
def test_quotations_lie_in_order_and_never_overlap(text: str) -> None:
    spans = [q.span for q in find_quotations(text)]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
