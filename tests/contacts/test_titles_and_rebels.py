"""Contacts whose parties stand behind long titles, in named formats, in groups' owned offices, or among rebels."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


def told(text: str, day: str) -> list[tuple[str, str, str]]:
    """(kind, status, ids of the participants) of each account, sorted."""
    reading = read(make_report(Fields(source="x", text=text, date=day)), load_knowledge())
    return sorted(
        (a.kind, a.status, " ".join(sorted(p.actor.id for p in a.participants))) for a in reading.accounts
    )


TITLES = [
    (  # the second title belongs to the name behind it
        "At the invitation of French President Emmanuel Macron, President of Senegal Macky Sall will pay an official visit to France on March 4.",
        "2019-03-01",
        [("visit", "planned", "FRA macky-sall")],
    ),
    (
        "Talks were held in Lisbon between the President of France Emmanuel Macron, the President of Senegal Macky Sall, and Spanish Prime Minister Pedro Sanchez.",
        "2019-03-01",
        [("talks", "held", "emmanuel-macron macky-sall pedro-sanchez")],
    ),
    (  # an envoy for a matter is of the state that sends
        "The Japanese envoy for the six-party talks met Foreign Minister Yun Byung-se in Seoul on Tuesday.",
        "2014-06-12",
        [("meeting", "held", "JPN yun-byung-se")],
    ),
    (  # the house stands between the office and the name
        "King Abdullah of Jordan received yesterday the Speaker of Lebanon's Parliament Karim Azoury.",
        "2019-06-12",
        [("meeting", "held", "abdullah-ii karim-azoury")],
    ),
]
GROUPS = [
    (
        "Georgian Foreign Minister David Zalkaliani is meeting with the OSCE Minsk Group co-chairs in Oslo.",
        "2019-06-12",
        [("meeting", "ongoing", "OSCE david-zalkaliani")],
    ),
    (
        "A summit with the participation of the presidents of France and Senegal will take place in Dakar on 20 June.",
        "2019-06-12",
        [("summit", "planned", "emmanuel-macron macky-sall")],
    ),
    (  # the presidents of two ministers' states are not the ministers
        "Sergei Lavrov will telephone Wang Yi to prepare a meeting between the two countries' presidents next week.",
        "2019-06-12",
        [
            ("meeting", "planned", "vladimir-putin xi-jinping"),
            ("phone_call", "planned", "sergey-lavrov wang-yi"),
        ],
    ),
    (
        "African Union mediators held talks with envoys of three Chadian rebel groups in Tripoli on Sunday.",
        "2007-06-12",
        [("talks", "held", "AU")],
    ),
    (
        "ECOWAS mediators met Niger's military junta on Sunday.",
        "2023-08-15",
        [("meeting", "held", "ECOWAS NER")],
    ),
    (  # what is said to be so takes no part in the call
        "Macron acknowledged that Crete is part of Greece during a phone call with Mitsotakis, Athens said.",
        "2021-06-12",
        [("phone_call", "held", "emmanuel-macron kyriakos-mitsotakis")],
    ),
    (
        "Officials said on Tuesday that a visit by Japanese Prime Minister Shinzo Abe to Iran had been postponed.",
        "2019-05-22",
        [("visit", "cancelled", "IRN shinzo-abe")],
    ),
]

PLANS = [
    (  # to agree to meet is no talk that was held
        "The presidents of Chile and Peru have agreed to meet to discuss fishing rights, Lima announced Sunday.",
        "2019-06-12",
        [("meeting", "planned", "martin-vizcarra sebastian-pinera")],
    ),
    (
        "Heiko Maas will meet Luigi Di Maio before a meeting with Arancha Gonzalez Laya.",
        "2020-06-12",
        [
            ("meeting", "planned", "arancha-gonzalez-laya heiko-maas"),
            ("meeting", "planned", "heiko-maas luigi-di-maio"),
        ],
    ),
    (  # the host tells of the visit's fate
        "Iran said on Monday that a visit by Turkish President Abdullah Gul had been cancelled.",
        "2011-05-04",
        [("visit", "cancelled", "IRN abdullah-gul")],
    ),
    (  # who lends a hand holds no talks of its own
        "Georgian Foreign Minister David Zalkaliani met Sergei Lavrov on Monday to discuss prisoners under Swiss mediation.",
        "2019-06-12",
        [("meeting", "held", "david-zalkaliani sergey-lavrov")],
    ),
    (
        "The top diplomats of African Union member states met in Lusaka on Monday.",
        "2019-06-12",
        [("meeting", "held", "AU")],
    ),
    (  # a summit of the past is of the heads, not of the ministers who met
        "Heiko Maas and Luigi Di Maio met in Rome to build on progress made at a recent German-Italian summit.",
        "2020-06-12",
        [("meeting", "held", "heiko-maas luigi-di-maio"), ("summit", "held", "DEU ITA")],
    ),
]


@pytest.mark.parametrize(("text", "day", "wanted"), [*TITLES, *GROUPS, *PLANS])
def test_parties_are_those_who_deal(text: str, day: str, wanted: list[tuple[str, str, str]]) -> None:
    assert told(text, day) == wanted


def test_a_day_right_before_the_verb_is_of_the_verb() -> None:
    text = "A delegation of the African Union led by Festus Mogae on Saturday met President Joseph Kabila."
    reading = read(make_report(Fields(source="x", text=text, date="2016-09-12")), load_knowledge())
    assert [(a.when.start, a.when.end) for a in reading.accounts if a.when] == [("2016-09-10", "2016-09-10")]


def test_a_plan_for_a_day_just_gone_is_not_for_next_year() -> None:
    text = "Angela Merkel's talks with Emmanuel Macron on May 7 were scheduled to last an hour."
    reading = read(make_report(Fields(source="x", text=text, date="2019-05-08")), load_knowledge())
    assert [a.when.start for a in reading.accounts if a.when] == ["2019-05-07"]
