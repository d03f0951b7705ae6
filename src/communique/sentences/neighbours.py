"""What the model makes of words beside each other, multiplied by NumPy's library, which is quicker than the model's own.

That library rounds a row by its place in the matrix. So every sentence begins at a multiple of one step in matrices of
a few sizes, and a probe on the machine itself shows that rows a step apart are then rounded alike: a sentence's vectors
are the same to the last bit whatever stands beside it. Where no step passes the probe, the model multiplies itself.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

STEPS = (12, 16, 24, 48)  # rows
SIZES = (48, 96, 192, 384)  # rows of one multiplication; each is a multiple of every step
LARGEST = SIZES[-1]
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

    def look(self, rows: Any, window: Any, made: Any) -> None:
        """Add to each row what its neighbours change; `window` and `made` are room to work in.

        A row that is missing beside the first or the last is zero.
        """
        import numpy as np

        width = rows.shape[1]
        window[0, :width] = window[-1, 2 * width :] = 0
        window[1:, :width] = rows[:-1]
        window[:, width : 2 * width] = rows
        window[:-1, 2 * width :] = rows[1:]
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
        rows += best


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
    """The layers of a model, how many rows stand between two sentences, and the `step` and `sizes` that the probe passed."""

    model: Any
    layers: tuple[Layer, ...]
    step: int
    sizes: tuple[int, ...]

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
                if len(places) == 1 and len(sentences[places[0]]) > LARGEST - 2 * self.pad:
                    found[places[0]] = self.model.predict([sentences[places[0]]])[0]
                else:
                    self.read(places, sentences, found, room)
        return found

    def packed(self, sentences: Sequence[Any]) -> Iterator[list[int]]:
        """Which sentences share a matrix, in their order."""
        together: list[int] = []
        used = 0
        for place, sentence in enumerate(sentences):
            if together and used + self.pad + len(sentence) + self.pad > LARGEST:
                yield together
                together, used = [], 0
            together.append(place)
            used += self.rows_of(sentence)
        if together:
            yield together

    def rows_of(self, sentence: Any) -> int:
        """From where a sentence's rows begin to where the next one's do."""
        return -(-(self.pad + len(sentence)) // self.step) * self.step

    def read(self, places: Sequence[int], sentences: Sequence[Any], found: list[Any], room: Room) -> None:
        """Read the sentences at `places` in one matrix, of the least size that holds them."""
        import numpy as np

        starts, at = [], 0
        for place in places:
            starts.append(at + self.pad)
            at += self.rows_of(sentences[place])
        end = starts[-1] + len(sentences[places[-1]]) + self.pad
        size = next(size for size in self.sizes if size >= end)
        rows = np.zeros((size, sentences[0].shape[1]), np.float32)
        for place, start in zip(places, starts, strict=True):
            rows[start : start + len(sentences[place])] = sentences[place]
        for layer in self.layers:
            layer.look(rows, room.window[:size], room.made[:size])
        for place, start in zip(places, starts, strict=True):
            found[place] = rows[start : start + len(sentences[place])].copy()


def encoder_of(model: Any) -> Encoder | None:
    """A model's look at neighbours by NumPy; None where it is built in another way or no step passes the probe."""
    layers = tuple(layers_of(model))
    if not layers or any(layer is None for layer in layers):
        return None
    known = tuple(layer for layer in layers if layer is not None)
    with one_thread():
        step, sizes = probed(known[0].weights)
    made = Encoder(model=model, layers=known, step=step, sizes=sizes)
    return made if step and agrees(made) else None


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


def probed(weights: Any) -> tuple[int, tuple[int, ...]]:
    """The least step at which rows are rounded alike, and the sizes at which they are; 0 where there is none."""
    import numpy as np

    row = np.random.default_rng(0).standard_normal(weights.shape[0], dtype=np.float32)
    made = {size: np.dot(np.tile(row, (size, 1)), weights) for size in SIZES}
    for step in STEPS:
        first = made[LARGEST][:step]
        alike = tuple(s for s in SIZES if (made[s].reshape(-1, step, first.shape[1]) == first).all())
        if LARGEST in alike:
            return step, alike
    return 0, ()


def agrees(encoder: Encoder) -> bool:
    """Whether the figures are the model's own but for the rounding."""
    import numpy as np

    chance = np.random.default_rng(1)
    width = len(encoder.layers[0].scale)
    given = [chance.standard_normal((size, width), dtype=np.float32) for size in (1, 7, 30)]
    pairs = zip(encoder.predict(given), encoder.model.predict(given), strict=True)
    return all(bool(np.abs(ours - theirs).max() < NEAR) for ours, theirs in pairs)


def one_thread() -> AbstractContextManager[Any]:
    """While it lasts NumPy multiplies in one thread: workers have a core each, and threads would round otherwise."""
    from threadpoolctl import ThreadpoolController

    libraries = _libraries(ThreadpoolController)
    return libraries.limit(limits=1, user_api="blas") if libraries else nullcontext()


@functools.cache
def _libraries(controller: Any) -> Any:
    return controller()
