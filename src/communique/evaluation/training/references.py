"""Fits the model of actors/choice.py and writes its weights.

    python -m communique.evaluation.training.references [--out FILE] [--check]

The data: the open gold passages of actors, and those of statements whose speakers are pronouns. `--check` writes nothing
and prints what holds where each set in turn is left out. Needs NumPy and SciPy (extra `dev`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from communique.actors import find_choices
from communique.actors.choice import Choice, Option, ReferenceModel, place_of
from communique.actors.salience import is_stranger
from communique.evaluation.scoring.actors import (
    LEAST,
    gold_span,
    overlap,
    parse_passage,
    same_actor,
    trimmed,
)
from communique.evaluation.training.weights import by_name, weight_table
from communique.knowledge import load_knowledge
from communique.knowledge.load import LEXICON
from communique.records import Actor, Span

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "training" / "references.jsonl"
SEEN = 3  # a feature seen less often says nothing
STRENGTH = 3.0
THRESHOLDS = {"group": 0.35, "group without rule": 0.6, "noun": 0.6, "pronoun": 0.7}
BLUNT = 0.5  # of the examples to which rules were fitted, the share that is learned from without them
UNFITTED = frozenset({"actors/open-6"})  # sets to which no rule was fitted
NEAR = 60  # code points between a speaker and the words told
Gold = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A choice with the places of its right options; the place behind the last option is nobody."""

    set: str
    passage: str
    choice: Choice
    right: frozenset[int]


def main() -> None:
    """Fits, checks or writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, default=LEXICON / "reference_model.toml")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--without", metavar="SET", help="leave a set out: actors/open-6")
    options = parser.parse_args()
    examples = [e for path in sets() for e in read_examples(path) if e.set != options.without]
    for line in check(examples):
        sys.stdout.write(line + "\n")
    if not options.check:
        options.out.write_text(render(fit(examples)), encoding="utf-8")


def sets() -> list[Path]:
    """The files that the model learns from, in order; never a sealed one."""
    return [OWN] + [
        path for stage in ("actors", "statements") for path in sorted((ROOT / stage).glob("open*.jsonl"))
    ]


def read_examples(path: Path) -> Iterator[Example]:
    """The choices of a set's passages of which the gold tells who is right."""
    told = told_in_own if path == OWN else TOLD[path.parent.name]
    for line in path.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        for choice in choices_of(passage):
            right = told(passage, choice)
            if right:
                name = f"{path.parent.name}/{path.stem}"
                yield Example(set=name, passage=passage["id"], choice=choice, right=right)


def blunted(example: Example) -> Example:
    """An example of a set to which rules were fitted, where by its place some of the rules are taken away.

    Rules are right on the passages that they were written with and often silent on others: so the model may not trust
    them as much as it would by these passages.
    """
    key = f"{example.passage} {example.choice.span.start}".encode()
    if example.set in UNFITTED or hashlib.sha256(key).digest()[0] >= BLUNT * 256:
        return example
    options = tuple(
        Option(actors=o.actors, features=tuple(f for f in o.features if not is_of_rules(f)))
        for o in example.choice.options
    )
    unruled = ("no set ruled",) if example.choice.family.startswith("group") else ()
    choice = replace(example.choice, options=options, nobody=(*example.choice.nobody, *unruled))
    return replace(example, choice=choice)


def is_of_rules(feature: str) -> bool:
    """Whether a feature is what the rules say of a set: "ruled alone", "they set by ruled"."""
    return feature.startswith("ruled") or "set by ruled" in feature


def choices_of(passage: Gold) -> list[Choice]:
    """The choices that reading a passage asks for."""
    report, sentences, parses, phrases = parse_passage(passage)
    return find_choices(report, sentences, parses, load_knowledge(), phrases)


def told_in_actors(passage: Gold, choice: Choice) -> frozenset[int]:
    """The right options of a choice by the mentions of a passage; nobody where the gold marks nothing there."""
    text = passage["text"]
    spans = [(gold, gold_span(text, gold)) for gold in passage["mentions"]]
    own = trimmed(text, choice.span)
    for gold, span in spans:
        if overlap(trimmed(text, span), own) >= LEAST:
            if gold["form"] == "place":
                return frozenset()
            return frozenset(n for n, o in enumerate(choice.options) if are_meant(gold, o.actors))
    if any(span.overlaps(choice.span) for _, span in spans):
        return frozenset()
    return nobody_in(choice)


def told_in_own(passage: Gold, choice: Choice) -> frozenset[int]:
    """The right options of a choice where a passage of references.jsonl marks the reference; nobody where it has no ids."""
    marked = [one for one in passage["references"] if overlap(marked_span(one), choice.span) >= LEAST]
    if not marked:
        return frozenset()
    ids = {id.lower() for id in marked[0]["ids"]}
    if not ids:
        return nobody_in(choice)
    return frozenset(n for n, o in enumerate(choice.options) if {a.id.lower() for a in o.actors} == ids)


