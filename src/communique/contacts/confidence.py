"""How likely a careful reader would record a contact with these parties, this kind family and this status."""

from __future__ import annotations

import functools
import math

from communique.contacts.drafts import Draft
from communique.knowledge.load import LEXICON, read_toml

SURE_FORMS = frozenset({"name", "title"})


def features(draft: Draft) -> dict[str, float]:
    """What speaks for or against a draft, by name: each 0 or 1, but for the trained model's likelihood."""
    persons = [p for p in draft.participants if p.actor.type == "person"]
    forms = {m.form for t in draft.triggers for m in t.parties}
    first = draft.triggers[0]
    return {
        "bias": 1.0,
        "two persons": float(len({p.actor.state for p in persons}) >= 2),
        "no person": float(not persons),
        "many parties": float(len(draft.participants) > 2),
        "an office unknown": float(any(not p.actor.known or not p.actor.office for p in persons)),
        "an office inferred": float(any(p.actor.inferred for p in persons)),
        "all named": float(forms <= SURE_FORMS),
        "a reference": float(bool(forms & {"pronoun", "group", "descriptor", "ordinal"})),
        "a verb": float(first.cue.part == "verb"),
        "a weak word": float(first.cue.weak),
        "told twice": float(len(draft.triggers) > 1),
        "told often": float(len(draft.triggers) > 3),
        "dated": float(draft.dated),
        "status unsaid": float(first.status == ""),
        "learned": float(first.cue.id == "learned"),
        "inherited": float(draft.inherited),
        "the model agrees": max((t.likelihood or 0.0 for t in draft.triggers), default=0.0),
        "the model is silent": float(all(t.likelihood is None for t in draft.triggers)),
        "held": float(draft.status == "held"),
        "planned": float(draft.status == "planned"),
        "proposed": float(draft.status == "proposed"),
        "call": float(draft.family == "call"),
        "visit": float(draft.family == "visit"),
        "message or signing": float(draft.family in {"message", "signing"}),
        "official text": float(first.scene.official),
        "heading": float(first.scene.sentence.layer != "prose"),
    }


@functools.cache
def weights() -> dict[str, float]:
    """The weights of the features, fitted on open gold accounts; lexicon/confidence.toml says how."""
    return {
        name: float(value)
        for name, value in read_toml(LEXICON / "confidence.toml").get("weights", {}).items()
    }


def confidence_of(draft: Draft) -> float:
    """A probability between 0.02 and 0.99, with three decimals."""
    table = weights()
    total = sum(table.get(name, 0.0) * value for name, value in features(draft).items())
    return round(min(0.99, max(0.02, 1 / (1 + math.exp(-total)))), 3)
