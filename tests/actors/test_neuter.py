"""Which "it" and "its" mean a state or an organisation, and which mean nobody."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.actors import read_passage


def meant(text: str, words: str) -> list[tuple[str, ...]]:
    mentions = read_passage({"id": "t", "date": "2013-07-03", "text": text})
    return [tuple(a.id for a in m.actors) for m in mentions if m.text.lower() == words]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Cuba said it would answer in spring.", ["CUB"]),
        ("The Farc promised that it would disarm.", ["FARC"]),
        ("Oslo denies it wrote to Minsk.", ["NOR"]),
        ("Peru was silent on Monday. It has recalled an envoy since.", ["PER"]),
        ("The Red Cross asked Chad for a list. It has refused.", ["TCD"]),
        ("Chile accused Bolivia of delay and urged it to sign.", ["BOL"]),
        ("If it goes on, Burundi will lose the loan.", ["BDI"]),
        ("Qatar's foreign ministry announced that it had sent a plane.", ["QAT"]),
        ("Ghana will do what it can.", ["GHA"]),
        ("Fiji said it was too early to judge.", []),
        ("Fiji said it was a mistake to wait.", []),
        ("Tonga called it a good day.", []),
        ("Samoa sent a letter. It was short.", []),
        ("It was agreed that Malta would host.", []),
        ("Laos tested a drone. It flew.", []),
    ],
)  # fmt: skip
def test_whom_it_means(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert meant(text, "it") == [(one,) for one in wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ghana would not let its soil be used.", ["GHA"]),
        ("Kenya and its neighbours sent troops.", ["KEN"]),
        ("Envoys pressed Syria over its stocks.", ["SYR"]),
        ("The United States urged Sudan to open its border.", ["SDN"]),
        ("Canada thanked Qatar for its help.", ["QAT"]),
        ("Nepal was angry. Its envoy left the room.", ["NPL"]),
        ("Russia's president said his country had kept its word.", ["RUS"]),
        ("The report and its authors were ignored by Haiti.", []),
        ("Malta read the plan. Its colour was blue.", []),
        ("The summit ended with its usual photo.", []),
        ("Moldova mourned; its president, Maia Sandu, did too.", ["MDA"]),
    ],
)
def test_whose_its_is(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert meant(text, "its") == [(one,) for one in wanted]


def test_a_possessive_belongs_to_the_office_behind_it() -> None:
    mentions = read_passage(
        {
            "id": "t",
            "date": "2018-03-03",
            "text": "Macron rang. His prime minister, Edouard Philippe, did not.",
        }
    )
    assert [(m.text, m.actors[0].id) for m in mentions][1:] == [
        ("His prime minister, Edouard Philippe", "edouard-philippe")
    ]


def test_it_beside_another_state_is_nobody() -> None:
    text = "The United States stands by Kenya as it defends its coast."
    assert meant(text, "it") == meant(text, "its") == []
