"""Where the time of reading goes, stage by stage: `python benchmarks/stages.py [--rounds 5] [--mixed]`.

Processor time over the dense texts (or mixed news), the least and the median of the rounds, beside the language model
whole over the same text in the same run.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from reading import diplomatic, mixed

from communique import reading
from communique.knowledge import load_knowledge

STAGES = (
    "label_body", "split_sentences", "find_candidates", "find_phrases", "wanted_for_statements", "parse_reports",
    "find_mentions", "date_report", "find_whens", "find_accounts", "find_statements", "attach_chains",
)  # fmt: skip


def timed(spent: dict[str, float], name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
    def call(*args: Any) -> Any:
        started = time.process_time()
        result = stage(*args)
        spent[name] += time.process_time() - started
        return result

    return call


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--rounds", type=int, default=5)
    ask.add_argument("--mixed", action="store_true")
    given = ask.parse_args()
    knowledge = load_knowledge()
    dense = diplomatic()
    reports = list(mixed(400, dense)) if given.mixed else dense
    list(reading.read_many(dense[:48], knowledge))
    spent: dict[str, float] = defaultdict(float)
    for name in STAGES:
        setattr(reading, name, timed(spent, name, getattr(reading, name)))
    rounds: dict[str, list[float]] = defaultdict(list)
    for _ in range(given.rounds):
        spent.clear()
        started = time.process_time()
        list(reading.read_many(reports, knowledge))
        rounds["whole"].append(time.process_time() - started)
        for name in STAGES:
            rounds[name].append(spent[name])
        started = time.process_time()
        list(knowledge.nlp.pipe((report.body for report in reports), batch_size=64))
        rounds["language model whole"].append(time.process_time() - started)
    for name, seconds in rounds.items():
        print(
            json.dumps(
                {
                    "stage": name,
                    "least": round(min(seconds), 3),
                    "median": round(statistics.median(seconds), 3),
                }
            )
        )


if __name__ == "__main__":
    main()
