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


def test_a_stop_on_the_way_is_not_of_the_day_just_told(accounts_of: ReadText) -> None:
    for behind in ("Earlier, she visited Oman.", "She visited Oman before flying on to Qatar."):
        text = f"Penny Wong held talks with Mohammed bin Abdulrahman Al Thani in Doha on Wednesday. {behind}"
        (visit,) = (
            a for a in accounts_of(text, "2024-01-18") if a.kind == "visit" and "Oman" in repr(a.places)
        )
        assert visit.when is None or visit.when.start is None


def test_what_came_then_was_on_that_day_or_later(accounts_of: ReadText) -> None:
    text = "First Paul Biya flew to Libreville on June 3rd; then Ali Bongo came to Yaounde."
    days = [(a.when.start, a.when.end) for a in accounts_of(text, "2015-06-20") if a.when]
    assert days == [("2015-06-03", "2015-06-03"), ("2015-06-03", "2015-06-20")]
