"""Finds the words of a sentence that tell of a contact, with the parties that the parse gives them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.contacts.cues import CueTable
from communique.contacts.nouns import read_noun
from communique.contacts.scene import Scene
from communique.contacts.triggers import Trigger
from communique.contacts.verbs import read_verb

if TYPE_CHECKING:
    pass


def find_triggers(scene: Scene, table: CueTable) -> Iterator[Trigger]:
    """The triggers of a sentence, in order."""
    for token in scene.doc:
        lemma = token.lemma_.lower()
        if token.pos_ in {"VERB", "NOUN", "PROPN", "ADJ", "AUX"} or token.tag_.startswith("VB"):
            for cue in table.verbs.get(lemma, ()):
                if token.tag_.startswith("VB"):
                    trigger = read_verb(scene, token, cue, table)
                    if trigger:
                        yield trigger
            if (
                lemma in table.nouns
                and token.tag_ in {"NN", "NNS", "NNP", "NNPS"}
                and token.i not in scene.at
            ):
                trigger = read_noun(scene, token, table.nouns[lemma], table)
                if trigger:
                    yield trigger
