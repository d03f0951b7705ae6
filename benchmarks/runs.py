"""Whole runs over a web archive: `python benchmarks/runs.py [PAGES] [--kills N]`, 20,000 by default.

Reads the archive into a ledger with one and with two workers, in one run: seconds, pages a second, the memory of
the run and of its largest process. Then a third run is killed at random moments, begun again, and compared with an
undisturbed one: the ledger's dump and `--format jsonl` must be equal. One page in 20 tells of a contact.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from intake import page

_EVERY = 20


def write_archive(path: Path, pages: int) -> None:
    dice = random.Random(5)
    with path.open("wb") as file:
        for number in range(pages):
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(dice, number % _EVERY == 0)
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://town.example/{number}\r\n"
                f"WARC-Date: 2021-05-05T01:02:03Z\r\nContent-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(http)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + http + b"\r\n\r\n", 1))


def command(archive: Path, ledger: Path, workers: int) -> list[str]:
    shape = ["--format", "jsonl", "--ledger", str(ledger), "--workers", str(workers)]
    return [sys.executable, "-m", "communique.cli", "read", str(archive), *shape]


def resident(pid: int) -> int:
    """Bytes of a process, 0 where it has ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def family(pid: int) -> list[int]:
    """The process and those that it began."""
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(each for child in told for each in family(int(child)))]


def timed(archive: Path, ledger: Path, workers: int) -> dict[str, object]:
    started = time.perf_counter()
    process = subprocess.Popen(
        command(archive, ledger, workers), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    most = {"whole": 0, "one": 0}

    def watch() -> None:
        while process.poll() is None:
            sizes = [resident(pid) for pid in family(process.pid)]
            most["whole"], most["one"] = max(most["whole"], sum(sizes)), max(most["one"], *sizes)
            time.sleep(0.2)

    watcher = threading.Thread(target=watch)
    watcher.start()
    out, told = process.communicate()
    seconds = time.perf_counter() - started
    watcher.join()
    return {
        "workers": workers,
        "seconds": round(seconds, 1),
        "memory_mb": most["whole"] // 1_000_000,
        "largest_process_mb": most["one"] // 1_000_000,
        "jsonl": hashlib.sha256(out).hexdigest()[:16],
        "told": told.decode().strip().splitlines()[0],
    }


def killed(archive: Path, ledger: Path, kills: int, seconds: float) -> str:
    dice = random.Random(8)
    for _ in range(kills):
        process = subprocess.Popen(
            command(archive, ledger, 2), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(dice.uniform(2.0, max(4.0, seconds / kills)))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    done = subprocess.run(command(archive, ledger, 2), capture_output=True, check=True)
    print(json.dumps({"after_kills": kills, "told": done.stderr.decode().strip().splitlines()[0]}))
    return hashlib.sha256(done.stdout).hexdigest()[:16]


def dumped(ledger: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from communique.ledger import Ledger\nfor line in Ledger.open(sys.argv[1]).dump(): print(line)", str(ledger)],
        capture_output=True, check=True,
    )  # fmt: skip
    return hashlib.sha256(done.stdout).hexdigest()[:16]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("pages", type=int, nargs="?", default=20_000)
    ask.add_argument("--kills", type=int, default=5)
    given = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "town.warc.gz"
        write_archive(archive, given.pages)
        print(json.dumps({"pages": given.pages, "archive_mb": archive.stat().st_size // 1_000_000}))
        runs = [timed(archive, Path(folder) / f"{workers}.db", workers) for workers in (1, 2)]
        for run in runs:
            told = {key: value for key, value in run.items() if key not in {"workers", "jsonl", "told"}}
            rate = round(given.pages / float(str(run["seconds"])))
            print(json.dumps({"run": f"{run['workers']} workers", **told, "pages_a_second": rate}))
        print(
            json.dumps(
                {"two_workers": round(float(str(runs[0]["seconds"])) / float(str(runs[1]["seconds"])), 2)}
            )
        )
        broken = killed(archive, Path(folder) / "killed.db", given.kills, float(str(runs[1]["seconds"])))
        same = broken == runs[0]["jsonl"] == runs[1]["jsonl"]
        dumps = {dumped(Path(folder) / name) for name in ("1.db", "2.db", "killed.db")}
        print(json.dumps({"same_jsonl": same, "same_dump": len(dumps) == 1}))


if __name__ == "__main__":
    main()
