"""Purposes by the grammar of the main clause: whose deed, ahead or owed or negated, and of which kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., tuple[Any, ...]]

DONE = {
    "threatens": [
        "The answer of the border troops would be swift and merciless, the commander said.",
        "Tirana said it would send the envoy home if the insult was repeated.",
        "The smugglers would be hunted down, the governor said.",
        "The minister said Vaduz would face a cut in its grants if it did not open its books.",
        "The dockers are prepared for a general strike, their leader said.",
        "The junior partner said it would pull its ministers out of the cabinet over the budget.",
        "The owner told them to leave by noon or he would call the bailiffs.",
    ],
    "denies": [
        "The abbot said his illness had been greatly exaggerated.",
        '"Such a meeting has never taken place," the aide said.',
        '"There\'s no feud in the family, and there never was," the heir said.',
        "The chemist's lawyer said she had acted in good faith and had broken no law.",
        '"No one in my office leaked the file," the clerk said.',
        "The tanker had at no time left the harbour, the port authority said.",
        '"I am not a spy," the botanist told the court.',
        "The clinic rejected any suggestion that it had misled the parents.",
    ],
    "asks": [
        "The bakers are seeking a rise of six per cent, their leader said.",
        "It was vital that both fleets keep to the line, the mediator said.",
        '"We advise the islands to stop this slander," the spokesman said.',
        "The ranger warned hikers to stay off the glacier.",
        "The abbot asked for silence.",
    ],
    "promises": [
        "Reykjavik is to give the hospital four new wards, its health minister said.",
        "The insurer said no customer would lose money.",
        "The mayor said the council would not touch the pensions.",
    ],
    "asserts": [
        "The minister said the country had not seen such storms in a century.",
        "They had stayed at home since the ferry was not running, the islanders said.",
        "An analyst warned that the rebels would attack the harbour.",
        "The minister argued that the bridge would pay for itself in ten years.",
        "The premier said he wants to end the dispute by talking.",
        "Engineers said the old tower would be blown up on Sunday.",
    ],
}
CASES = [(purpose, text) for purpose, texts in DONE.items() for text in texts]


@pytest.mark.parametrize(("purpose", "text"), CASES, ids=[text[:50] for _, text in CASES])
def test_a_clause_does_what_its_grammar_tells(read: Read, purpose: str, text: str) -> None:
    assert [s.polarity for s in read(text)] == [purpose]


def test_a_verb_behind_and_keeps_the_subject_of_the_first(read: Read) -> None:
    found = read(
        "The abbess, Clara Voss, condemned the sale of the bank and called for a vote in the chapter."
    )
    assert [(s.speaker and s.speaker.name, s.text) for s in found] == [
        ("Clara Voss", "the sale of the bank"),
        ("Clara Voss", "a vote in the chapter"),
    ]
