"""Fits the model of contacts/learned.py and writes its weights.

    python -m communique.evaluation.training.pairs [--out FILE] [--check]

The data: pairs.jsonl beside this file, written for nothing else, and the open gold passages and stories of contacts.
`--check` writes nothing and prints what holds by cross-validation over passages. Needs scikit-learn (extra `dev`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.actors import find_mentions, find_phrases, name_spans
from communique.body import label_body
from communique.contacts.cues import load_cues
from communique.contacts.find import ReportView, build_scenes, read_scene
from communique.contacts.gate import name_two
from communique.contacts.pairs import Pair, find_pairs
from communique.dates import find_whens
from communique.evaluation.scoring.parties import is_actor
from communique.evaluation.training.weights import by_name, weight_table
from communique.intake import IntakeOptions, SetAside, read_inputs
from communique.knowledge import Knowledge, load_knowledge
from communique.knowledge.load import LEXICON
from communique.records import Report
from communique.sentences import find_candidates, parse_sentences, split_sentences

HERE = Path(__file__).resolve().parent
SETS = (
    HERE / "pairs.jsonl",
    HERE.parent / "contacts" / "open.jsonl",
    HERE.parent / "contacts" / "stories-open.jsonl",
)
LEAST = 2  # a feature seen once says nothing
STRENGTH = 0.3  # inverse of the ridge, chosen by cross-validation
THRESHOLD = 0.8  # from here on nine of ten are right in cross-validation
FOLDS = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A pair of a passage with its features, whether the passage's gold tells of the two here, and whether a rule does."""

    passage: str
    features: tuple[str, ...]
    tells: bool
    ruled: bool


def main() -> None:
    """Fits, checks or writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, default=LEXICON / "pair_model.toml")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    examples = [example for path in SETS for example in read_examples(path)]
    for line in check(examples):
        sys.stdout.write(line + "\n")
    if not options.check:
        options.out.write_text(render(fit(examples)), encoding="utf-8")


def read_examples(path: Path) -> Iterator[Example]:
    """The pairs of a set's passages; a pair that the gold tells of in another sentence only is left out."""
    knowledge, table = load_knowledge(), load_cues()
    golds = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    for report in read_inputs([str(path)], IntakeOptions()):
        if isinstance(report, SetAside):
            continue
        for scene in build_scenes(view_of(report, knowledge)):
            told = [t.ids for t in read_scene(scene, table, learn=False)]
            for pair in find_pairs(scene, table):
                tells = is_told(pair, report, golds[report.source]["contacts"])
                if tells is not None:
                    ruled = any(pair.ids <= each for each in told)
                    yield Example(
                        passage=report.source, features=tuple(sorted(pair.features)), tells=tells, ruled=ruled
                    )


def view_of(report: Report, knowledge: Knowledge) -> ReportView:
    """A report as the stages before contacts have read it."""
    report = label_body(report, knowledge)
    sentences = split_sentences(report)
    phrases = find_phrases(report, sentences, knowledge)
    wanted = find_candidates(report, sentences) | name_two(phrases, knowledge)
    parses = parse_sentences(report, sentences, wanted, knowledge, name_spans(phrases))
    mentions = find_mentions(report, sentences, parses, knowledge, phrases)
    whens = find_whens(report, sentences, parses)
    return ReportView(report=report, sentences=sentences, parses=parses, mentions=mentions, whens=whens)


def is_told(pair: Pair, report: Report, contacts: Sequence[dict[str, Any]]) -> bool | None:
    """Whether the gold tells of the two in the pair's sentence; None where it tells of them elsewhere."""
    elsewhere = False
    for gold in contacts:
        names = gold["participants"]
        sides = [
            {n for n in names if any(is_actor(a, n) for a in m.actors)} for m in (pair.first, pair.second)
        ]
        if all(sides) and len(sides[0] | sides[1]) > 1:
            at = report.body.find(gold.get("evidence") or "\0")
            if at >= 0 and pair.scene.sentence.span.start <= at < pair.scene.sentence.span.end:
                return True
            elsewhere = True
    return None if elsewhere else False


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights by feature, without those that round to nothing."""
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for example in examples for name in example.features)
    names = sorted(name for name, count in seen.items() if count >= LEAST)
    rows = [[float(name in example.features) for name in names] for example in examples]
    model = LogisticRegression(C=STRENGTH, max_iter=2000, fit_intercept=False)
    model.fit(rows, [example.tells for example in examples])
    return by_name(names, model.coef_[0])


def check(examples: Sequence[Example]) -> Iterator[str]:
    """What the model says of passages that it was not fitted on, over those pairs that no rule speaks of."""
    import math

    passages = sorted({example.passage for example in examples})
    fold = {passage: n % FOLDS for n, passage in enumerate(passages)}
    silent: list[tuple[float, bool]] = []
    for n in range(FOLDS):
        weights = fit([e for e in examples if fold[e.passage] != n])
        for e in examples:
            if fold[e.passage] == n and not e.ruled:
                total = sum(weights.get(name, 0.0) for name in e.features)
                silent.append((1 / (1 + math.exp(-total)), e.tells))
    yield f"pairs {len(examples)}, told {sum(e.tells for e in examples)}, without a rule {len(silent)}"
    for least in (0.5, 0.7, THRESHOLD, 0.9):
        above = [tells for share, tells in silent if share >= least]
        yield f"from {least}: {len(above)} pairs, right {sum(above) / max(1, len(above)):.3f}"


def render(weights: dict[str, float]) -> str:
    """The weights as lexicon/pair_model.toml, sorted by name."""
    lines = [
        "# Weights of the model of contacts/learned.py, written by python -m communique.evaluation.training.pairs;",
        "# docs/contact-model.md says what it was fitted on and how well it does.",
        f"threshold = {THRESHOLD}",
        "",
        *weight_table(weights),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
