"""Days that belong to one of several things in a passage: the stay, the saying, the sitting just told of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]


@pytest.mark.parametrize(
    ("published", "text", "kinds", "start", "end"),
    [
        (
            "2010-12-02",
            "Angela Merkel and Felipe Calderon did speak after the vote on Nov. 14, an aide recalled.",
            {"call", "meeting", "talks"},
            "2010-11-14",
            "2010-12-02",
        ),
        (
            "2014-05-11",
            "French Foreign Minister Laurent Fabius is expected to discuss Mali with the External Affairs Minister, Mr S.M. Krishna, at their meeting here on Tuesday.",
            {"meeting"},
            "2014-05-13",
            "2014-05-13",
        ),
        (
            "2013-04-19",
            "French Foreign Minister Laurent Fabius is expected to arrive in Tunis for a three-day working visit on April 24 to attend a forum. On April 26, he is scheduled to meet Tunisian President Moncef Marzouki.",
            {"visit"},
            "2013-04-24",
            "2013-04-26",
        ),
        (
            "2016-09-12",
            "Russian Foreign Minister Sergey Lavrov plans to attend a two-day meeting with Turkish Foreign Minister Mevlut Cavusoglu in Antalya from Thursday.",
            {"meeting"},
            "2016-09-15",
            "2016-09-16",
        ),
        (
            "2018-03-09",
            '"Alexis Tsipras has been to Skopje to see Zoran Zaev," a Greek government spokesman said on March 7, according to a daily.',
            {"visit", "meeting"},
            None,
            "2018-03-07",
        ),
    ],
)
def test_the_day_is_that_of_what_it_stands_with(
    accounts_of: ReadText, published: str, text: str, kinds: set[str], start: str | None, end: str
) -> None:
    """One account of the kind has the day; none has another closed day."""
    whens = [a.when for a in accounts_of(text, published) if a.kind in kinds]
    assert (start, end) in {(w.start, w.end) for w in whens if w is not None}


def test_a_sitting_takes_the_day_that_was_told_last(accounts_of: ReadText) -> None:
    """ "In the meeting" behind a Thursday's meeting is no meeting of the Friday on which the ministry spoke."""
    text = (
        "Italian Foreign Minister Antonio Tajani and his Serbian counterpart, Marko Djuric, have held talks on the margins of a forum in Bled, "
        "Rome's foreign ministry said Friday.\nThe two ministers held a meeting on Thursday to discuss trade, according to the ministry.\n"
        "In the meeting, they decided to open a joint office."
    )
    days = {(a.when.start, a.when.end) for a in accounts_of(text, "2024-11-15") if a.when}
    assert days == {("2024-11-14", "2024-11-14")}


def test_quoted_today_is_the_day_told_before(accounts_of: ReadText) -> None:
    """Words without a day of their own, quoted in a report of Saturday behind news of Friday, count from that Friday."""
    text = (
        "Japan and North Korea resumed talks on Friday in Beijing, a Japanese source told reporters.\n"
        '"We rejoined talks with North Korea today in Beijing," the source said.'
    )
    days = {(a.when.start, a.when.end) for a in accounts_of(text, "2014-05-31") if a.when}
    assert days == {("2014-05-30", "2014-05-30")}


def test_of_two_visits_neither_lends_its_day_ahead(accounts_of: ReadText) -> None:
    """What is to come on a stay of two days is not put on the day of another trip told behind it."""
    text = (
        "Turkish Foreign Minister Ahmet Davutoglu arrived in Jakarta late Monday for a two-day official visit.\n"
        "Davutoglu would be meeting President Susilo Bambang Yudhoyono.\n"
        "On Wednesday, Davutoglu would be travelling to the Indonesian island of Bali to meet businessmen."
    )
    met = [a for a in accounts_of(text, "2011-07-18") if a.kind == "meeting" and a.when]
    assert met
    assert all((a.when.start, a.when.end) == ("2011-07-18", "2011-07-19") for a in met if a.when)


@pytest.mark.parametrize(
    "text",
    [
        "Catherine Ashton has chosen Tbilisi as the first stop of a tour that will also take her to Armenia, Azerbaijan and Turkey. Ashton is EU foreign policy chief.",
        "The trip will see Foreign Minister Guido Westerwelle holding talks with Prime Minister Binyamin Netanyahu and President Shimon Peres.",
    ],
)
def test_what_a_journey_will_bring_lies_ahead(accounts_of: ReadText, text: str) -> None:
    """Stops and talks that a journey "will" lead to are planned, and never news of yesterday."""
    accounts = accounts_of(text, "2012-07-16")
    assert accounts
    assert {a.status for a in accounts} == {"planned"}
