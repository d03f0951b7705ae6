"""What the model makes of words beside each other, multiplied by NumPy's library, which is quicker than the model's own.

Each word lies in a row that is rounded alike whatever stands beside its sentence (`rounding`), and is told where its
neighbours lie: a sentence's vectors are the same to the last bit in any company. Where no step passes the probe, the
model multiplies itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from communique.sentences.rounding import LARGEST, Rounding, one_thread, probed

NEAR = 1e-4  # how far from the model's own figures rounding may lead
PARTS = ("expand_window", "maxout", "layernorm", "dropout")


@dataclass(frozen=True, kw_only=True, eq=False)
class Layer:
    """One look at the words on both sides: `weights` of three words, their `bias`, and what levels the outcome."""

    weights: Any
    bias: Any
    scale: Any
    shift: Any
    pieces: int

    def look(self, rows: Any, near: Any, window: Any, made: Any) -> None:
        """Add to each row but the last, which is zero, what its neighbours change; `window` and `made` are room to work in.

        `near` says for each row which lies before it, itself, and which lies behind it.
        """
        import numpy as np

        width = rows.shape[1]
        np.take(rows, near, axis=0, out=window.reshape(len(near), 3, width), mode="clip")
        np.dot(window, self.weights, out=made)
        made += self.bias
        best = np.maximum(made[:, :width], made[:, width : 2 * width])
        for piece in range(2, self.pieces):
            np.maximum(best, made[:, piece * width : (piece + 1) * width], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(width)
        spread = np.add.reduce(np.square(best), axis=1, keepdims=True) / np.float32(width)
        best /= np.sqrt(spread + np.float32(1e-8))
        best *= self.scale
        best += self.shift
        rows[:-1] += best


@dataclass(frozen=True, kw_only=True, eq=False)
class Room:
    """Room for the largest matrices, which is asked of the system once for many."""

    window: Any
    made: Any

    @staticmethod
    def of(layer: Layer) -> Room:
        """Room for a layer's input and outcome."""
        import numpy as np

        inward, outward = layer.weights.shape
        window, made = (np.empty((LARGEST, wide), np.float32) for wide in (inward, outward))
        return Room(window=window, made=made)


@dataclass(frozen=True, kw_only=True, eq=False)
class Encoder:
    """The layers of a model, and how a matrix of their size is rounded.

    Between two sentences, before the first and behind the last lie `pad` rows: so far do the layers look.
    """

    model: Any
    layers: tuple[Layer, ...]
    rounding: Rounding

    @property
    def pad(self) -> int:
        """Rows on either side of a sentence from which it draws; one for each layer."""
        return len(self.layers)

    def predict(self, sentences: Sequence[Any]) -> list[Any]:
        """The vectors of each sentence's words, from those of the words alone."""
        found: list[Any] = [None] * len(sentences)
        room = Room.of(self.layers[0])
        with one_thread():
            for places in self.packed(sentences):
                if self.is_long(sentences[places[0]]):
                    found[places[0]] = self.model.predict([sentences[places[0]]])[0]
                else:
                    self.read(places, sentences, found, room)
        return found

    def packed(self, sentences: Sequence[Any]) -> Iterator[list[int]]:
        """Which sentences share a matrix, in their order; one that is too long for any stands alone."""
        together: list[int] = []
        left = none = self.room_left(self.rounding.room, self.pad)
        for place, sentence in enumerate(sentences):
            rest = self.room_left(left, len(sentence), self.pad)
            if together and min(rest) < 0:
                yield together
                together, rest = [], self.room_left(none, len(sentence), self.pad)
            together.append(place)
            left = rest
        if together:
            yield together

    def room_left(self, room: Sequence[int], *lengths: int) -> list[int]:
        """How many rows of each kind are free behind words in a row; less than none where they do not fit."""
        taken = zip(*(self.rounding.taken(length) for length in lengths), strict=True)
        return [each - sum(used) for each, used in zip(room, taken, strict=True)]

    def is_long(self, sentence: Any) -> bool:
        """Whether a sentence fits into no matrix."""
        return min(self.room_left(self.rounding.room, self.pad, len(sentence), self.pad)) < 0

    def read(self, places: Sequence[int], sentences: Sequence[Any], found: list[Any], room: Room) -> None:
        """Read the sentences at `places` in one matrix, of the least size that holds them."""
        import numpy as np

        lengths = [len(sentences[place]) for place in places]
        between = self.rounding.kinds_of(self.pad)
        parts = [part for length in lengths for part in (between, self.rounding.kinds_of(length))]
        line = self.rounding.rows_of(np.concatenate([*parts, between]))
        size = self.rounding.size_for(int(line.max()) + 1)
        starts = np.cumsum([self.pad, *(length + self.pad for length in lengths)])
        own = np.concatenate([line[at : at + length] for at, length in zip(starts, lengths, strict=False)])
        rows = np.zeros((size + 1, sentences[0].shape[1]), np.float32)
        rows[own] = np.concatenate([sentences[place] for place in places])
        near = neighbours_in(line, size)
        for layer in self.layers:
            layer.look(rows, near, room.window[:size], room.made[:size])
        made = np.split(rows[own], np.cumsum(lengths)[:-1])
        for place, vectors in zip(places, made, strict=True):
            found[place] = vectors


