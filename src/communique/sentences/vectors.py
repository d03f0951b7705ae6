"""The vectors from which the parser reads: what it makes of each word alone is made once and remembered.

A word's vector before its neighbours are looked at hangs on its form alone, so that "minister", which stands in every
report, is worked out at its first occurrence, bit for bit as by the model itself; what the model makes of words beside
each other follows (`neighbours`).
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from communique.sentences.neighbours import encoder_of

if TYPE_CHECKING:
    from spacy.language import Language

KEPT = 30_000  # words that are remembered: 12 MB
SPREAD = 0x9E3779B97F4A7C15  # odd: multiplying by it loses nothing of a 64-bit number


@dataclass(eq=False)
class Vectors:
    """The part of a model that makes vectors: `steps` follow the `columns` of a word, `encode` looks at neighbours."""

    columns: list[Any]
    steps: list[Any]
    encode: Any
    rows: dict[int, int] = field(default_factory=dict)
    table: Any = None

    def of(self, docs: Sequence[Any]) -> list[Any]:
        """The vectors of each document's words."""
        import numpy as np

        seen = np.concatenate([doc.to_array(self.columns) for doc in docs])
        alone = self.look_up(seen)
        ends = np.cumsum([len(doc) for doc in docs])[:-1]
        found: list[Any] = self.encode.predict(np.split(alone, ends))
        return found

    def look_up(self, seen: Any) -> Any:
        """The vector of each word alone; `seen` are the columns of the words and last their forms."""
        import numpy as np

        if len(self.rows) > KEPT:
            self.rows.clear()
        keys = key_of(seen)
        if new := self.new_in(keys):
            made = [np.ascontiguousarray(seen[new, :-1])]
            for step in self.steps:
                made = step.predict(made)
            begun = len(self.rows) - len(new)
            self.table = np.concatenate([self.table[:begun], made[0]]) if begun else made[0]
        return self.table[[self.rows[key] for key in keys]]

    def new_in(self, keys: Sequence[int]) -> list[int]:
        """The places of words that are met for the first time; each then has a row."""
        rows, new = self.rows, []
        for place, key in enumerate(keys):
            if key not in rows:
                rows[key] = len(rows)
                new.append(place)
        return new


def key_of(seen: Any) -> list[int]:
    """A number for all columns of each word together."""
    import numpy as np

    keys = np.zeros(len(seen), dtype=np.uint64)
    for column in range(seen.shape[1]):
        keys = (keys ^ seen[:, column]) * np.uint64(SPREAD)
        keys ^= keys >> np.uint64(29)
    found: list[int] = keys.tolist()
    return found


@functools.cache
def vectors_of(nlp: Language) -> Vectors | None:
    """The parts of a model that make vectors; None where it is built in another way, and must be asked whole."""
    return vectors_from(nlp.get_pipe("tok2vec").model)  # type: ignore[attr-defined]  # spaCy gives pipes no type


@functools.cache
def entity_reader(nlp: Language) -> Any:
    """The model's reader of entities, with its own vectors made as here; the model's own where it is built in another way."""
    from thinc.api import Model

    pipe: Any = nlp.get_pipe("ner")
    inner = pipe.model.layers[0]
    vectors = vectors_from(inner.layers[0]) if inner.layers and inner.layers[0].layers else None
    if vectors is None:
        return pipe

    def forward(_model: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[Any], Any]:
        assert not is_train
        return vectors.of(docs), lambda changed: changed

    copied = pipe.model.copy()
    copied.layers[0].layers[0] = Model("remembered_vectors", forward)
    for ref, layer in zip(("tok2vec", "lower", "upper"), copied.layers, strict=True):
        copied.set_ref(ref, layer)
    return type(pipe)(nlp.vocab, copied, name=pipe.name, moves=pipe.moves)


def vectors_from(model: Any) -> Vectors | None:
    """The parts of a model that makes vectors; None where it is built in another way."""
    from spacy.attrs import ORTH

    if (
        len(model.layers) != 2
        or not model.layers[0].layers
        or model.layers[0].layers[0].name != "extract_features"
    ):
        return None
    extract, *steps = model.layers[0].layers
    return Vectors(
        columns=[*extract.attrs["columns"], ORTH],
        steps=steps,
        encode=encoder_of(model.layers[1]) or model.layers[1],
    )
