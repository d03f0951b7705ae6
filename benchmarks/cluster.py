"""Ray on two workers against the plain pool: `python benchmarks/cluster.py [REPORTS] [--rounds 1] [--workers 2]`.

Mixed news in files of 500 reports, every report with a text of its own, read into a new ledger by each engine in turns,
each in a process of its own. The steady rate is taken from the clock of the run itself, between the first and the last
reports that were kept (pool) or the first and the last files of readings (Ray): what it costs to begin counts for
neither and is told apart, and so is what Ray's readings cost to load. Other
programs on the machine weigh on both: its load is told. The ledgers' dumps must be equal.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reading import diplomatic, mixed

from communique.engines.batch import Progress, ReadOptions, read_into
from communique.ledger import Ledger

PER_FILE = 500
PART = 20_000  # reports that are made together


def write_files(folder: Path, total: int) -> None:
    """Reports in files of so many; each has a text of its own, and each part is dated a week before the one ahead of it:
    no day is told of more often than news tells of it."""
    dense = diplomatic()
    number = 0
    for part in range(0, total, PART):
        reports = list(mixed(min(PART, total - part), dense, part))
        for first in range(0, len(reports), PER_FILE):
            with (folder / f"{number:08}.jsonl").open("w", encoding="utf-8") as file:
                for report in reports[first : first + PER_FILE]:
                    text = f"{report.body}\n\nPage {number} of the day."
                    day = dt.date.fromisoformat(report.dated.date or "2026-03-03") - dt.timedelta(
                        weeks=part // PART
                    )
                    file.write(json.dumps({"id": f"s{number}", "text": text, "date": day.isoformat()}) + "\n")
                    number += 1


def run(engine: str, folder: Path, workers: int) -> dict[str, float | str]:
    """One reading of the files by an engine, in this process."""
    out = folder / engine
    out.mkdir(exist_ok=True)
    for old in out.iterdir():
        old.unlink()
    kept: list[float] = []
    options = ReadOptions(workers=workers, engine=engine, readings=str(out) if engine == "ray" else None)
    began = time.time()
    with Ledger.open(str(folder / f"{engine}.db")) as ledger:
        told = read_into(ledger, [str(folder / "*.jsonl")], options, lambda _: note(kept, _))
        ended = time.time()
        lines = "\n".join(ledger.dump())
    read = len(told.reports)
    marks = sorted(each.stat().st_mtime for each in out.glob("*.parquet")) if engine == "ray" else kept
    share = (len(marks) - 1) / len(marks)
    return {
        "engine": engine, "workers": workers, "reports": read, "seconds": round(ended - began, 1),
        "start_seconds": round(marks[0] - began - (read / len(marks) / rate(marks, read * share) if engine == "ray" else 0), 1),
        "reports_a_second": round(rate(marks, read * share), 1),
        "with_loading": round(read * share / (ended - marks[0]), 1),
        "load_seconds": round(ended - marks[-1], 1),
        "machine_load": round(os.getloadavg()[0], 1), "dump": hashlib.sha256(lines.encode()).hexdigest()[:16],
    }  # fmt: skip


def note(kept: list[float], _: Progress) -> None:
    kept.append(time.time())


def rate(marks: list[float], reports: float) -> float:
    """Reports a second between the first mark and the last."""
    return reports / max(marks[-1] - marks[0], 1e-6)


def in_own_process(engine: str, folder: Path, workers: int) -> dict[str, float | str]:
    """The run of an engine as a process of its own."""
    for old in folder.glob(f"{engine}.db*"):
        old.unlink()
    words = [sys.executable, __file__, "--engine", engine, "--folder", str(folder), "--workers", str(workers)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    found: dict[str, float | str] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("reports", type=int, nargs="?", default=20_000)
    ask.add_argument("--rounds", type=int, default=1)
    ask.add_argument("--workers", type=int, default=2)
    ask.add_argument("--engine", choices=("local", "ray"), help="this one alone, over the files of --folder")
    ask.add_argument("--folder", type=Path)
    given = ask.parse_args()
    if given.engine:
        print(json.dumps(run(given.engine, given.folder, given.workers)))
        return
    if importlib.util.find_spec("ray") is None:
        sys.exit("not measured; missing: ray (pip install 'communique[ray]')")
    rates: dict[str, list[float]] = {"local": [], "ray": []}
    dumps = set()
    with tempfile.TemporaryDirectory() as made:
        write_files(Path(made), given.reports)
        for turn in range(given.rounds):
            for engine in ("local", "ray") if turn % 2 == 0 else ("ray", "local"):
                told = in_own_process(engine, Path(made), given.workers)
                print(json.dumps(told), flush=True)
                rates[engine].append(float(told["reports_a_second"]))
                dumps.add(told["dump"])
    ratios = [ray / pool for pool, ray in zip(rates["local"], rates["ray"], strict=True)]
    result = {"text": "ray over pool", "steady_rate": round(statistics.median(ratios), 2), "aim": 0.8}
    print(json.dumps(result | {"same_dump": len(dumps) == 1}))


if __name__ == "__main__":
    main()
