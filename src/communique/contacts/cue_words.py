"""Finds the words of a sentence that tell of a contact, with the parties that the parse gives them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.contacts.cues import CueTable
from communique.contacts.nouns import read_noun
from communique.contacts.scene import Scene
from communique.contacts.triggers import Occurrence, Trigger
from communique.contacts.verbs import read_verb
from communique.sentences import noun_lemmas, verb_lemmas

if TYPE_CHECKING:
    from communique.sentences import Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def find_triggers(scene: Scene, table: CueTable) -> Iterator[Trigger]:
    """The triggers of a sentence, in order."""
    for word in find_occurrences(scene, table):
        trigger = read_verb(word) if word.cue.part == "verb" else read_noun(word)
        if trigger:
            yield trigger


def find_occurrences(scene: Scene, table: CueTable) -> Iterator[Occurrence]:
    """Words that may tell of a contact, by lemma and part of speech, each with its cue."""
    for token in scene.doc:
        if token.tag_.startswith("VB"):
            for cue in table.verbs.get(lemma_of(token, table), ()):
                yield Occurrence(scene=scene, token=token, cue=cue, table=table)
            continue
        if not is_noun(token):
            continue
        lemma = lemma_of(token, table)
        if lemma in table.nouns and token.i not in scene.at:
            yield Occurrence(scene=scene, token=token, cue=table.nouns[lemma], table=table)


def lemma_of(token: Token, table: CueTable) -> str:
    """A word's lemma; where the model's is no cue's, the one whose form it is: "dined" is of "dine"."""
    lemma = token.lemma_.lower()
    if token.tag_.startswith("VB"):
        return lemma if lemma in table.verbs else verb_lemmas().get(token.lower_, lemma)
    return lemma if lemma in table.nouns else noun_lemmas().get(token.lower_, lemma)


def is_noun(token: Token) -> bool:
    """Whether the parser takes a word for a noun, by its tag and by no odd part of speech."""
    return token.tag_ in NOUNS and token.pos_ in {"VERB", "NOUN", "PROPN", "ADJ", "AUX"}
