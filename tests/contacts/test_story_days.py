"""The day of a contact that its own sentence does not date, in reports of 8 May 2019, a Wednesday."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]
DAY = "2019-05-08"

# Each text with the two participants of the contact that is asked for, its kind, and the interval expected.
TOLD = {
    "the next sentence tells on of the same person": (
        "Angela Merkel telephoned Shinzo Abe on Monday. She also spoke by phone with Justin Trudeau.",
        {"angela-merkel", "justin-trudeau"},
        "phone_call",
        ("2019-05-06", "2019-05-06"),
    ),
    "on the way home is from then on": (
        "Angela Merkel met Shinzo Abe on Monday. She also met Narendra Modi on her way home.",
        {"angela-merkel", "narendra-modi"},
        "meeting",
        ("2019-05-06", "2019-05-08"),
    ),
    "where the head clause took place": (
        "Angela Merkel was in Paris last week, where she met Emmanuel Macron.",
        {"angela-merkel", "emmanuel-macron"},
        "meeting",
        ("2019-04-29", "2019-05-05"),
    ),
    "it lasted an hour on a day": (
        "Angela Merkel met Emmanuel Macron in Paris. It lasted an hour on Monday.",
        {"angela-merkel", "emmanuel-macron"},
        "meeting",
        ("2019-05-06", "2019-05-06"),
    ),
    "news without any date": (
        "Angela Merkel spoke by phone with Emmanuel Macron about the budget.",
        {"angela-merkel", "emmanuel-macron"},
        "phone_call",
        ("2019-05-07", "2019-05-08"),
    ),
    "a month that the sentence opens with": (
        "In March 2018, the chancellery said that Angela Merkel had spoken with Theresa May.",
        {"angela-merkel", "theresa-may"},
        "call",
        ("2018-03-01", "2018-03-31"),
    ),
    "after an event of a month": (
        "Angela Merkel and Emmanuel Macron spoke after his election victory in February.",
        {"angela-merkel", "emmanuel-macron"},
        "call",
        ("2019-02-01", "2019-02-28"),
    ),
    "verbs of one subject share the time in front": (
        "In March Angela Merkel travelled west, and met Emmanuel Macron in Paris.",
        {"angela-merkel", "emmanuel-macron"},
        "meeting",
        ("2019-03-01", "2019-03-31"),
    ),
    "weeks after it something is still so": (
        "Three weeks after Angela Merkel and Emmanuel Macron met in Paris, lorries still queue at the bridge.",
        {"angela-merkel", "emmanuel-macron"},
        "meeting",
        ("2019-04-15", "2019-04-19"),
    ),
    "the second of two days before": (
        "Three days after Theresa May met Shinzo Abe, and one day after Angela Merkel rang Emmanuel Macron, London hopes.",
        {"angela-merkel", "emmanuel-macron"},
        "phone_call",
        ("2019-05-07", "2019-05-07"),
    ),
    "a day and its when": (
        "Those who were in Paris on May 2, when Angela Merkel and Emmanuel Macron met, remember the silence.",
        {"angela-merkel", "emmanuel-macron"},
        "meeting",
        ("2019-05-02", "2019-05-02"),
    ),
    "behind a name and a place": (
        "Nobody counts what Angela Merkel offered when she met the French president, Emmanuel Macron, in Paris on May 2.",
        {"angela-merkel", "emmanuel-macron"},
        "meeting",
        ("2019-05-02", "2019-05-02"),
    ),
    "some time after a day": (
        "Angela Merkel received Emmanuel Macron some time after the first of May, aides say.",
        {"angela-merkel", "emmanuel-macron"},
        "meeting",
        ("2019-05-01", "2019-05-08"),
    ),
    "was to have been on a weekday": (
        "Angela Merkel was to have met Emmanuel Macron in Paris on Tuesday; she stayed at home for a vote.",
        {"angela-merkel", "emmanuel-macron"},
        "meeting",
        ("2019-05-07", "2019-05-07"),
    ),
    "other words date it that name everybody": (
        (
            "Heiko Maas shared the plan with Turkish officials in an Ankara meeting last week. On Monday a newspaper wrote "
            "that in his meeting with Mevlut Cavusoglu, Heiko Maas had offered more."
        ),
        {"heiko-maas", "mevlut-cavusoglu"},
        "meeting",
        ("2019-04-29", "2019-05-05"),
    ),
    "a visit with a length lasts beyond the report": (
        "Angela Merkel arrived in Brazil on Tuesday for a three-day visit.",
        {"angela-merkel", "BRA"},
        "visit",
        ("2019-05-07", "2019-05-09"),
    ),
    "a later sentence narrows the week to two days": (
        (
            "Angela Merkel will meet Emmanuel Macron this week, an aide said on Monday. "
            "He added that the meeting could be on Thursday or Friday."
        ),
        {"angela-merkel", "emmanuel-macron"},
        "meeting",
        ("2019-05-09", "2019-05-10"),
    ),
    "an invitation tells when they will meet": (
        (
            "Angela Merkel wants a second meeting with Shinzo Abe. Merkel has invited Abe to Germany in July, "
            "her office said."
        ),
        {"angela-merkel", "shinzo-abe"},
        "meeting",
        ("2019-07-01", "2019-07-31"),
    ),
    "speaking after talks is of the day of speaking": (
        (
            "The German chancellor, Angela Merkel, said on Tuesday that no deal was near. She was speaking after talks in "
            "Riga with Krisjanis Karins."
        ),
        {"angela-merkel", "krisjanis-karins"},
        "talks",
        ("2019-05-07", "2019-05-07"),
    ),
    "the journey's day is the visit's": (
        (
            "Angela Merkel will go to Japan for talks with Shinzo Abe, the government announced yesterday. "
            "A spokesman told reporters that she would fly on Saturday."
        ),
        {"angela-merkel", "JPN"},
        "visit",
        ("2019-05-11", "2019-05-11"),
    ),
    "a meeting on a visit is within its days": (
        (
            "Angela Merkel flies to Japan on May 13 for an official visit of three days. "
            "She will meet Shinzo Abe next week."
        ),
        {"angela-merkel", "shinzo-abe"},
        "meeting",
        ("2019-05-13", "2019-05-15"),
    ),
    "earlier this month was before today": (
        "Angela Merkel met Emmanuel Macron earlier this month in Paris.",
        {"angela-merkel", "emmanuel-macron"},
        "meeting",
        ("2019-05-01", "2019-05-07"),
    ),
}

# What must keep its open start: nothing in the text says when.
OPEN = {
    "past perfect": "Angela Merkel had met Emmanuel Macron in Paris.",
    "recalled": "Angela Merkel has not forgotten her last meeting with Emmanuel Macron.",
    "a clause of an earlier time": "The mood has been poor since Angela Merkel met Emmanuel Macron in Paris.",
    "after, beside another meeting": (
        "Angela Merkel met Theresa May in London on Tuesday after talks with Emmanuel Macron."
    ),
    "what was told is of another": (
        "Shinzo Abe flew to Ottawa on Monday. Much earlier, Angela Merkel had met Emmanuel Macron."
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_day_is_that_of_the_passage(accounts_of: ReadText, name: str) -> None:
    text, pair, kind, days = TOLD[name]
    found = [a for a in accounts_of(text, DAY) if pair <= {p.actor.id for p in a.participants}]
    assert [(a.kind, a.when and (a.when.start, a.when.end)) for a in found] == [(kind, days)]


# A group's summit that is only where a meeting is: its status and interval follow from that meeting's.
SETTINGS = {
    "Angela Merkel will meet Narendra Modi on the sidelines of the G7 summit in Biarritz.": (
        "planned",
        ("2019-05-08", None),
    ),
    "Angela Merkel plans to meet Narendra Modi during the G7 summit in Biarritz.": (
        "planned",
        ("2019-05-08", None),
    ),
    "Angela Merkel met Narendra Modi on Monday. On Tuesday she met Shinzo Abe on the sidelines of the G7 summit.": (
        "held",
        ("2019-05-07", "2019-05-07"),
    ),
}


@pytest.mark.parametrize("text", SETTINGS)
def test_summit_is_where_its_meeting_is(accounts_of: ReadText, text: str) -> None:
    (summit,) = [a for a in accounts_of(text, DAY) if a.kind == "summit"]
    assert summit.when is not None
    assert (summit.status, (summit.when.start, summit.when.end)) == SETTINGS[text]


def test_meeting_on_the_sidelines_is_in_the_days_of_the_summit(accounts_of: ReadText) -> None:
    text = "Angela Merkel and Narendra Modi are expected to meet on the margins of the G20 summit in Osaka next week."
    for account in accounts_of(text, DAY):
        assert account.when is not None
        assert (account.when.start, account.when.end) == ("2019-05-13", "2019-05-19")


def test_only_the_opening_contact_is_news(accounts_of: ReadText) -> None:
    text = (
        "Angela Merkel spoke by phone with Emmanuel Macron about the budget. "
        "Shinzo Abe met Narendra Modi in Tokyo."
    )
    starts = {a.participants[0].actor.id: a.when and a.when.start for a in accounts_of(text, DAY)}
    assert starts["angela-merkel"] == "2019-05-07"
    assert None in starts.values()


@pytest.mark.parametrize("name", OPEN)
def test_day_stays_open(accounts_of: ReadText, name: str) -> None:
    pair = {"angela-merkel", "emmanuel-macron"}
    found = [a for a in accounts_of(OPEN[name], DAY) if pair <= {p.actor.id for p in a.participants}]
    assert all(a.when is None or a.when.start is None for a in found), found


def test_inferred_day_says_how_it_is_known(accounts_of: ReadText) -> None:
    (account,) = accounts_of("Angela Merkel spoke by phone with Emmanuel Macron about the budget.", DAY)
    assert account.when is not None
    assert account.when.basis == "inferred"
    assert account.when.derivation == "told as news on 2019-05-08, without a date"


def test_what_was_before_a_meeting_is_another_contact(accounts_of: ReadText) -> None:
    text = "Angela Merkel met Emmanuel Macron in Paris on Monday, a week after they spoke by phone about the bridge."
    found = {(a.kind, a.when.start, a.when.end) for a in accounts_of(text, DAY) if a.when}
    assert found == {("meeting", "2019-05-06", "2019-05-06"), ("phone_call", "2019-04-29", "2019-05-05")}


def test_what_a_call_follows_up_is_not_the_call_that_the_report_is_of(accounts_of: ReadText) -> None:
    text = (
        "Briefing following a telephone conversation between Angela Merkel and Emmanuel Macron. The conversation has just "
        "ended. The call was a follow-up on the March 7 videoconference between Germany and France, and the March 30 "
        "telephone conversation. Today's conversation lasted an hour."
    )
    found = {(a.kind, a.when.start) for a in accounts_of(text, DAY) if a.when}
    assert found == {("phone_call", DAY), ("video_call", "2019-03-07"), ("phone_call", "2019-03-30")}
