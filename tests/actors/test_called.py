"""Whom styles, ranks, given names and titles alone mean once the report has named somebody so."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.actors import read_passage


def ids(text: str, date: str, words: str) -> tuple[str, ...]:
    mentions = read_passage({"id": "t", "date": date, "text": text})
    return next((tuple(a.id for a in m.actors) for m in mentions if m.text == words), ())


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        (
            "Prince Saud al-Faisal saw Sheikh Abdullah bin Zayed in Jeddah. Prince Saud smiled.",
            "2010-03-04",
            "Prince Saud",
            ("saud-al-faisal",),
        ),
        (
            "Prime Minister Tan Sri Muhyiddin Yassin rang Joko Widodo.",
            "2020-05-04",
            "Prime Minister Tan Sri Muhyiddin Yassin",
            ("muhyiddin-yassin",),
        ),
        ("President Uhuru flew to Kigali to see Paul Kagame.", "2016-05-04", "President Uhuru", ("uhuru-kenyatta",)),
        (
            "Senior General Min Aung Hlaing dined with General Pornchai Saelim. The Senior General paid.",
            "2018-05-04",
            "Senior General",
            ("min-aung-hlaing",),
        ),
        (
            "Governor Hana Brightwell met Mayor Leo Castellan. The governor left early.",
            "2018-05-04",
            "governor",
            ("hana-brightwell",),
        ),
        (
            "Premier V. Orban saw Y. Tymoshenko in Lviv.",
            "2010-01-20",
            "Y. Tymoshenko",
            ("yulia-tymoshenko",),
        ),
        ("G. Brown of the miners' union saw Bertie Ahern.", "2008-01-20", "G. Brown", ("g-brown",)),
        (
            "Lech Kaczynski saw Angela Merkel. Jaroslaw had stayed at home.",
            "2007-03-04",
            "Jaroslaw",
            ("jaroslaw-kaczynski",),
        ),
        (
            "Ilham Aliyev spoke of Heydar Aliyev. The elder Aliyev had lain in hospital.",
            "2003-10-04",
            "elder Aliyev",
            ("heydar-aliyev",),
        ),
        ("Mr. Quillbourne resigned on Monday.", "2018-05-04", "Mr. Quillbourne", ("quillbourne",)),
        ("Chief Minister Asha Venkat resigned.", "2018-05-04", "Chief Minister Asha Venkat", ("asha-venkat",)),
        ("The Australian Prime Minister met Jacinda Ardern.", "2019-05-04", "Australian Prime Minister", ("scott-morrison",)),
        ("A Kenyan spokesman spoke after Uhuru Kenyatta.", "2016-05-04", "Kenyan spokesman", ("KEN",)),
    ],
)  # fmt: skip
def test_who_has_been_called_so(text: str, date: str, words: str, wanted: tuple[str, ...]) -> None:
    assert ids(text, date, words) == wanted


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        (
            "Enda Kenny thanked the prime minister for the tea. David Cameron had poured it.",
            "2012-05-04",
            "prime minister",
            ("david-cameron",),
        ),
        (
            "Tony Blair met Taoiseach Bertie Ahern in Leeds. The prime minister was late.",
            "2003-05-04",
            "prime minister",
            ("tony-blair",),
        ),
        ("Chris Patten was under-secretary of state then.", "2003-05-04", "secretary of state", ()),
        ("He was sworn in as president on Friday. Hugo Chavez watched.", "2003-05-04", "president", ()),
        ("Mikheil Saakashvili called the Georgian National Security Council.", "2008-05-04", "Security Council", ()),
        (
            "Jair Bolsonaro received John Bolton. The president-elect saluted.",
            "2018-11-29",
            "president-elect",
            ("jair-bolsonaro",),
        ),
        (
            "Macky Sall saw Michel Kafando. The interim president thanked him.",
            "2014-12-04",
            "interim president",
            ("michel-kafando",),
        ),
    ],
)  # fmt: skip
def test_whom_an_office_means_by_who_stands_beside(
    text: str, date: str, words: str, wanted: tuple[str, ...]
) -> None:
    assert ids(text, date, words) == wanted


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        (
            "Gerhard Schröder and Jacques Chirac sat with Tayyip Erdogan. Their guest thanked them.",
            "2004-05-04",
            "Their guest",
            ("recep-tayyip-erdogan",),
        ),
        (
            "Barack Obama telephoned Ehud Olmert after Ariel Sharon fell ill. Olmert told him to wait.",
            "2009-02-04",
            "him",
            ("barack-obama",),
        ),
        (
            "Jimmy Carter asked Khaled Meshaal to stop. He refused.",
            "2008-04-19",
            "He",
            ("khaled-meshaal",),
        ),
        (
            "Rodrigo Duterte asked Wang Yi to convey his regards to Xi Jinping.",
            "2018-04-19",
            "his",
            ("rodrigo-duterte",),
        ),
        (
            "Wang Yi thanked Rodrigo Duterte for taking the time to see him.",
            "2018-04-19",
            "him",
            ("wang-yi",),
        ),
        ("Sergei Lavrov congratulated his colleague on his appointment.", "2018-04-19", "his", ()),
        ("Sergei Lavrov rang Wang Yi. The ministers agreed.", "2018-04-19", "The ministers", ("sergey-lavrov", "wang-yi")),
        ("Recep Tayyip Erdogan said that his country would wait.", "2018-04-19", "his country", ("TUR",)),
        (
            "Theresa May telephoned Emmanuel Macron on Monday. May said Macron had kept what his country had promised.",
            "2018-04-19",
            "his country",
            ("FRA",),
        ),
        ("Imran Khan thanked the Iranian leadership for their help.", "2019-04-19", "their", ("IRN",)),
        (
            "William Ruto invited Raila Odinga for tea. Both sat down. The pair laughed.",
            "2023-07-31",
            "The pair",
            ("william-ruto", "raila-odinga"),
        ),
    ],
)  # fmt: skip
def test_whom_references_mean_by_what_is_done(
    text: str, date: str, words: str, wanted: tuple[str, ...]
) -> None:
    assert ids(text, date, words) == wanted
