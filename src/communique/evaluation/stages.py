"""The gold sets of each stage, and how one is scored: the one table behind `communique evaluate`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from communique.errors import InputError
from communique.evaluation.figures import Measure, Scored, f_one, share

_FOLDER = Path(__file__).resolve().parent
_DATE_OUTCOMES = ("exact", "too wide", "too narrow", "elsewhere", "none", "invented")
_CHECKS = ("found", "exact", "kind", "speaker", "chain", "polarity", "cue", "addressee")


def gold_sets(stage: str) -> list[Path]:
    """The files of a stage's own gold sets, open ones first."""
    pattern = "*-events.jsonl" if stage == "merging" else "*.jsonl"
    return sorted((_FOLDER / stage).glob(pattern), key=lambda path: ("sealed" in path.name, path.stem))


def score_set(stage: str, path: Path) -> Scored:
    """One gold set's counts and measures. Raises InputError where the file is no gold set of that stage."""
    try:
        return STAGES[stage](path)
    except (KeyError, TypeError, AttributeError, ValueError, OSError) as error:
        raise InputError(
            f"no gold set of {stage} ({type(error).__name__}: {error})",
            where=str(path),
            remedy=f"write lines as {stage}/README.md beside the package's own sets says",
        ) from error


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _score_contacts(path: Path) -> Scored:
    from communique.evaluation.scoring import contacts

    return contacts.score(path)


def _score_dates(path: Path) -> Scored:
    from communique.evaluation.scoring import dates

    if "undated" in path.name:
        return _score_undated(path)
    passages, misses = [], []
    for passage in _rows(path):
        when = dates.read_passage(passage)
        outcome = dates.compare(passage, when)
        passages.append(Counter({"passages": 1, outcome: 1}))
        if outcome != "exact":
            got = f"{when.start}..{when.end}" if when else "nothing"
            gold = f"{passage['start']}..{passage['end']}"
            misses.append(f"{passage['id']} {outcome}: {passage['text']} | {gold} GOT {got}")
    measures = [Measure(name=outcome, of=share(outcome, "passages")) for outcome in _DATE_OUTCOMES]
    return _scored("dates", path, passages, measures, misses)


def _score_undated(path: Path) -> Scored:
    """Reports without a date, of which each is datable where its gold has a day or bounds.

    `datable dated right` is the share of these that are given that day or days within the bounds, `given right` the
    share of right ones among the days given; bounds wider than the gold's are neither right nor wrong.
    """
    from communique.evaluation.scoring import dates

    figures = dates.score_undated(path)
    passages = [
        Counter({"reports": 1, outcome: 1}) for outcome, n in figures.counts.items() for _ in range(n)
    ]
    for passage in passages:
        passage["kept right"] = passage["right"] + passage["withheld"] + passage["interval missed"]
        passage["datable"] = 1 - passage["withheld"] - passage["invented"]
        passage["given"] = passage["right"] + passage["wrong"] + passage["invented"]
    measures = [Measure(name="right or rightly none", of=share("kept right", "reports"))]
    measures.append(Measure(name="datable dated right", of=share("right", "datable")))
    measures.append(Measure(name="given right", of=share("right", "given")))
    measures += [Measure(name=name, of=share(name, "reports")) for name in ("wrong", "missed", "invented")]
    return _scored("dates", path, passages, measures, figures.misses)


def _score_statements(path: Path) -> Scored:
    from communique.evaluation.scoring import statements

    sealed = "sealed" in path.name
    passages, misses = [], []
    for passage in _rows(path):
        figures = statements.Figures()
        statements.add_passage(figures, passage, statements.read_passage(passage), sealed=sealed)
        counts = Counter({name: getattr(figures, name) for name in _STATEMENT_COUNTS})
        passages.append(counts + Counter(figures.right))
        misses += figures.misses
    recall, precision = share("shared_words", "gold_words"), share("shared_words", "predicted_words")
    measures = [Measure(name="content f1", of=f_one(recall, precision))]
    found, given = share("shared_source", "gold_source"), share("shared_source", "predicted_source")
    measures.append(Measure(name="source f1", of=f_one(found, given)))
    measures += [Measure(name=check, of=share(check, "gold")) for check in _CHECKS]
    measures.append(Measure(name="false", of=share("false", "none")))
    return _scored("statements", path, passages, measures, misses)


_STATEMENT_COUNTS = (
    "gold", "predicted", "none", "false", "shared_words", "gold_words", "predicted_words", "shared_source",
    "gold_source", "predicted_source",
)  # fmt: skip


def _score_merging(path: Path) -> Scored:
    """Events told by several reports, read and merged together; FILE is "x-events.jsonl" beside "x-reports.jsonl"."""
    from communique.evaluation.scoring import merging

    return merging.score(path, path.with_name(path.name.replace("-events", "-reports")))


def _scored(
    stage: str, path: Path, passages: list[Counter[str]], measures: list[Measure], misses: list[str]
) -> Scored:
    sealed = "sealed" in path.name
    return Scored(
        stage=stage,
        name=path.stem.removesuffix("-events"),
        sealed=sealed,
        passages=tuple(passages),
        measures=tuple(measures),
        misses=() if sealed else tuple(misses),
    )


def _score_actors(path: Path) -> Scored:
    from communique.evaluation.scoring import actors

    passages, misses = [], []
    for passage in _rows(path):
        figures = actors.Figures()
        actors.add_passage(figures, passage, actors.read_passage(passage))
        passages.append(Counter({name: getattr(figures, name) for name in _ACTOR_COUNTS}))
        misses += [f"{passage['id']}: {passage['text']}", *figures.misses] if figures.misses else []
    recall, precision = share("found", "gold"), share("right_predicted", "predicted")
    measures = [
        Measure(name="f1", of=f_one(recall, precision)),
        Measure(name="recall", of=recall),
        Measure(name="precision", of=precision),
        Measure(name="resolved", of=share("resolved", "found")),
        Measure(name="wrong person", of=share("wrong_person", "found")),
        Measure(name="office", of=share("offices_right", "offices")),
        Measure(name="references", of=share("references_right", "references")),
    ]
    return _scored("actors", path, passages, measures, misses)


_ACTOR_COUNTS = (
    "gold", "predicted", "found", "right_predicted", "resolved", "wrong_person",
    "offices", "offices_right", "references", "references_right",
)  # fmt: skip


def _score_consult(path: Path) -> Scored:
    from communique.evaluation.scoring import consult

    return consult.score(path)


STAGES: dict[str, Callable[[Path], Scored]] = {
    "actors": _score_actors,
    "contacts": _score_contacts,
    "dates": _score_dates,
    "statements": _score_statements,
    "merging": _score_merging,
    "consult": _score_consult,
}
