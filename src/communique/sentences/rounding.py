"""How NumPy's library rounds what it multiplies, so that a word's figures are the same to the last bit wherever it lies.

The library rounds a row by its place in the matrix. A probe on the machine itself shows which rows of each `step` are
rounded alike; a word is then laid, by its place in the sentence alone, into a row of one kind or another.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any

STEPS = (12, 16, 24, 48)  # rows
SIZES = (48, 96, 192, 384)  # rows of one multiplication; each is a multiple of every step
LARGEST = SIZES[-1]


@dataclass(frozen=True, kw_only=True, eq=False)
class Rounding:
    """Which rows of each step are rounded alike: `kinds` of the rows of one step, and the `sizes` for which that holds.

    A word's own kind goes by its place in the sentence, in the order of `cycle`, which mixes the kinds evenly.
    """

    kinds: tuple[int, ...]
    sizes: tuple[int, ...]
    _taken: dict[int, tuple[int, ...]] = field(default_factory=dict, repr=False)

    @property
    def step(self) -> int:
        """After so many rows the kinds are the same again."""
        return len(self.kinds)

    @functools.cached_property
    def cycle(self) -> Any:
        """The kinds of the words of a sentence as long as the largest matrix."""
        import numpy as np

        share = {kind: self.kinds.count(kind) for kind in self.kinds}
        nth = [self.kinds[:row].count(kind) for row, kind in enumerate(self.kinds)]
        order = sorted(range(self.step), key=lambda row: ((nth[row] + 0.5) / share[self.kinds[row]], row))
        return np.resize(np.array([self.kinds[row] for row in order]), LARGEST)

    @functools.cached_property
    def room(self) -> tuple[int, ...]:
        """How many rows of each kind the largest matrix has."""
        return tuple(self.kinds.count(kind) * (LARGEST // self.step) for kind in range(max(self.kinds) + 1))

    def taken(self, length: int) -> tuple[int, ...]:
        """How many rows of each kind so many words in a row take."""
        found = self._taken.get(length)
        if found is None:
            kinds = self.kinds_of(length).tolist()
            found = self._taken[length] = tuple(kinds.count(kind) for kind in range(len(self.room)))
        return found

    def kinds_of(self, length: int) -> Any:
        """The kinds of so many words in a row."""
        import numpy as np

        if length <= LARGEST:
            return self.cycle[:length]
        return np.resize(self.cycle[: self.step], length)

    def rows_of(self, kinds: Any) -> Any:
        """A row for each word of these kinds, the first that are free."""
        import numpy as np

        rows = np.empty(len(kinds), np.intp)
        for kind in set(self.kinds):
            own = np.flatnonzero(np.equal(self.kinds, kind))
            words = np.flatnonzero(kinds == kind)
            turns, places = np.divmod(np.arange(len(words)), len(own))
            rows[words] = turns * self.step + own[places]
        return rows

    def size_for(self, rows: int) -> int:
        """The least size of a matrix that holds so many rows."""
        return next(size for size in self.sizes if size >= rows)


def probed(weights: Any) -> Rounding | None:
    """The least step after which rows are rounded alike, and the sizes for which they are; None where there is none."""
    import numpy as np

    row = np.random.default_rng(0).standard_normal(weights.shape[0], dtype=np.float32)
    with one_thread():
        made = {size: np.dot(np.tile(row, (size, 1)), weights) for size in SIZES}
    for step in STEPS:
        first = made[LARGEST][:step]
        alike = tuple(s for s in SIZES if (made[s].reshape(-1, step, first.shape[1]) == first).all())
        if LARGEST in alike:
            return Rounding(kinds=_numbered([each.tobytes() for each in first]), sizes=alike)
    return None


def _numbered(seen: Sequence[bytes]) -> tuple[int, ...]:
    """The same number for the same, from 0 in the order of the first."""
    numbers: dict[bytes, int] = {}
    return tuple(numbers.setdefault(each, len(numbers)) for each in seen)


def one_thread() -> AbstractContextManager[Any]:
    """While it lasts NumPy multiplies in one thread: workers have a core each, and threads would round otherwise."""
    from threadpoolctl import ThreadpoolController

    libraries = _libraries(ThreadpoolController)
    return libraries.limit(limits=1, user_api="blas") if libraries else nullcontext()


@functools.cache
def _libraries(controller: Any) -> Any:
    return controller()
