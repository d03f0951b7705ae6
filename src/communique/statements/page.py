"""One report laid out for statements: sentences with quotations masked, parses, mentions by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from communique.knowledge import Knowledge
from communique.record_type import Record
from communique.records import Mention, Report, Sentence, Span
from communique.statements.quotes import Quote, find_quotes

if TYPE_CHECKING:
    from communique.sentences import Doc, Token

MASK = "\u25a1"


class Page(Record, frozen=True):
    """A report's sentences, quotations, parses and mentions; `masked` is the `body` with quoted words blotted out.

    `starts` are the places where the sentences begin, `states_of` the states of each actor by its id.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    parses: Mapping[int, Doc]
    mentions: Mapping[int, tuple[Mention, ...]]
    quotes: tuple[Quote, ...]
    masked: str
    knowledge: Knowledge
    body: str
    starts: tuple[int, ...]
    states_of: Mapping[str, set[str | None]]

    def text(self, sentence: Sentence) -> str:
        """A sentence with its quoted words blotted out, as long as before."""
        return self.masked[sentence.span.start : sentence.span.end]

    def token(self, sentence: Sentence, span: Span) -> Token | None:
        """The root token of a span of the body in the sentence's parse."""
        doc = self.parses.get(sentence.index)
        if doc is None:
            return None
        return doc.root_over(span.start - sentence.span.start, span.end - sentence.span.start)

    def span(self, sentence: Sentence, token: Token) -> Span:
        """A token's place in the body."""
        start = sentence.span.start + token.idx
        return Span(start=start, end=start + len(token))

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a place of the body."""
        at = bisect_right(self.starts, place) - 1
        return self.sentences[at] if at >= 0 and place < self.sentences[at].span.end else None

    def mentions_over(self, span: Span) -> list[Mention]:
        """The mentions that share a code point with a span, in the order of their sentences."""
        start, end = span.start, span.end
        first = max(bisect_right(self.starts, start) - 1, 0)
        return [
            mention
            for index in range(first, bisect_left(self.starts, end))
            for mention in self.mentions.get(index, ())
            if mention.span.start < end and start < mention.span.end
        ]


def blotted(body: str, quotes: Sequence[Quote]) -> str:
    """The body with its quoted words blotted out, as long as before."""
    if not quotes:
        return body
    letters = list(body)
    for quote in quotes:
        letters[quote.span.start : quote.span.end] = MASK * (quote.span.end - quote.span.start)
    return "".join(letters)


def lay_out(
    report: Report,
    sentences: Sequence[Sentence],
    parses: Mapping[int, Doc],
    mentions: Sequence[Mention],
    knowledge: Knowledge,
) -> Page:
    """The page of a report."""
    quotes = find_quotes(report.body, sentences)
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    states_of: dict[str, set[str | None]] = defaultdict(set)
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
        for actor in mention.actors:
            states_of[actor.id].add(actor.state)
    return Page(
        report,
        tuple(sentences),
        parses,
        {k: tuple(v) for k, v in by_sentence.items()},
        quotes,
        blotted(report.body, quotes),
        knowledge,
        report.body,
        tuple([sentence.span.start for sentence in sentences]),
        states_of,
    )
