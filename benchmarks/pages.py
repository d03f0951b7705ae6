"""Server time of every page of a large ledger, while a `read` writes into it.

`python benchmarks/pages.py big.db --readers 5 20 --seconds 30` (make one with `benchmarks/generated.py`; without a
path one of `--contacts` is made for the run). Each reader
asks for pages drawn at random, again and again, resting `--rest` seconds between two, as a person does at the least;
a `communique read` of its own process reads news into the ledger all the while: every twentieth report is a diplomatic
one, the others are news from home, each of 18 to 30 sentences. It is the command as people call it, understanding
included, and does to the machine what it does elsewhere: one core is busy, and what was read is kept 200 reports at a
time. It is ended before it merges. The server's own clock counts (Server-Timing), and beside it the processor time of
the thread that made the page, which other work on the machine does not lengthen.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import httpx
from reading import diplomatic, mixed
from sqlalchemy import Connection

from communique.ledger import Ledger, Line
from communique.ledger.opening import open_engine

Work = tuple[str, str, dict[str, str] | None]


@dataclass
class Told:
    """Server and processor times in milliseconds by page, and answers that were no page."""

    times: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    faults: list[str] = field(default_factory=list)


def addresses(path: str, dice: random.Random) -> list[tuple[str, str]]:
    """Pages with parameters drawn from the ledger, so that few are asked for twice."""
    key, lines = None, []
    with Ledger.open(path, as_merged=True) as ledger:
        for _ in range(30):
            key = (f"{dice.randint(1996, 2026)}-{dice.randint(1, 12):02d}-15", "~")
            lines += ledger.page(key=key, size=20).lines
        reports = ledger.report_lines((f"{dice.randint(1996, 2026)}-05-15", "~"), 150)
    found = [("report", f"/reports/{each.id}") for each in reports]
    for line in dice.sample(lines, 300):
        one, other = line.participants[:2]
        day, year, topic = line.key[0], int((line.key[0] or "2010")[:4]), (*line.topics, "trade")[0]
        found += [
            ("contact", f"/contacts/{line.slug}"), ("person", f"/actors/{one.id}"), ("state", f"/actors/{other.state}"),
            ("pair", f"/pairs/{one.state}/{other.state}"), ("pair of persons", f"/pairs/{one.id}/{other.id}"),
            ("party and kind", f"/?party={one.state}&kind={line.kind}"), ("party", f"/?party={other.id}"),
            ("kind", f"/?kind={line.kind}"), ("status", f"/?status={line.status}"), ("level", f"/?level={line.level}"),
            ("channel", f"/?channel={line.channel}"), ("topic", f"/?topic={topic}&until={year}"),
            ("conflicts", f"/?conflicts=1&since={year}"), ("disputed", f"/?disputed=1&until={year}"),
            ("outlet", f"/?outlet=Harbour+Post&party={one.state}"), ("side", f"/?side={one.state}"),
            ("two parties", f"/?party={one.state}&party={other.state}"), ("deep page", f"/?before={day}~x"),
            ("deep page, filtered", f"/?party={one.state}&status=held&before={day}~x"),
            ("years", f"/?since={year}&until={year + 1}"), ("words", f"/?q={one.name.split()[1]}+{topic}"),
            ("network", f"/network?since={year}&until={year}"),
            ("network of persons", f"/network?by=actor&since={year}&until={year}"),
            ("reports", f"/reports?before={day}~x"), ("doubts", f"/doubts?skip={dice.randint(0, 40)}"),
            ("twin", f"/index.json?party={one.id}&since={year}"), ("twin of a contact", f"/contacts/{line.slug}.json"),
            ("twin of a state", f"/actors/{one.state}.json"), ("ledger", "/"), ("check", "/check"),
        ]  # fmt: skip
    dice.shuffle(found)
    return found


def drafts(site: str, path: str, dice: random.Random) -> list[Work]:
    """Short drafts to be checked, each about a contact of the ledger."""
    with httpx.Client(base_url=site) as client:
        secret = re.findall(r'name="secret" value="([^"]+)"', client.get("/check").text)[0]
    with Ledger.open(path, as_merged=True) as ledger:
        lines = ledger.page(key=(f"{dice.randint(2000, 2026)}-06-15", "~"), size=100).lines
    return [
        ("check of a draft", "/check", {"secret": secret, "published": line.key[0], "draft": draft_of(line)})
        for line in lines
    ]


def draft_of(line: Line) -> str:
    """A paragraph that tells of the contact."""
    one, other = line.participants[:2]
    words = line.kind.replace("_", " ")
    return f"{one.name} of {one.state} and {other.name} of {other.state} held a {words} on {line.key[0]}."


def write_pile(folder: Path, number: int) -> Path:
    """So many reports as lines of JSON, new ones each time."""
    pile, stamp = folder / "pile.jsonl", time.time_ns()
    with pile.open("w", encoding="utf-8") as file:
        for at, report in enumerate(mixed(number, diplomatic(), first=stamp % 1_000_000_007)):
            line = {"id": f"{stamp}-{at}", "outlet": "Writer", "title": f"{stamp} {at}", "text": report.body}
            file.write(json.dumps({**line, "date": report.dated.date or "2026-11-01"}) + "\n")
    return pile


def read_on(path: str, pile: Path, workers: int) -> subprocess.Popen[bytes]:
    """The command, as people call it."""
    words = [sys.executable, "-m", "communique.cli", "read", str(pile), "--workers", str(workers)]
    return subprocess.Popen([*words, "--ledger", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kept_passages(path: str) -> int:
    """The number of the passage that was kept last."""
    with opened(path) as connection:
        return int(connection.exec_driver_sql("SELECT max(id) FROM passage").scalar() or 0)


@contextmanager
def opened(path: str) -> Iterator[Connection]:
    """A connection to the file, or to the server, which ends with what it wrote kept."""
    engine = open_engine(path, create=False)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def ask(site: str, work: list[Work], until: float, told: Told, rest: float) -> None:
    """One reader: page after page until the time is over."""
    dice = random.Random(threading.get_ident())
    grouped: dict[str, list[Work]] = defaultdict(list)
    for each in work:
        grouped[each[0]].append(each)
    kinds = list(grouped.values())
    with httpx.Client(base_url=site, timeout=60) as client:
        while time.monotonic() < until:
            # Pages, not addresses, are drawn: each kind is asked for as often as any other.
            page, address, form = dice.choice(dice.choice(kinds))
            answer = client.get(address) if form is None else client.post(address, data=form)
            spent = re.findall(r"(app|cpu);dur=([\d.]+)", answer.headers.get("server-timing", ""))
            if answer.status_code == 200 and spent:
                clocks = {name: float(value) for name, value in spent}
                told.times[page].append((clocks["app"], clocks.get("cpu", 0.0)))
            else:
                told.faults.append(f"{answer.status_code} {address}")
            time.sleep(rest * dice.uniform(0.5, 1.5))


def settle(path: str) -> None:
    """Take what the writer kept as merged: it tells of no contact, and the made contacts are not to be merged anew."""
    with opened(path) as connection:
        connection.exec_driver_sql("DELETE FROM pending")
        connection.exec_driver_sql("UPDATE state_of SET value = 'yes' WHERE name = 'contacts derived'")


def serve(path: str) -> tuple[subprocess.Popen[str], str]:
    """The pages in a process of their own, as people run them."""
    words = [sys.executable, "-m", "communique.cli", "serve", "--ledger", path, "--port", "0", "--no-browser"]
    server = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    for line in server.stderr:
        if line.startswith("serving "):
            return server, line.split()[1].rstrip("/")
    raise SystemExit("the server did not start")


def measure(site: str, work: list[Work], readers: int, asked: argparse.Namespace) -> Told:
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
    parser.add_argument("path", nargs="?")
    parser.add_argument(
        "--contacts", type=int, default=100_000, help="of the ledger that is made without a path"
    )
    parser.add_argument("--readers", type=int, nargs="+", default=[5, 20])
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--seed", type=int, default=7, help="which pages are drawn")
    parser.add_argument("--rest", type=float, default=1.0, help="seconds between two pages of a reader")
    parser.add_argument("--pile", type=int, default=40_000, help="reports for the run that reads meanwhile")
    parser.add_argument("--workers", type=int, default=1, help="of that run")
    asked = parser.parse_args()
    if asked.path:
        run(asked)
        return
    with tempfile.TemporaryDirectory() as folder:
        asked.path = str(Path(folder) / "big.db")
        words = [sys.executable, str(Path(__file__).with_name("generated.py"))]
        subprocess.run([*words, "--contacts", str(asked.contacts), asked.path], check=True, stdout=sys.stderr)
        run(asked)


def run(asked: argparse.Namespace) -> None:
    """Serve the ledger, read into it and ask for its pages."""
    settle(asked.path)
    work: list[Work] = [(*each, None) for each in addresses(asked.path, random.Random(asked.seed))]
    server, site = serve(asked.path)
    work += drafts(site, asked.path, random.Random(asked.seed))
    with tempfile.TemporaryDirectory() as folder:
        before = kept_passages(asked.path)
        reader = read_on(asked.path, write_pile(Path(folder), asked.pile), asked.workers)
        try:
            # The run is under way when the first page is asked for.
            while kept_passages(asked.path) == before and reader.poll() is None:
                time.sleep(0.5)
            for readers in asked.readers:
                before, begun = kept_passages(asked.path), time.monotonic()
                told = measure(site, work, readers, asked)
                kept = (kept_passages(asked.path) - before) / (time.monotonic() - begun)
                report(readers, told, kept, reading=reader.poll() is None)
        finally:
            reader.kill()
            reader.wait()
            settle(asked.path)
            server.terminate()


def report(readers: int, told: Told, kept: float, *, reading: bool) -> None:
    """A line for each page, and one for all."""
    everything = [spent for times in told.times.values() for spent in times]
    for page, times in [*sorted(told.times.items()), ("all", everything)]:
        wall, processor = (sorted(each) for each in zip(*times, strict=True))
        line = {"readers": f"{readers} readers", "page": page, "asked": len(times), "median_ms": round(median(wall), 1),
                "p99_ms": round(wall[min(len(wall) - 1, int(len(wall) * 0.99))], 1),
                "processor_median_ms": round(median(processor), 1), "processor_most_ms": round(processor[-1], 1)}  # fmt: skip
        print(json.dumps(line))
    ending = {
        "readers": f"{readers} readers",
        "faults": len(told.faults),
        "first": told.faults[:3],
        "reports_read_a_second": round(kept, 1),
        "read_to_the_end": reading,
    }
    print(json.dumps({**ending, "load": [round(each, 1) for each in os.getloadavg()]}), flush=True)


if __name__ == "__main__":
    main()
