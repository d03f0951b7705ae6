"""The sentences in which an account says something on a subject of the readouts matrix."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from communique.records import Account, Report, Span
from communique.sentences import split_sentences


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """A sentence of a report: its text and its place in the body."""

    text: str
    span: Span


class Sayings:
    """One account's report, cut into sentences, to be asked what it says on a subject."""

    def __init__(self, report: Report, account: Account) -> None:
        self._report = report
        self._account = account
        self._sentences = [each.span for each in split_sentences(report)]

    def on(self, subject: str, with_broader: Callable[[str], Collection[str]]) -> tuple[Words, ...]:
        """The sentences that say something on a subject ("topic: trade", "duration_minutes"), each once, in their order.

        `with_broader` gives a topic and those that it tells as well.
        """
        spans = {self._around(each) for each in self._places(subject, with_broader)}
        return tuple(Words(text=each.of(self._report.body), span=each) for each in sorted(spans))

    def _around(self, place: Span) -> Span:
        """The sentence around a place; the place itself where it lies in none."""
        return next((each for each in self._sentences if each.covers(place)), place)

    def _places(self, subject: str, with_broader: Callable[[str], Collection[str]]) -> Iterator[Span]:
        sort, _, name = subject.partition(": ")
        account = self._account
        if subject in ("kind", "status"):
            yield account.trigger
        if subject == "when" and account.when is not None and account.when.span is not None:
            yield account.when.span
        for fact in account.facts if subject not in ("kind", "status", "when") else ():
            topic = fact.fact == sort == "topic" and name in with_broader(str(fact.value))
            if topic or fact.fact == subject or (fact.fact == sort and fact.value == name):
                yield fact.span
