"""Dates against dateparser on the open sentences: `python benchmarks/dates.py` (needs dateparser).

For each sentence with its report's day, the time whose words meet the marked expression best is compared with the gold
interval. dateparser is given the same sentence and day and gives points in time, so a second column counts the
sentences alone whose gold is one day. The share of anchoring in reading a report is measured on the reports without
a date. Finding alone is measured in processor time of one core.
"""

from __future__ import annotations

import datetime as dt
import json
import statistics
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateparser.search import search_dates

from communique.dates import find_expressions, find_whens
from communique.evaluation.scoring.dates import FOLDER, compare, read_passage, report_of
from communique.knowledge import load_knowledge
from communique.reading import read
from communique.records import When
from communique.sentences import find_candidates, parse_sentences, split_sentences

OPEN = ("open", "open-2", "open-3", "open-4", "open-5", "open-6")
SAMPLES = Path(str(files("communique") / "samples"))
UNDATED = ("undated-open", "undated-open-2", "undated-open-3")
ROUNDS = 7


def passages(names: tuple[str, ...]) -> list[dict[str, Any]]:
    paths = [Path(FOLDER) / f"{name}.jsonl" for name in names]
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def dateparser_answer(passage: dict[str, Any]) -> When | None:
    base = dt.datetime.fromisoformat(passage["published"])
    found = (
        search_dates(
            passage["text"], languages=["en"], settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        )
        or []
    )
    wanted = set(passage["expression"].lower().split())
    best = max(found, key=lambda f: len(wanted & set(f[0].lower().split())), default=None)
    if best is None or not wanted & set(best[0].lower().split()):
        return None
    day = best[1].date().isoformat()
    return When(start=day, end=day, precision="day", basis="relative_publication", derivation="dateparser")


def measure(name: str, answer: Callable[[dict[str, Any]], When | None], told: list[dict[str, Any]]) -> None:
    days = [p for p in told if p["start"] is not None and p["start"] == p["end"]]
    began = time.perf_counter()
    outcomes = {p["id"]: compare(p, answer(p)) for p in told}
    speed = len(told) / (time.perf_counter() - began)
    exact = sum(o == "exact" for o in outcomes.values()) / len(told)
    of_days = sum(outcomes[p["id"]] == "exact" for p in days) / len(days)
    astray = sum(o in {"elsewhere", "invented"} for o in outcomes.values()) / len(told)
    print(f"| {name} | {exact:.3f} | {of_days:.3f} | {astray:.3f} | {speed:,.0f} |")


def speed(find: Callable[[str], object], texts: list[str]) -> float:
    """Sentences a second of processor time on one core: the median of some rounds, the first left out.

    Each round asks for other texts, by a space more, since what was found for a text is kept for a while.
    """
    rates = []
    for turn in range(ROUNDS + 1):
        asked = [text + " " * turn for text in texts]
        began = time.process_time()
        for text in asked:
            find(text)
        rates.append(len(texts) / (time.process_time() - began))
    return statistics.median(rates[1:])


def print_speeds(told: list[dict[str, Any]]) -> None:
    """Finding alone, against `dateparser.search`, which finds and reads at once."""
    texts = [p["text"] for p in told]
    plain = [text for text in sample_sentences() if not find_expressions(text)]
    own, peer = speed(find_expressions, texts), speed(find_by_dateparser, texts[:: len(texts) // 40])
    print(
        f"finding: {own:,.0f} sentences/s where every sentence holds a time, {own / peer:,.0f} times dateparser"
    )
    print(f"finding: {speed(find_expressions, plain):,.0f} sentences/s where none does")


def find_by_dateparser(text: str) -> object:
    return search_dates(text, languages=["en"])


def sample_sentences() -> list[str]:
    """The sentences of the sample reports."""
    reports = [
        report_of(path.read_text(encoding="utf-8"), "2019-03-14") for path in sorted(SAMPLES.rglob("*.txt"))
    ]
    return [s.span.of(report.body) for report in reports for s in split_sentences(report)]


def anchoring_share(texts: list[str]) -> float:
    """Seconds of `find_whens` in seconds of `read`, parses given to both alike."""
    knowledge = load_knowledge()
    reports = [report_of(text, "2019-03-14") for text in texts]
    read(reports[0], knowledge)
    whole = dates = 0.0
    for report in reports:
        began = time.perf_counter()
        read(report, knowledge)
        whole += time.perf_counter() - began
        sentences = split_sentences(report)
        parses = parse_sentences(report, sentences, find_candidates(report, sentences), knowledge)
        began = time.perf_counter()
        find_whens(report, sentences, parses)
        dates += time.perf_counter() - began
    return dates / whole


def main() -> None:
    told = passages(OPEN)
    read_passage(told[0])
    print(f"{len(told)} sentences")
    print("| reader | exact | exact, gold one day | elsewhere or invented | sentences/s |")
    print("| --- | --- | --- | --- | --- |")
    measure("communique, with parsing", read_passage, told)
    measure("dateparser", dateparser_answer, told)
    print_speeds(told)
    print(
        f"share of dates in reading a report: {anchoring_share([p['text'] for p in passages(UNDATED)]):.3f}"
    )


if __name__ == "__main__":
    main()
