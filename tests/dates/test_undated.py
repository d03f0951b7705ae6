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
    ("text", "latest"),
    [
        (
            "The president met his colleague on Thursday, 14 September 2023, his office said. On Monday he had flown home.",
            "2023-09-20",
        ),
        (
            "The minister said in Nairobi on 14 September 2023 that he would stay. The two will speak on Monday.",
            "2023-09-17",
        ),
    ],
)
def test_full_date_of_the_news_beside_bare_weekdays_bounds_a_report(text, latest):
    told = dated(text)
    assert (told.date, told.earliest, told.latest) == (None, "2023-09-14", latest)


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


EDITIONS = [
    ("KAZAN - The sixteenth BRICS summit opened here today.", "2024-10-22", "2024-10-22"),
    ("The two ministers signed it today at the NATO summit in Vilnius.", "2023-07-11", "2023-07-12"),
    ("The two met on Tuesday on the sidelines of the G20 summit in Bali.", "2022-11-15", "2022-11-21"),
    ("DOHA, Dec 5 (GNA) -- The 44th Gulf summit opened here.", "2023-12-05", "2023-12-05"),
    (
        "On 16 September the two talked at the Shanghai Cooperation Organization summit in Samarkand.",
        "2022-09-16",
        "2022-09-22",
    ),
    (
        "The two spoke today, a week after they had met at the NATO summit in Vilnius.",
        "2023-07-17",
        "2023-07-23",
    ),
    (
        "The COP28 conference in Dubai ended this morning, and the envoys flew home.",
        "2023-12-13",
        "2023-12-13",
    ),
]


@pytest.mark.parametrize(("text", "first", "last"), EDITIONS)
def test_edition_of_a_gathering_dates_a_report(text, first, last):
    told = dated(text)
    assert (told.date or told.earliest, told.date or told.latest) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "They spoke today. They had last met at the G20 summit in Bali.",
        "The G20 foreign ministers spoke today of the summit that Bali once held.",
        "The NATO summit in Brussels opened today.",
        "The annual meeting of the World Economic Forum opens in Davos today.",
    ],
)
def test_gathering_that_is_only_spoken_of_or_one_of_many_dates_nothing(text):
    told = dated(text)
    assert (told.date, told.earliest) == (None, None)


TO_COME = [
    (
        "Colombia's government and the FARC signed the peace accord in Cartagena on Monday. The vote is on Sunday.",
        "2016-09-26",
        "2016-10-01",
    ),
    (
        "Nelson Mandela died on Thursday night. The president will meet his guests at the weekend.",
        "2013-12-05",
        "2013-12-06",
    ),
]


@pytest.mark.parametrize(("text", "first", "last"), TO_COME)
def test_what_is_still_to_come_bounds_a_report(text, first, last):
    told = dated(text)
    assert (told.date or told.earliest, told.date or told.latest) == (first, last)


TO_THE_DAY = [
    ("The sirens sounded, ten years to the minute after the earthquake and tsunami in Tohoku.", "2021-03-11"),
    ("Today, twenty years after the attacks of September 11, 2001, the flag was raised.", "2021-09-11"),
    ('The ministers signed it this morning. "Done at Bamako on 14 March 2006," it ends.', "2006-03-14"),
    ("Today (4 April) the flag of Finland was raised at NATO, whose member it becomes.", "2023-04-04"),
    (
        "With a week to go until the deadline of June 30 for the nuclear talks with Iran, the two met.",
        "2015-06-23",
    ),
    ("SEOUL - North Korean television announced today that Kim Jong Il had died.", "2011-12-19"),
    ("PRESS RELEASE No. 44 / 20.02.2019. The secretary received the ambassador today.", "2019-02-20"),
    ("Published on July 1, 2013. The ministers met to speak of fish.", "2013-07-01"),
    ("ZAGREB. Today (1 January) Croatia adopted the euro and opened its border with Slovenia.", "2023-01-01"),
    ("LAUSANNE. The envoys announced this evening the framework of an agreement on Iran.", "2015-04-02"),
    ("With ten days left until Scots vote on September 18, the two prime ministers met.", "2014-09-08"),
    ("Kings sat on the square this morning as John Paul II was buried.", "2005-04-08"),
    ("Bulgaria and Romania have been members of the European Union since midnight.", "2007-01-01"),
    (
        "A hundred years after the guns fell silent on the Western Front, the leaders stood there today.",
        "2018-11-11",
    ),
]


@pytest.mark.parametrize(("text", "day"), TO_THE_DAY)
def test_evidence_of_one_day_dates_a_report(text, day):
    assert dated(text).date == day


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed on 9 June 2015. Today the minister spoke of it.",
        "The deadline of August 31 for the last American soldier to leave the port is nine days away.",
        "The president may leave the European Union out of it tomorrow, Britain says.",
    ],
)
def test_day_of_another_thing_dates_nothing(text):
    told = dated(text)
    assert (told.date, told.earliest) == (None, None)


def test_copyright_line_and_weekday_bound_a_report():
    told = dated(
        "The minister received the ambassador on Wednesday, April 6. They spoke of cars.\n\nCopyright 2011 The Morning."
    )
    assert (told.date, told.earliest, told.latest) == (None, "2011-04-06", "2011-04-12")
