"""How the parser and the reader of entities go from word to word: their own steps, taken without letting others in between.

The model's own loop gives up the interpreter's lock and takes it back a dozen times a word, which costs as much as its
arithmetic. The same steps are taken here with the lock held, all sentences one step at a time, to the same outcome.
What each word adds to a step is worked out once for all, by NumPy's library where its rounding passes the probe
(`rounding`).
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from communique.sentences.rounding import LARGEST, Rounding, one_thread, probed


@dataclass(frozen=True, kw_only=True, eq=False)
class Stepper:
    """A pipe of the model that moves through a sentence. `weights` are what a word adds to each place of a state.

    `rounding` is how a matrix of their size is rounded, None where the probe found no step.
    """

    pipe: Any
    weights: Any
    scores: Any
    bias: Any
    rounding: Rounding | None

    def predict(self, docs: Sequence[Any]) -> list[Any]:
        """The last state of each document, as the pipe's own `predict` gives it."""
        states: list[Any] = self.pipe.moves.init_batch(docs)
        going = [state for state in states if not state.is_final()]
        if not going:
            return states
        places, model = self.begin(docs)
        while going:
            features = model.state2vec.predict(places[model.get_token_ids(going)])
            scores = self.pipe.model.ops.gemm(features, self.scores, trans2=True)
            scores += self.bias
            going = self.pipe.transition_states(going, scores)
        model.clear_memory()
        return states

    def begin(self, docs: Sequence[Any]) -> tuple[Any, Any]:
        """Which row of the table each word has, in order and -1 for none at the end, and the model that looks rows up."""
        import numpy as np
        from spacy.ml.parser_model import ParserStepModel

        model = self.pipe.model
        inward, lower, upper = model.layers
        places = np.arange(sum(map(len, docs)))
        if self.rounding is not None:
            kinds = np.concatenate([self.rounding.kinds_of(len(doc)) for doc in docs])
            places = self.rounding.rows_of(kinds)
            lower = self._spread(lower, places, self.rounding)
        made = ParserStepModel(docs, [inward, lower, upper], has_upper=True, train=False)
        return np.append(places, -1).astype(np.int32), made

    def _spread(self, lower: Any, places: Any, rounding: Rounding) -> Any:
        """The layer that makes the table, with each word at its place."""
        from thinc.api import Model

        def forward(_model: Any, words: Any, is_train: bool) -> tuple[Any, None]:
            assert not is_train
            return self.table(words, places, lower, rounding), None

        dims = {name: lower.get_dim(name) for name in ("nF", "nO", "nP", "nI")}
        return Model("spread", forward, dims=dims, params={"b": lower.get_param("b")}, ops=lower.ops)

    def table(self, words: Any, places: Any, lower: Any, rounding: Rounding) -> Any:
        """What each word adds to a state in each of its places; the first row is for a place without a word."""
        import numpy as np

        size = int(places.max()) + 1
        whole, rest = divmod(size, LARGEST)
        room = whole * LARGEST + (rounding.size_for(rest) if rest else 0)
        spread = np.zeros((room, words.shape[1]), np.float32)
        spread[places] = words
        made = np.empty((1 + room, self.weights.shape[1]), np.float32)
        made[0] = lower.get_param("pad").reshape(-1)
        with one_thread():
            for start in range(0, room, LARGEST):
                np.dot(
                    spread[start : start + LARGEST], self.weights, out=made[1 + start : 1 + start + LARGEST]
                )
        return made.reshape(1 + room, *(lower.get_dim(name) for name in ("nF", "nO", "nP")))


@functools.cache
def stepper_of(pipe: Any) -> Any:
    """A pipe that takes its steps without letting others in between; the pipe itself where it is built in another way."""
    import numpy as np
    from thinc.api import NumpyOps

    model = pipe.model
    plain = model.attrs.get("has_upper") and not model.attrs.get("unseen_classes")
    if not plain or pipe.cfg.get("beam_width") != 1 or not isinstance(model.ops, NumpyOps):
        return pipe
    _, lower, upper = model.layers
    if lower.name != "precomputable_affine" or upper.name != "linear":
        return pipe
    inward = lower.get_dim("nI")
    weights = np.ascontiguousarray(lower.get_param("W").reshape(-1, inward).T, dtype=np.float32)
    scores, bias = upper.get_param("W"), upper.get_param("b")
    return Stepper(pipe=pipe, weights=weights, scores=scores, bias=bias, rounding=probed(weights))
