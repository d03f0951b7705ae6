"""The weights of a fitted model as the lexicon keeps them: rounded, sorted by name, without those that say nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence


def by_name(names: Sequence[str], values: Iterable[float]) -> dict[str, float]:
    """The weights by feature, to three places: {"far": -0.812}; without those that round to nothing."""
    rounded = {name: round(float(value), 3) for name, value in zip(names, values, strict=True)}
    return {name: weight for name, weight in rounded.items() if weight}


def weight_table(weights: Mapping[str, float]) -> list[str]:
    """The lines of the table `[weights]`, sorted by name."""
    lines = [f"{json.dumps(name, ensure_ascii=False)} = {weight}" for name, weight in sorted(weights.items())]
    return ["[weights]", *lines]
