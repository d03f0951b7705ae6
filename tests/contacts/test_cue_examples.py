"""Each word for a contact tells of its kind in its own example."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.contacts.cues import Cue, load_cues
from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]

# The noun beside the verb names the kind more closely.
CLOSER = {"co-chair": "summit"}


def cues() -> list[Cue]:
    table = load_cues()
    found = [*(cue for each in table.verbs.values() for cue in each), *table.nouns.values()]
    return list({(cue.part, cue.id): cue for cue in found}.values())


def examples() -> list[object]:
    return [pytest.param(cue, id=f"{cue.part} {cue.id}") for cue in cues()]


@pytest.mark.parametrize("cue", examples())
def test_the_example_tells_of_the_kind(cue: Cue, accounts_of: ReadText) -> None:
    kinds = {account.kind for account in accounts_of(cue.example, "2019-05-08")}
    assert CLOSER.get(cue.id, cue.kind) in kinds


def test_every_cue_has_an_example_that_is_a_sentence() -> None:
    assert [cue.id for cue in cues() if not cue.example.endswith(".")] == []
