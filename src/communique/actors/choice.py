"""One scored choice for every reference: who of those before is meant, one or several, or nobody.

A conditional logit model over the features of `weighing.py`: each person who may be meant gets the sum of the weights of
his features, and so does nobody; who has the greatest share is meant, if the share is great enough. The weights are
data, lexicon/reference_model.toml, made by `python -m communique.evaluation.training.references`.
"""

from __future__ import annotations

import functools
import math

from communique.actors.salience import is_stranger
from communique.knowledge.load import LEXICON, read_toml
from communique.record_type import Record
from communique.records import Actor, Span


class Option(Record, frozen=True, kw_only=True):
    """Who may be meant, one or several, with the names of the features that speak for and against."""

    actors: tuple[Actor, ...]
    features: tuple[str, ...]


class Choice(Record, frozen=True, kw_only=True):
    """A reference with all whom it may mean: what the model weighs and what it learns from."""

    family: str
    span: Span
    options: tuple[Option, ...]
    nobody: tuple[str, ...]


class ReferenceModel(Record, frozen=True, kw_only=True):
    """The weights of the features by name, and by family from which share on somebody is meant."""

    weights: dict[str, float]
    thresholds: dict[str, float]


@functools.cache
def load_model() -> ReferenceModel:
    """The trained weights; read once."""
    raw = read_toml(LEXICON / "reference_model.toml")
    return ReferenceModel(weights=raw["weights"], thresholds=raw["thresholds"])


def shares_of(choice: Choice, weights: dict[str, float]) -> list[float]:
    """The probability of each option in order, and last that of nobody."""
    totals = [sum([weights.get(name, 0.0) for name in option.features]) for option in choice.options]
    totals.append(sum([weights.get(name, 0.0) for name in choice.nobody]))
    most = max(totals)
    powers = [math.exp(total - most) for total in totals]
    whole = sum(powers)
    return [power / whole for power in powers]


def chosen(choice: Choice) -> tuple[Actor, ...]:
    """Who is meant: "Putin met Xi. He left." is Putin; nobody where no one is likely enough or it is one without a mention."""
    place = place_of(choice, load_model()) if choice.options else None
    return () if place is None else choice.options[place].actors


def share_of(choice: Choice, actor: Actor) -> float:
    """How likely it is by the model that one person is meant."""
    shares = zip(choice.options, shares_of(choice, load_model().weights), strict=False)
    return next((share for option, share in shares if option.actors[0].id == actor.id), 0.0)


def place_of(choice: Choice, model: ReferenceModel) -> int | None:
    """The place of the option that is meant; None where it is nobody or nobody is sure.

    Of two options with the same share the first is meant, and either of them before nobody.
    """
    shares = shares_of(choice, model.weights)
    best = shares.index(max(shares))
    if best == len(choice.options) or shares[best] < model.thresholds[choice.family]:
        return None
    return None if any(map(is_stranger, choice.options[best].actors)) else best