def neighbours_in(line: Any, size: int) -> Any:
    """For each row what lies before it, itself and what lies behind it, where the words lie in the rows of `line`.

    The row `size` is that of nothing.
    """
    import numpy as np

    near = np.full((size, 3), size, np.intp)
    near[line[1:], 0] = line[:-1]
    near[line, 1] = line
    near[line[:-1], 2] = line[1:]
    return near


def encoder_of(model: Any) -> Encoder | None:
    """A model's look at neighbours by NumPy; None where it is built in another way or no step passes the probe."""
    layers = tuple(layers_of(model))
    if not layers or any(layer is None for layer in layers):
        return None
    known = tuple(layer for layer in layers if layer is not None)
    rounding = probed(known[0].weights)
    made = Encoder(model=model, layers=known, rounding=rounding) if rounding else None
    return made if made and agrees(made) else None


def layers_of(model: Any) -> Iterator[Layer | None]:
    """Each layer of a model in the order of reading; None for one that is built in another way."""
    import numpy as np

    if model.attrs.get("pad") != len(model.layers[0].layers):
        return
    for outer in model.layers[0].layers:
        leaves = list(leaves_of(outer))
        if not outer.name.startswith("residual") or tuple(each.name for each in leaves) != PARTS:
            yield None
            continue
        _, maxout, level, _ = leaves
        outward, pieces, inward = maxout.get_param("W").shape
        weights = maxout.get_param("W").transpose(1, 0, 2).reshape(pieces * outward, inward)
        yield Layer(
            weights=np.ascontiguousarray(weights.T, dtype=np.float32),
            bias=np.ascontiguousarray(maxout.get_param("b").T.reshape(pieces * outward)),
            scale=level.get_param("G"),
            shift=level.get_param("b"),
            pieces=pieces,
        )


def leaves_of(model: Any) -> Iterator[Any]:
    """The parts of a model that have no parts."""
    if not model.layers:
        yield model
    for part in model.layers:
        yield from leaves_of(part)


def agrees(encoder: Encoder) -> bool:
    """Whether the figures are the model's own but for the rounding."""
    import numpy as np

    chance = np.random.default_rng(1)
    width = len(encoder.layers[0].scale)
    given = [chance.standard_normal((size, width), dtype=np.float32) for size in (1, 7, 30)]
    pairs = zip(encoder.predict(given), encoder.model.predict(given), strict=True)
    return all(bool(np.abs(ours - theirs).max() < NEAR) for ours, theirs in pairs)
