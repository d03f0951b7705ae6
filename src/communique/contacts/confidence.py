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
    unsure = [p for p in persons if not p.actor.known or not p.actor.office]
    forms = {m.form for t in draft.triggers for m in (*t.first, *t.second)}
    judged = [t.likelihood for t in draft.triggers if t.likelihood is not None]
    first, family = draft.triggers[0], draft.family
    return {
        "bias": 1.0,
        "two persons": float(len({p.actor.state for p in persons}) >= 2),
        "no person": float(not persons),
        "many parties": float(len(draft.participants) > 2),
        "an office unknown": float(bool(unsure)),
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
        "the model agrees": max(judged, default=0.0),
        "the model is silent": float(not judged),
        "held": float(draft.status == "held"),
        "planned": float(draft.status == "planned"),
        "proposed": float(draft.status == "proposed"),
        "call": float(family == "call"),
        "visit": float(family == "visit"),
        "message or signing": float(family in {"message", "signing"}),
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
    total = sum([table.get(name, 0.0) * value for name, value in features(draft).items() if value])
    return round(min(0.99, max(0.02, 1 / (1 + math.exp(-total)))), 3)
