"""Server time of every page of a large ledger, while a `read` writes into it.

`python benchmarks/pages.py big.db --readers 5 20 --seconds 30` (make one with `benchmarks/generated.py`). Each reader
asks for pages drawn at random, again and again, resting `--rest` seconds between two, as a person does at the least;
a writer of its own process keeps readings in batches all the while. The server's own clock counts (Server-Timing).
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median

import httpx

from communique.ledger import Ledger
from communique.records import Reading, Report, ReportDate


@dataclass
class Told:
    """Server times in milliseconds by page, and answers that were no page."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    faults: list[str] = field(default_factory=list)


def addresses(path: str, dice: random.Random) -> list[tuple[str, str]]:
    """Pages with parameters drawn from the ledger, so that few are asked for twice."""
    with Ledger.open(path, as_merged=True) as ledger:
        key, lines = None, []
        for _ in range(6):
            key = (f"{dice.randint(1996, 2026)}-{dice.randint(1, 12):02d}-15", "~")
            lines += ledger.page(key=key, size=40).lines
    found = []
    for line in dice.sample(lines, 150):
        one, other = (each for each in line.participants)
        year = int((line.start or "2010")[:4])
        found += [
            ("contact", f"/contacts/{line.slug}"), ("person", f"/actors/{one.id}"), ("state", f"/actors/{other.state}"),
            ("pair", f"/pairs/{one.state}/{other.state}"), ("filtered", f"/?party={one.state}&kind={line.kind}"),
            ("page", f"/?before={line.start}~x"), ("years", f"/?since={year}&until={year + 1}"),
            ("words", f"/?q={one.name.split()[1]}+{line.topics[0] if line.topics else 'call'}"),
            ("network", f"/network?since={year}&until={year}"), ("reports", f"/reports?before={line.start}~x"),
            ("ledger", "/"), ("doubts", "/doubts"), ("check", "/check"),
        ]  # fmt: skip
    with Ledger.open(path, as_merged=True) as ledger:
        found += [("report", f"/reports/{each.id}") for each in ledger.report_lines(size=150)]
    dice.shuffle(found)
    return found


def write_on(
    path: str, stop: multiprocessing.synchronize.Event, kept: multiprocessing.sharedctypes.Synchronized[int]
) -> None:
    """Keep batches of fifty reports as `communique read` does, until told to stop."""
    number = 0
    with Ledger.open(path, as_merged=True) as ledger:
        while not stop.is_set():
            ledger.write(reading(f"w{time.time_ns()}-{at}") for at in range(50))
            number += 50
            kept.value = number
            time.sleep(0.25)


def reading(name: str) -> Reading:
    """A report of the length of an article, without a contact."""
    body = f"Report {name}\n\n" + "The council met on Tuesday and agreed on the budget of the port. " * 60
    dated = ReportDate(date="2026-11-01", basis="given", why="given")
    report = Report(id=name, version=f"{name}-1", source=name, body=body, outlet="Writer", dated=dated)
    return Reading(report=report, edition="generated")


def ask(site: str, work: list[tuple[str, str]], until: float, told: Told, rest: float) -> None:
    """One reader: page after page until the time is over."""
    dice = random.Random(threading.get_ident())
    with httpx.Client(base_url=site, timeout=60) as client:
        while time.monotonic() < until:
            page, address = dice.choice(work)
            answer = client.get(address)
            spent = answer.headers.get("server-timing", "").rpartition("dur=")[2]
            if answer.status_code == 200 and spent:
                told.times[page].append(float(spent))
            else:
                told.faults.append(f"{answer.status_code} {address}")
            time.sleep(rest * dice.uniform(0.5, 1.5))


def settle(path: str) -> None:
    """Take what the writer kept as merged: it tells of no contact, and the made contacts are not to be merged anew."""
    with sqlite3.connect(path, timeout=60) as raw:
        raw.execute("DELETE FROM pending")
        raw.execute("UPDATE state_of SET value = 'yes' WHERE name = 'contacts derived'")


def serve(path: str) -> tuple[subprocess.Popen[str], str]:
    """The pages in a process of their own, as people run them."""
    words = [sys.executable, "-m", "communique.cli", "serve", "--ledger", path, "--port", "0", "--no-browser"]
    server = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    for line in server.stderr:
        if line.startswith("serving "):
            return server, line.split()[1].rstrip("/")
    raise SystemExit("the server did not start")


def measure(site: str, work: list[tuple[str, str]], readers: int, asked: argparse.Namespace) -> Told:
    """So many readers at a time."""
    told, until = Told(), time.monotonic() + asked.seconds
    threads = [
        threading.Thread(target=ask, args=(site, work, until, told, asked.rest)) for _ in range(readers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path")
    parser.add_argument("--readers", type=int, nargs="+", default=[5, 20])
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--rest", type=float, default=1.0, help="seconds between two pages of a reader")
    asked = parser.parse_args()
    settle(asked.path)
    work = addresses(asked.path, random.Random(7))
    server, site = serve(asked.path)
    stop, kept = multiprocessing.Event(), multiprocessing.Value("q", 0)
    writer = multiprocessing.Process(target=write_on, args=(asked.path, stop, kept))
    writer.start()
    try:
        for readers in asked.readers:
            report(readers, measure(site, work, readers, asked), kept.value)
    finally:
        stop.set()
        writer.join()
        settle(asked.path)
        server.terminate()


def report(readers: int, told: Told, kept: int) -> None:
    """A line for each page, and one for all."""
    everything = sorted(spent for times in told.times.values() for spent in times)
    for page, times in [*sorted(told.times.items()), ("all", everything)]:
        times = sorted(times)
        line = {"readers": readers, "page": page, "asked": len(times), "median_ms": round(median(times), 1),
                "p99_ms": round(times[min(len(times) - 1, int(len(times) * 0.99))], 1)}  # fmt: skip
        print(json.dumps(line))
    print(
        json.dumps(
            {
                "readers": readers,
                "faults": len(told.faults),
                "first": told.faults[:3],
                "reports_written": kept,
            }
        ),
        flush=True,
    )


if __name__ == "__main__":
    main()
