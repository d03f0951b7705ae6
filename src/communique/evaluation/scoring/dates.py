"""Scores the dates stage against gold passages: `python -m communique.evaluation.scoring.dates [--misses N] [--sealed]`.

Sealed passages are counted and never shown; an open file's misses can be printed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from communique.body import label_body
from communique.dates import date_report, find_whens
from communique.knowledge import load_knowledge
from communique.records import Report, ReportDate, When
from communique.sentences import find_candidates, parse_sentences, split_sentences

FOLDER = Path(__file__).resolve().parent.parent / "dates"


@dataclass(kw_only=True)
class Figures:
    """Counts by outcome, in all and by class; misses only where the file is open."""

    counts: Counter[str] = field(default_factory=Counter)
    by_class: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    misses: list[str] = field(default_factory=list)

    def share(self, outcome: str) -> float:
        """Share of one outcome in all passages."""
        return self.counts[outcome] / max(1, sum(self.counts.values()))


def score(path: Path) -> Figures:
    """Exact, too wide (holds the gold interval), too narrow (within it), elsewhere, none, and invented dates."""
    figures = Figures()
    sealed = "sealed" in path.name
    for line in path.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        when = read_passage(passage)
        outcome = compare(passage, when)
        figures.counts[outcome] += 1
        figures.by_class[passage["class"]][outcome] += 1
        if outcome != "exact" and not sealed:
            told = f"{when.start}..{when.end} ({when.text!r}: {when.derivation})" if when else "nothing"
            figures.misses.append(
                f"{passage['id']} {passage['class']} {outcome}: {passage['text']} [{passage['expression']}] "
                f"{passage['published']} gold {passage['start']}..{passage['end']} got {told}"
            )
    return figures


def report_of(text: str, published: str | None) -> Report:
    """A passage as a report."""
    dated = ReportDate(date=published, basis="given" if published else "none", why="the passage's date")
    return Report(id="passage", version="1", source="passage", body=text, dated=dated)


def read_passage(passage: dict[str, Any]) -> When | None:
    """The time whose span meets the passage's expression best, or None."""
    knowledge = load_knowledge()
    report = label_body(report_of(passage["text"], passage["published"]), knowledge)
    sentences = split_sentences(report)
    parses = parse_sentences(report, sentences, find_candidates(report, sentences), knowledge)
    start = passage["text"].index(passage["expression"])
    end = start + len(passage["expression"])
    best, share = None, 0.0
    for when in find_whens(report, sentences, parses):
        assert when.span is not None
        shared = min(end, when.span.end) - max(start, when.span.start)
        union = max(end, when.span.end) - min(start, when.span.start)
        if shared > 0 and shared / union > share:
            best, share = when, shared / union
    return best


def compare(passage: dict[str, Any], when: When | None) -> str:
    """The outcome of one passage."""
    start, end = (when.start, when.end) if when else (None, None)
    if passage["start"] is None and passage["end"] is None:
        return "exact" if start is None and end is None else "invented"
    if start is None and end is None:
        return "none"
    if (start, end) == (passage["start"], passage["end"]):
        return "exact"
    low, high = start or "0000", end or "9999"
    gold_low, gold_high = passage["start"] or "0000", passage["end"] or "9999"
    if low <= gold_low and gold_high <= high:
        return "too wide"
    return "too narrow" if gold_low <= low and high <= gold_high else "elsewhere"


def score_undated(path: Path) -> Figures:
    """For reports without a date: right, wrong, missed (datable, none given), withheld (rightly none), invented."""
    figures, sealed = Figures(), "sealed" in path.name
    for line in path.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        dated = read_undated(passage["text"])
        outcome = compare_undated(passage, dated)
        figures.counts[outcome] += 1
        if outcome not in {"right", "withheld"} and not sealed:
            figures.misses.append(
                f"{passage['id']} {outcome}: {passage['text'][:160]} gold {passage['published_start']} got {dated}"
            )
    return figures


def read_undated(text: str) -> ReportDate:
    """The date that a text without one is given."""
    from communique.actors import find_mentions

    knowledge = load_knowledge()
    report = label_body(report_of(text, None), knowledge)
    sentences = split_sentences(report)
    mentions = find_mentions(report, sentences, {}, knowledge)
    return date_report(report, sentences, mentions, knowledge).dated


def compare_undated(passage: dict[str, Any], dated: ReportDate) -> str:
    """The outcome of one report without a date: the gold's interval is met by one within it, its day by that day.

    "bounded" is a day that was told only to lie within an interval; it counts as missed.
    """
    start, end = passage["published_start"], passage["published_end"]
    first, last = dated.date or dated.earliest, dated.date or dated.latest
    if first is None or last is None:
        return "withheld" if start is None else "missed" if start == end else "interval missed"
    if start is None:
        return "invented"
    if start <= first and last <= end:
        return "right"
    return "bounded" if first <= start and end <= last else "wrong"


def show(name: str, figures: Figures, misses: int) -> None:
    """Prints the counts, the classes below full marks, and the open misses asked for."""
    total = sum(figures.counts.values())
    print(
        f"{name}: {total} passages, "
        + ", ".join(
            f"{outcome} {count} ({count / total:.3f})" for outcome, count in figures.counts.most_common()
        )
    )
    for kind, counts in sorted(figures.by_class.items()):
        if counts["exact"] < sum(counts.values()):
            print(
                f"    {kind}: " + ", ".join(f"{outcome} {count}" for outcome, count in counts.most_common())
            )
    for miss in figures.misses[:misses]:
        print("  ", miss)


FILES = (
    ("open", score),
    ("open-2", score),
    ("open-3", score),
    ("open-4", score),
    ("open-5", score),
    ("open-6", score),
    ("sealed", score),
    ("sealed-2", score),
    ("undated-open", score_undated),
    ("undated-open-2", score_undated),
    ("undated-open-3", score_undated),
    ("undated-open-4", score_undated),
    ("undated-open-5", score_undated),
    ("undated-open-6", score_undated),
    ("undated-open-7", score_undated),
    ("undated-open-8", score_undated),
    ("undated-open-9", score_undated),
    ("undated-open-10", score_undated),
    ("undated-open-11", score_undated),
    ("undated-sealed", score_undated),
    ("undated-sealed-2", score_undated),
    ("undated-sealed-3", score_undated),
    ("undated-sealed-4", score_undated),
)


def main() -> None:
    """Scores the files of the package; the sealed ones only when asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="print up to N misses of the open files"
    )
    parser.add_argument("--sealed", action="store_true", help="count the sealed files too")
    options = parser.parse_args()
    for name, scorer in FILES:
        if options.sealed or "sealed" not in name:
            show(name, scorer(FOLDER / f"{name}.jsonl"), options.misses)


if __name__ == "__main__":
    main()
