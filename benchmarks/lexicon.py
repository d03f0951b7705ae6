"""How long the lexicon takes to load, and how fast its matcher scans: `python benchmarks/lexicon.py FILE.jsonl...`.

Each load runs in a process of its own, the first one without a cache. Texts are the `text` of each line.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

LOADS = 7
LEAST = 20_000_000  # bytes scanned, at least
LOAD = (
    "import time; from communique.knowledge import load_knowledge; t = time.process_time(); "
    "k = load_knowledge(); print(time.process_time() - t)"
)


def load_seconds() -> tuple[float, float]:
    """Seconds of processor time for a first load, which builds the cache, and the median of later ones."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "COMMUNIQUE_CACHE": folder}
        times = [
            float(
                subprocess.run([sys.executable, "-c", LOAD], env=env, check=True, capture_output=True).stdout
            )
            for _ in range(LOADS + 1)
        ]
    return times[0], median(times[1:])


def scan_speed(texts: list[str]) -> tuple[float, int]:
    """Megabytes of text scanned in a second of processor time, and hits found."""
    from communique.knowledge import load_knowledge

    index = load_knowledge().index
    for text in texts[:20]:
        index.find(text)
    scanned = hits = 0
    start = time.process_time()
    while scanned < LEAST:
        for text in texts:
            hits += len(index.find(text))
            scanned += len(text.encode())
    return scanned / 1e6 / (time.process_time() - start), hits


def main() -> None:
    """Prints the figures."""
    first, later = load_seconds()
    print(f"load: {1000 * first:.0f} ms without a cache, {1000 * later:.0f} ms with one")
    texts = [
        json.loads(line).get("text", "")
        for path in sys.argv[1:]
        for line in Path(path).read_text(encoding="utf-8").splitlines()
    ]
    if texts:
        speed, hits = scan_speed(texts)
        print(f"scan: {speed:.1f} MB/s on one core, {len(texts)} texts, {hits} hits")


if __name__ == "__main__":
    main()
