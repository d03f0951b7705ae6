"""What words do, in the manner of newspapers: each purpose by several constructions, and their doubles that only assert."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., tuple[Any, ...]]

DONE = {
    "denies": [
        "There had never been a deal with the smugglers, the harbour chief said.",
        "The airline said none of its pilots had been drinking before the flight.",
        '"We don\'t have any political prisoners," the interior minister said.',
        "The foreign ministry in Asmara said reports of a troop build-up had no basis in fact.",
        "The police chief said nobody had been beaten in the cells.",
        "The embassy said the letter was a forgery.",
        '"That meeting did not happen," the senator\'s aide said.',
        "The governor told the court he was unaware of the transfers.",
    ],
    "declines": [
        "The ministry said it could not comment on an ongoing investigation.",
        "The company said it does not comment on market rumours.",
        "Lawyers for the couple did not want to comment on the verdict.",
        "The mine said it was unable to comment because of legal proceedings.",
    ],
    "asks": [
        "The secretary-general said that both armies must pull back from the crossing.",
        "The president said Europe needed to spend more on its own defence.",
        '"Let the inspectors in," the ambassador told the council.',
        "She said it was time for the army to return to its barracks.",
        '"I would like the council to explain where the money went," she said.',
        "The mayor insisted that the minister apologise.",
    ],
    "promises": [
        "The prime minister said every family would get a new home.",
        '"You will have your money by Christmas," the minister told pensioners.',
        "The bank has said it will cover the losses.",
        "The mayor said the city would rebuild the school.",
        '"I will not rest until they are home," the foreign minister said.',
    ],
    "threatens": [
        '"Any firm that breaks the embargo will be blacklisted," the commerce secretary said.',
        "The newspaper's owner said he would sue anyone who repeated the claim.",
        "Rioters will be shot, the general said.",
        '"Come closer and we fire," a guard shouted.',
        "The party said it would leave the coalition if the bill was passed.",
        "The landlord told the tenants to leave or be thrown out.",
    ],
    "asserts": [
        "The hospital said it had not received the drugs that it had ordered.",
        "The company said its sales would be hit by the strike.",
        "The minister said the road should reopen by Sunday.",
        "The fire chief said the crew had to break down two doors.",
        '"You have to give them credit," the coach said of the visitors.',
        "The minister said there was no money for new trains.",
        "The lender said it expected the mint to raise its prices.",
    ],
}
CASES = [(purpose, text) for purpose, texts in DONE.items() for text in texts]


@pytest.mark.parametrize(("purpose", "text"), CASES, ids=[text[:50] for _, text in CASES])
def test_purpose(read: Read, purpose: str, text: str) -> None:
    (statement,) = read(text)
    assert statement.polarity == purpose


def test_pronoun_is_not_who_its_own_words_tell_of(read: Read) -> None:
    (statement,) = read("She insisted that the minister apologise.")
    assert statement.speaker is None
