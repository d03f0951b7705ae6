"""What was put off and set anew, what has yet to be, and what was so long before the news."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]

DAY = "2022-06-29"  # a Wednesday

SET_ANEW = [
    (
        "President William Ruto has put off a meeting with Hage Geingob that was set for Friday, officials said. It will be held next Tuesday instead.",
        "2022-07-05",
    ),
    (
        "Prime Minister Jonas Gahr Støre has postponed his talks with Sanna Marin by six days, a spokeswoman said. They will now take place on Thursday of next week.",
        "2022-07-07",
    ),
    (
        "Jonas Gahr Støre's visit to Finland has been postponed, officials said on Wednesday. The visit will now take place on July 12.",
        "2022-07-12",
    ),
    (
        "A meeting between Sanna Marin and Jonas Gahr Støre planned for Friday has been put off. The two will now meet on Tuesday.",
        "2022-07-05",
    ),
    (
        "Sanna Marin put off her meeting with Jonas Gahr Støre because of a strike. It is now due to take place on July 12.",
        "2022-07-12",
    ),
    (
        "Sanna Marin postponed her trip to Norway. The trip, her first, is now planned for July 12.",
        "2022-07-12",
    ),
]


@pytest.mark.parametrize(("text", "day"), SET_ANEW)
def test_what_is_put_off_is_planned_for_the_day_told_behind(
    accounts_of: ReadText, text: str, day: str
) -> None:
    (account,) = accounts_of(text, DAY)
    assert account.status == "planned"
    assert account.when is not None
    assert (account.when.start, account.when.end) == (day, day)


def test_the_day_before_it_was_put_off_is_kept(accounts_of: ReadText) -> None:
    (account,) = accounts_of(SET_ANEW[0][0], DAY)
    assert [f.value["start"] for f in account.facts if f.fact == "moved_from"] == ["2022-07-01"]


STILL_OFF = [
    "Sanna Marin has postponed a visit to Norway planned for Friday. No new date has been set.",
    "Sanna Marin has postponed a visit to Norway planned for Friday. The elections will be held on July 12.",
    "Sanna Marin put off her meeting with Jonas Gahr Støre on Friday. The NATO summit will take place on July 12.",
]


@pytest.mark.parametrize("text", STILL_OFF)
def test_another_things_day_is_not_the_new_one(accounts_of: ReadText, text: str) -> None:
    assert accounts_of(text, DAY)[0].status == "cancelled"


YET_TO_BE = [
    "A meeting of Sanna Marin and Jonas Gahr Støre has yet to be arranged.",
    "The talks between Sanna Marin and Jonas Gahr Støre have yet to begin.",
    "A second meeting of Sanna Marin and Jonas Gahr Støre, promised for September, has yet to be confirmed.",
]


@pytest.mark.parametrize("text", YET_TO_BE)
def test_what_has_yet_to_be_arranged_lies_ahead(accounts_of: ReadText, text: str) -> None:
    (account,) = accounts_of(text, DAY)
    assert account.status == "planned"
    assert account.when is not None
    assert (account.when.start or "") >= DAY


def test_what_was_demanded_in_a_call_says_nothing_of_the_call(accounts_of: ReadText) -> None:
    text = "William Ruto told Hage Geingob in a telephone call on Saturday that unilateral measures must be avoided, the government said."
    (account,) = accounts_of(text, DAY)
    assert (account.kind, account.status) == ("phone_call", "held")


BEFORE_THE_NEWS = [
    (
        "The coffee had gone cold. Five weeks earlier, Sanna Marin had met Jonas Gahr Støre in Bodø.",
        "2022-05-13",
        "2022-05-27",
    ),
    (
        "The coffee had gone cold. Sanna Marin had met Jonas Gahr Støre in Bodø three weeks before.",
        "2022-05-27",
        "2022-06-10",
    ),
]


@pytest.mark.parametrize(("text", "start", "end"), BEFORE_THE_NEWS)
def test_what_was_so_long_before_a_scene_without_a_day_is_counted_from_the_news(
    accounts_of: ReadText, text: str, start: str, end: str
) -> None:
    (account,) = accounts_of(text, DAY)
    assert account.when is not None
    assert (account.when.start, account.when.end) == (start, end)


def test_what_was_so_long_before_an_old_year_is_not_counted_from_the_news(accounts_of: ReadText) -> None:
    text = "In 2019 the coffee had gone cold. Five weeks earlier, Sanna Marin had met Erna Solberg in Bodø."
    (account,) = accounts_of(text, DAY)
    assert account.when is not None
    assert (account.when.end or "") < "2020"
