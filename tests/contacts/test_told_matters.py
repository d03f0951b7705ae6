"""Contacts that a briefing is about, that lie before what is planned, and lists of sides behind one word."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read

NEWS = "2018-06-08"  # a Friday


def told(text: str) -> list[tuple[str, str, str, str, str]]:
    """(kind, status, first day, last day, ids) of each account, sorted."""
    reading = read(make_report(Fields(source="x", text=text, date=NEWS)), load_knowledge())
    return sorted(
        (
            a.kind,
            a.status,
            (a.when.start or "") if a.when else "",
            (a.when.end or "") if a.when else "",
            " ".join(sorted(p.actor.id for p in a.participants)),
        )
        for a in reading.accounts
    )


CALLED = ("call", "held", "2018-06-07", "2018-06-07", "angela-merkel theresa-may")
BEFORE = ("talks", "held", "", NEWS, "angela-merkel shinzo-abe")
CASES = [
    ("On Thursday, Angela Merkel spoke to Theresa May about her talks with Shinzo Abe.", [CALLED, BEFORE]),
    ("Angela Merkel briefed lawmakers on Thursday on her talks with Shinzo Abe.", [BEFORE]),
    ("Angela Merkel spoke to reporters on Thursday about her talks with Shinzo Abe.", [BEFORE]),
    ("Angela Merkel spoke about her talks with Shinzo Abe.", [BEFORE]),
    (
        "On Thursday, Angela Merkel spoke to Theresa May about her trips to Tokyo, during which she met Shinzo Abe.",
        [
            CALLED,
            ("meeting", "held", "", NEWS, "angela-merkel shinzo-abe"),
            ("visit", "held", "", NEWS, "JPN angela-merkel"),
        ],
    ),
    (
        "Angela Merkel told lawmakers on Thursday about her visit to Japan on May 9.",
        [("visit", "held", "2018-05-09", "2018-05-09", "JPN angela-merkel")],
    ),
    (
        "Angela Merkel told Theresa May of a planned meeting with Shinzo Abe on Tuesday.",
        [("meeting", "planned", "2018-06-12", "2018-06-12", "angela-merkel shinzo-abe")],
    ),
    (
        "Angela Merkel is due in Tokyo on Tuesday, after meeting Theresa May in London.",
        [
            ("meeting", "planned", "2018-06-12", "2018-06-12", "angela-merkel theresa-may"),
            ("visit", "planned", "2018-06-12", "2018-06-12", "JPN angela-merkel"),
        ],
    ),
    (
        "Angela Merkel is expected in Tokyo on Tuesday after meeting Theresa May in London.",
        [
            ("meeting", "planned", "2018-06-12", "2018-06-12", "angela-merkel theresa-may"),
            ("visit", "planned", "2018-06-12", "2018-06-12", "JPN angela-merkel"),
        ],
    ),
    (
        "Angela Merkel and Theresa May will meet for the first time since the NATO summit in July.",
        [
            ("meeting", "planned", NEWS, "", "angela-merkel theresa-may"),
            ("summit", "held", "2017-07-01", "2017-07-31", "NATO"),
        ],
    ),
    (
        "A flurry of calls on Thursday between Angela Merkel and Theresa May, Shinzo Abe and Justin Trudeau led to it.",
        [
            ("call", "held", "2018-06-07", "2018-06-07", "angela-merkel justin-trudeau"),
            ("call", "held", "2018-06-07", "2018-06-07", "angela-merkel shinzo-abe"),
            CALLED,
        ],
    ),
    (
        "The call on Thursday between Angela Merkel and Theresa May, Shinzo Abe and Justin Trudeau led to it.",
        [("call", "held", "2018-06-07", "2018-06-07", "angela-merkel justin-trudeau shinzo-abe theresa-may")],
    ),
    (
        "Theresa May and Shinzo Abe were in Quebec. Angela Merkel met each of them on Thursday.",
        [
            ("meeting", "held", "2018-06-07", "2018-06-07", "angela-merkel shinzo-abe"),
            ("meeting", "held", "2018-06-07", "2018-06-07", "angela-merkel theresa-may"),
        ],
    ),
    (
        "Theresa May said that she and Angela Merkel would see each other on Tuesday.",
        [("meeting", "planned", "2018-06-12", "2018-06-12", "angela-merkel theresa-may")],
    ),
    (
        "On Thursday, Angela Merkel warned Theresa May over the phone against delay.",
        [("phone_call", "held", "2018-06-07", "2018-06-07", "angela-merkel theresa-may")],
    ),
    (
        "Angela Merkel had been to see Theresa May in London on Thursday.",
        [("meeting", "held", "2018-06-07", "2018-06-07", "angela-merkel theresa-may")],
    ),
    (
        "Angela Merkel flew to Japan on Thursday from London, where she was hosted by Theresa May on May 9.",
        [
            ("meeting", "held", "2018-05-09", "2018-05-09", "angela-merkel theresa-may"),
            ("visit", "held", "2018-06-07", "2018-06-07", "JPN angela-merkel"),
        ],
    ),
    (
        "Angela Merkel and Theresa May met on Friday. Merkel had proposed the meeting in a tweet on Thursday.",
        [("meeting", "held", NEWS, NEWS, "angela-merkel theresa-may")],
    ),
    (
        "Angela Merkel said that a dialogue between Ghana and Togo came first.",
        [],
    ),
    (
        "Angela Merkel proposed a meeting with Theresa May in a tweet on Thursday.",
        [("meeting", "proposed", "", "", "angela-merkel theresa-may")],
    ),
    ("There was no evidence of a meeting between Angela Merkel and Theresa May.", []),
    ("Reports of a call between Angela Merkel and Theresa May could not be verified.", []),
    ("Rumours of a meeting between Angela Merkel and Theresa May circulated on Thursday.", []),
    ("There was speculation about a meeting between Angela Merkel and Theresa May.", []),
    (
        "There is no truth in reports of talks between Angela Merkel and Theresa May.",
        [("talks", "denied", "", "", "angela-merkel theresa-may")],
    ),
    (
        "Officials confirmed reports of a meeting between Angela Merkel and Theresa May on Thursday.",
        [("meeting", "held", "2018-06-07", "2018-06-07", "angela-merkel theresa-may")],
    ),
    (
        "Officials rejected claims about the meeting between Angela Merkel and Theresa May on Thursday.",
        [("meeting", "held", "2018-06-07", "2018-06-07", "angela-merkel theresa-may")],
    ),
    (
        "Ghana and Togo opened their border on Thursday. Angela Merkel visited both countries on May 9.",
        [
            ("visit", "held", "2018-05-09", "2018-05-09", "GHA angela-merkel"),
            ("visit", "held", "2018-05-09", "2018-05-09", "TGO angela-merkel"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_contacts_told_of_are_read_with_their_own_days(
    text: str, expected: list[tuple[str, str, str, str, str]]
) -> None:
    assert told(text) == sorted(expected)
