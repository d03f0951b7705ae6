"""Finds the words of a sentence that tell of a contact, with the parties that the parse gives them."""

from __future__ import annotations

from collections.abc import Iterator

from communique.contacts.cues import Cue, CueTable
from communique.contacts.excepted import with_added
from communique.contacts.nouns import read_noun
from communique.contacts.scene import Scene
from communique.contacts.triggers import Occurrence, Trigger
from communique.contacts.verbs import read_verb
from communique.sentences import noun_lemmas, verb_lemmas

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
CLASSES = frozenset(
    {"VERB", "NOUN", "PROPN", "ADJ", "AUX"}
)  # what the model takes a noun for, rightly or not


def find_triggers(scene: Scene, table: CueTable) -> Iterator[Trigger]:
    """The triggers of a sentence, in order."""
    for word in find_occurrences(scene, table):
        trigger = read_verb(word) if word.cue.part == "verb" else read_noun(word)
        if trigger:
            yield with_added(trigger)


def find_occurrences(scene: Scene, table: CueTable) -> Iterator[Occurrence]:
    """Words that may tell of a contact, by lemma and part of speech, each with its cue."""
    verbs, nouns = verb_lemmas(), noun_lemmas()  # "dine" of "dined", where the model's lemma is no cue's
    for token in scene.doc.tokens:
        if token.tag_.startswith("VB"):
            told = table.verbs.get(token.lemma_.lower()) or table.verbs.get(verbs.get(token.lower_, ""), ())
            for cue in told:
                if can_stand(cue, scene.doc.words):
                    yield Occurrence(scene=scene, token=token, cue=cue, table=table)
        elif token.tag_ in NOUNS and token.pos_ in CLASSES and token.i not in scene.at:
            noun = table.nouns.get(token.lemma_.lower()) or table.nouns.get(nouns.get(token.lower_, ""))
            if noun is not None:
                yield Occurrence(scene=scene, token=token, cue=noun, table=table)


def can_stand(cue: Cue, given: frozenset[str]) -> bool:
    """Whether a sentence has the particle and the object that a cue cannot do without: "shook hands", "put through"."""
    if cue.particles and given.isdisjoint(cue.particles):
        return False
    return not cue.objects or not given.isdisjoint(cue.objects)
