"""Single sentences of news: whether they tell of a contact that came about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]
DAY = "2019-05-08"
CAME_ABOUT = {"held", "ongoing"}

TELLS = [
    "Xi Jinping is in Moscow for talks with Vladimir Putin.",
    "Angela Merkel called Emmanuel Macron.",
    "Sergei Lavrov discussed the nuclear deal with Iranian negotiator Abbas Araghchi.",
    "Angela Merkel played host to French President Emmanuel Macron at a lake.",
    "US Secretary of State Mike Pompeo shuttled between Jerusalem and Ramallah on Monday.",
    "Colombia's government and ELN guerrillas began a second cycle of talks in Havana.",
    "Tamil Tiger rebels held talks with the Norwegian government in Oslo.",
    "Kenyan President Uhuru Kenyatta is in Kampala on a state visit.",
    "The German chancellor is in Beijing to meet Xi Jinping.",
    "Leaders of the African Union met in Kigali on Monday.",
    "ASEAN foreign ministers gathered in Jakarta.",
    "The Philippine government and communist rebels resumed negotiations in Rome.",
    "Sudanese government envoys met rebel commanders in Juba.",
    "Britain's foreign secretary discussed fishing rights with the European Commission.",
    "Israeli and Palestinian negotiators returned to the table in Amman.",
    "Egyptian officials mediated between Israel and Hamas in Cairo.",
]
SILENT = [
    "Benjamin Netanyahu's aides returned the table to Mahmoud Abbas.",
    "Angela Merkel is in Paris.",
    "Sudanese government troops met rebel resistance near Juba.",
    "Leaders of the African Union condemned the coup in Sudan.",
    "The Philippine government and communist rebels clashed near Davao.",
    "Angela Merkel called Emmanuel Macron a visionary.",
    "Angela Merkel called on Emmanuel Macron to sign the treaty.",
    "Vladimir Putin's visit to Tokyo has been put off.",
    "The talks between Iran and Saudi Arabia were put off until Friday.",
]


@pytest.mark.parametrize("text", TELLS)
def test_sentence_tells(accounts_of: ReadText, text: str) -> None:
    assert any(a.status in CAME_ABOUT for a in accounts_of(text, DAY))


def test_condolences_offered_in_a_call_are_no_message(accounts_of: ReadText) -> None:
    told = accounts_of("Vladimir Putin phoned Recep Tayyip Erdogan to offer condolences.", DAY)
    assert [a.kind for a in told] == ["phone_call"]


@pytest.mark.parametrize("text", SILENT)
def test_sentence_is_silent(accounts_of: ReadText, text: str) -> None:
    assert not any(a.status in CAME_ABOUT for a in accounts_of(text, DAY))
