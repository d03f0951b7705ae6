"""What offices, feasts, birthdays, votes and gatherings leave of the days on which a report can have come out."""

from __future__ import annotations

import datetime as dt

import pytest

from communique.actors import find_mentions
from communique.dates import date_report
from communique.dates.happenings import read_happenings
from communique.dates.lexicon import load_names
from communique.dates.series import read_vote
from communique.errors import LexiconError
from communique.knowledge import load_knowledge
from communique.records import Report, ReportDate
from communique.sentences import split_sentences


def dated(text: str) -> tuple[str | None, str | None]:
    report = Report(
        id="r", version="1", source="r", body=text, dated=ReportDate(date=None, basis="none", why="test")
    )
    sentences, knowledge = split_sentences(report), load_knowledge()
    told = date_report(report, sentences, find_mentions(report, sentences, {}, knowledge), knowledge).dated
    return told.date or told.earliest, told.date or told.latest


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # one edition lies within the offices of both
        (
            "NEW YORK - Prime Minister Liz Truss met President Yoon Suk Yeol on the margins of the UN General Assembly on Thursday.",
            "2022-09-22",
            "2022-09-28",
        ),
        (
            "The G7 summit ended on Sunday. Yoshihide Suga and Mario Draghi took the same train.",
            "2021-06-13",
            "2021-06-19",
        ),
        # a vote, by the one who still holds the office, and by the two between whom it was
        (
            "Ecuadorians vote tomorrow in the second round. President Guillermo Lasso rested.",
            "2023-10-14",
            "2023-10-14",
        ),
        ("Three days before the run-off between Boric and Kast the envoys met.", "2021-12-16", "2021-12-16"),
        # feasts
        (
            "President Joe Biden telephoned Prime Minister Yair Lapid on the eve of Rosh Hashanah.",
            "2022-09-25",
            "2022-09-25",
        ),
        (
            "President Park Geun-hye spent the first day of the Year of the Horse with soldiers.",
            "2014-01-31",
            "2014-02-06",
        ),
        # birthdays
        ("Margrethe, who turned 80 on Thursday, took a call from Oslo.", "2020-04-16", "2020-04-22"),
        (
            "The king of Sweden sang today for Jimmy Carter, on his ninetieth birthday.",
            "2014-10-01",
            "2014-10-01",
        ),
        # days of a war
        (
            "On day 200 of the war Zelensky received the foreign minister of Latvia.",
            "2022-09-11",
            "2022-09-11",
        ),
        # who stood in
        ("Acting President Choi Sang-mok spoke to the minister.", None, None),
        # happenings of a kind
        ("Two days after Tabare Vazquez died, the presidents met in Montevideo.", "2020-12-08", "2020-12-08"),
        (
            "BAKU, Aug. 10 - President Alvaro Uribe and President Felipe Calderon spoke on Monday.",
            "2009-08-10",
            "2009-08-10",
        ),
    ],
)
def test_what_is_left_is_given(text, first, last):
    assert dated(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "The NATO summit opened here today. President George W. Bush shook hands with everybody.",
        "On Christmas Day President Vladimir Putin telephoned President Alexander Lukashenko.",
        "The minister turned 60 today among friends.",
        "On the hundredth day of the war the envoys met.",
        "President Barack Obama sent greetings for Diwali today to Prime Minister Manmohan Singh.",
        "Prime Minister Tony Blair spoke today with President Vladimir Putin about the attack in Beslan.",
        "French voters go to the polls on Sunday.",
        # one state's day or another's
        "President Joachim Gauck marked Unity Day today with Prime Minister Mario Monti.",
        "Prime Minister Boris Johnson said today that Orban had won a term and spoken of Volodymyr Zelensky.",
    ],
)
def test_what_leaves_several_days_gives_none(text):
    assert dated(text) == (None, None)


def test_every_series_is_in_order_and_of_its_years():
    for series in load_names().series:
        days = [edition.event.date for edition in series.editions if edition.kind]
        assert days == sorted(days), series.id
        assert all(edition.event.date <= edition.event.end for edition in series.editions)
        assert all(day.year >= series.complete for day in days), series.id


@pytest.mark.parametrize(
    "line", ["2013-02-30 Name", "2013-03-05", "2013-03-05/2013-03-04 Name", "2013-03-05 (Name"]
)
def test_a_faulty_happening_is_named(line):
    with pytest.raises(LexiconError, match="happening"):
        list(read_happenings({"id": "death", "words": "died", "days": [line]}))


@pytest.mark.parametrize("line", ["2013-02-30 P1", "2013-02-03 X", "2013-02-03 P3"])
def test_a_faulty_vote_is_named(line):
    with pytest.raises(LexiconError, match="vote"):
        read_vote({"id": "fra", "names": "France"}, line, "votes?")


def test_weekdays_of_votes_are_those_that_states_keep():
    keep = {"fra": 6, "bra": 6, "usa": 1, "gbr": 3, "aus": 5, "dnk": None}
    for series in load_names().series:
        weekday = keep.get(series.id.removesuffix("-vote"))
        if weekday is not None:
            assert {e.event.date.weekday() for e in series.editions} == {weekday}, series.id


def test_no_happening_is_told_before_it_was():
    events = load_names().events
    assert all(event.date <= event.end <= event.date + dt.timedelta(200) for event in events if event.near)
