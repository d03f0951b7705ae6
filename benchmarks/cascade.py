"""What the cheap stages cost in contacts: `python benchmarks/cascade.py FILE...`, the samples by default.

Every report is read twice in one run: as always, and whole, with every sentence parsed and no report passed by for
want of two sides. Prints how many accounts the whole reading has that the usual one lacks, and the other way round,
and the seconds of both.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from typing import Any

import communique.reading as stages
from communique import samples
from communique.intake import IntakeOptions, read_inputs
from communique.knowledge import load_knowledge
from communique.records import Report


def accounts(reports: Sequence[Report]) -> tuple[set[tuple[str, str, str]], float]:
    """What is told, by report, kind and trigger, and the seconds that it took."""
    knowledge = load_knowledge()
    started = time.perf_counter()
    found = set()
    for report in reports:
        for account in stages.read(report, knowledge).accounts:
            found.add((report.id, account.kind, account.id))
    return found, time.perf_counter() - started


def main() -> None:
    inputs = sys.argv[1:] or [str(samples.folder())]
    reports = [one for one in read_inputs(inputs, IntakeOptions()) if isinstance(one, Report)]
    accounts(reports[:3])
    usual, fast = accounts(reports)
    usual_stages: tuple[Any, Any] = (stages.find_candidates, stages.has_two_sides)
    stages.find_candidates = lambda _report, sentences, *_: frozenset(each.index for each in sentences)  # type: ignore[assignment]
    stages.has_two_sides = lambda *_: True  # type: ignore[assignment]
    whole, slow = accounts(reports)
    stages.find_candidates, stages.has_two_sides = usual_stages
    told = {
        "reports": len(reports),
        "accounts_whole": len(whole),
        "accounts": len(usual),
        "lost": len(whole - usual),
        "lost_share": round(len(whole - usual) / max(len(whole), 1), 4),
        "only_in_usual": len(usual - whole),
        "seconds_whole": round(slow, 1),
        "seconds": round(fast, 1),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
