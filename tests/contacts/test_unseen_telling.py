"""Ways of telling met in the news of many countries: calls that are visits, letters by their bearers, lists of offices."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


def told(text: str, day: str) -> list[tuple[str, str, str]]:
    """(kind, status, ids of the participants) of each account, sorted."""
    reading = read(make_report(Fields(source="x", text=text, date=day)), load_knowledge())
    return sorted(
        (
            a.kind,
            a.status,
            " ".join(sorted(p.actor.id for p in a.participants if p.role not in {"aide", "delegation"})),
        )
        for a in reading.accounts
    )


COURTESY = [
    (
        "Brazil's Dilma Rousseff yesterday paid a courtesy call on President Ollanta Humala where she promised growth.",
        [("meeting", "held", "dilma-rousseff ollanta-humala")],
    ),
    (
        "President Goodluck Jonathan later moved to pay a courtesy call on his Ghanaian counterpart, John Mahama.",
        [("meeting", "held", "goodluck-jonathan john-mahama")],
    ),
    (
        "President Goodluck Jonathan will pay a courtesy call on his Ghanaian counterpart, John Mahama.",
        [("meeting", "planned", "goodluck-jonathan john-mahama")],
    ),
    (
        "The Chilean president travelled to Peru last week to speak directly with President Ollanta Humala.",
        [("meeting", "held", "ollanta-humala sebastian-pinera"), ("visit", "held", "PER sebastian-pinera")],
    ),
    (
        "Chile's president, Sebastian Pinera, called on Monday for calm in Peru, where Ollanta Humala has won.",
        [],
    ),
]
BEARERS = [
    (
        "The Omani foreign minister met Egypt's President Mohamed Morsi to deliver a message from Sultan Qaboos.",
        [
            ("meeting", "held", "mohamed-morsi yusuf-bin-alawi"),
            ("message", "held", "mohamed-morsi qaboos-bin-said"),
        ],
    ),
    (
        "President Mohamed Morsi received the Omani foreign minister, who handed over a letter from Sultan Qaboos.",
        [
            ("meeting", "held", "mohamed-morsi yusuf-bin-alawi"),
            ("message", "held", "mohamed-morsi qaboos-bin-said"),
        ],
    ),
    (
        "The Omani foreign minister met Egypt's President Mohamed Morsi and praised a letter from Sultan Qaboos.",
        [("meeting", "held", "mohamed-morsi yusuf-bin-alawi")],
    ),
]
OFFICES = [
    (
        "A meeting between Moldovan and Latvian Foreign Ministers Ion Rusu and Janis Ozols will be held in Riga.",
        [("meeting", "planned", "edgars-rinkevics iurie-leanca")],
    ),
    (
        "Ban Ki-moon spent Monday and Tuesday in Lima.",
        [("visit", "held", "PER ban-ki-moon")],
    ),
    (
        "A meeting of the prime ministers of Hungary and Slovakia will take place tomorrow, the ministry said.",
        [("meeting", "planned", "robert-fico viktor-orban")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*COURTESY, *BEARERS, *OFFICES])
def test_what_is_told_is_read(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, "2012-11-10") == expected


GULF = [
    (
        "John Kerry flew to Muscat on Tuesday.",
        [("visit", "held", "OMN john-kerry")],
    ),
    (
        "Maltese Prime Minister Joseph Muscat met Angela Merkel in Berlin. Muscat flew to Paris on Tuesday.",
        [("meeting", "held", "angela-merkel joseph-muscat"), ("visit", "held", "FRA joseph-muscat")],
    ),
    (
        "China's special envoy arrived in Juba on Monday.",
        [("visit", "held", "CHN SSD")],
    ),
    ("The Chinese ambassador visited Juba on Monday.", []),
    (
        "Jan Kovar (Slovakia) and Luis Ortega (Chile) visited Moldova on Monday.",
        [("visit", "held", "MDA jan-kovar luis-ortega")],
    ),
    (
        "John Kerry had arrived in Geneva last Sunday to meet Sergei Lavrov.",
        [("meeting", "held", "john-kerry sergey-lavrov"), ("visit", "held", "CHE john-kerry")],
    ),
]
FATES = [
    (
        "A peace summit between Angola and Rwanda, scheduled for Friday in Luanda, collapsed before it began.",
        [("summit", "cancelled", "AGO RWA")],
    ),
    (
        "Talks between Angola and Rwanda in Luanda collapsed on Friday.",
        [("talks", "held", "AGO RWA")],
    ),
    (
        "The summit in Lima that was supposed to bring together the leaders of Uruguay and Bolivia was called off.",
        [("summit", "cancelled", "evo-morales jose-mujica")],
    ),
    ("The summit in Lima that was to bring together Jose Mujica and Evo Morales was called off.", []),
    (
        "The ministers lamented the end of a summit that the foreign ministers of Angola and Rwanda had scheduled.",
        [],
    ),
]
PLACED = [
    (
        (
            "The accord followed a meeting on Monday in Peru's capital Lima between Mr Mujica and Bolivian President Evo "
            "Morales. Jose Mujica flew home."
        ),
        [("meeting", "held", "evo-morales jose-mujica")],
    ),
    (
        "Jose Mujica met on Sunday with his counterpart from Bolivia, Evo Morales.",
        [("meeting", "held", "evo-morales jose-mujica")],
    ),
    (
        "Angela Merkel spoke to Vladimir Putin on Monday. The two last met in Palermo in May at a conference.",
        [
            ("call", "held", "angela-merkel vladimir-putin"),
            ("meeting", "held", "angela-merkel vladimir-putin"),
        ],
    ),
    (
        "No mention was made of Jose Mujica, whose summit with Evo Morales in Chile in May had raised hopes.",
        [("summit", "held", "evo-morales jose-mujica")],
    ),
    (
        "President Mujica's trip to Chile follows a visit by Evo Morales to Santiago last month.",
        [("visit", "held", "CHL evo-morales"), ("visit", "held", "CHL jose-mujica")],
    ),
]
AUDIENCES = [
    (
        "Ali Bongo received in audience on Friday the Ghanaian Foreign Minister.",
        [("meeting", "held", "ali-bongo hanna-tetteh")],
    ),
    (
        "President Paul Biya granted an audience to the Ambassador from the Republic of Chad in Yaounde.",
        [("meeting", "held", "TCD paul-biya")],
    ),
    (
        "Angela Merkel received on Monday in Berlin the Chadian foreign minister.",
        [("meeting", "held", "angela-merkel moussa-faki-mahamat")],
    ),
    ("Angela Merkel received much praise on Monday in Berlin, the Chadian foreign minister said.", []),
    (
        "Wrapping up his two-day visit to Nepal, Indian Foreign Minister Salman Khurshid returned to New Delhi.",
        [("visit", "held", "NPL salman-khurshid")],
    ),
    (
        "Angela Merkel will visit Peru next week. She plans to meet Ollanta Humala, minister Ursula Plassnik said.",
        [("meeting", "planned", "angela-merkel ollanta-humala"), ("visit", "planned", "PER angela-merkel")],
    ),
]
TOGETHER = [
    (
        "Saudi Arabia, the United Arab Emirates and Egypt signed a deal with Qatar in Riyadh on Monday.",
        [("signing", "held", "ARE EGY QAT SAU")],
    ),
    (
        (
            "Goodluck Jonathan held talks on Friday with Alassane Ouattara in Abuja. Nigerian Foreign Minister Bello Adoke "
            "and Ghana's John Mahama also took part in the meeting."
        ),
        [("talks", "held", "alassane-ouattara goodluck-jonathan")],
    ),
    (
        (
            "High on the agenda is the plan for a meeting between Benigno Aquino and Barack Obama on the sidelines of the "
            "APEC summit in Honolulu."
        ),
        [("meeting", "planned", "barack-obama benigno-aquino-iii"), ("summit", "planned", "APEC")],
    ),
    (
        (
            "Barack Obama said this after holding talks with King Abdullah of Jordan in Amman. Both praised it. The US "
            "leader was in Amman in May, when he held talks with King Abdullah."
        ),
        [
            ("talks", "held", "abdullah-ii barack-obama"),
            ("talks", "held", "abdullah-ii barack-obama"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*GULF, *FATES, *PLACED, *AUDIENCES, *TOGETHER])
def test_who_was_where_and_with_whom(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, "2013-11-10") == expected


def test_a_chairs_year_is_no_day_of_talks() -> None:
    text = "Hun Sen, this year's chair of the Association of Southeast Asian Nations, held talks with Thein Sein."
    (account,) = read(
        make_report(Fields(source="x", text=text, date="2012-11-10")), load_knowledge()
    ).accounts
    assert account.kind == "talks"
    assert account.when is not None and account.when.start != "2012-01-01"


def test_three_days_are_not_three_persons() -> None:
    text = "Jose Mujica and Evo Morales met Kofi Annan. Many attended the three-day summit. The two-hour talks ended well."
    mentions = read(make_report(Fields(source="x", text=text, date="2013-11-10")), load_knowledge()).mentions
    assert not [m.text for m in mentions if m.form == "group"]


SETTINGS = [
    (
        "The presidents of Kenya and Rwanda met at the African Union meeting in Lusaka on Thursday.",
        [("meeting", "held", "paul-kagame uhuru-kenyatta")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SETTINGS)
def test_a_meeting_at_a_bodys_gathering_is_none_with_the_body(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text, "2014-02-04") == expected


def test_the_day_on_which_somebody_said_so_is_not_that_of_the_talks_to_come() -> None:
    text = (
        "Goodluck Jonathan said he looked forward to talks with John Mahama as he landed in Ghana on Sunday."
    )
    reading = read(make_report(Fields(source="x", text=text, date="2014-02-04")), load_knowledge())
    (talks,) = (a for a in reading.accounts if a.kind == "talks")
    assert talks.when is not None and talks.when.end is None and talks.when.start == "2014-02-02"


TOLD_ON_A_DAY = [
    (
        "John Mahama told President Goodluck Jonathan on Monday that Ghana would send its troops for talks.",
        [("talks", "held", "goodluck-jonathan john-mahama")],
    ),
    ("John Mahama told President Goodluck Jonathan that Ghana would send its troops for talks.", []),
    ("John Mahama told President Goodluck Jonathan in an interview on Monday that talks were over.", []),
    (
        "Goodluck Jonathan met with John Mahama on Sunday and with Macky Sall and Paul Kagame on Monday.",
        [
            ("meeting", "held", "goodluck-jonathan john-mahama"),
            ("meeting", "held", "goodluck-jonathan macky-sall"),
            ("meeting", "held", "goodluck-jonathan paul-kagame"),
        ],
    ),
    (
        "Goodluck Jonathan sat with John Mahama and Macky Sall for two hours on Sunday.",
        [("summit", "held", "goodluck-jonathan john-mahama macky-sall")],
    ),
    (
        "ACCRA: Goodluck Jonathan arrived in the capital on Sunday for a visit of a day. Ghana is ready.",
        [("visit", "held", "GHA goodluck-jonathan")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_ON_A_DAY)
def test_what_one_tells_another_on_a_day_and_each_day_of_a_list_is_a_contact(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text, "2014-02-04") == expected


def test_a_title_has_the_day_of_the_opening_that_names_all_who_deal() -> None:
    text = "Jonathan hosts Mahama at the villa\n\nGhana's President John Mahama entered the villa of Goodluck Jonathan on Sunday evening."
    reading = read(make_report(Fields(source="x", text=text, date="2014-02-03")), load_knowledge())
    assert {a.when.start for a in reading.accounts if a.kind == "meeting" and a.when} == {"2014-02-02"}


def test_what_lies_between_two_days_told_is_no_news_of_the_last_day() -> None:
    text = "Jonathan rang Mahama on Monday and again on Thursday, as he said. In between, Macky Sall met Paul Kagame in Paris."
    reading = read(make_report(Fields(source="x", text=text, date="2014-02-08")), load_knowledge())
    (met,) = (a for a in reading.accounts if a.kind == "meeting")
    assert met.when is not None and met.when.start is None and met.when.end == "2014-02-08"
