"""Writing into a ledger and asking it: `python benchmarks/ledger.py [READINGS]`, 10,000 by default.

Beside it the least that the same file can do: SQLite inserting and reading as many rows of the same bytes.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from merging import generate

from communique.ledger import Ledger, Query
from communique.ledger.codec import encode

PARCEL = 200


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    made = generate(count)
    texts = [encode(each) for each in made]
    with tempfile.TemporaryDirectory() as folder:
        with Ledger.open(str(Path(folder) / "l.db")) as ledger:

            def write() -> None:
                for at in range(0, count, PARCEL):
                    ledger.write(made[at : at + PARCEL])

            print(
                json.dumps(
                    {"what": "write readings", "count": count, "a_second": round(count / seconds(write))}
                )
            )
            merged = seconds(ledger.contacts)
            print(json.dumps({"what": "merge and list all", "seconds": round(merged, 2)}))
            page = seconds(lambda: ledger.page(Query(limit=50)))
            print(json.dumps({"what": "a page of 50", "ms": round(1000 * page, 1)}))
        raw = sqlite3.connect(Path(folder) / "raw.db")
        raw.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT)")

        def insert() -> None:
            for at in range(0, count, PARCEL):
                with raw:
                    raw.executemany(
                        "INSERT INTO t (body) VALUES (?)", [(each,) for each in texts[at : at + PARCEL]]
                    )

        print(
            json.dumps(
                {"what": "SQLite alone, insert", "a_second": round(count / max(seconds(insert), 1e-6))}
            )
        )
        read = seconds(lambda: raw.execute("SELECT body FROM t").fetchall())
        print(json.dumps({"what": "SQLite alone, read all", "seconds": round(read, 3)}))
        raw.close()


if __name__ == "__main__":
    main()
