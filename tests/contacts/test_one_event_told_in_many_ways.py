"""Words by which several outlets tell of one event: entries of a chronicle, counted meetings, wishes that came about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.knowledge import Knowledge
from communique.reading import read
from communique.records import Account, Report, ReportDate

ReadText = Callable[[str, str], tuple[Account, ...]]
Told = tuple[str, str, str | None]

LEADERS = "Kenyan President William Ruto and Ugandan President Yoweri Museveni"


def told(accounts: tuple[Account, ...]) -> list[Told]:
    return [(a.kind, a.status, a.when.start if a.when else None) for a in accounts]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (
            "3-4 June. Sadyr Japarov pays a state visit to Tajikistan. He meets Emomali Rahmon on the first day.",
            "2024-07-01",
            [("visit", "held", "2024-06-03"), ("meeting", "held", "2024-06-03")],
        ),
        (
            (
                "Ruto spoke after the two rounds of talks that he held this month with Yoweri Museveni, "
                "the first on April 2 and the second on April 17."
            ),
            "2024-04-19",
            [("talks", "held", "2024-04-02"), ("talks", "held", "2024-04-17")],
        ),
        (
            "Kenya and Uganda have sat down twice within five days: on Saturday at Busia, on Wednesday in Malaba.",
            "2024-04-18",
            [("meeting", "held", "2024-04-13"), ("meeting", "held", "2024-04-17")],
        ),
        (
            f"A long-anticipated meeting between {LEADERS} took place in Mbale on Tuesday.",
            "2023-08-10",
            [("meeting", "held", "2023-08-08")],
        ),
        (
            "Ruto, who was due to meet Museveni on Monday, flew to Kigali instead.",
            "2023-08-10",
            [("meeting", "cancelled", "2023-08-07"), ("visit", "held", "2023-08-09")],
        ),
        (
            "William Ruto has agreed to meet Yoweri Museveni next Friday, 4 August, in Mbale.",
            "2023-08-01",
            [("meeting", "planned", "2023-08-04")],
        ),
        (
            "Four months of silence ended on Wednesday, when President Ruto came to see President Museveni.",
            "2023-09-16",
            [("meeting", "held", None)],
        ),
        (
            "President Ruto flew home last night after four hours with Yoweri Museveni.",
            "2023-09-16",
            [("meeting", "held", None)],
        ),
        (
            f"{LEADERS} talked for two hours at the border on Friday.",
            "2023-09-16",
            [("meeting", "held", "2023-09-15")],
        ),
        (
            "Ruto arrived in Entebbe on Friday and went straight into talks with President Yoweri Museveni.",
            "2023-09-16",
            [("visit", "ongoing", "2023-09-15"), ("talks", "held", "2023-09-15")],
        ),
        (
            (
                f"The call on Friday between {LEADERS} lasted ten minutes. "
                "Museveni had wanted to speak to Ruto on the phone before the vote, an official said."
            ),
            "2023-09-16",
            [("phone_call", "held", "2023-09-15")],
        ),
        (
            (
                f"{LEADERS} shook hands for a minute on Friday before a hundred reporters in Mbale. "
                "Then the doors closed, and the two men talked for an hour."
            ),
            "2023-09-16",
            [("meeting", "held", "2023-09-15")],
        ),
        (
            "Talks of Kenya and Uganda follow on Saturday.",
            "2023-09-14",
            [("talks", "planned", "2023-09-16")],
        ),
        (
            "It ended at the ministry on Friday, where William Ruto and Yoweri Museveni talked trade.",
            "2023-09-16",
            [("meeting", "held", "2023-09-15")],
        ),
        (
            "The rail agreement between Armenia and Turkey is to be signed in Kars on November 20.",
            "2009-10-19",
            [("signing", "planned", "2009-11-20")],
        ),
        (
            "On Friday President Ruto held a video meeting with President Museveni from his farm.",
            "2023-09-16",
            [("video_call", "held", "2023-09-15")],
        ),
        (
            "President William Ruto will visit Cuba on 20 May and 21 May, his office said.",
            "2023-05-12",
            [("visit", "planned", "2023-05-20")],
        ),
        (
            "A visit to Cuba by Kenya's president, William Ruto, has been moved from this week to 27 May.",
            "2023-05-18",
            [("visit", "planned", "2023-05-27")],
        ),
        (
            "A meeting in Mbale today between President Ruto and President Museveni has been put off until Tuesday.",
            "2023-09-15",
            [("meeting", "planned", "2023-09-19")],
        ),
        (
            "President Museveni received a letter from President Ruto, dated Monday, 11 September.",
            "2023-09-15",
            [("message", "held", "2023-09-11")],
        ),
        (
            "President Ruto rang President Museveni on Sunday and again on Tuesday.",
            "2023-09-14",
            [("phone_call", "held", "2023-09-10"), ("phone_call", "held", "2023-09-12")],
        ),
        (
            "President Ruto telephoned Uganda's Yoweri Museveni and then Rwanda's Paul Kagame on Thursday to ask for help.",
            "2023-09-15",
            [("phone_call", "held", "2023-09-14"), ("phone_call", "held", "2023-09-14")],
        ),
        (
            "President Ruto's call to President Museveni on Monday followed a meeting in Mbale earlier in the month.",
            "2023-09-15",
            [("call", "held", "2023-09-11"), ("meeting", "held", "2023-09-01")],
        ),
        (
            "Reports of a call between President Ruto and President Museveni on Tuesday are false, officials say.",
            "2023-09-14",
            [("call", "denied", "2023-09-12")],
        ),
        (
            "Kenya's William Ruto proposed on Friday that he meet President Yoweri Museveni on the bridge.",
            "2023-09-16",
            [("meeting", "proposed", None)],
        ),
        (
            "The presidents of Kenya and Uganda arrived for face-to-face talks in Kigali late on Friday.",
            "2023-09-16",
            [("meeting", "planned", "2023-09-15")],
        ),
        (
            f"{LEADERS}, meeting last week in Mbale, agreed on the pipeline.",
            "2023-08-10",
            [("meeting", "held", "2023-07-31")],
        ),
        (
            "President Ruto and President Museveni were supposed to meet on Friday.",
            "2023-05-10",
            [("meeting", "cancelled", "2023-05-05")],
        ),
        (
            "President Ruto's four-day visit to China concludes on Monday, his office said.",
            "2023-09-16",
            [("visit", "ongoing", "2023-09-15")],
        ),
        (
            (
                "President Ruto swapped views with President Museveni at the weekend. "
                "His office did not say if they had agreed on dates during the Sunday telephone call."
            ),
            "2023-09-18",
            [("phone_call", "held", "2023-09-17")],
        ),
        (
            "President Ruto's spokesman, Hussein Mohamed, said that President Kagame and President Museveni will meet.",
            "2023-09-18",
            [("meeting", "planned", "2023-09-18")],
        ),
        (
            "The talks between President Ruto and President Museveni, due on Friday, have been postponed by a week.",
            "2023-09-13",
            [("talks", "planned", "2023-09-22")],
        ),
    ],
)
def test_what_the_words_tell(accounts_of: ReadText, text: str, day: str, expected: list[Told]) -> None:
    assert told(accounts_of(text, day)) == expected


def test_a_wish_for_another_meeting_is_none_of_the_one_told(accounts_of: ReadText) -> None:
    text = f"{LEADERS} met on Friday. Ruto wanted to meet Museveni again."
    assert [a.status for a in accounts_of(text, "2023-09-16")] == ["held", "proposed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "William Ruto met Samia Suluhu Hassan in Arusha. The foreign ministers met on Monday in Nairobi.",
            {"alfred-mutua", "stergomena-tax"},
        ),
        ("North and South Korea held talks on Monday in Panmunjom.", {"PRK", "KOR"}),
        ("The Koreas held talks on Monday in Panmunjom.", {"PRK", "KOR"}),
        (
            "The two Koreas agreed to reopen the road. Their delegations had met at Panmunjom on Monday.",
            {"PRK", "KOR"},
        ),
    ],
)
def test_who_met_on_that_monday(accounts_of: ReadText, text: str, expected: set[str]) -> None:
    [account] = [a for a in accounts_of(text, "2023-08-11") if a.when and a.when.start == "2023-08-07"]
    assert {p.actor.id for p in account.participants} == expected


def test_a_group_is_those_whom_the_text_says_it_to_be(accounts_of: ReadText) -> None:
    text = (
        "On Monday President Kagame sat down with Ruto and then with Museveni. "
        "On Tuesday the two guests, Ruto and Museveni, met without their host."
    )
    last = accounts_of(text, "2023-09-14")[-1]
    assert {p.actor.id for p in last.participants} == {"william-ruto", "yoweri-museveni"}


def test_a_prince_with_his_whole_name_is_nobody_of_old(accounts_of: ReadText) -> None:
    text = "Saudi Foreign Minister Prince Faisal bin Farhan Al Saud met President Ruto. Prince Faisal rang Museveni."
    named = [{p.actor.id for p in a.participants} for a in accounts_of(text, "2023-04-12")]
    assert named == [{"faisal-bin-farhan", "william-ruto"}, {"faisal-bin-farhan", "yoweri-museveni"}]


def test_the_heads_of_government_are_not_the_ministers_who_prepare_their_meeting(
    accounts_of: ReadText,
) -> None:
    text = (
        "Foreign Minister Hor Namhong received his Thai counterpart, Surapong Tovichakchaikul, here today. "
        "The two sides prepared tomorrow's meeting of the heads of government."
    )
    last = accounts_of(text, "2011-09-14")[-1]
    assert {p.actor.id for p in last.participants} == {"hun-sen", "yingluck-shinawatra"}


def test_a_headline_with_a_weekday_is_of_the_friday_that_the_report_says_is_ahead(
    knowledge: Knowledge,
) -> None:
    title = "Rival Kenya, Uganda hold summit on Friday, signal concessions"
    body = f"{title}\n\nThe leaders of Kenya and Uganda will meet on Friday to discuss the border, both sides said."
    dated = ReportDate(date="2023-08-01", basis="given", why="test")
    report = Report(id="r", version="v", source="t.txt", title=title, body=body, dated=dated)
    assert told(read(report, knowledge).accounts) == [("summit", "planned", "2023-08-04")]


def test_a_handshake_is_not_how_long_the_meeting_lasted(accounts_of: ReadText) -> None:
    text = f"{LEADERS} shook hands for over a minute on Friday in Mbale. Then the two men talked for an hour."
    [account] = accounts_of(text, "2023-09-16")
    assert account.duration_minutes == (60, 60)
