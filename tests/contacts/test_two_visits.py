"""Of two visits that a report tells of, a meeting has the days of the one beside which it is told."""

from __future__ import annotations

from collections.abc import Callable

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]
TEXT = (
    "Kenyan President William Ruto has held talks with President Paul Kagame during an official visit to Rwanda. "
    "In March, Kagame paid a visit to Kenya, his first in six years."
)


def test_a_meeting_is_of_the_visit_in_whose_sentence_it_stands(accounts_of: ReadText) -> None:
    accounts = accounts_of(TEXT, "2024-08-07")
    (meeting,) = (a for a in accounts if a.kind in {"meeting", "talks"})
    visits = {a.id: a for a in accounts if a.kind == "visit"}
    assert meeting.part_of is not None and visits[meeting.part_of].evidence == meeting.evidence
    assert meeting.when is not None and meeting.when.start is not None and meeting.when.start >= "2024-08-06"


def test_what_an_arrival_is_for_cannot_be_before_it(accounts_of: ReadText) -> None:
    text = "William Ruto arrived in Kigali on Tuesday for talks with President Paul Kagame."
    accounts = accounts_of(text, "2024-08-08")
    (talks,) = (a for a in accounts if a.kind in {"meeting", "talks"})
    assert talks.status == "planned" and talks.when is not None
    assert (talks.when.start, talks.when.end) == ("2024-08-06", None)
