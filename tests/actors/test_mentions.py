"""Whom the words of a report mean: one behaviour a case, in sentences of our own."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.actors import read_passage
from communique.records import Mention


def mentions(text: str, date: str) -> tuple[Mention, ...]:
    return read_passage({"id": "t", "date": date, "text": text})


def ids(text: str, date: str, words: str) -> tuple[str, ...]:
    return next((tuple(a.id for a in m.actors) for m in mentions(text, date) if m.text == words), ())


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        (
            "Merkel met Macron in Berlin. The two leaders dined.",
            "2019-03-04",
            "The two leaders",
            ("angela-merkel", "emmanuel-macron"),
        ),
        (
            "Putin met Xi. Lavrov called Wang Yi. The two presidents were pleased.",
            "2019-03-04",
            "The two presidents",
            ("vladimir-putin", "xi-jinping"),
        ),
        ("Trump received Macron. Macron thanked him.", "2018-04-24", "him", ("donald-trump",)),
        (
            "Kim Yo-jong gave Moon Jae-in a letter from her brother.",
            "2018-02-10",
            "her brother",
            ("kim-jong-un",),
        ),
        (
            "Fidel Castro's brother Raúl met Benedict XVI. Castro smiled.",
            "2012-03-27",
            "Castro",
            ("raul-castro",),
        ),
        (
            "South Korea's Moon Jae-in waited. He and the North's leader sat down.",
            "2018-05-26",
            "North's leader",
            ("kim-jong-un",),
        ),
        (
            "Prasad Weerakoon, Sri Lanka's new trade minister, met Piyush Goyal. He thanked him.",
            "2024-02-10",
            "He",
            ("prasad-weerakoon",),
        ),
        ("Secretary Blinken met Qin Gang.", "2023-06-18", "Secretary Blinken", ("antony-blinken",)),
        ("Obama received Japanese leaders.", "2015-06-18", "Japanese leaders", ("JPN",)),
        (
            "Leonel Fernández, the Dominican president, sat with Rafael Correa and Álvaro Uribe. Fernández asked both men to stay.",
            "2008-03-08",
            "both men",
            ("rafael-correa", "alvaro-uribe"),
        ),
        (
            "Kamala Harris called Andrew Holness. The Vice President and Prime Minister Holness spoke of trade.",
            "2022-08-08",
            "Vice President",
            ("kamala-harris",),
        ),
        (
            "Jake Sullivan met Hussein al-Sheikh and Mohammad Mustafa. They discussed Gaza.",
            "2024-05-20",
            "They",
            ("jake-sullivan", "hussein-al-sheikh", "mohammad-mustafa"),
        ),
        (
            "Thabo Mbeki saw Morgan Tsvangirai and Robert Mugabe in Harare. He told the one and the other the same thing.",
            "2008-07-05",
            "the other",
            ("robert-mugabe",),
        ),
        ("Trump received Macron. The Frenchman smiled.", "2018-04-24", "Frenchman", ("emmanuel-macron",)),
        (
            "Angela Merkel praised her foreign minister.",
            "2016-04-24",
            "her foreign minister",
            ("frank-walter-steinmeier",),
        ),
        (
            "Russian Deputy Foreign Minister Ivan Sorokhtin met Wang Yi.",
            "2016-04-24",
            "Russian Deputy Foreign Minister Ivan Sorokhtin",
            ("ivan-sorokhtin",),
        ),
        ("NATO chief Jens Stoltenberg met Li.", "2016-04-24", "Li", ()),
        ("Macron wrote to Khama. His Excellency the President thanked Khama.", "2017-11-02", "His", ()),
        ("The minister left for Nepal on Sunday.", "2010-02-14", "Nepal", ("NPL",)),
        (
            "Congress president Sonia Gandhi met Hu Jintao.",
            "2010-12-16",
            "Congress president Sonia Gandhi",
            ("sonia-gandhi",),
        ),
        (
            "Ghanaian Vice President Dr. Abdullah Kwame Mensah met Macky Sall.",
            "2014-05-06",
            "Ghanaian Vice President Dr. Abdullah Kwame Mensah",
            ("abdullah-kwame-mensah",),
        ),
        (
            "Portuguese Prime Minister Antonio Costa, the German foreign minister entered the hall.",
            "2017-05-06",
            "Portuguese Prime Minister Antonio Costa",
            ("antonio-costa",),
        ),
        (
            "A Downing Street spokesman said the prime minister had written to Kabul.",
            "2011-03-08",
            "prime minister",
            ("david-cameron",),
        ),
        ("Abe to host German counterpart in Kyoto", "2015-03-08", "German counterpart", ("angela-merkel",)),
        (
            "King Salman spoke of the late King Abdullah at dinner.",
            "2016-02-09",
            "King Abdullah",
            ("abdullah-bin-abdulaziz",),
        ),
        (
            "The Prime Minister and President-elect Macron spoke, Theresa May said.",
            "2017-05-09",
            "President-elect Macron",
            ("emmanuel-macron",),
        ),
    ],
)
def test_who_is_meant(text: str, date: str, words: str, wanted: tuple[str, ...]) -> None:
    assert ids(text, date, words) == wanted


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        (
            "Zhao Leji, Member of the Standing Committee of the CPC Central Committee, met Modi.",
            "2023-04-24",
            "Central Committee",
            (),
        ),
        (
            "President Bush sat between Tony Blair and President-elect Barack Obama. The 44th president smiled.",
            "2008-11-20",
            "president",
            (),
        ),
        (
            "Barack Obama saw Francois Hollande while the Frenchman was in Riga. He gave him a book.",
            "2014-06-05",
            "He",
            ("barack-obama",),
        ),
        (
            'Idriss Deby and Laurent Gbagbo met Omar Bongo. Deby called Bongo. "I trust Deby," he said.',
            "2005-06-05",
            "he",
            ("omar-bongo",),
        ),
        (
            "Congo President Denis Sassou-Nguesso flew to Rome.",
            "2012-06-05",
            "Congo President Denis Sassou-Nguesso",
            ("denis-sassou-nguesso",),
        ),
        (
            "Prime Minister Sanna Marin met Prime Minister Kaja Kallas in Turku. The visiting prime minister smiled.",
            "2022-06-05",
            "prime minister",
            ("kaja-kallas",),
        ),
        ("Nobody knows who heads the team, Merkel said.", "2016-04-24", "who heads", ()),
    ],
)
def test_who_is_nobody_else(text: str, date: str, words: str, wanted: tuple[str, ...]) -> None:
    assert ids(text, date, words) == wanted


def test_a_title_of_courtesy_is_no_office() -> None:
    found = mentions("President Clinton met Bono in Dublin.", "2008-05-20")
    assert next((a.id, a.office, a.state) for m in found for a in m.actors) == ("bill-clinton", None, "USA")


def test_the_elect_hold_no_office() -> None:
    found = mentions("President-elect Joe Biden spoke with Emmanuel Macron.", "2020-11-10")
    assert next((a.id, a.office) for m in found for a in m.actors) == ("joe-biden", None)


def test_a_long_title_is_one_mention_up_to_the_name() -> None:
    text = "Sullivan met Chinese Communist Party Politburo Member and Director of the Office of the Central Foreign Affairs Commission Wang Yi in Malta."
    assert ids(text, "2023-09-17", text[text.index("Chinese") : text.index(" in Malta")]) == ("wang-yi",)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Georgia signed the treaty with France.", True),
        ("Georgia signed the treaty with France, Tbilisi said.", False),
        ("Georgia and its president, Giorgi Margvelashvili, waited for France.", False),
    ],
)
def test_an_ambiguous_name_alone_is_in_doubt(text: str, doubted: bool) -> None:
    georgia = next(m for m in mentions(text, "2015-04-24") if m.text == "Georgia")
    assert (georgia.doubt is not None) == doubted


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Vladimir Putin, a dentist from Omsk, met Angela Merkel.", "Vladimir Putin", "vladimir-putin-2"),
        ("Angela Merkel, 23, met Emmanuel Macron.", "Angela Merkel", "angela-merkel-2"),
        ("Andrew Cameron met Vladimir Putin. Cameron smiled.", "Cameron", "andrew-cameron"),
        ("Donald Trump met Kim in Hanoi.", "Kim", "kim-jong-un"),
    ],
)
def test_nobody_is_forced_onto_a_namesake(text: str, words: str, wanted: str) -> None:
    assert ids(text, "2019-02-27", words) == (wanted,)


def test_spans_are_the_words_of_the_body() -> None:
    text = (
        "Israel’s Benjamin Netanyahu and the Saudi foreign minister, Adel al-Jubeir, spoke; both denied it."
    )
    assert all(text[m.span.start : m.span.end] == m.text for m in mentions(text, "2018-04-24"))
