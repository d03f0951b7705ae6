"""All benchmarks in one run: `python -m benchmarks [--quick] [--rounds 3] [--out FOLDER] [--only NAME...]`.

Each program runs as a process of its own, one after the other, `--rounds` times; every figure that it prints as JSON
is given with its median and spread. Writes report.json and report.md with machine, system and versions.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
# Name, program with its options, its options in a quick run, and the peer that it is measured against.
PROGRAMS = (
    ("reading", ["reading.py", "--rounds", "3"], ["reading.py", "--rounds", "1", "--reports", "120"], "spaCy's pipeline whole"),
    ("stages, dense", ["stages.py"], ["stages.py", "--rounds", "1"], "spaCy's pipeline whole"),
    ("stages, mixed", ["stages.py", "--mixed"], ["stages.py", "--mixed", "--rounds", "1"], "spaCy's pipeline whole"),
    ("cascade", ["cascade.py"], ["cascade.py"], "every sentence parsed"),
    ("web archive", ["intake.py"], ["intake.py", "150"], "unpacking, decoding and scanning; trafilatura"),
    ("dates", ["dates.py"], ["dates.py"], "dateparser"),
    ("lexicon", ["lexicon.py"], ["lexicon.py"], ""),
    ("merging", ["merging.py", "100000"], ["merging.py", "5000"], ""),
    ("ledger", ["ledger.py"], ["ledger.py", "2000"], "SQLite's own inserts and reads"),
    ("memory", ["memory.py"], ["memory.py", "--reports", "600"], ""),
    ("origins", ["origins.py"], ["origins.py", "1"], "the rewrites that were made"),
    ("runs", ["runs.py"], ["runs.py", "400", "--kills", "1"], "one worker"),
    ("cluster", ["cluster.py"], ["cluster.py", "2000"], "two workers without Ray"),
    ("pages", ["pages.py"], ["pages.py", "--contacts", "2000", "--readers", "5", "--seconds", "5"], ""),
)  # fmt: skip
VERSIONS = ("communique", "spacy", "trafilatura", "dateparser", "sqlalchemy", "ahocorasick-rs", "numpy")


def machine() -> dict[str, object]:
    """What the figures were measured on."""
    model = ""
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "")
    return {
        "processor": model or platform.processor(), "cores": os.cpu_count(), "system": platform.platform(),
        "python": platform.python_version(), "load_at_start": [round(each, 1) for each in os.getloadavg()],
        "versions": {name: held for name in VERSIONS if (held := installed(name))},
    }  # fmt: skip


def installed(name: str) -> str | None:
    try:
        return version(name)
    except ImportError:
        return None


def run(words: list[str]) -> dict[str, Any]:
    """One run of one program: its lines, its figures, how long it took and what it said if it failed."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, str(HERE / words[0]), *words[1:]], capture_output=True, text=True, check=False
    )
    lines = done.stdout.splitlines()
    return {
        "seconds": round(time.perf_counter() - started, 1),
        "lines": lines,
        "figures": figures_of(lines),
        "failed": done.stderr.strip().splitlines()[-1:] if done.returncode else [],
    }


def figures_of(lines: list[str]) -> dict[str, float]:
    """Each number that a program prints as JSON, by the words of its line and its key."""
    found: dict[str, float] = {}
    for line in lines:
        if not line.startswith("{"):
            continue
        told = json.loads(line)
        name = " ".join(value for value in told.values() if isinstance(value, str))
        numbers = {k: v for k, v in told.items() if isinstance(v, int | float) and not isinstance(v, bool)}
        found |= {f"{name} {key}".strip(): float(value) for key, value in numbers.items()}
    return found


def summed(runs: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Median, least and most of each figure over the rounds."""
    names = dict.fromkeys(name for one in runs for name in one["figures"])
    values = {name: [one["figures"][name] for one in runs if name in one["figures"]] for name in names}
    return {
        name: {"median": statistics.median(several), "least": min(several), "most": max(several)}
        for name, several in values.items()
    }


def written(report: dict[str, Any]) -> str:
    """The report for people."""
    lines = ["# Benchmarks", "", f"`{json.dumps(report['machine'])}`", ""]
    for name, one in report["programs"].items():
        peer = f", against {one['peer']}" if one["peer"] else ""
        lines += [f"## {name}{peer}", "", f"`{one['command']}`, {one['rounds']} rounds", ""]
        lines += [f"failed: {' '.join(one['failed'])}", ""] if one["failed"] else []
        if one["figures"]:
            lines += ["| figure | median | least | most |", "|---|---|---|---|"]
            lines += [
                f"| {n} | {f['median']:g} | {f['least']:g} | {f['most']:g} |"
                for n, f in one["figures"].items()
            ]
        else:
            lines += [f"    {line}" for line in one["lines"]]
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    ask = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    ask.add_argument("--quick", action="store_true", help="small inputs, one round")
    ask.add_argument("--rounds", type=int, default=3)
    ask.add_argument("--out", type=Path, default=Path("benchmark-report"))
    ask.add_argument("--only", nargs="+", choices=[name for name, *_ in PROGRAMS])
    given = ask.parse_args()
    rounds = 1 if given.quick else given.rounds
    report: dict[str, Any] = {"machine": machine(), "quick": given.quick, "programs": {}}
    for name, whole, quick, peer in PROGRAMS:
        if given.only and name not in given.only:
            continue
        words = quick if given.quick else whole
        runs = [run(words) for _ in range(rounds)]
        failed = [line for one in runs for line in one["failed"]]
        report["programs"][name] = {
            "command": " ".join(words), "peer": peer, "rounds": rounds, "failed": failed,
            "seconds": [one["seconds"] for one in runs], "figures": summed(runs), "lines": runs[-1]["lines"],
        }  # fmt: skip
        print(
            f"{name}: {'failed: ' + failed[-1] if failed else 'done'} in {sum(one['seconds'] for one in runs):.0f} s",
            flush=True,
        )
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "report.json").write_text(json.dumps(report, indent=1) + "\n")
    (given.out / "report.md").write_text(written(report))
    print(f"written: {given.out / 'report.md'}")
    sys.exit(any(one["failed"] for one in report["programs"].values()))


if __name__ == "__main__":
    main()
