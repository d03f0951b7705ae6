"""Fits the weights behind `reading_confidence` and writes lexicon/confidence.toml.

    python -m communique.evaluation.training.confidence [--out FILE] [--check]

The data: accounts of the open gold passages and stories of contacts, each right or not as `communique evaluate
contacts` counts it. A logistic model with a strong ridge, then its bias moved (Platt's intercept) so that its mean is
the share that was right on texts of which no rule had been written: rules fit the passages that they were written by,
so that those alone would make it boast. `--check` writes nothing and prints the calibration error by cross-validation.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from communique.contacts.confidence import features
from communique.contacts.find import account, account_ids, find_drafts
from communique.evaluation.scoring.contacts import pair, read_gold
from communique.evaluation.training.pairs import view_of
from communique.intake import IntakeOptions, SetAside, read_inputs
from communique.knowledge import load_knowledge
from communique.knowledge.load import LEXICON

CONTACTS = Path(__file__).resolve().parent.parent / "contacts"
# How much an account of each set counts: those of plain running news more, which the dense sets resemble least.
SETS = {"open": 1.0, "stories-open": 1.0, "open-2": 2.0, "open-3": 3.0}
STRENGTH = 0.01  # inverse of the ridge: strong, since the sets are small and few features speak
UNSEEN = 0.74  # share right on texts kept out of sight: open-2 before any rule read it, news articles, sealed passages
FOLDS = 10
BINS = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """An account of a passage by its features, and whether careful readers record it."""

    passage: str
    features: dict[str, float]
    right: bool
    weight: float = 1.0


def main() -> None:
    """Fits, checks or writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, default=LEXICON / "confidence.toml")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    examples = [
        replace(example, weight=weight)
        for name, weight in SETS.items()
        for example in read_examples(CONTACTS / f"{name}.jsonl")
    ]
    for line in check(examples):
        sys.stdout.write(line + "\n")
    if not options.check:
        options.out.write_text(render(lowered(fit(examples), examples)), encoding="utf-8")


def read_examples(path: Path) -> Iterator[Example]:
    """The accounts of a set, each with whether it is right."""
    knowledge, golds = load_knowledge(), read_gold(path)
    for report in read_inputs([str(path)], IntakeOptions()):
        if isinstance(report, SetAside):
            continue
        view = view_of(report, knowledge)
        drafts = find_drafts(view, knowledge)
        told = [features(draft) for draft in drafts]
        ids = account_ids(view.report, drafts)
        accounts = [account(view, draft, ids) for draft in drafts]
        met: set[int] = set()
        for must in (True, False):
            wanted = [gold for gold in golds[report.source]["contacts"] if gold["must"] is must]
            met |= set(pair(wanted, {n: a for n, a in enumerate(accounts) if n not in met}).values())
        for n, each in enumerate(told):
            yield Example(passage=report.source, features=each, right=n in met)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights by feature; the bias bears no ridge."""
    from sklearn.linear_model import LogisticRegression

    names = [name for name in examples[0].features if name != "bias"]
    rows = [[example.features[name] for name in names] for example in examples]
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(rows, [e.right for e in examples], sample_weight=[e.weight for e in examples])
    weights = {"bias": float(model.intercept_[0])}
    return weights | {name: float(weight) for name, weight in zip(names, model.coef_[0], strict=True)}


def lowered(weights: dict[str, float], examples: Sequence[Example]) -> dict[str, float]:
    """The weights with the bias at which the mean over the examples is `UNSEEN`."""
    low, high = -5.0, 5.0
    while high - low > 1e-4:
        middle = (low + high) / 2
        moved = weights | {"bias": weights["bias"] + middle}
        mean = sum(share(moved, e) * e.weight for e in examples) / sum(e.weight for e in examples)
        low, high = (middle, high) if mean < UNSEEN else (low, middle)
    return weights | {"bias": weights["bias"] + (low + high) / 2}


def share(weights: dict[str, float], example: Example) -> float:
    """The probability that an account is right."""
    total = sum(weights.get(name, 0.0) * value for name, value in example.features.items())
    return 1 / (1 + math.exp(-total))


def check(examples: Sequence[Example]) -> Iterator[str]:
    """The expected calibration error on passages that the weights were not fitted on, before the bias is moved."""
    passages = sorted({example.passage for example in examples})
    fold = {passage: n % FOLDS for n, passage in enumerate(passages)}
    told: list[tuple[float, bool]] = []
    for n in range(FOLDS):
        weights = fit([e for e in examples if fold[e.passage] != n])
        told += [(share(weights, e), e.right) for e in examples if fold[e.passage] == n]
    yield f"accounts {len(examples)}, right {sum(e.right for e in examples) / len(examples):.3f}"
    yield f"calibration error by cross-validation {calibration_error(told):.3f}"


def calibration_error(told: Sequence[tuple[float, bool]]) -> float:
    """How far confidence lies from the share that is right, over ten bins weighed by their accounts."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for each in told:
        bins.setdefault(min(int(each[0] * BINS), BINS - 1), []).append(each)
    off = (abs(sum(p for p, _ in rows) - sum(right for _, right in rows)) for rows in bins.values())
    return sum(off) / len(told)


def render(weights: dict[str, float]) -> str:
    """The weights as lexicon/confidence.toml."""
    lines = [
        "# Weights of the features of contacts/confidence.py, written by",
        "# python -m communique.evaluation.training.confidence, which says on what they were fitted. The sum of the",
        "# weights of what holds, through the logistic function, is the probability that a careful reader would record",
        "# the contact with these parties, this family of kinds and this status.",
        "",
        "[weights]",
        *(f"{json.dumps(name)} = {round(weight, 3)}" for name, weight in weights.items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