def marked_span(one: Gold) -> Span:
    """Where a marked reference stands."""
    return Span(start=one["start"], end=one["end"])


def are_meant(gold: Gold, actors: Sequence[Actor]) -> bool:
    """Whether actors are those whom the gold means, nobody more and nobody less."""
    if ids := gold.get("ids"):
        return {actor.id.lower() for actor in actors} == {id.lower() for id in ids}
    return len(actors) == 1 and same_actor(gold, actors[0])


def nobody_in(choice: Choice) -> frozenset[int]:
    """The options that are nobody: people without a mention, and nobody at all."""
    unnamed = {n for n, o in enumerate(choice.options) if any(map(is_stranger, o.actors))}
    return frozenset(unnamed | {len(choice.options)})


def told_in_statements(passage: Gold, choice: Choice) -> frozenset[int]:
    """The right options by the statement whose speaker the reference is: "He said" with the speaker's full name."""
    text = choice.span.of(passage["text"])
    near = [
        gold
        for gold in passage["statements"]
        if gold.get("speaker_text") == text and is_beside(gold["span"], choice.span.start)
    ]
    names = {gold["speaker"] for gold in near}
    if len(names) != 1 or choice.family != "pronoun":
        return frozenset()
    name = names.pop()
    return frozenset(n for n, o in enumerate(choice.options) if is_named(o.actors[0], name))


def is_beside(told: Mapping[str, int], place: int) -> bool:
    """Whether what is told begins near a place, or ends shortly before it."""
    return abs(told["start"] - place) < NEAR or 0 <= place - told["end"] < NEAR


TOLD = {"actors": told_in_actors, "statements": told_in_statements}


def is_named(actor: Actor, name: str) -> bool:
    """Whether an actor bears the name of a speaker."""
    return same_actor({"id": None, "name": name, "text": name}, actor) or actor.name == name


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights by feature, without those that round to nothing: a conditional logit with a ridge."""
    import numpy as np
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    rows, starts, right = rows_of([blunted(example) for example in examples])
    seen = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in seen.items() if count >= SEEN)
    place = {name: n for n, name in enumerate(names)}
    at = [(n, place[name]) for n, row in enumerate(rows) for name in row if name in place]
    matrix = csr_matrix((np.ones(len(at)), tuple(zip(*at, strict=True))), shape=(len(rows), len(names)))
    first = np.array(starts)
    group = np.repeat(np.arange(len(starts)), np.diff([*starts, len(rows)]))
    good = np.array(right)

    def loss(weights: Any) -> tuple[float, Any]:
        total = matrix @ weights
        powers = np.exp(total - np.maximum.reduceat(total, first)[group])
        whole, held = np.add.reduceat(powers, first), np.add.reduceat(powers * good, first)
        slope = matrix.T @ (powers / whole[group] - powers * good / held[group])
        return float(
            -np.log(held / whole).sum() + STRENGTH / 2 * weights @ weights
        ), slope + STRENGTH * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 1000})
    return by_name(names, found.x)


def rows_of(examples: Sequence[Example]) -> tuple[list[tuple[str, ...]], list[int], list[bool]]:
    """The features of all options in one list, where each choice begins, and which options are right."""
    rows: list[tuple[str, ...]] = []
    starts: list[int] = []
    right: list[bool] = []
    for example in examples:
        starts.append(len(rows))
        rows += [*(o.features for o in example.choice.options), example.choice.nobody]
        right += [n in example.right for n in range(len(example.choice.options) + 1)]
    return rows, starts, right


def check(examples: Sequence[Example]) -> Iterator[str]:
    """What the model says of each set of actors that it was not fitted on, by family."""
    for name in sorted({e.set for e in examples if e.set.startswith("actors/")}):
        weights = fit([e for e in examples if e.set != name])
        counts: Counter[tuple[str, str]] = Counter()
        for example in (e for e in examples if e.set == name):
            counts[example.choice.family, verdict(example, weights)] += 1
        for family in sorted({family for family, _ in counts}):
            shown = "  ".join(
                f"{word} {counts[family, word]}" for word in ("right", "wrong", "open", "spurious", "silent")
            )
            yield f"{name} {family}: {shown}"


def verdict(example: Example, weights: dict[str, float]) -> str:
    """Whether the model finds the right one, a wrong one, leaves it open, or sees somebody where nobody is meant."""
    found = place_of(example.choice, ReferenceModel(weights=weights, thresholds=THRESHOLDS))
    if len(example.choice.options) in example.right:
        return "silent" if found is None else "spurious"
    return "open" if found is None else "right" if found in example.right else "wrong"


def render(weights: dict[str, float]) -> str:
    """The weights as lexicon/reference_model.toml, sorted by name."""
    lines = [
        "# Weights of the model of actors/choice.py, written by python -m communique.evaluation.training.references;",
        "# docs/actors.md says what it was fitted on and how well it does.",
        "[thresholds]",
        *(f"{json.dumps(family)} = {least}" for family, least in sorted(THRESHOLDS.items())),
        "",
        *weight_table(weights),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
