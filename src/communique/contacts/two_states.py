"""Which states "the two countries" and "both sides" are where a text joins two before: "Chadian and Malian troops clashed".

Laid only where no stage before has found whom the words mean, and on the last pair within two sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import Scene
from communique.record_type import Record
from communique.records import Actor, Mention, Report

if TYPE_CHECKING:
    from communique.sentences import Token

COUNTED = frozenset({"two", "both"})
SIDES = words("of_two_states")
MEANT = ({"the", "two"}, {"both"}, {"both", "the"}, {"two"})
DESCRIBING = frozenset({"prep", "amod", "relcl"})
STATES = frozenset({"adjective", "state", "demonym", "people"})
JOINTS = frozenset({" and ", "-", "–", " and the "})
NEAR = 2  # sentences back to the pair


class Pair(Record, frozen=True, kw_only=True):
    """Two states that a sentence joins, and where they end in the body."""

    sentence: int
    end: int
    actors: tuple[Actor, Actor]


def lay_two_states(scenes: Sequence[Scene], mentions: Sequence[Mention], report: Report) -> None:
    """Lays the two states that were joined last on each "the two countries" that nobody has read."""
    asking = [scene for scene in scenes if not COUNTED.isdisjoint(scene.doc.words)]
    pairs: list[Pair] | None = None
    for scene in asking:
        for token in of_two(scene):
            pairs = list(joined(mentions, report.body)) if pairs is None else pairs
            span, sentence = scene.span(token), scene.sentence
            near = [p for p in pairs if p.end <= span.start and sentence.index - p.sentence <= NEAR]
            if near:
                scene.at[token.i] = Mention(
                    span=span,
                    text=token.text,
                    form="group",
                    actors=near[-1].actors,
                    head=span,
                    sentence=sentence.index,
                    layer=sentence.layer,
                )


def of_two(scene: Scene) -> Iterator[Token]:
    """The nouns of a sentence that mean two states and bear no mention: "both sides"."""
    for token in scene.doc.of_lemmas(SIDES):
        plain = token.tag_ == "NNS" and token.i not in scene.at
        before = {c.lower_ for c in token.children if c.i < token.i} if plain else frozenset[str]()
        if before in MEANT and not any(c.dep_ in DESCRIBING for c in token.children):
            yield token


def joined(mentions: Sequence[Mention], body: str) -> Iterator[Pair]:
    """Each two states that "and" or a dash joins in a sentence, in order."""
    told = sorted((m for m in mentions if is_of_state(m)), key=lambda m: m.span.start)
    for left, right in pairwise(told):
        if left.sentence == right.sentence and body[left.span.end : right.span.start] in JOINTS:
            actors = (left.actors[0], right.actors[0])
            if actors[0].id != actors[1].id:
                yield Pair(sentence=left.sentence, end=right.span.end, actors=actors)


def is_of_state(mention: Mention) -> bool:
    """Whether a mention names one state, as a noun or an adjective."""
    return mention.form in STATES and len(mention.actors) == 1 and mention.actors[0].type == "state"
