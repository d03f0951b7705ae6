"""What is found and what it means, sentence by sentence; a case is one row."""

from __future__ import annotations

import json

import pytest

from communique.dates import find, find_expressions, find_whens
from communique.evaluation.scoring.dates import FOLDER
from communique.records import Report, ReportDate
from communique.sentences import split_sentences

# report's day, sentence, expression, start, end
CASES = [
    ("2022-06-16", "The Danish premier rang Vilnius on Tuesday.", "Tuesday", "2022-06-14", "2022-06-14"),
    ("2022-06-16", "The Danish premier will ring Vilnius on Tuesday.", "Tuesday", "2022-06-21", "2022-06-21"),
    ("2022-06-16", "They spoke late on Wednesday.", "late on Wednesday", "2022-06-15", "2022-06-15"),
    ("2022-06-16", "She visits Riga next Friday.", "next Friday", "2022-06-24", "2022-06-24"),
    ("2022-06-16", "They met on Thursday of last week.", "Thursday of last week", "2022-06-09", "2022-06-09"),
    ("2022-06-16", "The note is dated 3 May 2021.", "3 May 2021", "2021-05-03", "2021-05-03"),
    (
        "2022-06-16",
        "The accord was signed on the twelfth of May 2020.",
        "twelfth of May 2020",
        "2020-05-12",
        "2020-05-12",
    ),
    ("2022-01-10", "They met on December 3.", "December 3", "2021-12-03", "2021-12-03"),
    ("2022-12-10", "They will meet on January 3.", "January 3", "2023-01-03", "2023-01-03"),
    ("2022-06-16", "The ministers met in late April.", "late April", "2022-04-21", "2022-04-30"),
    ("2022-06-16", "They conferred last winter.", "last winter", "2021-12-01", "2022-02-28"),
    ("2022-06-16", "Two rounds fell in Q3 2021.", "Q3 2021", "2021-07-01", "2021-09-30"),
    (
        "2022-06-16",
        "The tour lasted from 28 May to 2 June.",
        "from 28 May to 2 June",
        "2022-05-28",
        "2022-06-02",
    ),
    ("2022-06-16", "Ministers met in Oslo on June 7-8.", "June 7-8", "2022-06-07", "2022-06-08"),
    ("2022-06-16", "The envoy left four days ago.", "four days ago", "2022-06-12", "2022-06-12"),
    ("2022-06-16", "The pair spoke two months ago.", "two months ago", "2022-04-01", "2022-04-30"),
    (
        "2022-06-16",
        "They met on 3 June. The next day they flew home.",
        "next day",
        "2022-06-04",
        "2022-06-04",
    ),
    (
        "2022-06-16",
        "Two days after the 3 June vote she resigned.",
        "Two days after the 3 June vote",
        "2022-06-05",
        "2022-06-05",
    ),
    (
        "2022-06-16",
        "The day after the vote of 3 June she resigned.",
        "day after the vote of 3 June",
        "2022-06-04",
        "2022-06-04",
    ),
    (
        "2022-06-16",
        "He has called five capitals since taking office on 2 May.",
        "since taking office on 2 May",
        "2022-05-02",
        None,
    ),
    ("2018-04-03", "The pope spoke of peace on Easter Sunday.", "Easter Sunday", "2018-04-01", "2018-04-01"),
    (
        "2022-08-29",
        "They met in Kyiv on Ukraine's Independence Day.",
        "Ukraine's Independence Day",
        "2022-08-24",
        "2022-08-24",
    ),
    (
        "2019-11-11",
        "Guests came for the 30th anniversary of the fall of the Berlin Wall.",
        "30th anniversary",
        "2019-11-09",
        "2019-11-09",
    ),
    (
        "2022-06-16",
        "The call began at 9 p.m. Moscow time on Tuesday.",
        "9 p.m. Moscow time on Tuesday",
        "2022-06-14",
        "2022-06-14",
    ),
]
CASES += [
    (
        "2022-06-16",
        "Abbas phoned Doha twice over the weekend.",
        "over the weekend",
        "2022-06-11",
        "2022-06-12",
    ),
    ("2022-06-16", "The planned fall summit is off.", "fall", "2022-09-01", "2022-11-30"),
    ("2022-06-16", "She left more than two weeks ago.", "two weeks ago", "2022-05-30", "2022-06-05"),
    ("2022-06-16", "She left two or three weeks ago.", "two or three weeks ago", "2022-05-23", "2022-06-05"),
    (
        "2022-06-16",
        "A year and two days ago they met.",
        "A year and two days ago",
        "2021-06-14",
        "2021-06-14",
    ),
    ("2022-06-16", "The embassy shut two Fridays ago.", "two Fridays ago", "2022-06-03", "2022-06-03"),
    ("2022-06-16", "This time last year they met.", "This time last year", "2021-06-01", "2021-06-30"),
    ("2022-06-16", "They met in the week of May 2.", "week of May 2", "2022-05-02", "2022-05-08"),
    ("2022-06-16", "He is expected mid-month.", "mid-month", "2022-06-11", "2022-06-20"),
    ("2022-06-16", "It must be done by month's end.", "by month's end", None, "2022-06-30"),
    (
        "2022-06-16",
        "He spoke on Tuesday night into Wednesday.",
        "Tuesday night into Wednesday",
        "2022-06-14",
        "2022-06-15",
    ),
    ("2022-06-16", "They met in Rome on June 14 last year.", "June 14 last year", "2021-06-14", "2021-06-14"),
    ("2022-06-16", "Beijing on Sunday proposed talks for July.", "Sunday", "2022-06-12", "2022-06-12"),
    ("2022-06-16", "Later in the day he will fly to Oslo.", "Later in the day", "2022-06-16", "2022-06-16"),
    (
        "2022-06-16",
        "They signed on 3 May. Two days after the signing he fell ill.",
        "Two days after the signing",
        "2022-05-05",
        "2022-05-05",
    ),
    (
        "2022-06-16",
        "They fell out in August 1990. That December he wrote.",
        "That December",
        "1990-12-01",
        "1990-12-31",
    ),
    (
        "2022-06-16",
        "They rode on 3 May and, having met the Tuesday before, spoke.",
        "Tuesday before",
        "2022-04-26",
        "2022-04-26",
    ),
]
DATELESS = [
    "They talked for two hours.",
    "They meet every Monday.",
    "The two sides may meet again.",
    "He reads the Sunday Times.",
    "April Nilsen led the team.",
    "Resolution 1973 was adopted.",
    "The ship carries 2000 people.",
    "The two-day visit was calm.",
    "They spoke hours after the meeting.",
    "Envoys march on the palace.",
    "They spoke hours after the guests had left.",
    "On his second day in office he flew to Oslo.",
    "One Thursday in Osaka they quarrelled.",
    "They spoke for 40 minutes, or 2000 seconds.",
    "They gathered in 4 August Square.",
]


