""" "Inter-" before the name that two states share: "the inter-Korean summit" is of South and North Korea."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from communique.contacts.scene import Scene
from communique.knowledge.load import LEXICON, read_toml
from communique.records import Actor, Mention


@functools.cache
def shared_names() -> Mapping[str, tuple[str, ...]]:
    """The states that share a name, by the name in lower case, from lexicon/contacts.toml."""
    rows: dict[str, list[str]] = read_toml(LEXICON / "contacts.toml")["inter"]
    return {name: tuple(states) for name, states in rows.items()}


def lay_shared(scenes: Sequence[Scene]) -> None:
    """Lays the states on each shared name that "inter-" stands before."""
    for scene in scenes:
        if "inter-" not in scene.doc.text.lower():
            continue
        for token in scene.doc:
            states = shared_names().get(token.lower_.removeprefix("inter-"))
            before = scene.doc.text[: token.idx].lower()
            if states and (token.lower_.startswith("inter-") or before.endswith("inter-")):
                span, sentence = scene.span(token), scene.sentence
                scene.at[token.i] = Mention(
                    span=span,
                    text=token.text,
                    form="people",
                    actors=tuple(Actor(id=s, name=s, type="state", state=s) for s in states),
                    head=span,
                    sentence=sentence.index,
                    layer=sentence.layer,
                )
