"""Accounts of official texts: what is only talked of, aimed at or the occasion of a meeting is no contact held."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read

Row = tuple[str, str, str | None, str]


def told(text: str, day: str, outlet: str | None = "The White House", title: str | None = None) -> list[Row]:
    """(kind, status, first day, ids of the participants) of each account, sorted."""
    fields = Fields(source="x", text=text, date=day, outlet=outlet, title=title)
    reading = read(make_report(fields), load_knowledge())
    return sorted(
        (
            a.kind,
            a.status,
            a.when.start if a.when and a.when.start == a.when.end else None,
            " ".join(sorted(p.actor.id for p in a.participants)),
        )
        for a in reading.accounts
    )


RUTO = "William Ruto met with Alexander Stubb today."
MET: Row = ("meeting", "held", "2024-05-14", "alexander-stubb william-ruto")
ONE_MEETING = [
    "They also talked about the importance of stability in the Aegean.",
    "They also discussed the resolve of Kenya and Finland to be at peace with Russia.",
    "Finally, Mr. Ruto discussed a shared concern with Russia's deepening relationship with Iran.",
    "President Ruto discussed the effects of the war with Sudan.",
    "The two exchanged views on peace and security in the Horn of Africa, the Sahel and Libya, and on access to vaccines.",
    "The leaders welcomed the UN monitoring mission to support the elections in Somalia.",
    "They thanked those who serve in NATO's Resolute Support Mission in Afghanistan.",
    "They praised the Call to Action that the minister announced in May.",
]


@pytest.mark.parametrize("sentence", ONE_MEETING)
def test_matters_of_a_meeting_are_no_contacts(sentence: str) -> None:
    """What two talk about in a meeting makes no second one, and those who are talked of do not sit at the table."""
    assert told(f"{RUTO} {sentence}", "2024-05-14") == [MET]


TOLD: list[tuple[str, str, list[Row]]] = [
    (
        "Jake Sullivan spoke with Yuriy Ushakov, Foreign Policy Advisor to President Vladimir Putin of Russia, today.",
        "2021-12-20",
        [("call", "held", "2021-12-20", "jake-sullivan yuri-ushakov")],
    ),
    (
        (
            "President Ruto met today with the President of Finland, H.E. Alexander Stubb, the Prime Minister of Norway, "
            "H.E. Jonas Gahr Støre, and the Prime Minister of Denmark, H.E. Mette Frederiksen."
        ),
        "2024-05-14",
        [
            (
                "meeting",
                "held",
                "2024-05-14",
                "alexander-stubb jonas-gahr-store mette-frederiksen william-ruto",
            ),
        ],
    ),
    (
        "President Ruto received the President of Finland, Alexander Stubb, on 6 May and the Prime Minister of Norway, Jonas Gahr Støre, on 8 May.",
        "2024-05-14",
        [
            ("meeting", "held", "2024-05-06", "alexander-stubb william-ruto"),
            ("meeting", "held", "2024-05-08", "jonas-gahr-store william-ruto"),
        ],
    ),
    (
        (
            "President Ruto met the President of Finland, Alexander Stubb, the Prime Minister of Norway, Jonas Gahr Støre, "
            "and the King of Jordan, Abdullah II, today."
        ),
        "2024-05-14",
        [
            (
                "meeting",
                "held",
                "2024-05-14",
                "abdullah-ii alexander-stubb jonas-gahr-store william-ruto",
            ),
        ],
    ),
    (
        "The summit between the European Union and Japan took place in Tokyo today. Josep Borrell met Foreign Minister Yoko Kamikawa today.",
        "2024-05-14",
        [
            ("meeting", "held", "2024-05-14", "josep-borrell yoko-kamikawa"),
            ("summit", "held", "2024-05-14", "EU JPN"),
        ],
    ),
    (
        "Narendra Modi met Fumio Kishida today. The next summit will be held in Brazil in November.",
        "2024-05-14",
        [("meeting", "held", "2024-05-14", "fumio-kishida narendra-modi")],
    ),
    (
        "Charles Michel, President of the European Council, was in Tirana. President Michel met Edi Rama today.",
        "2024-05-14",
        [("meeting", "held", "2024-05-14", "charles-michel edi-rama")],
    ),
    (
        "Jake Sullivan met Philippe Etienne today in advance of President Ruto's meeting with President Stubb in October.",
        "2024-09-20",
        [
            ("meeting", "held", "2024-09-20", "jake-sullivan philippe-etienne"),
            ("meeting", "planned", None, "alexander-stubb william-ruto"),
        ],
    ),
    (
        "President Ruto met President Stubb today. The leaders recalled what they had said at the Woodside Summit in March.",
        "2024-05-14",
        [
            ("meeting", "held", "2024-05-14", "alexander-stubb william-ruto"),
            ("summit", "held", None, "alexander-stubb william-ruto"),
        ],
    ),
    (
        "Crown Prince and Prime Minister Mohammed bin Salman was away. Defence Minister Khalid bin Salman came. Minister bin Salman met Alexander Stubb today.",
        "2024-05-14",
        [("meeting", "held", "2024-05-14", "alexander-stubb khalid-bin-salman")],
    ),
    (
        "Alexander Stubb accepted the invitation of Secretary Blinken to visit the United States.",
        "2024-05-14",
        [("visit", "planned", None, "USA alexander-stubb")],
    ),
    (
        "President Ruto renewed his invitation to President Stubb to visit Nairobi.",
        "2024-05-14",
        [],
    ),
    (
        "William Ruto and Alexander Stubb held talks today on the war between Russia and Ukraine.",
        "2024-05-14",
        [("talks", "held", "2024-05-14", "alexander-stubb william-ruto")],
    ),
    (
        "Alexander Stubb had a phone call with William Ruto today on the conflict between Rwanda and Burundi.",
        "2024-05-14",
        [("phone_call", "held", "2024-05-14", "alexander-stubb william-ruto")],
    ),
    (
        "Talks on a prisoner exchange between Russia and Ukraine were held today in Istanbul.",
        "2024-05-14",
        [("talks", "held", "2024-05-14", "RUS UKR")],
    ),
    (
        "Alexander Stubb spoke today with President William Ruto of Kenya, Chair of the East African Community (EAC).",
        "2024-05-14",
        [("call", "held", "2024-05-14", "alexander-stubb william-ruto")],
    ),
    (
        "Alexander Stubb met today with Prime Minister Anwar Ibrahim of Malaysia, current chair of ASEAN, in Helsinki.",
        "2025-05-14",
        [("meeting", "held", "2025-05-14", "alexander-stubb anwar-ibrahim")],
    ),
    (
        "President Ruto met today with President Stubb to discuss the June 14 NATO Summit in Brussels.",
        "2024-06-05",
        [
            ("meeting", "held", "2024-06-05", "alexander-stubb william-ruto"),
            ("summit", "planned", "2024-06-14", "NATO"),
        ],
    ),
    (
        "Mr. Sullivan previewed the March 18 meeting that Secretary Antony Blinken will hold with Wang Yi.",
        "2021-03-16",
        [("meeting", "planned", "2021-03-18", "antony-blinken wang-yi")],
    ),
    (
        "President Ruto spoke with President Stubb today. They talked about the upcoming G7 leaders meeting and NATO Summit.",
        "2024-06-05",
        [
            ("call", "held", "2024-06-05", "alexander-stubb william-ruto"),
            ("summit", "planned", None, "NATO"),
        ],
    ),
    (
        "President Ruto met today with President Stubb on the margins of the G20 Summit in Rio de Janeiro.",
        "2024-11-18",
        [("meeting", "held", "2024-11-18", "alexander-stubb william-ruto")],
    ),
    ("He also spoke today with Sergey Lavrov and with Hakan Fidan.", "2024-06-05", []),
    ("The envoy met separately with Sergey Lavrov and Hakan Fidan.", "2024-06-05", []),
]


@pytest.mark.parametrize(("text", "day", "expected"), TOLD)
def test_official_sentences(text: str, day: str, expected: list[Row]) -> None:
    """A contact has those who act in it, and a day that its words allow."""
    assert told(text, day) == expected


def test_the_secretary_is_the_one_of_the_department() -> None:
    """An official text that names several secretaries means its own by "the Secretary"."""
    text = (
        "Secretary of State John Kerry will meet with UK Foreign Secretary William Hague on September 16.\n\n"
        "The Secretary spoke today with Turkish Foreign Minister Ahmet Davutoğlu."
    )
    rows = told(text, "2013-09-12", "U.S. Department of State", "Secretary Kerry's Travel to London")
    assert ("call", "held", "2013-09-12", "ahmet-davutoglu john-kerry") in rows


PRESENT = [
    (
        "Present at the extended talks from our side were Musalia Mudavadi, foreign minister, and Monica Juma.",
        {"monica-juma": "delegation", "musalia-mudavadi": "delegation"},
    ),
    (
        "The meeting was attended by Musalia Mudavadi and Monica Juma.",
        {"monica-juma": "aide", "musalia-mudavadi": "aide"},
    ),
    ("The talks, held at State House, were attended by Monica Juma.", {"monica-juma": "aide"}),
    (
        "On the Kenyan side, Musalia Mudavadi and Monica Juma attended.",
        {"monica-juma": "delegation", "musalia-mudavadi": "delegation"},
    ),
    (
        "Taking part in the meeting on the Kenyan side were Musalia Mudavadi and Monica Juma.",
        {"monica-juma": "delegation", "musalia-mudavadi": "delegation"},
    ),
    ("Monica Juma also took part in the meeting.", {"monica-juma": "aide"}),
    (
        "The Kenyan delegation included Monica Juma, a lawyer.",
        {"monica-juma": "delegation"},
    ),
    ("Monica Juma praised the farmers of Kenya.", {}),
    ("The summit in May had been attended by many.", {}),
]


@pytest.mark.parametrize(("sentence", "expected"), PRESENT)
def test_lists_of_those_present(sentence: str, expected: dict[str, str]) -> None:
    """Who is listed behind a meeting was in the room, and dealt with nobody."""
    text = f"William Ruto held talks with Alexander Stubb in Nairobi. {sentence}"
    reading = read(make_report(Fields(source="x", text=text, date="2024-05-14")), load_knowledge())
    first = reading.accounts[0]
    assert {p.actor.id: p.role for p in first.participants if p.role != "party"} == expected
    assert {p.actor.id for p in first.participants if p.role == "party"} == {
        "william-ruto",
        "alexander-stubb",
    }


def test_an_invitation_tells_where_a_visit_goes() -> None:
    """A visit without a place is to the state of who has invited to it."""
    text = "At the invitation of President Xi Jinping, President Emmanuel Macron will pay a state visit from May 20 to 22."
    assert [(kind, status, who) for kind, status, _, who in told(text, "2023-05-17")] == [
        ("visit", "planned", "CHN emmanuel-macron")
    ]


FACTS = [
    ("President Macron met Xi Jinping on the sidelines of the G20 summit in Bali.", "places", ["Bali"]),
    (
        "Emmanuel Macron, who was visiting Indonesia, held a meeting with Joko Widodo for approximately 25 minutes.",
        "minutes",
        [(25, 25), None],
    ),
    (
        "On the sidelines of the summit, President Macron had a conversation with Xi Jinping.",
        "kind",
        ["meeting"],
    ),
    (
        "Macron and Xi Jinping met to review ties within the framework of the Saudi-French Vision 2030.",
        "occasion",
        [None],
    ),
    (
        "Macron and Xi Jinping signed a statement on the occasion of the 30th anniversary of diplomatic relations.",
        "day",
        ["2022-11-15"],
    ),
]


@pytest.mark.parametrize(("text", "what", "expected"), FACTS)
def test_facts_of_official_texts(text: str, what: str, expected: list[object]) -> None:
    """Place, length, kind, occasion and day as an official text tells them."""
    reading = read(make_report(Fields(source="x", text=text, date="2022-11-15")), load_knowledge())
    found: dict[str, list[object]] = {
        "places": [p.name for a in reading.accounts if a.kind == "meeting" for p in a.places],
        "minutes": [a.duration_minutes for a in sorted(reading.accounts, key=lambda a: a.kind)],
        "kind": [a.kind for a in reading.accounts],
        "occasion": [a.occasion for a in reading.accounts],
        "day": [a.when.end if a.when else None for a in reading.accounts],
    }
    assert found[what] == expected


WHOLE: list[tuple[str, str, list[Row]]] = [
    (
        "Vladimir Putin and Joe Biden held talks in Geneva on Wednesday. Putin said that the conversation had been open.",
        "2021-06-17",
        [("talks", "held", "2021-06-16", "joe-biden vladimir-putin")],
    ),
    (
        (
            "Vladimir Putin and Joe Biden held talks in Geneva on Wednesday. The negotiations, which included a meeting "
            "attended by Sergey Lavrov and Antony Blinken, lasted three hours."
        ),
        "2021-06-17",
        [("talks", "held", "2021-06-16", "joe-biden vladimir-putin")],
    ),
    (
        "US President Barack Obama carried out a state visit to Mexico on Tuesday.",
        "2009-04-16",
        [("visit", "held", "2009-04-14", "MEX barack-obama")],
    ),
]


@pytest.mark.parametrize(("text", "day", "expected"), WHOLE)
def test_parts_and_words_of_one_contact(text: str, day: str, expected: list[Row]) -> None:
    """What a text says on of talks, and who sat beside them, makes no other contact."""
    assert told(text, day, outlet="TASS") == expected


def test_a_part_of_a_summit_does_not_shorten_it() -> None:
    """A banquet on the first evening leaves a summit its two days."""
    text = (
        "Narendra Modi and Xi Jinping held a summit in Wuhan on April 27-28, 2018. "
        "President Xi hosted a banquet in honour of Prime Minister Modi on April 27."
    )
    reading = read(make_report(Fields(source="x", text=text, date="2018-04-28")), load_knowledge())
    assert [(a.when.start, a.when.end) for a in reading.accounts if a.when] == [("2018-04-27", "2018-04-28")]
