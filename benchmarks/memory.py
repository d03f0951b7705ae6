"""What a reading process holds, as it reads on: `python benchmarks/memory.py [--reports 10000] [--dense]`.

Mixed news, one report in twenty diplomatic (with `--dense` every one), each with names that no other report has, so
that whatever grows with the words of a run is seen to grow. Prints the memory after every tenth of the run, the
least squares' slope behind the first tenth, and the peak.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import replace

from reading import EVERY, diplomatic, domestic

from communique.engines.worker import held_bytes
from communique.knowledge import load_knowledge
from communique.reading import read_many
from communique.records import Report

SYLLABLES = (
    "ba",
    "ko",
    "ril",
    "ten",
    "mor",
    "su",
    "va",
    "lin",
    "dek",
    "osh",
    "yar",
    "pim",
    "gu",
    "tre",
    "nal",
)
LIMIT_MB = 900


def strange(chance: random.Random) -> str:
    """A name that nobody has met."""
    return "".join(chance.choice(SYLLABLES) for _ in range(4)).title()


def reports(total: int, every: int) -> Iterator[Report]:
    """Reports one by one, none like another."""
    dense = diplomatic()
    for number in range(total):
        chance = random.Random(number)
        base = dense[number // every % len(dense)] if number % every == 0 else domestic(number)
        told = f"\n\n{strange(chance)} {strange(chance)} told {strange(chance)} in {strange(chance)} that it would pass."
        yield replace(base, id=f"{number:016x}", body=base.body + told)


def measure(total: int, every: int) -> dict[str, object]:
    knowledge = load_knowledge()
    started = time.process_time()
    told: list[tuple[int, float]] = []
    accounts = 0
    for number, reading in enumerate(read_many(reports(total, every), knowledge), 1):
        accounts += len(reading.accounts)
        if number % max(total // 10, 1) == 0:
            told.append((number, held_bytes() / 1e6))
    steady = told[1:]
    mean_x, mean_y = (sum(each) / len(steady) for each in zip(*steady, strict=True))
    slope = sum((x - mean_x) * (y - mean_y) for x, y in steady) / sum((x - mean_x) ** 2 for x, _ in steady)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {
        "reports": total, "one_dense_in": every, "accounts": accounts, "seconds": round(time.process_time() - started, 1),
        "mb_by_reports": {number: round(size) for number, size in told},
        "mb_a_thousand_reports": round(1000 * slope, 2), "peak_mb": round(peak), "aim_mb": LIMIT_MB,
    }  # fmt: skip


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--reports", type=int, default=10_000)
    ask.add_argument("--dense", action="store_true")
    given = ask.parse_args()
    print(json.dumps(measure(given.reports, 1 if given.dense else EVERY)))


if __name__ == "__main__":
    main()
