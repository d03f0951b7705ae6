"""Events told by what was to be seen, by verbs beside that of the words of time, and by the hour at which they came."""

from __future__ import annotations

import pytest

from communique.dates.event import is_name
from communique.dates.lexicon import load_scenes
from communique.evaluation.scoring.dates import read_undated


def dated(text: str) -> tuple[str | None, str | None]:
    found = read_undated(text)
    return found.date or found.earliest, found.date or found.latest


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # what was to be seen
        (
            "COLOMBO - Hundreds swam in the pool of the president's residence on Saturday. The envoy of India telephoned.",
            "2022-07-09",
            "2022-07-15",
        ),
        (
            "PARIS - Macron walked Putin down the gallery of mirrors at Versailles this afternoon.",
            "2017-05-29",
            "2017-05-29",
        ),
        ("A mob smashed the windows of the Planalto in Brasilia today.", "2023-01-08", "2023-01-08"),
        # two who met, and the place or thing that tells which time it was
        (
            "Barack Obama gave Raul Castro his hand in the rain at Soweto on Tuesday.",
            "2013-12-10",
            "2013-12-16",
        ),
        # a verb beside that of the words of time
        (
            "Serzh Sargsyan wrote to the nation today and gave up his office. The envoys were told.",
            "2018-04-23",
            "2018-04-23",
        ),
        (
            "Benazir Bhutto was shot dead as she left a rally in Rawalpindi this evening.",
            "2007-12-27",
            "2007-12-27",
        ),
        # in the clause of what went on at the same time
        (
            "Choirs sang on both banks today as the European Union grew to twenty-five members.",
            "2004-05-01",
            "2004-05-01",
        ),
        # on the day that the sentence tells, earlier
        (
            "Ehud Barak rang on Saturday night to mourn the shuttle Columbia, which had broken up over Texas in the morning.",
            "2003-02-01",
            "2003-02-07",
        ),
        # by the hour
        (
            "YANGON - The envoys met today, hours after soldiers had seized Aung San Suu Kyi in Myanmar.",
            "2021-02-01",
            "2021-02-01",
        ),
        (
            "Hours after Chandrayaan-3 landed near the south pole of the Moon, Modi dined with the envoys at dinner.",
            "2023-08-23",
            "2023-08-23",
        ),
        # all leave on the last day
        (
            "L'AQUILA, Italy - The leaders of the eight flew home by helicopter today.",
            "2009-07-10",
            "2009-07-10",
        ),
        # the weekday that lies nearest to two weeks
        (
            "Two weeks after Cyclone Nargis struck, the ministers agreed in Bangkok on Monday to help.",
            "2008-05-19",
            "2008-05-25",
        ),
        # one goes on with the holder of an office named before
        (
            "Prime Minister David Cameron will meet Angela Merkel in Berlin. He took office a week ago.",
            "2010-05-17",
            "2010-05-23",
        ),
        # years of a state, named or under its capital's dateline
        ("ABUJA - Nigeria kept fifty years of independence today with a parade.", "2010-10-01", "2010-10-01"),
        (
            "LUSAKA - Half a century to the day after the Union Jack came down, the envoys stood in the sun.",
            "2014-10-24",
            "2014-10-24",
        ),
        # a vote under the dateline of the capital
        (
            "BRASILIA - With three days to go before the first round, President Dilma Rousseff had lunch with envoys.",
            "2014-10-02",
            "2014-10-02",
        ),
        # those of a gathering meet tomorrow
        (
            "WARSAW - The NATO leaders, who gather tomorrow, landed one by one.",
            "2016-07-07",
            "2016-07-07",
        ),
        # a month of a war, and a day with its comma
        (
            "As Russia's war on Ukraine entered its second month, the envoys met.",
            "2022-03-24",
            "2022-04-23",
        ),
        ("On the 1,000th day of Russia's invasion Zelensky received the envoys.", "2024-11-19", "2024-11-19"),
        # a year in an office, to the day
        (
            "BERLIN - A year to the day after taking office, Chancellor Olaf Scholz rang Kyiv.",
            "2022-12-08",
            "2022-12-08",
        ),
        # what came before the news
        (
            "Georgian Dream won on Monday and Saakashvili conceded to Ivanishvili on Tuesday.",
            "2012-10-02",
            "2012-10-07",
        ),
        # what was known on the next day
        (
            "Britain voted to leave the European Union on Thursday. The envoys met at breakfast.",
            "2016-06-24",
            "2016-06-29",
        ),
    ],
)
def test_day_by_what_was_seen(text, first, last):
    assert dated(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "The minister deplored on Saturday the storming of the palace in Colombo, where hundreds swam in the pool.",
        "Macron spoke today of his walk with Putin through Versailles.",
        "Sargsyan said today that he would never give up his office.",
        "The ministers remembered today how a mob had smashed the windows of the Planalto in Brasilia.",
        "Two days after parliament voted yes in Budapest, Ulf Kristersson received Olaf Scholz.",
        "PARIS - The minister spoke today of fifty years of independence in Africa.",
        "Boris Johnson was moved into a new flat tonight.",
        "A Minister spoke at a union march in Munich on Thursday about cars.",
        "President Emmanuel Macron, who took office two years ago, spoke today with the envoys.",
        "Liz Truss, two days into the job when the Queen died, spoke with Emmanuel Macron.",
    ],
)
def test_what_is_only_spoken_of_gives_no_day(text):
    assert dated(text) == (None, None)


def test_scenes_name_somebody_and_show_something():
    scenes = load_scenes().events
    assert scenes
    for scene in scenes:
        assert len(scene.groups) > 1, scene.id
        assert any(map(is_name, scene.groups)) or len(scene.groups) > 2, scene.id
