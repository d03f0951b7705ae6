"""Reports without a date, and dates that the text contradicts."""

from __future__ import annotations

import pytest

from communique.dates import date_report
from communique.knowledge import load_knowledge
from communique.reading import read
from communique.records import Report, ReportDate
from communique.sentences import split_sentences


def dated(text: str, day: str | None = None):
    report = Report(
        id="r",
        version="1",
        source="r",
        body=text,
        dated=ReportDate(date=day, basis="given" if day else "none", why="test"),
    )
    return date_report(report, split_sentences(report), (), load_knowledge()).dated


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministers signed in Vilnius today, 3 June 2014.", "2014-06-03"),
        (
            "Six presidents came to Kyiv today, the third anniversary of Russia's full-scale invasion.",
            "2025-02-24",
        ),
        ("Finland joined NATO yesterday. Its president rang Tallinn.", "2023-04-05"),
        ("The New START treaty expires tomorrow. Both sides are silent.", "2026-02-04"),
    ],
)
def test_one_day_fits(text, day):
    told = dated(text)
    assert (told.date, told.basis) == (day, "inferred")
    assert told.why


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met on Tuesday and will meet again next week.",
        "The delegation arrived today, Friday.",
        "On Christmas Eve the two presidents spoke.",
        "The minister said today that the fall of the Berlin Wall had changed him.",
    ],
)
def test_nothing_is_guessed(text):
    assert dated(text).date is None


def test_a_date_before_what_is_told_as_past_gets_a_doubt():
    told = dated("The two presidents met on 4 March 2022 in Ankara.", "2019-05-01")
    assert told.date == "2019-05-01"
    assert told.doubt
    assert "4 March 2022" in told.doubt


def test_a_date_that_fits_has_no_doubt():
    assert dated("The two presidents met on 4 March 2022 in Ankara.", "2022-03-05").doubt is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # the referendum was on 23 June 2016
        (
            "They spoke about the vote on the European Union that Britain holds next month.",
            "2016-05-01",
            "2016-05-31",
        ),
        ("A few hours after the earthquake in Haiti the ministers spoke.", "2010-01-12", "2010-01-13"),
    ],
)
def test_an_event_may_bound_the_day(text, first, last):
    told = dated(text)
    assert (told.date, told.earliest, told.latest) == (None, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "The president spoke today with the prime minister about Russia's invasion of Ukraine.",
        "He called the king today to offer his condolences on the passing of Queen Elizabeth II.",
        "This morning the minister thanked the guests for their help in the fall of Kabul to the Taliban.",
    ],
)
def test_an_event_that_is_only_spoken_of_dates_nothing(text):
    told = dated(text)
    assert (told.date, told.earliest) == (None, None)


@pytest.mark.parametrize(("day", "count"), [("2019-03-05", 0), ("2009-03-01", 1)])
def test_a_reading_asks_about_a_date_that_its_text_contradicts(day, count):
    report = Report(
        id="r",
        version="1",
        source="r",
        body="Angela Merkel met Emmanuel Macron on 4 March 2019 in Berlin.",
        dated=ReportDate(date=day, basis="given", why="test"),
    )
    asked = [doubt for doubt in read(report, load_knowledge()).doubts if doubt.about == "r"]
    assert len(asked) == count
    assert all("4 March 2019" in doubt.why for doubt in asked)


@pytest.mark.parametrize(
    "line",
    [
        "Readout, 14 March 2025",
        "Joint press statement (14 March 2025)",
        "Readout of the minister's call, 14 March 2025",
    ],
)
def test_first_line_dates_a_report(line):
    told = dated(f"{line}\n\nThe president spoke with the prime minister about trade.")
    assert (told.date, told.basis) == ("2025-03-14", "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "The president met his colleague on Thursday, 14 September 2023, his office said. On Monday he had flown home.",
        "The minister said in Nairobi on 14 September 2023 that he would stay. The two will speak on Monday.",
    ],
)
def test_full_date_of_the_news_beside_bare_weekdays_bounds_a_report(text):
    told = dated(text)
    assert (told.date, told.earliest, told.latest) == (None, "2023-09-14", "2023-09-20")


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed on 3 May 1995. The ministers met on Monday.",
        "The minister, who was born on Tuesday, 3 May 1960, said on Monday that he would stay.",
        "The minister said on 14 September 2023 that he would stay. He resigned in May 2024. They meet on Monday.",
        "The minister said on Friday, 14 September 2023 that he would stay. They meet on Monday.",
        "The minister said on 14 September 2023 that he would stay.",
        "Transcripts of the trial of 14 March 1995 were found on Monday.",
    ],
)
def test_date_of_something_else_dates_nothing(text):
    told = dated(text)
    assert (told.date, told.earliest, told.latest) == (None, None, None)