def whens_of(text: str, day: str | None):
    report = Report(
        id="r", version="1", source="r", body=text, dated=ReportDate(date=day, basis="given", why="test")
    )
    return find_whens(report, split_sentences(report), {})


@pytest.mark.parametrize(("day", "text", "words", "start", "end"), CASES)
def test_expression_means_its_days(day, text, words, start, end):
    place = text.index(words)
    when = max(
        whens_of(text, day),
        key=lambda w: (
            min(w.span.end, place + len(words))
            - max(w.span.start, place)
            - abs(w.span.end - w.span.start - len(words))
        ),
    )
    assert (when.start, when.end) == (start, end), when


@pytest.mark.parametrize("text", DATELESS)
def test_no_date_is_given(text):
    assert [w for w in whens_of(text, "2022-06-16") if w.start or w.end] == []


def test_a_time_that_hangs_on_an_undated_contact_keeps_its_relation():
    (when,) = whens_of("They spoke hours after his talks with Putin.", "2022-06-16")
    assert when.relation == "after"
    assert (when.start, when.end) == (None, None)
    assert when.text == "hours after his talks with Putin"


def test_hour_and_zone_are_kept():
    when = whens_of("The call began at 9 p.m. Moscow time on Tuesday.", "2022-06-16")[0]
    assert (when.precision, when.time_of_day, when.zone) == ("hour", "21:00", "Europe/Moscow")


def test_derivation_names_the_reports_day():
    when = whens_of("They met on Wednesday.", "2026-02-05")[0]
    assert when.derivation == "Wednesday before Thursday 2026-02-05"


def test_nested_expressions_are_both_found():
    texts = [e.text for e in find_expressions("A day after the premier took office on Monday, they spoke.")]
    assert texts == ["A day after the premier took office on Monday", "Monday"]


def test_a_clause_without_a_date_never_takes_an_earlier_one():
    whens = whens_of("They buried him on 3 May, two days before the leaders met in Rome.", "2022-06-16")
    hanging = next(w for w in whens if w.text.startswith("two days before"))
    assert (hanging.start, hanging.end) == (None, None)


def test_looking_one_word_ahead_leaves_nothing_out(monkeypatch):
    texts = [
        json.loads(line)["text"]
        for path in sorted(FOLDER.glob("open*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    found = [find_expressions(text) for text in texts]
    every_word = find.load_openers(look_ahead=False)
    monkeypatch.setattr(find, "load_openers", lambda: every_word)
    assert [find_expressions(text) for text in texts] == found
