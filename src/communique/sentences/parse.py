"""Parses the sentences that are worth it, each as a document of its own, in one batch a report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from communique.knowledge import Knowledge
from communique.records import Report, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 1200  # code points; a longer "sentence" is a list or a table, and costs more than it tells
WHITE = re.compile(r"\s")


def parse_sentences(report: Report, sentences: Iterable[Sentence], wanted: frozenset[int],
                    knowledge: Knowledge) -> dict[int, Doc]:
    """Parses by sentence index. A token's place in the body is `sentence.span.start + token.idx`."""
    chosen = [s for s in sentences if s.index in wanted and s.span.end - s.span.start <= LONGEST]
    texts = [levelled(s.span.of(report.body)) for s in chosen]
    return {s.index: doc for s, doc in zip(chosen, knowledge.nlp.pipe(texts, batch_size=64), strict=True)}


def levelled(text: str) -> str:
    """White space and quotes in the form that the model was trained on; as long as before."""
    return WHITE.sub(" ", text).replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
